//! Clients as the environment configures them.

use super::client::{ClientBuilder, Pairs};
use super::credentials::Given;
use crate::document::SCHEMES;

/// The environment variables that a client can be configured with.
pub(crate) struct Environment {
    /// Holds the base URL.
    pub(crate) base_url: Option<&'static str>,
    /// The first pair that is complete counts.
    pub(crate) credentials: Pairs,
}

impl Environment {
    /// A builder with what the variables say; one that is empty counts as absent.
    pub(crate) fn read(&self) -> ClientBuilder {
        let pair = |(username, password): &(&str, &str)| Some(Given::Pair(variable(username)?, variable(password)?));
        let given = self.credentials.iter().find_map(pair);
        let schemes = SCHEMES.iter().copied().filter(|scheme| scheme.kind.takes_pair());
        let mut builder = ClientBuilder::default();
        builder.base_url = self.base_url.and_then(variable);
        builder.credentials = schemes.filter_map(|scheme| Some((scheme, given.clone()?))).collect();
        builder.environment = Some(self.credentials);
        builder
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
