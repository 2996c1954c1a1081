//! Whether a value is what its schema says, as far as a client can be expected to rely on it: types, required members,
//! known values, formats, and members that nobody describes. Limits and patterns are not looked at.

use serde_json::Value;

use super::schemas::{Schema, Schemas};
use super::survive::instant;

/// Whom a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Direction {
    /// Whether requests hold it.
    pub(super) asked: bool,
    /// Whether answers hold it.
    pub(super) answered: bool,
}

impl Direction {
    /// Whether a property with this schema is there in this direction.
    pub(super) fn has(self, property: &Schema<'_>) -> bool {
        (self.answered || !property.read_only) && (self.asked || !property.write_only)
    }
}

/// More levels than this are not looked at.
const DEPTH: usize = 100;

/// Why `value` is not what `schema` says, with the path to the fault; `None` if it is.
pub(super) fn fault<'a>(
    schemas: Schemas<'a>,
    schema: &'a Value,
    value: &Value,
    direction: Direction,
) -> Option<String> {
    let check = Check { schemas, direction };
    check.fault(schema, value, "", DEPTH).or_else(|| {
        let path = check.undescribed(&[schema], value, "", DEPTH)?;
        Some(at(&path, "it is not described"))
    })
}

/// Whether `value` is what `schema` says, whatever members it has beyond that.
pub(super) fn conforms<'a>(schemas: Schemas<'a>, schema: &'a Value, value: &Value, direction: Direction) -> bool {
    Check { schemas, direction }.fault(schema, value, "", DEPTH).is_none()
}

struct Check<'a> {
    schemas: Schemas<'a>,
    direction: Direction,
}

impl<'a> Check<'a> {
    fn fault(&self, schema: &'a Value, value: &Value, path: &str, depth: usize) -> Option<String> {
        if *schema == Value::Bool(false) {
            return Some(at(path, "nothing is allowed"));
        }
        let merged = self.schemas.schema(schema);
        if depth == 0 || merged.is_any() {
            return None;
        }
        if value.is_null() {
            return (!self.is_nullable(&merged, depth)).then(|| at(path, "null is not allowed"));
        }
        if merged.only_null {
            return Some(at(path, &format!("{} is not null", short(value))));
        }
        if !is_of_type(&merged, value) {
            return Some(at(path, &format!("{} is not of type {}", short(value), merged.types.join(" or "))));
        }
        if let Some(values) = &merged.values
            && !values.iter().any(|known| *known == value || (known.is_number() && known.as_f64() == value.as_f64()))
        {
            return Some(at(path, &format!("{} is not one of the values", short(value))));
        }
        if let Some(reason) = format(&merged, value) {
            return Some(at(path, &reason));
        }
        for choice in &merged.choices {
            let fits = |one: &&Value| self.fault(one, value, path, depth - 1).is_none();
            if !choice.iter().any(fits) {
                let only = match choice.as_slice() {
                    [only] => self.fault(only, value, path, depth - 1),
                    _ => None,
                };
                return only.or_else(|| Some(at(path, "it is none of the alternatives")));
            }
        }
        match value {
            Value::Array(items) => merged.items.and_then(|schema| {
                let item = |(index, item)| self.fault(schema, item, &format!("{path}[{index}]"), depth - 1);
                items.iter().enumerate().find_map(item)
            }),
            Value::Object(members) => self.members(&merged, members, path, depth),
            _ => None,
        }
    }

    fn members(
        &self,
        schema: &Schema<'a>,
        members: &serde_json::Map<String, Value>,
        path: &str,
        depth: usize,
    ) -> Option<String> {
        let is_missing = |name: &&&str| {
            let property = schema.properties.get(**name).map(|property| self.schemas.schema(property));
            // Of what is required and never described, nothing can be kept.
            !members.contains_key(**name) && property.is_some_and(|property| self.direction.has(&property))
        };
        if let Some(missing) = schema.required.iter().find(is_missing) {
            return Some(at(path, &format!("`{missing}` is missing")));
        }
        members.iter().find_map(|(name, value)| {
            let path = within(path, name);
            match (schema.properties.get(name.as_str()), schema.additional) {
                (Some(property), _) => self.fault(property, value, &path, depth - 1),
                (None, Some(property @ Value::Object(_))) => self.fault(property, value, &path, depth - 1),
                (None, Some(Value::Bool(false))) if schema.choices.is_empty() => Some(at(&path, "it is not allowed")),
                (None, _) => None,
            }
        })
    }

    /// The path of a member of `value` that none of `schemas` describes, if there is one.
    fn undescribed(&self, schemas: &[&'a Value], value: &Value, path: &str, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let merged = self.all(schemas, depth);
        let is_open = |schema: &Schema<'_>| {
            let is_bare = schema.properties.is_empty() && schema.choices.is_empty();
            schema.is_any() || (is_bare && schema.types.contains(&"object"))
        };
        match value {
            Value::Array(items) => {
                let schemas: Vec<&Value> = merged.iter().filter_map(|schema| schema.items).collect();
                let item = |(index, item)| self.undescribed(&schemas, item, &format!("{path}[{index}]"), depth);
                items.iter().enumerate().filter(|_| !schemas.is_empty()).find_map(item)
            }
            Value::Object(members) => members.iter().find_map(|(name, value)| {
                let path = within(path, name);
                let own = merged.iter().filter_map(|schema| schema.properties.get(name.as_str()).copied());
                let further = merged.iter().filter_map(|schema| schema.additional.filter(|any| any.is_object()));
                let described: Vec<&Value> = own.chain(further).collect();
                let may_be = || {
                    let open = |schema: &Schema<'_>| schema.additional == Some(&Value::Bool(true)) || is_open(schema);
                    merged.iter().any(open)
                };
                match described.as_slice() {
                    [] => (!may_be()).then_some(path),
                    described => self.undescribed(described, value, &path, depth),
                }
            }),
            _ => None,
        }
    }

    /// What `schemas` and all of their alternatives say, each by itself.
    fn all(&self, schemas: &[&'a Value], depth: usize) -> Vec<Schema<'a>> {
        let mut found = Vec::new();
        let mut rest: Vec<(&'a Value, usize)> = schemas.iter().map(|schema| (*schema, depth)).collect();
        while let Some((schema, depth)) = rest.pop() {
            let merged = self.schemas.schema(schema);
            if let Some(depth) = depth.checked_sub(10) {
                rest.extend(merged.choices.iter().flatten().map(|one| (*one, depth)));
            }
            if !merged.types.is_empty() || merged.choices.is_empty() || !merged.properties.is_empty() {
                found.push(merged);
            }
        }
        found
    }

    /// Whether null is allowed by the schema itself, or by one of its alternatives.
    fn is_nullable(&self, schema: &Schema<'a>, depth: usize) -> bool {
        schema.nullable
            || (!schema.choices.is_empty()
                && schema.types.is_empty()
                && schema.choices.iter().all(|choice| {
                    choice.iter().any(|one| {
                        one.get("type") == Some(&Value::from("null"))
                            || self.fault(one, &Value::Null, "", depth - 1).is_none()
                    })
                }))
    }
}

/// The path of the member `name` of what is at `path`.
fn within(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn at(path: &str, reason: &str) -> String {
    if path.is_empty() { reason.to_owned() } else { format!("{path}: {reason}") }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Whether `value` is of a type that `schema` allows.
pub(super) fn is_of_type(schema: &Schema<'_>, value: &Value) -> bool {
    schema.types.is_empty() || schema.types.iter().any(|name| is_of(name, value))
}

fn is_of(name: &str, value: &Value) -> bool {
    match name {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

/// Whether `text` is Base64 (RFC 4648, section 4).
fn is_base64(text: &str) -> bool {
    let digits = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    text.len().is_multiple_of(4)
        && digits.chars().all(|digit| digit.is_ascii_alphanumeric() || matches!(digit, '+' | '/'))
}

fn format(schema: &Schema<'_>, value: &Value) -> Option<String> {
    let wrong = |format: &str| Some(format!("{} is not of the format {format}", short(value)));
    match (schema.format?, value) {
        ("date-time", Value::String(text)) if instant(text).is_none() => wrong("date-time"),
        ("date", Value::String(text)) if text.parse::<jiff::civil::Date>().is_err() || text.len() != 10 => {
            wrong("date")
        }
        ("byte", Value::String(text)) if !is_base64(text) => wrong("byte"),
        ("int32", Value::Number(number)) if number.as_i64().is_none_or(|number| i32::try_from(number).is_err()) => {
            wrong("int32")
        }
        (_, Value::Number(number)) if schema.types.as_slice() == ["integer"] && number.as_i64().is_none() => {
            Some(format!("{} has more than 64 bits, or a fraction", short(value)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_schema_does_not_say_is_found() {
        let root = json!({ "components": { "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": { "type": "string", "enum": ["Rex"] },
                    "age": { "type": "integer", "format": "int32" },
                    "born": { "type": "string", "format": "date", "nullable": true },
                    "secret": { "type": "string", "writeOnly": true },
                    "owner": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Owner" }, { "type": "string" }] },
                    "old": { "type": ["string", "null"] },
                    "photo": { "type": "string", "format": "byte" },
                },
            },
            "Owner": {
                "required": ["secret"],
                "properties": { "secret": { "type": "string", "writeOnly": true }, "id": { "type": "integer" } },
            },
        } } });
        let schemas = Schemas::new(&root);
        let pet = schemas.at("#/components/schemas/Pet").expect("a schema");
        let answered = Direction { asked: false, answered: true };
        for (value, expected) in [
            (json!({ "name": "Rex", "born": null, "old": null, "owner": { "id": 1 } }), None),
            (json!({ "name": "Rex", "age": 3, "born": "2020-01-31", "owner": "me" }), None),
            (json!({}), Some("`name` is missing")),
            (json!({ "name": null }), Some("name: null is not allowed")),
            (json!({ "name": "Max" }), Some("name: \"Max\" is not one of the values")),
            (json!({ "name": 1 }), Some("name: 1 is not of type string")),
            (json!({ "name": "Rex", "age": 3_000_000_000_u64 }), Some("age: 3000000000 is not of the format int32")),
            (json!({ "name": "Rex", "born": "31.1.2020" }), Some("born: \"31.1.2020\" is not of the format date")),
            (json!({ "name": "Rex", "photo": "aGk=", "owner": null }), None),
            (json!({ "name": "Rex", "photo": "hello" }), Some("photo: \"hello\" is not of the format byte")),
            (json!({ "name": "Rex", "owner": 1 }), Some("owner: it is none of the alternatives")),
            (json!({ "name": "Rex", "owner": { "it": 1 } }), Some("owner.it: it is not described")),
            (json!({ "name": "Rex", "it": 1 }), Some("it: it is not described")),
        ] {
            assert_eq!(fault(schemas, pet, &value, answered).as_deref(), expected, "{value}");
        }
    }
}
