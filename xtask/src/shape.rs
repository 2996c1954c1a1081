//! From an API to the crate that calls it: every name, type, argument, derive and sentence of its documentation.

mod docs;
mod models;
mod names;
mod pattern;
mod resources;
mod types;

use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::rust;

/// Shapes the crate `package` that calls `api`; `None` if there was an error.
pub fn api(api: &ir::Api, package: &str) -> (Option<rust::Crate>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let types = types::Types::new(api, &mut diagnostics);
    let (newtypes, models) = models::all(api, &types, &mut diagnostics);
    let resources = resources::all(api, &types, &mut diagnostics);
    let title = api.title.trim();
    let description = ir::Docs { description: api.description.clone(), ..ir::Docs::default() };
    let shaped = rust::Crate {
        package: package.to_owned(),
        library: rust::Name::new(package.replace('-', "_")),
        version: api.version.clone(),
        title: title.to_owned(),
        docs: docs::of(&description, || format!("A client of the API {}.", docs::code(title)), None),
        server: api.server.clone(),
        base_url_variable: api.environment.base_url.clone(),
        credential_variables: api.environment.credentials.clone(),
        credentials_required: api.basic_credentials,
        newtypes,
        models,
        resources,
    };
    (Some(shaped).filter(|_| !diagnostics.has_errors()), diagnostics)
}
