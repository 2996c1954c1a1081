//! From a checked tree to openapiv3's types.

use std::thread;

use openapiv3::OpenAPI;
use serde::Deserialize;
use serde_json::Value;

use crate::diagnostics::{Diagnostics, Place, Problem};

/// The levels of a tree that are safe on any stack: openapiv3 takes up to 40 kB a level in a debug build, and a thread
/// of a test has 2 MB.
const SHALLOW: usize = 24;

/// Enough for the 128 levels that the parsers let through.
const STACK: usize = 64 << 20;

/// The document that `value`, of `depth` levels, describes.
///
/// By reference: each of openapiv3's types looks at its members several times, which would copy all text below it if
/// the tree were given away.
pub(super) fn document(value: &Value, depth: usize, diagnostics: &mut Diagnostics) -> Option<OpenAPI> {
    let document = if depth <= SHALLOW { OpenAPI::deserialize(value) } else { on_a_larger_stack(value) };
    match document {
        Ok(document) => Some(document),
        Err(error) => diagnostics.report(Place::File, Problem::Refused { reason: error.to_string() }),
    }
}

fn on_a_larger_stack(value: &Value) -> Result<OpenAPI, serde_json::Error> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || OpenAPI::deserialize(value));
        match thread.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(document)) => document,
            Ok(Err(_)) => Err(serde::de::Error::custom("openapiv3 panicked")),
            Err(error) => Err(serde::de::Error::custom(error)),
        }
    })
}
