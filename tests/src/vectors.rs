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

use std::collections::{BTreeMap, BTreeSet};
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
    let of = |vector: &mut Vector| {
        let operation = operations.iter().find(|operation| operation.id == vector.operation)?;
        vector.expected.header_parameters = operation.header_parameters();
        Some(())
    };
    let mut vectors = all(path);
    vectors.retain_mut(|vector| of(vector).is_some());
    vectors
}

/// All vectors in the file at `path`. The headers of an operation that may come from arguments are those of its vectors.
///
/// # Panics
///
/// If the file is not what `wire/README.md` in the shared directory says.
pub fn all(path: &Path) -> Vec<Vector> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let vector = |line: &str| {
        let vector: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
        parse(&vector).unwrap_or_else(|| panic!("no vector as described: {line}"))
    };
    let mut vectors: Vec<Vector> = text.lines().filter(|line| !line.is_empty()).map(vector).collect();
    let mut headers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Vector { operation, expected, .. } in &vectors {
        headers.entry(operation.clone()).or_default().extend(expected.headers.keys().cloned());
    }
    for Vector { operation, expected, .. } in &mut vectors {
        expected.header_parameters = headers[operation].clone();
    }
    vectors
}

fn parse(vector: &Value) -> Option<Vector> {
    let request = &vector["request"];
    let mut headers: BTreeMap<String, String> = serde_json::from_value(request["headers"].clone()).ok()?;
    let content_type = headers.remove("content-type");
    // Where the SDK is wrong about escapes, only the segments count.
    let path = if vector["sdk_defect"] == "path" { None } else { Some(request["path"].as_str()?.to_owned()) };
    let mut rules: BTreeMap<String, String> = match vector.get("tolerance") {
        Some(rules) => serde_json::from_value(rules.clone()).ok()?,
        None => BTreeMap::new(),
    };
    let mut is_rule = |name: &str, rule: &str| rules.remove(name).is_some_and(|given| given == rule);
    let (may_be_empty, null_is_absent) = (is_rule("*body", "empty"), is_rule("*json", "null_members"));
    let tolerance = rules.into_iter().map(|(name, rule)| Some((name, Tolerance::named(&rule)?)));
    let operation = vector["operation"].as_str()?;
    Some(Vector {
        name: format!("{operation}/{}", vector["case"].as_str()?),
        operation: operation.to_owned(),
        arguments: vector["arguments"].as_object()?.clone(),
        expected: Expected {
            method: request["method"].as_str()?.to_owned(),
            segments: serde_json::from_value(vector["path_segments"].clone()).ok()?,
            path,
            query: serde_json::from_value(request["query"].clone()).ok()?,
            form: serde_json::from_value::<Option<_>>(request["form"].clone()).ok()?.unwrap_or_default(),
            json: Some(request["json"].clone()).filter(|json| !json.is_null()),
            may_be_empty,
            null_is_absent,
            headers,
            header_parameters: BTreeSet::new(),
            content_type,
            tolerance: tolerance.collect::<Option<_>>()?,
        },
    })
}
