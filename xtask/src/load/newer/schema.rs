//! Schemas: JSON Schema 2020-12 in the words of OpenAPI 3.0.

use serde_json::{Map, Value, json};

use super::super::structure::is_extension;

type Members = Map<String, Value>;

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

/// Keywords that are about the schema as a whole, whatever types it allows.
const OF_THE_WHOLE: &[&str] = &["default", "deprecated", "description", "example", "readOnly", "title", "writeOnly"];

/// Rewrites a schema; the schemas within it stay as they are.
pub(super) fn rewrite(value: &mut Value) {
    match value {
        Value::Bool(true) => *value = json!({}),
        // What can never be is as good as null.
        Value::Bool(false) => *value = json!({ "enum": [null], "nullable": true }),
        Value::Object(members) => object(members),
        _ => {}
    }
}

fn object(members: &mut Members) {
    for name in WITHOUT_EFFECT {
        members.shift_remove(*name);
    }
    if members.shift_remove("$dynamicRef").is_some() {
        // A schema that depends on where it is used from: any value.
        members.retain(|name, _| OF_THE_WHOLE.contains(&name.as_str()));
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
fn constant(members: &mut Members) {
    if let Some(value) = members.shift_remove("const") {
        members.insert("enum".to_owned(), json!([value]));
    }
}

/// Several examples are one.
fn examples(members: &mut Members) {
    if let Some(Value::Array(examples)) = members.shift_remove("examples")
        && let Some(first) = examples.into_iter().next()
    {
        members.entry("example").or_insert(first);
    }
}

/// An exclusive bound is a number by itself.
fn bound(members: &mut Members, bound: &str, exclusive: &str) {
    if let Some(value @ Value::Number(_)) = members.get(exclusive).cloned() {
        members.insert(exclusive.to_owned(), json!(true));
        members.insert(bound.to_owned(), value);
    }
}

/// How a string holds what is no text was a `format`.
fn content(members: &mut Members) {
    let encoding = members.shift_remove("contentEncoding");
    let media_type = members.shift_remove("contentMediaType");
    let format = match (encoding.as_ref().and_then(Value::as_str), media_type) {
        (Some("base64"), _) => "byte",
        (Some("base64url"), _) => "base64url",
        (None, Some(Value::String(media_type))) if !media_type.starts_with("text/") => "binary",
        _ => return,
    };
    members.entry("format").or_insert(json!(format));
}

/// A tuple is a list of any values; so is a list without a word on its items.
fn items(members: &mut Members) {
    let is_tuple = members.shift_remove("prefixItems").is_some();
    if is_tuple || members.get("items").is_some_and(Value::is_boolean) {
        members.insert("items".to_owned(), json!({}));
        members.entry("type").or_insert(json!("array"));
    }
}

/// Names by pattern, and names that are left over, are additional ones.
fn names(members: &mut Members) {
    let patterns = members.shift_remove("patternProperties");
    if let Some(Value::Object(patterns)) = patterns {
        let mut schemas = patterns.into_iter().map(|(_, schema)| schema);
        let only = schemas.next().filter(|_| schemas.next().is_none());
        let closed = members.get("additionalProperties").is_none_or(|value| *value == json!(false));
        if closed {
            members.insert("additionalProperties".to_owned(), only.unwrap_or(json!(true)));
        } else {
            members.insert("additionalProperties".to_owned(), json!(true));
        }
    }
    if let Some(unevaluated) = members.shift_remove("unevaluatedProperties")
        && !unevaluated.is_boolean()
    {
        members.entry("additionalProperties").or_insert(unevaluated);
    }
}

/// Null is a type, and there may be several types.
fn types(members: &mut Members) {
    let types: Vec<Value> = match members.get("type") {
        Some(Value::Array(types)) => types.clone(),
        Some(Value::String(only)) if only == "null" => vec![json!("null")],
        _ => return,
    };
    let (null, others): (Vec<Value>, Vec<Value>) = types.into_iter().partition(|name| *name == "null");
    if !null.is_empty() {
        members.insert("nullable".to_owned(), json!(true));
        if let Some(Value::Array(values)) = members.get_mut("enum")
            && others.len() == 1
        {
            values.retain(|value| !value.is_null());
        }
    }
    match others.as_slice() {
        [] => {
            members.shift_remove("type");
            members.entry("enum").or_insert(json!([null]));
        }
        [only] => drop(members.insert("type".to_owned(), only.clone())),
        several => {
            members.shift_remove("type");
            let mut common = Members::new();
            let names: Vec<String> = members.keys().filter(|name| !is_of_the_whole(name)).cloned().collect();
            common.extend(names.into_iter().filter_map(|name| members.shift_remove_entry(&name)));
            let alternatives = several.iter().map(|name| alternative(name, &common)).collect();
            members.insert("anyOf".to_owned(), Value::Array(alternatives));
        }
    }
}

fn is_of_the_whole(name: &str) -> bool {
    OF_THE_WHOLE.contains(&name) || name == "nullable" || is_extension(name)
}

/// One of several types, with the keywords that may be about it.
fn alternative(name: &Value, common: &Members) -> Value {
    let about: &[&str] = match name.as_str().unwrap_or_default() {
        "object" => &["properties", "required", "additionalProperties", "allOf", "oneOf", "anyOf", "discriminator"],
        "array" => &["items", "minItems", "maxItems", "uniqueItems"],
        "string" => &["format", "pattern", "minLength", "maxLength", "enum"],
        "integer" | "number" => &["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        _ => &[],
    };
    let mut members = Members::from_iter([("type".to_owned(), name.clone())]);
    members
        .extend(common.iter().filter(|(name, _)| about.contains(&name.as_str())).map(|(n, v)| (n.clone(), v.clone())));
    Value::Object(members)
}

/// What is said beside a reference counts.
fn siblings(members: &mut Members) {
    if members.len() > 1
        && let Some(reference) = members.shift_remove("$ref")
    {
        let all_of = members.entry("allOf").or_insert(json!([]));
        if let Value::Array(all_of) = all_of {
            all_of.insert(0, json!({ "$ref": reference }));
        }
    }
}
