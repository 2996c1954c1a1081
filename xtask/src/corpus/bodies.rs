//! The bodies that callers give member by member, in JSON or as forms: what calls are made for values of them, and
//! whether what arrives is the same. Values of all other bodies are of a type, and read as that.

use std::rc::Rc;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::conform::Direction;
use super::given::{below, is_form, is_json};
use super::sample;
use super::schemas::{self, Schemas};
use super::survive;

/// Who reads them.
pub(super) const ASKED: Direction = Direction { asked: true, answered: false };

/// A body, and the operation that asks for it.
pub(super) struct Body<'a> {
    operation: &'a str,
    is_form: bool,
    schema: &'a Value,
    /// How single fields of a form are written, where that is said.
    encoding: Option<&'a Map<String, Value>>,
    /// Place, name and description of what else the operation asks for.
    parameters: Vec<(&'a str, &'a str, &'a Value)>,
}

/// The bodies of the document's operations, by the places of their schemas, but for those that are `typed`.
pub(super) fn all<'a>(root: &'a Value, typed: impl Fn(&str) -> bool) -> IndexMap<String, Rc<Body<'a>>> {
    let schemas = Schemas::new(root);
    let mut bodies = IndexMap::new();
    for (path, item) in root.get("paths").and_then(Value::as_object).into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let at = below(&below("#/paths", path), method);
            let id = operation.get("operationId").and_then(Value::as_str);
            let Some((id, (at, media_type, content))) = id.zip(content(schemas, &at, operation)) else { continue };
            let Some(schema) = content.get("schema") else { continue };
            let merged = schemas.schema(schema);
            let at = format!("{at}/schema");
            if typed(&at) || merged.properties.is_empty() || !merged.choices.is_empty() {
                continue;
            }
            let body = Body {
                operation: id,
                is_form: is_form(media_type),
                schema,
                encoding: content.get("encoding").and_then(Value::as_object),
                parameters: parameters(schemas, item, operation),
            };
            bodies.entry(at).or_insert_with(|| Rc::new(body));
        }
    }
    bodies
}

/// Where the best that the body of `operation`, which stands at `at`, may be of is described, its media type and what is
/// said of it.
fn content<'a>(schemas: Schemas<'a>, at: &str, operation: &'a Value) -> Option<(String, &'a str, &'a Value)> {
    let body = operation.get("requestBody")?;
    let at = body.get("$ref").and_then(Value::as_str).map_or_else(|| below(at, "requestBody"), str::to_owned);
    let content = schemas.resolve(body)?.get("content")?.as_object()?;
    let is_plain: fn(&str) -> bool = |name| name == "application/json";
    let mut best = [is_plain, is_json, is_form].into_iter().filter_map(|is| content.iter().find(|(name, _)| is(name)));
    best.next().map(|(name, data)| (below(&below(&at, "content"), name), name.as_str(), data))
}

/// What `operation` asks for beside its body; its own parameters come before those of its path, `item`.
fn parameters<'a>(schemas: Schemas<'a>, item: &'a Value, operation: &'a Value) -> Vec<(&'a str, &'a str, &'a Value)> {
    let mut found: Vec<(&str, &str, &Value)> = Vec::new();
    let lists = [operation, item].into_iter().filter_map(|owner| owner.get("parameters")?.as_array());
    for parameter in lists.flatten().filter_map(|parameter| schemas.resolve(parameter)) {
        let text = |name: &str| parameter.get(name).and_then(Value::as_str);
        let Some((place, name)) = text("in").zip(text("name")) else { continue };
        // These say what the body is, and who asks.
        let is_ignored = ["accept", "content-type", "authorization"].contains(&name.to_ascii_lowercase().as_str());
        if !(place == "header" && is_ignored || found.iter().any(|known| (known.0, known.1) == (place, name))) {
            found.push((place, name, parameter));
        }
    }
    found
}

impl<'a> Body<'a> {
    pub(super) fn schema(&self) -> &'a Value {
        self.schema
    }

    /// `value` without what no request holds.
    pub(super) fn sendable(&self, schemas: Schemas<'a>, value: &Value) -> Value {
        let properties = schemas.schema(self.schema).properties;
        let is_sent = |name: &str| properties.get(name).is_none_or(|one| ASKED.has(&schemas.schema(one)));
        let members = value.as_object().into_iter().flatten();
        members.filter(|(name, _)| is_sent(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// A call by name that sends `value`, with samples of what else is required; `None` if these have no end.
    pub(super) fn call(&self, schemas: Schemas<'a>, value: &Value) -> Option<Value> {
        let properties = schemas.schema(self.schema).properties;
        let place = if self.is_form { "form" } else { "body" };
        let is_member = |name: &str| properties.get(name).is_some_and(|one| ASKED.has(&schemas.schema(one)));
        let key = |place: &str, name: &str| {
            let others = self.parameters.iter().filter(|(_, other, _)| *other == name).count();
            let is_alone = others + usize::from(is_member(name)) < 2;
            if is_alone { name.to_owned() } else { format!("{place}:{name}") }
        };
        let mut arguments = Map::new();
        for (place, name, parameter) in &self.parameters {
            let content = || parameter.get("content")?.as_object()?.values().next()?.get("schema");
            if parameter.get("required") == Some(&Value::Bool(true)) {
                let schema = parameter.get("schema").or_else(content)?;
                arguments.insert(key(place, name), sample::value(schemas, schema, false, ASKED)?);
            }
        }
        // Forms have no null.
        let members = value.as_object()?.iter().filter(|(_, value)| !(self.is_form && value.is_null()));
        arguments.extend(members.map(|(name, value)| (key(place, name), value.clone())));
        Some(serde_json::json!({ "operation": self.operation, "arguments": arguments }))
    }

    /// What of `value` is not the same in `sent`, a body.
    pub(super) fn difference(&self, value: &Value, sent: &str) -> Option<String> {
        if !self.is_form {
            return match serde_json::from_str(sent) {
                Ok(sent) => survive::difference(value, &sent),
                Err(error) => Some(format!("{error} in {sent}")),
            };
        }
        let fields = fields(sent);
        let is_told = |name: &str| self.encoding.is_some_and(|encoding| encoding.contains_key(name));
        let members = value.as_object()?;
        let differs = |(name, value): (&String, &Value)| {
            let texts = fields.get(name).map(Vec::as_slice).unwrap_or_default();
            let reason = field(value, texts)?;
            Some(format!("{name}: {reason}"))
        };
        // `deepObject` writes the names of members in brackets.
        let is_known = |name: &str| members.contains_key(name) || name.split('[').next().is_some_and(is_told);
        let made_up = || fields.keys().find(|name| !is_known(name));
        // What says how it is written is for `wire --generated` to judge.
        let mut plain = members.iter().filter(|(name, _)| !is_told(name));
        plain.find_map(differs).or_else(|| made_up().map(|name| format!("{name} has been made up")))
    }
}

/// What of `value` is not the same in `texts`, the field of a form: a text for each item of a list, and JSON for what
/// has no other form.
fn field(value: &Value, texts: &[String]) -> Option<String> {
    let read = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| Value::from(text.as_str()));
    let whole = || matches!(texts, [text] if survive::difference(value, &read(text)).is_none());
    let items = match value {
        Value::Null => &[],
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let texts =
        items.iter().zip(texts).map(|(item, text)| if item.is_string() { text.as_str().into() } else { read(text) });
    let difference = survive::difference(&items.into(), &texts.collect());
    difference.filter(|_| !whole())
}

/// The fields of a form, by name.
fn fields(form: &str) -> IndexMap<String, Vec<String>> {
    let mut fields: IndexMap<String, Vec<String>> = IndexMap::new();
    for pair in form.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let text = |text: &str| schemas::decoded(&text.replace('+', " "));
        fields.entry(text(name)).or_default().push(text(value));
    }
    fields
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_arrives_is_compared() {
        let properties = json!({
            "Sid": { "type": "string" }, "Tags": { "type": "array" }, "Deep": { "type": "object" },
            "id": { "type": "string", "readOnly": true },
        });
        let encoding = json!({ "Deep": { "style": "deepObject" } });
        let content = json!({ "schema": { "type": "object", "properties": properties }, "encoding": encoding });
        let operation = |media_type: &str| {
            json!({
                "operationId": "make",
                "parameters": [{ "name": "Sid", "in": "path", "required": true, "schema": { "type": "string" } }],
                "requestBody": { "content": { media_type: content } },
            })
        };
        let root = json!({ "paths": { "/{Sid}": {
            "put": operation("application/json"), "post": operation("application/x-www-form-urlencoded"),
        } } });
        let (schemas, bodies) = (Schemas::new(&root), all(&root, |_| false));
        let (json, form) = (&bodies[0], &bodies[1]);
        let value = json.sendable(schemas, &json!({ "Sid": "a b", "Tags": ["x", 1], "id": "no" }));
        let call =
            json!({ "operation": "make", "arguments": { "path:Sid": "text", "form:Sid": "a b", "Tags": ["x", 1] } });
        assert_eq!(form.call(schemas, &value), Some(call));
        for (body, sent, expected) in [
            (json, r#"{"Sid":"a b","Tags":["x",1]}"#, None),
            (json, r#"{"Sid":"a b"}"#, Some("Tags is gone")),
            (form, "Sid=a+b&Tags=x&Tags=1", None),
            (form, "Sid=a%20b&Tags=%5B%22x%22,1%5D", None),
            (form, "Sid=a+b&Tags=x&Tags=1&Deep%5Ba%5D=1", None),
            (form, "Sid=a+b&Tags=x", Some(r#"Tags: all: ["x",1] has become ["x"]"#)),
            (form, "Sid=a+b&Tags=x&Tags=1&More=", Some("More has been made up")),
        ] {
            assert_eq!(body.difference(&value, sent).as_deref(), expected, "{sent}");
        }
    }
}
