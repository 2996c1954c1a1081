//! Names of what callers give to show who they are.

use heck::ToShoutySnakeCase;

use super::{Taken, free, identifier, in_snake_case, snake};
use crate::ir::{Scheme, SchemeKind};
use crate::rust::Name;

/// Methods that every builder of a client has.
const CLIENT_BUILDER_METHODS: &[&str] = &[
    "allow_http",
    "any_credentials",
    "any_token",
    "base_url",
    "build",
    "clone",
    "connect_timeout",
    "default",
    "from_env",
    "give",
    "give_all",
    "http_client",
    "max_response_bytes",
    "no_retry",
    "retry",
    "timeout",
    "try_timeout",
];

/// Constants of every document.
const DOCUMENT_CONSTANTS: &[&str] =
    &["CREDENTIALS_REQUIRED", "ENVIRONMENT", "OTHER_SERVERS", "SCHEMES", "SECURITY", "SERVER", "USER_AGENT"];

/// Names of the constants that describe schemes.
#[derive(Default)]
pub(in crate::shape) struct Constants(Taken);

impl Constants {
    /// The name of the constant for the scheme `name`, with a number if others have the same.
    pub(in crate::shape) fn add(&mut self, name: &str) -> Name {
        let base = identifier(&in_snake_case(name).to_shouty_snake_case(), "SCHEME");
        self.0.add(free(base, DOCUMENT_CONSTANTS, "_SCHEME"), "_")
    }
}

/// Names of the methods that give a client what schemes take.
pub(in crate::shape) struct Givers<'a> {
    schemes: &'a [Scheme],
    taken: Taken,
}

impl<'a> Givers<'a> {
    pub(in crate::shape) fn new(schemes: &'a [Scheme]) -> Self {
        Self { schemes, taken: Taken::default() }
    }

    /// The name of the method for `scheme`: after what it takes, and after the scheme as well where several take that.
    pub(in crate::shape) fn add(&mut self, scheme: &Scheme) -> Name {
        let (only, suffix) = match scheme.kind {
            SchemeKind::Basic => ("credentials", "credentials"),
            SchemeKind::Bearer => ("bearer_token", "token"),
            SchemeKind::Authorization(_) => ("authorization", "authorization"),
            SchemeKind::Key(..) => ("api_key", "key"),
        };
        let is_only = self.schemes.iter().filter(|other| is_alike(&other.kind, &scheme.kind)).count() == 1;
        if is_only && self.taken.take(Name::new(only)) {
            return Name::new(only);
        }
        let name = snake(&scheme.name);
        let name = name.strip_suffix("_auth").unwrap_or(&name);
        let name = if name.ends_with(suffix) { name.to_owned() } else { format!("{name}_{suffix}") };
        self.taken.add(free(name, CLIENT_BUILDER_METHODS, "_value"), "_")
    }

    /// The name of the method that takes a provider in place of the token that `setter` takes.
    pub(in crate::shape) fn provider(&mut self, setter: &Name) -> Name {
        let name = match setter.as_str() {
            "bearer_token" => "token_provider".to_owned(),
            name => format!("{name}_provider"),
        };
        self.taken.add(Name::new(name), "_")
    }
}

/// Whether two schemes take the same kind of thing.
pub(in crate::shape) fn is_alike(one: &SchemeKind, other: &SchemeKind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::KeyPlace;

    fn key() -> SchemeKind {
        SchemeKind::Key(KeyPlace::Header, "X-Key".to_owned())
    }

    fn names(schemes: &[(&str, SchemeKind)]) -> Vec<String> {
        let scheme = |(name, kind): &(&str, SchemeKind)| Scheme {
            name: (*name).to_owned(),
            description: None,
            kind: kind.clone(),
        };
        let schemes: Vec<Scheme> = schemes.iter().map(scheme).collect();
        let mut givers = Givers::new(&schemes);
        let mut names = Vec::new();
        for scheme in &schemes {
            let setter = givers.add(scheme);
            names.push(setter.as_str().to_owned());
            if scheme.kind == SchemeKind::Bearer {
                names.push(givers.provider(&setter).as_str().to_owned());
            }
        }
        names
    }

    #[test]
    fn methods_are_named_after_what_they_take() {
        let all = [("a", SchemeKind::Basic), ("b", SchemeKind::Bearer), ("c", key())];
        assert_eq!(names(&all), ["credentials", "bearer_token", "token_provider", "api_key"]);
        assert_eq!(
            names(&[("appKeyAuth", key()), ("api-key", key()), ("id", key())]),
            ["app_key", "api_key", "id_key"]
        );
        let tokens = [("OAuth2", SchemeKind::Bearer), ("bearer token", SchemeKind::Bearer)];
        assert_eq!(names(&tokens), ["oauth2_token", "oauth2_token_provider", "bearer_token", "token_provider"]);
        let logins = [("user", SchemeKind::Basic), ("User", SchemeKind::Basic)];
        assert_eq!(names(&logins), ["user_credentials", "user_credentials_2"]);
    }

    #[test]
    fn constants_are_free() {
        let mut constants = Constants::default();
        let names = ["login", "Login", "server", "2fa", "…"].map(|name| constants.add(name));
        assert_eq!(names.each_ref().map(Name::as_str), ["LOGIN", "LOGIN_2", "SERVER_SCHEME", "SCHEME2FA", "SCHEME"]);
    }
}
