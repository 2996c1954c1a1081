//! Whether a tree is an OpenAPI 3.0 or 3.1 document at all: if not, nothing else about it is worth a word.

use crate::diagnostics::{Diagnostics, Outcome, Place, Pointer, Problem};

use super::structure::kind;
use super::value::Value;

/// The version of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// OpenAPI 3.0.
    V3_0,
    /// OpenAPI 3.1, or 3.2, which adds to it.
    V3_1,
}

/// The version of the document; `None`, after one report, for what is no OpenAPI 3.0 or 3.1 document.
pub(super) fn check(value: &Value, diagnostics: &mut Diagnostics) -> Option<Version> {
    let root = Pointer::root();
    let members = match value {
        Value::Object(members) => members,
        Value::Null => return diagnostics.report(Place::File, Problem::EmptyDocument),
        other => {
            let (expected, found) = ("an OpenAPI object".to_owned(), kind(other));
            let problem = Problem::WrongType { expected, found, outcome: Outcome::Fatal, hint: None };
            return diagnostics.report(root, problem);
        }
    };
    let version = match members.get("openapi") {
        Some(Value::String(version)) => version.to_string(),
        Some(other) => serde_json::Value::from(other).to_string(), // YAML without quotes: `openapi: 3.0`.
        None if members.contains_key("swagger") => {
            return diagnostics.report(root.key("swagger"), Problem::Swagger);
        }
        None => return diagnostics.report(Place::File, Problem::NotOpenApi),
    };
    match version.split('.').collect::<Vec<_>>()[..] {
        ["3", "0"] | ["3", "0", _] => Some(Version::V3_0),
        ["3", "1"] | ["3", "1", _] => Some(Version::V3_1),
        ["3", "2"] | ["3", "2", _] => {
            diagnostics.report::<()>(root.key("openapi"), Problem::NewerVersion { version });
            Some(Version::V3_1)
        }
        ["3", _] | ["3", _, _] | ["2", ..] | ["4", ..] => {
            diagnostics.report(root.key("openapi"), Problem::UnsupportedVersion { version })
        }
        _ => diagnostics.report(root.key("openapi"), Problem::UnknownVersion { version }),
    }
}
