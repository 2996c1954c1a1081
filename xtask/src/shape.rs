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
        version: version(&api.version),
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

/// The version of the package: that of the document where it is one for Cargo, filled up with zeros, or else 0.1.0.
fn version(document: &str) -> String {
    let text = document.trim().trim_start_matches('v');
    let (numbers, suffix) = text.split_at(text.find(['-', '+']).unwrap_or(text.len()));
    let numbers: Option<Vec<u64>> = numbers.split('.').map(|number| number.parse().ok()).collect();
    let is_suffix = |suffix: &str| {
        suffix.len() != 1
            && suffix.chars().all(|character| character.is_ascii_alphanumeric() || "-+.".contains(character))
    };
    match numbers.as_deref() {
        Some([major]) if suffix.is_empty() => format!("{major}.0.0"),
        Some([major, minor]) if suffix.is_empty() => format!("{major}.{minor}.0"),
        Some([major, minor, patch]) if is_suffix(suffix) && !suffix[1.min(suffix.len())..].contains(['+', '.']) => {
            format!("{major}.{minor}.{patch}{suffix}")
        }
        _ => "0.1.0".to_owned(),
    }
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
            ("latest", "0.1.0"),
            ("", "0.1.0"),
        ] {
            assert_eq!(version(document), expected, "{document}");
        }
    }
}
