//! What the two documents say about operations, read without the generator.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{Answer, Recorded};

/// An operation of the vendor's document.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its `operationId`.
    pub id: String,
    /// Its method, in capitals.
    pub method: String,
    /// Its path, with a placeholder such as `{Sid}` for each path parameter.
    pub path: String,
    /// Its parameters and the fields of its form.
    pub inputs: Vec<Input>,
    /// What the document gives as an example of a successful answer.
    pub answer: Answer,
}

/// Something that a call can be given.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// Where it goes: `path`, `query`, `header` or `form`.
    pub place: String,
    /// Whether a call cannot do without it.
    pub required: bool,
    /// Whether it is an array of which the document does not say what it holds.
    pub untyped: bool,
}

/// Where the copy of the vendor's document stands.
pub fn official_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/flex_plugins_official.json")
}

/// The operations of the vendor's document.
///
/// # Panics
///
/// If the document cannot be read, or does not describe an operation in the way that the others are described.
pub fn official() -> Vec<Operation> {
    let document = read(&official_path());
    let operations: Vec<Operation> = operations(&document)
        .map(|(method, path, data)| operation(method, path, data).unwrap_or_else(|| panic!("{path}: {data}")))
        .collect();
    assert!(!operations.is_empty(), "the vendor's document has no operations");
    operations
}

/// Name, method and path of all operations of the document at `path`; the name is what the member `id` says.
///
/// # Panics
///
/// If the document cannot be read, or an operation has no such member.
pub fn routes(path: &Path, id: &str) -> BTreeSet<(String, String, String)> {
    let document = read(path);
    let route = |(method, path, data): (String, &str, &Value)| {
        let name = data[id].as_str().unwrap_or_else(|| panic!("{method} {path} has no {id}"));
        (name.to_owned(), method, path.to_owned())
    };
    operations(&document).map(route).collect()
}

/// What the vendor's document answers to `request`; 404 if that is none of `operations`.
pub fn answer(operations: &[Operation], request: &Recorded) -> Answer {
    let operation = operations.iter().find(|operation| operation.routes(request));
    operation.map_or_else(|| Answer::error(404, 20404, "no such operation"), |operation| operation.answer.clone())
}

impl Operation {
    /// The names of the headers that are inputs, in lower case.
    pub fn header_parameters(&self) -> BTreeSet<String> {
        let headers = self.inputs.iter().filter(|input| input.place == "header");
        headers.map(|input| input.name.to_lowercase()).collect()
    }

    fn routes(&self, request: &Recorded) -> bool {
        let (pattern, path) = (self.path.split('/'), request.path().split('/'));
        self.method == request.method
            && pattern.clone().count() == path.clone().count()
            && pattern.zip(path).all(|(pattern, segment)| placeholder(pattern).is_some() || pattern == segment)
    }
}

/// The name in a segment such as `{Sid}`.
pub fn placeholder(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    // JSON is YAML, too.
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Method, path and description of each operation.
fn operations(document: &Value) -> impl Iterator<Item = (String, &str, &Value)> {
    const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, item)| {
        let methods = METHODS.into_iter().filter_map(|method| Some((method, item.get(method)?)));
        methods.map(|(method, data)| (method.to_uppercase(), path.as_str(), data))
    })
}

fn operation(method: String, path: &str, data: &Value) -> Option<Operation> {
    let parameter = |parameter: &Value| {
        Some(Input {
            name: parameter["name"].as_str()?.to_owned(),
            place: parameter["in"].as_str()?.to_owned(),
            required: parameter["required"] == true,
            untyped: false,
        })
    };
    let parameters: Option<Vec<Input>> = data["parameters"].as_array()?.iter().map(parameter).collect();
    let form = &data["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    let required = form["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    let field = |(name, schema): (&String, &Value)| Input {
        name: name.clone(),
        place: "form".to_owned(),
        required: required.contains(&Value::from(name.as_str())),
        untyped: schema["items"].as_object().is_some_and(|items| items.is_empty()),
    };
    let fields = form["properties"].as_object().into_iter().flatten().map(field);
    Some(Operation {
        id: data["operationId"].as_str()?.to_owned(),
        method,
        path: path.to_owned(),
        inputs: parameters?.into_iter().chain(fields).collect(),
        answer: success(&data["responses"])?,
    })
}

/// The first answer that is described, with its first example.
fn success(responses: &Value) -> Option<Answer> {
    let (status, response) = responses.as_object()?.iter().next()?;
    let examples = response["content"]["application/json"]["examples"].as_object()?;
    let example = &examples.values().next()?["value"];
    Some(Answer::json(example.to_string()).with_status(status.parse().ok()?))
}
