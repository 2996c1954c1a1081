//! Arguments for operations, made from schemas with chance from a fixed seed.

use serde_json::{Map, Value, json};

use super::document::{Document, Flat, Operation, essence};
use crate::vectors::arguments::Arguments;

/// Chance that is the same every time: SplitMix64.
#[derive(Clone, Debug)]
pub struct Chance(u64);

/// How full what is made is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What is required.
    Required,
    /// Everything.
    All,
    /// What is required, and half of the rest.
    Some,
}

/// What texts may be where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a path, which cannot carry nothing.
    Path,
    /// In a header, which cannot carry line breaks, nor space at its ends.
    Header,
    /// Anywhere else outside bodies.
    Other,
    /// In a body.
    Body,
}

const TEXTS: [&str; 17] = [
    "plain",
    "two words",
    "a&b=c",
    "1+1",
    "100%",
    "%2F",
    "a/b",
    "who?",
    "#1",
    "x;y",
    "a,b",
    "\"quoted\"",
    "it's",
    "Zoë ☃ 漢字",
    "[a]|{b}",
    "~-._!$()*:@\\^`<>",
    "",
];

/// How deep optional parts are nested at most.
const DEPTH: usize = 4;

/// Makes arguments for the operations of a document.
#[derive(Debug)]
pub struct Maker<'a> {
    document: &'a Document,
    chance: Chance,
    extent: Extent,
}

impl<'a> Maker<'a> {
    /// The same arguments every time for the same `seed`.
    pub fn new(document: &'a Document, seed: u64, extent: Extent) -> Self {
        Self { document, chance: Chance(seed), extent }
    }

    /// Arguments for a call of `operation`.
    pub fn arguments(mut self, operation: &Operation<'_>) -> Arguments {
        let mut arguments = Arguments::new();
        for name in placeholders(operation.path) {
            if !operation.parameters.iter().any(|one| one["in"] == "path" && one["name"] == name) {
                arguments.insert(operation.key("path", name), json!("plain"));
            }
        }
        for parameter in &operation.parameters {
            let (name, at) =
                (parameter["name"].as_str().unwrap_or_default(), parameter["in"].as_str().unwrap_or_default());
            let place = match at {
                "path" => Place::Path,
                "header" => Place::Header,
                _ => Place::Other,
            };
            let content = parameter["content"].as_object().and_then(|content| content.values().next());
            let (schema, place) = match content {
                Some(content) => (&content["schema"], if place == Place::Header { place } else { Place::Body }),
                None => (&parameter["schema"], place),
            };
            if parameter["required"] == true || place == Place::Path || self.is_wanted() {
                arguments.insert(operation.key(at, name), self.value(schema, place, 0));
            }
        }
        let Some(body) = &operation.body else { return arguments };
        let is_json = super::document::is_json(body.media_type);
        match &body.members {
            Some(members) => {
                for (name, schema) in members {
                    let required = body.required.contains(name);
                    if !self.is_read_only(schema) && (required || self.is_wanted()) {
                        let place =
                            if is_json || self.is_json_part(body.content, name) { Place::Body } else { Place::Other };
                        let value = self.value(schema, place, 1);
                        if is_told(required, &value) {
                            arguments.insert(operation.key(body.place(), name), value);
                        }
                    }
                }
            }
            None if is_json => {
                arguments.insert(operation.key("body", "*body"), self.value(&body.content["schema"], Place::Body, 0));
            }
            None => {
                arguments.insert(operation.key("body", "*body"), json!(self.text(Place::Other)));
            }
        }
        arguments
    }

    fn is_json_part(&self, content: &Value, name: &str) -> bool {
        let types = content["encoding"][name]["contentType"].as_str();
        types.is_some_and(|types| essence(types) == "application/json")
    }

    fn is_read_only(&self, schema: &Value) -> bool {
        let flat = self.document.flat(schema);
        flat.own.get("readOnly") == Some(&Value::Bool(true))
    }

    fn is_wanted(&mut self) -> bool {
        match self.extent {
            Extent::Required => false,
            Extent::All => true,
            Extent::Some => self.chance.below(2) == 0,
        }
    }

    /// A value of `schema` for a `place`, so many objects deep.
    fn value(&mut self, schema: &Value, place: Place, depth: usize) -> Value {
        let flat = self.document.flat(schema);
        let is_nullable = flat.own.get("nullable") == Some(&Value::Bool(true)) || flat.types.contains("null");
        if is_nullable && place == Place::Body && self.extent == Extent::Some && self.chance.below(4) == 0 {
            return Value::Null;
        }
        if let Some(value) = flat.own.get("const") {
            return value.clone();
        }
        if let Some(values) = flat.own.get("enum").and_then(Value::as_array) {
            let values: Vec<&Value> = values.iter().filter(|value| !value.is_null()).collect();
            return self.chance.of(&values).copied().cloned().unwrap_or_default();
        }
        if let Some(choice) = flat.choices.first() {
            return self.choice(&flat, choice, place, depth);
        }
        let types: Vec<&str> = flat.types.iter().map(String::as_str).filter(|ty| *ty != "null").collect();
        match self.chance.of(&types) {
            Some(&"boolean") => json!(self.chance.below(2) == 0),
            Some(&"integer") => self.integer(&flat),
            Some(&"number") => json!(self.chance.of(&[0.5, -2.25, 1234.125, 0.0625]).copied()),
            Some(&"string") => json!(self.string(&flat, place)),
            Some(&"array") => self.array(&flat, place, depth),
            _ if !flat.properties.is_empty() || flat.additional.is_some() => self.object(&flat, place, depth),
            Some(&"object") => self.map(&json!({}), place, depth),
            _ if flat.own.contains_key("items") => self.array(&flat, place, depth),
            _ if place == Place::Body => self
                .chance
                .of(&[json!("any"), json!(7), json!({"a b": [1, "x"]}), json!([true, null])])
                .cloned()
                .unwrap_or_default(),
            _ => json!(self.text(place)),
        }
    }

    /// One of several alternatives. A parameter that may be a list or an item of it is given as a list.
    fn choice(&mut self, flat: &Flat, choice: &[Value], place: Place, depth: usize) -> Value {
        let is_list = |one: &&Value| self.document.flat(one).types.contains("array");
        let lists: Vec<&Value> = choice.iter().filter(is_list).collect();
        let chosen = match lists.as_slice() {
            [list] if place != Place::Body => *list,
            _ => match self.chance.of(choice) {
                Some(chosen) => chosen,
                None => return Value::Null,
            },
        };
        let mut value = self.value(chosen, place, depth);
        let tag = flat.discriminator.as_ref();
        if let (Some(tag), Value::Object(members)) = (tag, &mut value)
            && let (Some(name), Some(reference)) = (tag["propertyName"].as_str(), chosen["$ref"].as_str())
        {
            let component = reference.rsplit('/').next().unwrap_or_default();
            let is_this = |target: &Value| target == reference || target == component;
            let mapping = tag["mapping"].as_object().into_iter().flatten();
            let named = mapping.clone().find(|(_, target)| is_this(target)).map(|(name, _)| name.as_str());
            members.insert(name.to_owned(), json!(named.unwrap_or(component)));
        }
        value
    }

    fn integer(&mut self, flat: &Flat) -> Value {
        let (from, to) =
            (flat.own.get("minimum").and_then(Value::as_i64), flat.own.get("maximum").and_then(Value::as_i64));
        let narrow =
            matches!(flat.own.get("format").and_then(Value::as_str), Some("int32" | "uint32" | "int16" | "uint16"));
        let tiny = matches!(flat.own.get("format").and_then(Value::as_str), Some("int8" | "uint8"));
        let all: &[i64] = if tiny {
            &[0, 1, 100]
        } else if narrow {
            &[0, 1, 30_000]
        } else {
            &[0, 1, 42, 9_007_199_254_740_993]
        };
        let fits = |number: &&i64| from.is_none_or(|from| from <= **number) && to.is_none_or(|to| **number <= to);
        let fitting: Vec<&i64> = all.iter().filter(fits).collect();
        json!(self.chance.of(&fitting).map_or(from.or(to), |number| Some(**number)))
    }

    fn string(&mut self, flat: &Flat, place: Place) -> String {
        let format = flat.own.get("format").and_then(Value::as_str).unwrap_or_default();
        let of = |chance: &mut Chance, texts: &[&str]| chance.of(texts).copied().unwrap_or_default().to_owned();
        match format {
            "date-time" => of(&mut self.chance, &["2024-02-29T12:30:45Z", "1999-12-31T23:59:59.123456+01:00"]),
            "date" => of(&mut self.chance, &["2024-02-29", "1970-01-01"]),
            "uuid" => "0f8fad5b-d9cb-469f-a165-70867728950e".to_owned(),
            "byte" => of(&mut self.chance, &["aGk=", "+/+/"]),
            "binary" => "some bytes".to_owned(),
            _ => self.text(place),
        }
    }

    /// Any text: one that is hard to send, or some of them.
    fn text(&mut self, place: Place) -> String {
        let mut text = String::new();
        for _ in 0..=self.chance.below(3) {
            text.push_str(self.chance.of(&TEXTS).copied().unwrap_or_default());
        }
        match place {
            Place::Path if text.is_empty() => "not empty".to_owned(),
            Place::Header => text.trim().to_owned(),
            Place::Path => text,
            Place::Other | Place::Body if self.chance.below(8) == 0 => text + "\r\n\tend ",
            Place::Other | Place::Body => text,
        }
    }

    fn array(&mut self, flat: &Flat, place: Place, depth: usize) -> Value {
        let least = match flat.own.get("minItems").and_then(Value::as_u64) {
            Some(least) => usize::try_from(least).unwrap_or(1).min(5),
            None => usize::from(place == Place::Path),
        };
        let more = match self.extent {
            Extent::Required => 1,
            Extent::All => 2,
            Extent::Some if depth < 2 && self.chance.below(10) == 0 => 30,
            Extent::Some => self.chance.below(4),
        };
        let items = flat.own.get("items").cloned().unwrap_or_else(|| json!({}));
        let (place, more) = if depth > DEPTH { (place, 0) } else { (place, more) };
        (0..least.max(more)).map(|_| self.value(&items, place, depth + 1)).collect()
    }

    fn object(&mut self, flat: &Flat, place: Place, depth: usize) -> Value {
        let mut object = Map::new();
        for (name, schema) in &flat.properties {
            let is_required = flat.required.contains(name);
            if !self.is_read_only(schema) && (is_required || depth <= DEPTH && self.is_wanted()) {
                let value = self.value(schema, place, depth + 1);
                if is_told(is_required, &value) {
                    object.insert(name.clone(), value);
                }
            }
        }
        if let (Some(additional), true) = (&flat.additional, depth <= DEPTH)
            && let Value::Object(others) = self.map(additional, place, depth)
        {
            for (name, value) in others {
                object.entry(name).or_insert(value);
            }
        }
        if object.is_empty()
            && place == Place::Path
            && let Some((name, schema)) = flat.properties.iter().next()
        {
            object.insert(name.clone(), self.value(schema, place, depth + 1));
        }
        object.into()
    }

    /// An object with members of any names.
    fn map(&mut self, schema: &Value, place: Place, depth: usize) -> Value {
        let count = if self.extent == Extent::Some { self.chance.below(3) } else { 2 };
        let names = ["first key", "zwei&ü"].into_iter().take(if place == Place::Path { 2 } else { count });
        names.map(|name| (name.to_owned(), self.value(schema, place, depth + 1))).collect()
    }
}

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(self.next() % limit).unwrap_or_default()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// Whether clients tell `value` from none at all: where a member may be absent, null is.
fn is_told(is_required: bool, value: &Value) -> bool {
    is_required || !value.is_null()
}

/// The names of the placeholders of a path.
pub fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}
