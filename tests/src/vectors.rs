//! The requests that the vendor's own SDK sends for given arguments, and how to see whether the clients send the same.
//!
//! Two clients are looked at: ours, and the one that the generator makes of the vendor's document. Arguments come under
//! the names of that document; [`ours`] and [`official`] pass them through the typed builders of the one and the other.

pub mod arguments;
pub mod compare;
pub mod document;
pub mod expected;
pub mod official;
pub mod ours;
pub mod session;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use self::arguments::Arguments;
use self::document::Operation;
use self::expected::{Expected, Tolerance};

/// What one call was given, and what the vendor's SDK sent.
#[derive(Clone, Debug)]
pub struct Vector {
    /// The operation and the case, such as `FetchPlugin/edge`.
    pub name: String,
    /// The operation, under the vendor's name.
    pub operation: String,
    /// What the call was given.
    pub arguments: Arguments,
    /// What there is to be sent.
    pub expected: Expected,
}

/// The directory of material that is shared with the project but is no part of it, if it is there: `shared` beside the
/// workspace, or what the environment variable `SHARED_DIR` says.
///
/// # Panics
///
/// If `SHARED_DIR` names no directory.
pub fn shared() -> Option<PathBuf> {
    if let Some(directory) = std::env::var_os("SHARED_DIR").map(PathBuf::from) {
        assert!(directory.is_dir(), "SHARED_DIR is no directory: {}", directory.display());
        return Some(directory);
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    beside.is_dir().then_some(beside)
}

/// The vectors in the file at `path` that are about one of `operations`.
///
/// # Panics
///
/// If the file is not what `wire/README.md` in the shared directory says.
pub fn load(path: &Path, operations: &[Operation]) -> Vec<Vector> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let vector = |line: &str| {
        let vector: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
        let operation = operations.iter().find(|operation| vector["operation"] == *operation.id)?;
        Some(parse(&vector, operation).unwrap_or_else(|| panic!("no vector as described: {line}")))
    };
    text.lines().filter(|line| !line.is_empty()).filter_map(vector).collect()
}

fn parse(vector: &Value, operation: &Operation) -> Option<Vector> {
    let request = &vector["request"];
    // None of these operations has a JSON body.
    request["json"].as_null()?;
    let mut headers: BTreeMap<String, String> = serde_json::from_value(request["headers"].clone()).ok()?;
    let content_type = headers.remove("content-type");
    // Where the SDK is wrong about escapes, only the segments count.
    let path = if vector["sdk_defect"] == "path" { None } else { Some(request["path"].as_str()?.to_owned()) };
    Some(Vector {
        name: format!("{}/{}", operation.id, vector["case"].as_str()?),
        operation: operation.id.clone(),
        arguments: vector["arguments"].as_object()?.clone(),
        expected: Expected {
            method: request["method"].as_str()?.to_owned(),
            segments: serde_json::from_value(vector["path_segments"].clone()).ok()?,
            path,
            query: serde_json::from_value(request["query"].clone()).ok()?,
            form: serde_json::from_value::<Option<_>>(request["form"].clone()).ok()?.unwrap_or_default(),
            headers,
            header_parameters: operation.header_parameters(),
            content_type,
            tolerance: vector.get("tolerance").map_or(Some(BTreeMap::new()), tolerances)?,
        },
    })
}

fn tolerances(value: &Value) -> Option<BTreeMap<String, Tolerance>> {
    let one = |(name, rule): (&String, &Value)| Some((name.clone(), Tolerance::named(rule.as_str()?)?));
    value.as_object()?.iter().map(one).collect()
}
