//! The examples that a document gives for whole values: of components, and of the bodies of requests and answers.

use serde_json::Value;

use super::schemas::Schemas;

/// An example.
pub(super) struct Given<'a> {
    /// Where it stands.
    pub(super) at: String,
    /// Where its schema stands.
    pub(super) schema: String,
    pub(super) value: &'a Value,
}

/// All examples of the document `root`.
pub(super) fn all(root: &Value) -> Vec<Given<'_>> {
    let mut found = Found { schemas: Schemas::new(root), given: Vec::new() };
    let section = |name: &str| root.pointer(&format!("/components/{name}")).and_then(Value::as_object);
    for (name, schema) in section("schemas").into_iter().flatten() {
        found.of_schema(&below("#/components/schemas", name), schema);
    }
    for kind in ["responses", "requestBodies"] {
        for (name, content) in section(kind).into_iter().flatten() {
            found.of_content(&below(&format!("#/components/{kind}"), name), content);
        }
    }
    for (path, item) in root.get("paths").and_then(Value::as_object).into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let at = below(&below("#/paths", path), method);
            if let Some(body) = operation.get("requestBody") {
                found.of_content(&below(&at, "requestBody"), body);
            }
            for (status, response) in operation.get("responses").and_then(Value::as_object).into_iter().flatten() {
                found.of_content(&below(&below(&at, "responses"), status), response);
            }
        }
    }
    found.given
}

/// The place of the member `name` of what stands at `at`.
pub(super) fn below(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}

struct Found<'a> {
    schemas: Schemas<'a>,
    given: Vec<Given<'a>>,
}

impl<'a> Found<'a> {
    fn of_schema(&mut self, at: &str, schema: &'a Value) {
        let several = schema.get("examples").and_then(Value::as_array).into_iter().flatten();
        let several = several.enumerate().map(|(index, value)| (format!("{at}/examples/{index}"), value));
        let one = schema.get("example").map(|value| (format!("{at}/example"), value));
        for (place, value) in one.into_iter().chain(several) {
            self.given.push(Given { at: place, schema: at.to_owned(), value });
        }
    }

    /// The examples of a body, each of its media types by itself.
    fn of_content(&mut self, at: &str, body: &'a Value) {
        let content = body.get("content").and_then(Value::as_object).into_iter().flatten();
        for (name, data) in content.filter(|(name, _)| is_json(name) || is_form(name)) {
            let at = below(&below(at, "content"), name);
            let schema = format!("{at}/schema");
            let one = data.get("example").map(|value| (format!("{at}/example"), value));
            let several = data.get("examples").and_then(Value::as_object).into_iter().flatten();
            let several = several.filter_map(|(name, example)| {
                let value = self.schemas.resolve(example)?.get("value")?;
                Some((below(&format!("{at}/examples"), name), value))
            });
            let several: Vec<(String, &'a Value)> = several.collect();
            for (place, value) in one.into_iter().chain(several) {
                self.given.push(Given { at: place, schema: schema.clone(), value });
            }
        }
    }
}

/// Whether `media_type` is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json")
}

/// Whether `media_type` is that of forms.
pub(super) fn is_form(media_type: &str) -> bool {
    essence(media_type) == "application/x-www-form-urlencoded"
}

/// A media type without its parameters.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
