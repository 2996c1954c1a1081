//! From a document to one that nobody would write: members removed, renamed and swapped, references turned around,
//! parts of other documents in its midst.
//!
//! It works on the generic tree and knows little of OpenAPI, so that it has no idea of what cannot happen. The same seed
//! gives the same mutants on every machine.

use serde_json::{Map, Value, json};

/// Chance that can be repeated: SplitMix64 (Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The same numbers for the same `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; 0 if there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % (limit.max(1) as u64)) as usize
    }

    fn one_of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}

/// Names that are something else in Rust, in a path, in a URL or in Markdown, or that nobody expects.
const NAMES: [&str; 44] = [
    "",
    " ",
    "_",
    "-",
    "0",
    "-1",
    "self",
    "Self",
    "super",
    "crate",
    "type",
    "r#type",
    "async",
    "gen",
    "dyn",
    "macro_rules",
    "mod",
    "lib",
    "runtime",
    "models",
    "client",
    "Client",
    "Error",
    "Result",
    "Option",
    "Vec",
    "Box",
    "String",
    "Default",
    "clone",
    "with",
    "../x",
    "../../../../tmp/x",
    "/etc/x",
    "C:\\x",
    "{id}",
    "{",
    "*/",
    "`",
    "é\u{301}",
    "ß日本",
    "\u{202e}x",
    "🦀",
    "\0\n\"",
];

/// Names that mean something to OpenAPI.
const KEYWORDS: [&str; 24] = [
    "$ref",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "type",
    "format",
    "enum",
    "items",
    "properties",
    "additionalProperties",
    "required",
    "nullable",
    "discriminator",
    "content",
    "schema",
    "headers",
    "parameters",
    "style",
    "in",
    "name",
    "default",
    "const",
    "<<",
];

/// Changes documents, with `donors` to take parts of.
#[derive(Debug)]
pub struct Mutator<'a> {
    random: Random,
    donors: &'a [Value],
}

impl<'a> Mutator<'a> {
    /// The same mutants for the same `seed` and `donors`.
    pub fn new(seed: u64, donors: &'a [Value]) -> Self {
        Self { random: Random::new(seed), donors }
    }

    /// A mutant of one of the donors, or of a piece of it if it is large.
    pub fn mutant(&mut self) -> Value {
        let Some(donor) = self.random.one_of(self.donors) else { return Value::Null };
        let mut document = self.piece(donor);
        self.mutate(&mut document);
        document
    }

    /// Changes `document` in one place or a few: the fewer, the further the generator gets with it.
    pub fn mutate(&mut self, document: &mut Value) {
        self.mutate_once(document);
        while self.random.below(2) == 0 {
            self.mutate_once(document);
        }
    }

    fn mutate_once(&mut self, document: &mut Value) {
        let at = self.place(document);
        match self.random.below(16) {
            0 => self.remove(document, &at),
            1 => self.duplicate(document, &at),
            2 => self.rename(document, &at),
            3 => self.swap(document, &at),
            4 | 5 => self.copy(document, &at),
            6 => set(document, &at, self.extreme()),
            7 => self.refer(document, &at),
            8 => self.nest(document, &at),
            9 => self.retype(document, &at),
            10 => self.swell(document, &at),
            11 | 12 => self.construct(document, &at),
            _ => self.graft(document, &at),
        }
    }

    /// `document` with some of its paths, and with the components that these need, if it has more than a few.
    fn piece(&mut self, document: &Value) -> Value {
        const FEW: usize = 4;
        let Some(paths) = document.get("paths").and_then(Value::as_object).filter(|paths| paths.len() > FEW) else {
            return document.clone();
        };
        let start = self.random.below(paths.len());
        let some = paths.iter().cycle().skip(start).take(1 + self.random.below(FEW));
        let some: Map<String, Value> = some.map(|(path, item)| (path.clone(), item.clone())).collect();
        let mut pending = references(&Value::Object(some.clone()));
        let mut components = Map::new();
        if let Some(schemes) = document.pointer("/components/securitySchemes") {
            components.insert("securitySchemes".to_owned(), schemes.clone());
        }
        while let Some(reference) = pending.pop() {
            let mut parts = reference.splitn(4, '/').skip(2);
            let (Some(section), Some(name)) = (parts.next(), parts.next()) else { continue };
            let Some(component) = document.pointer(&format!("/components/{section}/{name}")) else { continue };
            let section = components.entry(section).or_insert_with(|| json!({}));
            if section.get(name).is_none() {
                section[name] = component.clone();
                pending.extend(references(component));
            }
        }
        let members = document.as_object().into_iter().flatten().map(|(name, member)| match name.as_str() {
            "paths" => (name.clone(), Value::Object(some.clone())),
            "components" => (name.clone(), Value::Object(components.clone())),
            _ => (name.clone(), member.clone()),
        });
        Value::Object(members.collect())
    }

    /// A place anywhere in `value`, as a JSON pointer: what is far down is no rarer for there being much of it.
    fn place(&mut self, value: &Value) -> String {
        let (mut at, mut value) = (String::new(), value);
        loop {
            let (name, child) = match value {
                Value::Object(members) if !members.is_empty() => {
                    let nth = self.random.below(members.len());
                    let Some((name, child)) = members.iter().nth(nth) else { return at };
                    (name.replace('~', "~0").replace('/', "~1"), child)
                }
                Value::Array(items) if !items.is_empty() => {
                    let nth = self.random.below(items.len());
                    (nth.to_string(), &items[nth])
                }
                _ => return at,
            };
            let shallow = at.matches('/').count() < 2;
            at = format!("{at}/{name}");
            if !shallow && self.random.below(8) == 0 {
                return at;
            }
            value = child;
        }
    }

    fn name(&mut self, document: &Value) -> String {
        match self.random.below(8) {
            0 => "long".repeat(1 + self.random.below(1000)),
            1 | 2 => self.random.one_of(&KEYWORDS).map(|name| (*name).to_owned()).unwrap_or_default(),
            3 => {
                let at = self.place(document);
                at.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~")
            }
            _ => self.random.one_of(&NAMES).map(|name| (*name).to_owned()).unwrap_or_default(),
        }
    }

    fn remove(&mut self, document: &mut Value, at: &str) {
        match parent(document, at) {
            Some((Value::Object(members), name)) => drop(members.shift_remove(&name)),
            Some((Value::Array(items), index)) => drop(index.parse().map(|index: usize| items.remove(index))),
            _ => {}
        }
    }

    fn duplicate(&mut self, document: &mut Value, at: &str) {
        let (copy, name) = (document.pointer(at).cloned().unwrap_or_default(), self.name(document));
        match parent(document, at) {
            Some((Value::Object(members), _)) => drop(members.insert(name, copy)),
            Some((Value::Array(items), _)) => items.push(copy),
            _ => {}
        }
    }

    fn rename(&mut self, document: &mut Value, at: &str) {
        let new = self.name(document);
        if let Some((Value::Object(members), old)) = parent(document, at) {
            let renamed = std::mem::take(members).into_iter();
            *members = renamed.map(|(name, value)| (if name == old { new.clone() } else { name }, value)).collect();
        }
    }

    fn swap(&mut self, document: &mut Value, at: &str) {
        let other = self.place(document);
        let (one, two) = (document.pointer(at).cloned(), document.pointer(&other).cloned());
        set(document, at, two.unwrap_or_default());
        set(document, &other, one.unwrap_or_default());
    }

    /// Copies something to `at`, often from around it or from a place of the same name.
    fn copy(&mut self, document: &mut Value, at: &str) {
        let around = at.rmatch_indices('/').nth(1 + self.random.below(4)).map(|(end, _)| at[..end].to_owned());
        let from = match around {
            Some(around) if self.random.below(3) == 0 => around,
            _ => self.similar(document, at),
        };
        let value = document.pointer(&from).cloned().unwrap_or_default();
        set(document, at, value);
    }

    /// A place of `document` with the name of `at`, if one comes by.
    fn similar(&mut self, document: &Value, at: &str) -> String {
        let name = at.rsplit('/').next().unwrap_or_default();
        let mut place = self.place(document);
        for _ in 0..30 {
            if place.rsplit('/').next() == Some(name) && place != at {
                break;
            }
            place = self.place(document);
        }
        place
    }

    fn extreme(&mut self) -> Value {
        match self.random.below(14) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(0),
            3 => json!(-1),
            4 => json!(i64::MIN),
            5 => json!(u64::MAX),
            6 => json!(1e308),
            7 => json!(0.5),
            8 => json!([]),
            9 => json!({}),
            10 => json!([null, null]),
            11 => json!({ "type": "object" }),
            _ => self.name(&Value::Null).into(),
        }
    }

    /// Puts a reference to `at`: to a component, to anything else, to itself, or to nothing.
    fn refer(&mut self, document: &mut Value, at: &str) {
        let target = self.target(document, at);
        set(document, at, json!({ "$ref": target }));
    }

    /// What a reference at `at` may say.
    fn target(&mut self, document: &Value, at: &str) -> String {
        match self.random.below(6) {
            0 => format!("#{at}"),
            1 => format!("#{}", self.place(document)),
            2 => format!("#/components/schemas/{}", self.name(document)),
            3 => self.name(document),
            _ => {
                let components = document.pointer("/components/schemas").and_then(Value::as_object);
                let nth = self.random.below(components.map_or(0, Map::len));
                let name = components.and_then(|schemas| schemas.keys().nth(nth));
                format!("#/components/schemas/{}", name.cloned().unwrap_or_default())
            }
        }
    }

    /// Turns some references of `document` to places in `file`, which is like `other`.
    pub fn spread(&mut self, document: &mut Value, file: &str, other: &Value) {
        match document {
            Value::Array(items) => items.iter_mut().for_each(|item| self.spread(item, file, other)),
            Value::Object(members) => {
                for (name, value) in members {
                    match value {
                        Value::String(reference) if name == "$ref" => match self.random.below(12) {
                            0..6 => *reference = format!("{file}{reference}"),
                            6 => *reference = format!("{file}#{}", self.place(other)),
                            _ => {}
                        },
                        value => self.spread(value, file, other),
                    }
                }
            }
            _ => {}
        }
    }

    /// Adds to the object at or around `at` what documents rarely have, most of it only since OpenAPI 3.1.
    fn construct(&mut self, document: &mut Value, at: &str) {
        let (schema, other, word) = (self.target(document, at), self.target(document, at), self.name(document));
        let (schema, other, target) = (json!({ "$ref": schema }), json!({ "$ref": other }), schema);
        let (name, value) = match self.random.below(16) {
            0 => ("$defs", json!({ "a": schema, "b": { "$ref": format!("#{at}/$defs/a") } })),
            1 => ("$anchor", json!("a")),
            2 => ("$ref", json!("#a")),
            3 => ("prefixItems", json!([schema, other])),
            4 => ("const", self.extreme()),
            5 => ("type", json!(["object", "array", "string", "null"])),
            6 => ("type", json!(["integer", "null"])),
            7 => ("discriminator", json!({ "propertyName": word, "mapping": { "a": target, "b": word } })),
            8 => ("oneOf", json!([schema, other, { "type": "null" }])),
            9 => ("anyOf", json!([{ "type": "array", "items": schema }, schema, other])),
            10 => ("allOf", json!([schema, other])),
            11 => ("patternProperties", json!({ "^x": schema, "[": other })),
            12 => ("dependentSchemas", json!({ "a": schema })),
            13 => ("unevaluatedProperties", schema),
            14 => {
                let variables = json!({ "a": { "default": word, "enum": [word, "b"] }, "c": { "default": "" } });
                ("servers", json!([{ "url": "https://{a}.example.com/{b}/{c}", "variables": variables }]))
            }
            _ => ("contentEncoding", json!("base64")),
        };
        if let Some(members) = object_around(document, at) {
            members.insert(name.to_owned(), value);
        }
        if let Some(version) = document.get_mut("openapi")
            && self.random.below(2) == 0
        {
            *version = json!("3.1.0");
        }
    }

    /// Wraps what is at `at`, a few times or very often.
    fn nest(&mut self, document: &mut Value, at: &str) {
        let times = if self.random.below(4) == 0 { 120 } else { 3 };
        let (kind, times) = (self.random.below(5), 1 + self.random.below(times));
        let mut value = document.pointer(at).cloned().unwrap_or_default();
        for _ in 0..times {
            value = match kind {
                0 => json!({ "type": "array", "items": value }),
                1 => json!({ "allOf": [value, { "type": "object", "properties": { "a": value["type"] } }] }),
                2 => json!({ "oneOf": [value] }),
                3 => json!({ "type": "object", "properties": { "a": value } }),
                _ => json!([value]),
            };
        }
        set(document, at, value);
    }

    /// Says of the object at or around `at` that it is something else.
    fn retype(&mut self, document: &mut Value, at: &str) {
        const TYPES: [&str; 7] = ["string", "integer", "number", "boolean", "array", "object", "null"];
        let ty = self.random.one_of(&TYPES).copied().unwrap_or_default();
        if let Some(members) = object_around(document, at) {
            members.insert("type".to_owned(), ty.into());
        }
    }

    /// Lets the object at or around `at` have many more members like one that it has.
    fn swell(&mut self, document: &mut Value, at: &str) {
        let (count, mut names) = (self.random.below(40), Vec::new());
        names.resize_with(count, || self.name(document));
        let value = document.pointer(at).cloned().unwrap_or_default();
        if let Some(members) = object_around(document, at) {
            members.extend(names.into_iter().map(|name| (name, value.clone())));
        }
    }

    /// Puts something of a donor into the object at or around `at`: a member of an object with a member that is there,
    /// too, so that it is likely to be understood.
    fn graft(&mut self, document: &mut Value, at: &str) {
        let Some(donor) = self.random.one_of(self.donors) else { return };
        let Some(members) = object_around(document, at) else { return };
        for _ in 0..50 {
            let from = self.place(donor);
            let Some((above, name)) = from.rsplit_once('/') else { continue };
            let Some(Value::Object(others)) = donor.pointer(above) else { continue };
            let is_alike = others.keys().any(|other| members.contains_key(other));
            if let Some(value) = donor.pointer(&from)
                && is_alike
            {
                members.insert(name.replace("~1", "/").replace("~0", "~"), value.clone());
                return;
            }
        }
    }
}

/// All that `value` refers to.
fn references(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(members.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

fn set(document: &mut Value, at: &str, value: Value) {
    if let Some(place) = document.pointer_mut(at) {
        *place = value;
    }
}

/// What the value at `at` is in, and its name there.
fn parent<'a>(document: &'a mut Value, at: &str) -> Option<(&'a mut Value, String)> {
    let (above, name) = at.rsplit_once('/')?;
    Some((document.pointer_mut(above)?, name.replace("~1", "/").replace("~0", "~")))
}

/// The innermost object at or around `at`.
fn object_around<'a>(document: &'a mut Value, at: &str) -> Option<&'a mut Map<String, Value>> {
    let ends = at.rmatch_indices('/').map(|(end, _)| end);
    let mut places = [at.len()].into_iter().chain(ends).map(|end| &at[..end]);
    let place = places.find(|place| document.pointer(place).is_some_and(Value::is_object))?;
    document.pointer_mut(place)?.as_object_mut()
}

/// The smallest document with `fails` that is left of `document` when what is not needed for it is removed.
pub fn minimised(document: &Value, fails: impl Fn(&Value) -> bool) -> Value {
    let mut smallest = document.clone();
    loop {
        let before = smallest.clone();
        let mut pending = vec![String::new()];
        while let Some(at) = pending.pop() {
            let children: Vec<String> = match smallest.pointer(&at) {
                Some(Value::Object(members)) => {
                    members.keys().map(|name| name.replace('~', "~0").replace('/', "~1")).collect()
                }
                // From the end, so that the indices of the others stay what they are.
                Some(Value::Array(items)) => (0..items.len()).rev().map(|index| index.to_string()).collect(),
                _ => Vec::new(),
            };
            for child in children {
                let child = format!("{at}/{child}");
                let mut without = smallest.clone();
                match parent(&mut without, &child) {
                    Some((Value::Object(members), name)) => drop(members.shift_remove(&name)),
                    Some((Value::Array(items), index)) => drop(index.parse().map(|index: usize| items.remove(index))),
                    _ => {}
                }
                if fails(&without) { smallest = without } else { pending.push(child) }
            }
        }
        if smallest == before {
            return smallest;
        }
    }
}
