//! What something is called that becomes a component.

use super::super::value::Value;
use super::Target;
use super::files::Files;
use crate::diagnostics::Pointer;
use crate::numbers::Numbers;

/// Names of members that say nothing about what is in them.
const STRUCTURE: &[&str] = &[
    "$defs",
    "allOf",
    "anyOf",
    "callbacks",
    "components",
    "content",
    "definitions",
    "examples",
    "headers",
    "links",
    "oneOf",
    "parameters",
    "paths",
    "properties",
    "requestBodies",
    "requestBody",
    "responses",
    "schema",
    "schemas",
];

/// A name for `target`: after where it stands, else with the name of its file in front, else with a number.
pub(super) fn of(files: &Files, target: &Target, numbers: &mut Numbers, is_taken: impl Fn(&str) -> bool) -> String {
    let file = files.name(target.file).file_stem().unwrap_or_default().to_string_lossy();
    let words = words(files, target).join("_");
    let name = cleaned(if words.is_empty() { &file } else { &words });
    let longer = cleaned(&format!("{file}_{name}"));
    if is_taken(&name) && !is_taken(&longer) { longer } else { numbers.free(name, "_", is_taken) }
}

/// What the steps to `target` say about it.
fn words(files: &Files, target: &Target) -> Vec<String> {
    let segments: Vec<String> = target.pointer.segments().collect();
    match segments.as_slice() {
        [paths, path, rest @ ..] if paths == "paths" => {
            let method = rest.first().cloned().unwrap_or_default();
            let operation = Pointer::root().key(paths).key(path).key(&method).key("operationId");
            let id = files.value(&Target { file: target.file, pointer: operation }).and_then(Value::as_str);
            let first = id.map_or_else(|| format!("{method}_{path}"), str::to_owned);
            let inner = rest.iter().skip(1).filter_map(|step| word(step));
            std::iter::once(first).chain(inner.map(str::to_owned)).collect()
        }
        segments => segments.iter().filter_map(|step| word(step)).map(str::to_owned).collect(),
    }
}

fn word(step: &str) -> Option<&str> {
    let says_nothing =
        STRUCTURE.contains(&step) || step.contains('/') || step.bytes().all(|byte| byte.is_ascii_digit());
    match step {
        "items" => Some("item"),
        "additionalProperties" => Some("value"),
        step => (!says_nothing).then_some(step),
    }
}

/// `name` with the characters that names of components have.
fn cleaned(name: &str) -> String {
    let is_fine = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_');
    name.chars().map(|character| if is_fine(character) { character } else { '_' }).collect()
}
