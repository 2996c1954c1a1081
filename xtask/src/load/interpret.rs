//! From a checked tree to openapiv3's types.

use openapiv3::OpenAPI;
use serde::Deserialize;
use serde_json::Value;

use crate::diagnostics::{Diagnostics, Place, Problem};

/// The document that `value` describes.
///
/// By reference: every level of openapiv3's types looks at its members several times, which costs a copy of all text
/// below it if the tree is given away.
pub(super) fn document(value: &Value, diagnostics: &mut Diagnostics) -> Option<OpenAPI> {
    match OpenAPI::deserialize(value) {
        Ok(document) => Some(document),
        Err(error) => diagnostics.report(Place::File, Problem::Refused { reason: error.to_string() }),
    }
}
