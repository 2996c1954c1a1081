//! From a checked tree to openapiv3's types.

use std::thread;

use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::{Map, Result, Value};

use crate::diagnostics::{Diagnostics, Place, Problem};
use crate::workers;

/// The levels of a tree that are safe on any stack: openapiv3 takes up to 40 kB a level in a debug build, and a thread
/// of a test has 2 MB.
const SHALLOW: usize = 24;

/// Enough for the 128 levels that the parsers let through.
const STACK: usize = 64 << 20;

/// The document that `value`, of `depth` levels, describes.
///
/// By reference: each of openapiv3's types looks at its members several times, which would copy all text below it if
/// the tree were given away.
pub(super) fn document(value: Value, depth: usize, diagnostics: &mut Diagnostics) -> Option<OpenAPI> {
    let document = if depth <= SHALLOW { in_parts(value) } else { on_a_larger_stack(value) };
    match document {
        Ok(document) => Some(document),
        Err(error) => diagnostics.report(Place::File, Problem::Refused { reason: error.to_string() }),
    }
}

/// Reads paths and schemas one by one, on all processors, and the rest at once. Each part of the tree goes as soon as it
/// has been read, and none is copied for the sake of the parts beside it.
fn in_parts(mut value: Value) -> Result<OpenAPI> {
    let (paths, others) = taken(&mut value, "/paths").into_iter().partition(|(name, _)| name.starts_with('/'));
    put(&mut value, "/paths", others);
    let schemas = taken(&mut value, "/components/schemas");
    let mut document = OpenAPI::deserialize(&value)?;
    drop(value);
    document.paths.paths = each(paths)?;
    if let Some(components) = &mut document.components {
        components.schemas = each(schemas)?;
    }
    Ok(document)
}

/// The members of the object at `pointer`, which has none then.
fn taken(value: &mut Value, pointer: &str) -> Map<String, Value> {
    value.pointer_mut(pointer).and_then(Value::as_object_mut).map(std::mem::take).unwrap_or_default()
}

fn put(value: &mut Value, pointer: &str, members: Map<String, Value>) {
    if let Some(Value::Object(place)) = value.pointer_mut(pointer) {
        *place = members;
    }
}

fn each<T: DeserializeOwned + Send>(members: Map<String, Value>) -> Result<IndexMap<String, T>> {
    workers::map(members, |(name, value)| Ok((name, T::deserialize(&value)?))).into_iter().collect()
}

fn on_a_larger_stack(value: Value) -> Result<OpenAPI> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || in_parts(value));
        match thread.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(document)) => document,
            Ok(Err(_)) => Err(serde::de::Error::custom("openapiv3 panicked")),
            Err(error) => Err(serde::de::Error::custom(error)),
        }
    })
}
