//! From an API to the crate that calls it: every name, type, argument, derive and sentence of its documentation.

mod circles;
mod credentials;
mod docs;
mod features;
mod headers;
mod models;
mod names;
mod pattern;
mod resources;
mod servers;
mod tags;
mod types;
mod unions;
mod uses;

use crate::diagnostics::{Diagnostics, Pointer};
use crate::ir;
use crate::rust;

/// More required inputs than this are given by name, in a struct.
const MOST_ARGUMENTS: usize = 5;

/// With more operations than this, resources are features, and calls by name have several files.
const LARGE: usize = 80;

/// Shapes the crate `package` that calls `api`; `None` if there was an error.
pub fn api(api: &ir::Api, package: &str) -> (Option<rust::Crate>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let types = types::Types::new(api, &mut diagnostics);
    let names = resources::names(api, &mut diagnostics);
    let owners = features::Owners::of(api, names.iter().map(|(module, _)| module));
    let (newtypes, models) = models::all(api, &types, owners.as_ref(), &mut diagnostics);
    let schemes = credentials::schemes(api);
    let security = credentials::usual(api, &schemes);
    let mut resources = resources::all(api, names, &types, &schemes, &mut diagnostics);
    for (resource, feature) in resources.iter_mut().zip(owners.into_iter().flat_map(features::Owners::into_features)) {
        resource.feature = Some(feature);
    }
    let headers = headers::all(api, &types, &mut resources, &mut diagnostics);
    let shown = |character: &char| !rust::Docs::is_hidden(*character);
    let title: String = api.title.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(shown).collect();
    let description = ir::Docs { description: api.description.clone(), ..ir::Docs::default() };
    let shaped = rust::Crate {
        package: package.to_owned(),
        library: rust::Name::new(package.replace('-', "_")),
        version: version(&api.version),
        title: title.clone(),
        docs: docs::of(&description, || format!("A client of the API {}.", docs::code(&title)), None),
        server: api.server.clone(),
        base_urls: servers::choice(api, &mut diagnostics),
        other_servers: servers::of_operations(api),
        base_url_variable: api.environment.base_url.clone(),
        credential_variables: api.environment.credentials.clone(),
        credentials_required: credentials::are_required(api),
        schemes,
        security,
        newtypes,
        models: models.into_iter().map(|model| (model.name.clone(), model)).collect(),
        headers,
        resources,
        left_out: left_out(api),
        places: places(api, &types),
    };
    (Some(shaped).filter(|_| !diagnostics.has_errors()), diagnostics)
}

/// Whether an API has so many operations that hardly any program needs them all.
fn is_large(api: &ir::Api) -> bool {
    api.operations().count() > LARGE
}

/// What the document has and the crate has not, by name and reason.
fn left_out(api: &ir::Api) -> rust::Docs {
    let item = |ir::LeftOut { name, reason }: &ir::LeftOut| format!("- {}: {}.", docs::code(name), docs::prose(reason));
    rust::Docs(api.left_out.iter().map(item).collect::<Vec<_>>().join("\n"))
}

/// What values are as a whole, unless nobody needs a type for them. Formats are of members: a whole is the text itself.
fn places(api: &ir::Api, types: &types::Types<'_>) -> Vec<rust::Place> {
    let place = |(at, ty): &(Pointer, ir::Type)| {
        let schema = ty.schema().map(|id| api.schema(id));
        schema.is_none_or(ir::Schema::is_needed).then(|| rust::Place {
            at: at.to_string(),
            ty: types.of(ty).without_format(),
            asked: schema.is_none_or(|schema| schema.in_requests),
            answered: schema.is_none_or(|schema| schema.in_answers || schema.in_pages),
        })
    };
    api.places.iter().filter_map(place).collect()
}

/// The version of the package: that of the document where it is one for Cargo, filled up with zeros, or else 0.1.0.
fn version(document: &str) -> String {
    let text = document.trim().trim_start_matches('v');
    let filled = [text.to_owned(), format!("{text}.0"), format!("{text}.0.0")];
    let valid = filled.into_iter().find(|version| semver::Version::parse(version).is_ok());
    valid.unwrap_or_else(|| "0.1.0".to_owned())
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_are_cargo_versions() {
        for (document, expected) in [
            ("1.0.0", "1.0.0"),
            ("v2", "2.0.0"),
            ("3.1", "3.1.0"),
            ("1.2.3-beta", "1.2.3-beta"),
            ("2026-11-22", "0.1.0"),
            ("2020-09-14_1.500.0", "0.1.0"),
            ("1.2.3-", "0.1.0"),
            ("1.2.3-01", "0.1.0"),
            ("latest", "0.1.0"),
            ("", "0.1.0"),
        ] {
            assert_eq!(version(document), expected, "{document}");
        }
    }
}
