//! Schemas: JSON Schema 2020-12 in the words of OpenAPI 3.0.

use super::super::structure::is_extension;
use super::super::value::{Map, Value};

/// Keywords that say nothing about how a value is written, and that 3.0 does not have.
const WITHOUT_EFFECT: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$schema",
    "$vocabulary",
    "contains",
    "contentSchema",
    "definitions",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "propertyNames",
    "then",
    "unevaluatedItems",
];

/// Keywords that say something about how a value is written, and that 3.0 does not have.
pub(super) const WITH_EFFECT: &[&str] =
    &["const", "contentEncoding", "contentMediaType", "patternProperties", "prefixItems", "unevaluatedProperties"];

/// Keywords that are about the schema as a whole, whatever types it allows.
const OF_THE_WHOLE: &[&str] = &["default", "deprecated", "description", "example", "readOnly", "title", "writeOnly"];

/// Rewrites a schema; the schemas within it stay as they are.
pub(super) fn rewrite(value: &mut Value) {
    match value {
        Value::Bool(true) => *value = Value::empty_object(),
        // What can never be is as good as null.
        Value::Bool(false) => *value = Value::from([("enum", [Value::Null].into()), ("nullable", true.into())]),
        Value::Object(members) => object(members),
        _ => {}
    }
}

fn object(members: &mut Map) {
    for name in WITHOUT_EFFECT {
        members.remove(name);
    }
    if members.remove("$dynamicRef").is_some() {
        // A schema that depends on where it is used from: any value.
        members.retain(|name, _| OF_THE_WHOLE.contains(&name));
        return;
    }
    constant(members);
    examples(members);
    bound(members, "minimum", "exclusiveMinimum");
    bound(members, "maximum", "exclusiveMaximum");
    content(members);
    items(members);
    names(members);
    types(members);
    siblings(members);
}

/// `const` is an `enum` of one value.
fn constant(members: &mut Map) {
    if let Some(value) = members.remove("const") {
        members.insert("enum", [value]);
    }
}

/// Several examples are one.
fn examples(members: &mut Map) {
    if let Some(Value::Array(examples)) = members.remove("examples")
        && let Some(first) = examples.into_iter().next()
    {
        members.or_insert("example", first);
    }
}

/// An exclusive bound is a number by itself.
fn bound(members: &mut Map, bound: &str, exclusive: &str) {
    if let Some(value @ Value::Number(_)) = members.get(exclusive).cloned() {
        members.insert(exclusive, true);
        members.insert(bound, value);
    }
}

/// How a string holds what is no text was a `format`.
fn content(members: &mut Map) {
    let encoding = members.remove("contentEncoding");
    let media_type = members.remove("contentMediaType");
    let format = match (encoding.as_ref().and_then(Value::as_str), media_type) {
        (Some("base64"), _) => "byte",
        (Some("base64url"), _) => "base64url",
        (None, Some(Value::String(media_type))) if !media_type.starts_with("text/") => "binary",
        _ => return,
    };
    members.or_insert("format", format);
}

/// A tuple is a list of any values; so is a list without a word on its items.
fn items(members: &mut Map) {
    let is_tuple = members.remove("prefixItems").is_some();
    if is_tuple || members.get("items").is_some_and(Value::is_boolean) {
        members.insert("items", Value::empty_object());
        members.or_insert("type", "array");
    }
}

/// Names by pattern, and names that are left over, are additional ones.
fn names(members: &mut Map) {
    let patterns = members.remove("patternProperties");
    if let Some(Value::Object(patterns)) = patterns {
        let mut schemas = patterns.into_iter().map(|(_, schema)| schema);
        let only = schemas.next().filter(|_| schemas.next().is_none());
        let closed = members.get("additionalProperties").is_none_or(|value| value.as_bool() == Some(false));
        if closed {
            members.insert("additionalProperties", only.unwrap_or(true.into()));
        } else {
            members.insert("additionalProperties", true);
        }
    }
    if let Some(unevaluated) = members.remove("unevaluatedProperties")
        && !unevaluated.is_boolean()
    {
        members.or_insert("additionalProperties", unevaluated);
    }
}

/// Null is a type, and there may be several types.
fn types(members: &mut Map) {
    let types: Vec<Value> = match members.get("type") {
        Some(Value::Array(types)) => types.clone(),
        Some(Value::String(only)) if only == "null" => vec!["null".into()],
        _ => return,
    };
    let is_null = |name: &Value| name.as_str() == Some("null");
    let (null, others): (Vec<Value>, Vec<Value>) = types.into_iter().partition(is_null);
    if !null.is_empty() {
        members.insert("nullable", true);
        if let Some(Value::Array(values)) = members.get_mut("enum")
            && others.len() == 1
        {
            values.retain(|value| !value.is_null());
        }
    }
    match others.as_slice() {
        [] => {
            members.remove("type");
            members.or_insert("enum", [Value::Null]);
        }
        [only] => drop(members.insert("type", only.clone())),
        several => {
            members.remove("type");
            let all = std::mem::take(members).into_iter();
            let (whole, common): (Map, Map) = all.partition(|(name, _)| is_of_the_whole(name));
            *members = whole;
            let alternatives = several.iter().map(|name| alternative(name, &common)).collect();
            members.insert("anyOf", Value::Array(alternatives));
        }
    }
}

fn is_of_the_whole(name: &str) -> bool {
    OF_THE_WHOLE.contains(&name) || name == "nullable" || is_extension(name)
}

/// One of several types, with the keywords that may be about it.
fn alternative(name: &Value, common: &Map) -> Value {
    let about: &[&str] = match name.as_str().unwrap_or_default() {
        "object" => &["properties", "required", "additionalProperties", "allOf", "oneOf", "anyOf", "discriminator"],
        "array" => &["items", "minItems", "maxItems", "uniqueItems"],
        "string" => &["format", "pattern", "minLength", "maxLength", "enum"],
        "integer" | "number" => &["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        _ => &[],
    };
    let mut members = Map::from_iter([("type".into(), name.clone())]);
    for (name, value) in common.iter().filter(|(name, _)| about.contains(name)) {
        members.insert(name, value.clone());
    }
    Value::Object(members)
}

/// What is said beside a reference counts.
fn siblings(members: &mut Map) {
    if members.len() > 1
        && let Some(reference) = members.remove("$ref")
    {
        let all_of = members.or_insert("allOf", Value::Array(Vec::new()));
        if let Value::Array(all_of) = all_of {
            all_of.insert(0, Value::from([("$ref", reference)]));
        }
    }
}
