//! Values that a schema describes, made from nothing but the schema.

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Value, json};

use super::conform::{self, Direction};
use super::schemas::{Schema, Schemas};

/// Below this many levels, and after this many values, what can be left out is left out.
const DEPTH: usize = 4;
const VALUES: usize = 400;

/// Of so many alternatives at most, each has its turn.
const TURNS: usize = 60;

/// A value of `schema`: with all members, or with those that are required; `None` if it has no end.
pub(super) fn value<'a>(schemas: Schemas<'a>, schema: &'a Value, all: bool, direction: Direction) -> Option<Value> {
    Sampler::new(schemas, direction, 0).value(schema, all)
}

/// The same for each alternative that `schema` leaves, and that schemas within it leave; no value twice.
pub(super) fn values<'a>(schemas: Schemas<'a>, schema: &'a Value, all: bool, direction: Direction) -> Vec<Value> {
    let mut found = Vec::new();
    let (mut turn, mut turns) = (0, 1);
    while turn < turns {
        let mut sampler = Sampler::new(schemas, direction, turn);
        found.extend(sampler.value(schema, all).filter(|value| !found.contains(value)));
        turns = turns.max(sampler.turns.min(TURNS));
        turn += 1;
    }
    found
}

struct Sampler<'a> {
    schemas: Schemas<'a>,
    direction: Direction,
    /// The schemas that the value stands within, by what they refer to.
    open: Vec<*const Value>,
    values: usize,
    /// Of several alternatives, this one is taken, counted on from the first.
    turn: usize,
    /// The most alternatives that there were.
    turns: usize,
}

impl<'a> Sampler<'a> {
    fn new(schemas: Schemas<'a>, direction: Direction, turn: usize) -> Self {
        Self { schemas, direction, open: Vec::new(), values: 0, turn, turns: 1 }
    }

    fn value(&mut self, schema: &'a Value, all: bool) -> Option<Value> {
        let own: *const Value = self.schemas.resolve(schema)?;
        if self.open.contains(&own) || self.open.len() > 10 * DEPTH {
            return None;
        }
        self.values += 1;
        let all = all && self.values < VALUES && self.open.len() < DEPTH;
        self.open.push(own);
        let merged = self.schemas.schema(schema);
        let sample = self.example(schema, &merged).or_else(|| self.of(&merged, all));
        self.open.pop();
        sample
    }

    /// The author's example of a value without parts, if it is one.
    fn example(&self, schema: &'a Value, merged: &Schema<'a>) -> Option<Value> {
        let example =
            merged.example.filter(|example| !example.is_array() && !example.is_object() && !example.is_null())?;
        let fits = conform::fault(self.schemas, schema, example, self.direction).is_none();
        fits.then(|| example.clone())
    }

    fn of(&mut self, schema: &Schema<'a>, all: bool) -> Option<Value> {
        if let Some(values) = &schema.values {
            // Those of another type contradict it.
            let value = values.iter().find(|value| !value.is_null() && conform::is_of_type(schema, value));
            return value.map(|value| (*value).clone()).or_else(|| schema.nullable.then_some(Value::Null));
        }
        let chosen = self.chosen(schema, all);
        if chosen.is_none() && !schema.choices.is_empty() {
            return None;
        }
        match (schema.types.first().copied(), chosen) {
            (None | Some("object"), Some(Value::Object(chosen))) => self.object(schema, chosen, all),
            (_, Some(chosen)) => Some(chosen),
            (Some("object"), None) => self.object(schema, Map::new(), all),
            // Some alternatives only say which of the members are required.
            (None, None) if !schema.required.is_empty() || schema.additional.is_some() => {
                self.object(schema, Map::new(), all)
            }
            (Some("array"), None) => self.array(schema, all),
            (None, None) if schema.items.is_some() => self.array(schema, all),
            (Some("string"), None) => Some(Value::from(text(schema))),
            (Some("integer"), None) => Some(json!(number(schema, 1.0) as i64)),
            (Some("number"), None) => Some(json!(number(schema, 1.5))),
            (Some("boolean"), None) => Some(json!(true)),
            (Some(_), None) => None,
            (None, None) if schema.nullable => Some(Value::Null),
            (None, None) => Some(json!({ "any": ["value"] })),
        }
    }

    /// A value of the alternative whose turn it is, or of the next one that has any, of each choice, together if they
    /// are objects.
    fn chosen(&mut self, schema: &Schema<'a>, all: bool) -> Option<Value> {
        let mut chosen: Option<Value> = None;
        for choice in &schema.choices {
            self.turns = self.turns.max(choice.len());
            let (later, first) = choice.split_at(self.turn % choice.len());
            let mut sampled = first.iter().chain(later).filter_map(|one| Some((one, self.value(one, all)?)));
            let (one, mut value) = match sampled.next()? {
                (one, Value::Null) => sampled.next().unwrap_or((one, Value::Null)),
                other => other,
            };
            if let (Some(tag), Value::Object(members)) = (schema.tag, &mut value) {
                let announced = schema.tags(one).next().or_else(|| one.get("$ref")?.as_str()?.rsplit('/').next());
                if let Some(announced) = announced {
                    members.insert(tag.to_owned(), announced.into());
                }
            }
            match (&mut chosen, value) {
                (Some(Value::Object(known)), Value::Object(members)) => known.extend(members),
                (chosen, value) => *chosen = Some(value),
            }
        }
        chosen
    }

    fn object(&mut self, schema: &Schema<'a>, mut members: Map<String, Value>, all: bool) -> Option<Value> {
        for (name, property) in &schema.properties {
            let required = schema.required.contains(name);
            let merged = self.schemas.schema(property);
            if !self.direction.has(&merged) || members.contains_key(*name) || !(all || required) {
                continue;
            }
            match self.value(property, all) {
                Some(value) => drop(members.insert((*name).to_owned(), value)),
                None if required && merged.nullable => drop(members.insert((*name).to_owned(), Value::Null)),
                None if required => return None,
                None => {}
            }
        }
        for name in &schema.required {
            if let Some(additional @ Value::Object(_)) = schema.additional
                && !schema.properties.contains_key(name)
                && !members.contains_key(*name)
            {
                members.insert((*name).to_owned(), self.value(additional, all)?);
            }
        }
        if let Some(additional @ Value::Object(_)) = schema.additional
            && all
            && let Some(value) = self.value(additional, all)
        {
            members.entry("key").or_insert(value);
        }
        Some(Value::Object(members))
    }

    fn array(&mut self, schema: &Schema<'a>, all: bool) -> Option<Value> {
        let least = schema.count("minItems").unwrap_or(0);
        let count = least.max(usize::from(all)).min(schema.count("maxItems").unwrap_or(usize::MAX)).min(VALUES);
        let mut items = Vec::new();
        for _ in 0..count {
            match schema.items.map(|item| self.value(item, all)) {
                Some(Some(item)) => items.push(item),
                Some(None) if least > 0 => return None,
                Some(None) => break,
                None => items.push(json!("item")),
            }
        }
        Some(Value::Array(items))
    }
}

/// A text of the format, of the pattern, or of the length that is asked for.
fn text(schema: &Schema<'_>) -> String {
    let known = match schema.format {
        Some("date-time") => Some("2024-05-17T09:30:00Z"),
        Some("date") => Some("2024-05-17"),
        Some("time") => Some("09:30:00Z"),
        Some("duration") => Some("PT5M"),
        Some("uuid") => Some("7d444840-9dc0-11d1-b245-5ffdce74fad2"),
        Some("email") => Some("someone@example.com"),
        Some("uri" | "url") => Some("https://example.com/path"),
        Some("hostname") => Some("example.com"),
        Some("ipv4" | "ip") => Some("192.0.2.1"),
        Some("ipv6") => Some("2001:db8::1"),
        Some("byte") => Some("aGVsbG8="),
        Some("decimal") => Some("12.50"),
        Some("date-time-rfc-2822") => Some("Fri, 17 May 2024 09:30:00 +0000"),
        _ => None,
    };
    let of_pattern = || {
        let mut text = String::new();
        let parsed = regex_syntax::Parser::new().parse(schema.pattern?).ok()?;
        matching(&parsed, &mut text).then_some(text)
    };
    let mut text = known.map(str::to_owned).or_else(of_pattern).unwrap_or_else(|| "text".to_owned());
    if known.is_none() && schema.pattern.is_none() {
        let length = text.len();
        let fill = schema.count("minLength").unwrap_or(0).min(10_000).saturating_sub(length);
        text.extend(std::iter::repeat_n('x', fill));
        text.truncate(schema.count("maxLength").unwrap_or(usize::MAX));
    }
    text
}

/// Adds the shortest text that `pattern` matches; `false` if there is none.
fn matching(pattern: &Hir, text: &mut String) -> bool {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).map(|literal| text.push_str(literal)).is_ok(),
        HirKind::Class(Class::Unicode(class)) => {
            let first = class.ranges().iter().map(|range| range.start()).find(char::is_ascii_graphic);
            let first = first.or_else(|| class.ranges().first().map(|range| range.start()));
            first.map(|first| text.push(first)).is_some()
        }
        HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Repetition(repetition) => (0..repetition.min.min(1000)).all(|_| matching(&repetition.sub, text)),
        HirKind::Capture(capture) => matching(&capture.sub, text),
        HirKind::Concat(parts) => parts.iter().all(|part| matching(part, text)),
        HirKind::Alternation(parts) => parts.first().is_some_and(|part| matching(part, text)),
    }
}

/// A number between the limits: `usual` if it is.
fn number(schema: &Schema<'_>, usual: f64) -> f64 {
    let step = schema.number("multipleOf").filter(|step| *step > 0.0);
    let whole = schema.types.first() == Some(&"integer");
    let beyond = if whole { 1.0 } else { 0.5 };
    let least =
        schema.number("minimum").map(|least| if schema.is_set("exclusiveMinimum") { least + beyond } else { least });
    let least = least.or_else(|| schema.number("exclusiveMinimum").map(|least| least + beyond));
    let most =
        schema.number("maximum").map(|most| if schema.is_set("exclusiveMaximum") { most - beyond } else { most });
    let most = most.or_else(|| schema.number("exclusiveMaximum").map(|most| most - beyond));
    let number = least.map_or(usual, |least| usual.max(least));
    let number = most.map_or(number, |most| number.min(most));
    let number = step.map_or(number, |step| (number / step).ceil() * step);
    if whole { number.ceil() } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_what_their_schemas_say() {
        let root = json!({ "components": { "schemas": {
            "Texts": { "properties": {
                "time": { "type": "string", "format": "date-time" }, "day": { "type": "string", "format": "date" },
                "kind": { "type": "string", "enum": ["a", "b"] }, "only": { "const": "a" },
                "sid": { "type": "string", "pattern": "^FP[0-9a-f]{32}$" }, "short": { "type": "string", "maxLength": 2 },
                "given": { "type": "string", "example": "as given" },
            } },
            "Numbers": { "type": "object", "required": ["least"], "properties": {
                "least": { "type": "integer", "minimum": 5 }, "most": { "type": "number", "maximum": -1 },
                "between": { "type": "integer", "exclusiveMinimum": 1, "maximum": 10, "multipleOf": 4 },
            } },
            "Tree": { "type": "object", "required": ["children"], "properties": {
                "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
                "parent": { "$ref": "#/components/schemas/Tree" },
            } },
            "Endless": { "type": "object", "required": ["self"], "properties": {
                "self": { "$ref": "#/components/schemas/Endless" },
            } },
            "Composed": { "allOf": [{ "$ref": "#/components/schemas/Numbers" }, { "required": ["most"] }] },
            "Choice": {
                "oneOf": [{ "$ref": "#/components/schemas/Tagged" }, { "type": "string" }],
                "discriminator": { "propertyName": "kind", "mapping": { "t": "#/components/schemas/Tagged" } },
            },
            "Tagged": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
            "Map": { "type": "object", "additionalProperties": { "type": ["integer", "null"] } },
            "Some": { "type": "array", "minItems": 2, "items": { "type": "boolean" } },
        } } });
        let schemas = Schemas::new(&root);
        let both = Direction { asked: true, answered: true };
        let sample = |name: &str, all| {
            let schema = schemas.at(&format!("#/components/schemas/{name}")).expect("a schema");
            let value = value(schemas, schema, all, both);
            let fault = value.as_ref().and_then(|value| conform::fault(schemas, schema, value, both));
            assert_eq!(fault, None, "{name}: {value:?}");
            value
        };
        for (name, required, all) in [
            (
                "Texts",
                json!({}),
                json!({
                    "time": "2024-05-17T09:30:00Z", "day": "2024-05-17", "kind": "a", "only": "a",
                    "sid": "FP00000000000000000000000000000000", "short": "te", "given": "as given",
                }),
            ),
            ("Numbers", json!({ "least": 5 }), json!({ "least": 5, "most": -1.0, "between": 4 })),
            ("Tree", json!({ "children": [] }), json!({ "children": [] })),
            ("Composed", json!({ "least": 5, "most": -1.0 }), json!({ "least": 5, "most": -1.0, "between": 4 })),
            ("Choice", json!({ "kind": "t" }), json!({ "kind": "t" })),
            ("Map", json!({}), json!({ "key": 1 })),
            ("Some", json!([true, true]), json!([true, true])),
        ] {
            assert_eq!(sample(name, false), Some(required), "{name}");
            assert_eq!(sample(name, true), Some(all), "{name}");
        }
        assert_eq!(sample("Endless", true), None);
        let choice = schemas.at("#/components/schemas/Choice").expect("a schema");
        assert_eq!(values(schemas, choice, true, both), [json!({ "kind": "t" }), json!("text")]);
    }
}
