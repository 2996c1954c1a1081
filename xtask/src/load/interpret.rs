//! From a checked tree to openapiv3's types.
//!
//! Not by way of their `Deserialize`: a type that may be a reference, or has extensions, collects all below it before it
//! looks at anything, and those below do so again. So what may be large is read here, each value once, and the rest by
//! openapiv3 ([`read`]).

mod objects;
mod parameter;
mod read;
mod schema;

use compact_str::CompactString;
use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde_json::Result;

use crate::diagnostics::{Diagnostics, Place, Problem};
use crate::workers;

use self::read::Read;
use super::structure::is_extension;
use super::value::{Map, Value};

/// So many paths or schemas are worth another thread, whose memory grows in smaller steps.
const MANY: usize = 400;

/// The document that `value` describes.
pub(super) fn document(value: Value, diagnostics: &mut Diagnostics) -> Option<OpenAPI> {
    match in_parts(value) {
        Ok(document) => Some(document),
        Err(error) => diagnostics.report(Place::File, Problem::Refused { reason: error.to_string() }),
    }
}

/// Reads paths and schemas one by one, and the rest at once. Each part of the tree goes as soon as it has been read, so
/// that what comes next finds room there.
fn in_parts(mut value: Value) -> Result<OpenAPI> {
    let schemas = taken(value.get_mut("components").and_then(|components| components.get_mut("schemas")));
    let mut document = OpenAPI::read(&value)?;
    let mut paths = taken(value.get_mut("paths"));
    paths.retain(|name, _| !is_extension(name));
    drop(value);
    document.paths.paths = each(paths)?;
    if let Some(components) = &mut document.components {
        components.schemas = each(schemas)?;
    }
    Ok(document)
}

/// The members of an object, which has none then.
fn taken(object: Option<&mut Value>) -> Map {
    object.and_then(Value::as_object_mut).map(std::mem::take).unwrap_or_default()
}

fn each<T: Read + Send>(members: Map) -> Result<IndexMap<String, T>> {
    let one = |(name, value): (CompactString, Value)| Ok((name.into_string(), T::read(&value)?));
    if members.len() < MANY {
        members.into_iter().map(one).collect()
    } else {
        workers::map(members, one).into_iter().collect()
    }
}
