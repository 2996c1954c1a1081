//! The schemas of a document as its author wrote them, of OpenAPI 3.0 or 3.1.
//!
//! They are read here from the generic tree, without a line of the generator, so that what checks it does not share its
//! mistakes.

use indexmap::IndexMap;
use serde_json::{Map, Value};

/// More references, or schemas that others are composed of, than this lead nowhere.
const DEPTH: usize = 32;

/// A document.
#[derive(Clone, Copy)]
pub(super) struct Schemas<'a> {
    root: &'a Value,
    /// Whether it is of OpenAPI 3.0.
    is_older: bool,
}

/// What a schema and all that it is composed of say about a value.
#[derive(Clone, Default)]
pub(super) struct Schema<'a> {
    /// The types that are allowed, without null; all if there are none.
    pub(super) types: Vec<&'a str>,
    pub(super) nullable: bool,
    /// Whether null is all that is allowed.
    pub(super) only_null: bool,
    pub(super) format: Option<&'a str>,
    pub(super) pattern: Option<&'a str>,
    /// The only values that are allowed.
    pub(super) values: Option<Vec<&'a Value>>,
    pub(super) properties: IndexMap<&'a str, &'a Value>,
    pub(super) required: Vec<&'a str>,
    /// What properties are that have no schema of their own.
    pub(super) additional: Option<&'a Value>,
    pub(super) items: Option<&'a Value>,
    /// Alternatives: of each list, a value is one.
    pub(super) choices: Vec<Vec<&'a Value>>,
    /// The property that says which alternative it is.
    pub(super) tag: Option<&'a str>,
    /// The values of the tag with what they stand for.
    pub(super) mapping: Option<&'a Map<String, Value>>,
    pub(super) example: Option<&'a Value>,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    limits: Map<String, Value>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        let version = root.get("openapi").and_then(Value::as_str).unwrap_or_default();
        Self { root, is_older: version.starts_with("3.0") }
    }

    /// What stands at `place`, a pointer as references have it.
    pub(super) fn at(&self, place: &str) -> Option<&'a Value> {
        self.root.pointer(place.strip_prefix('#')?)
    }

    /// What `value` is, or refers to.
    pub(super) fn resolve(&self, mut value: &'a Value) -> Option<&'a Value> {
        for _ in 0..DEPTH {
            let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return Some(value) };
            value = self.target(reference)?;
        }
        None
    }

    fn target(&self, reference: &str) -> Option<&'a Value> {
        self.at(reference).or_else(|| self.at(&decoded(reference)))
    }

    /// What `schema` says, and what all that it is composed of say.
    pub(super) fn schema(&self, schema: &'a Value) -> Schema<'a> {
        let mut merged = Schema::default();
        self.merge(schema, &mut merged, DEPTH);
        // Without a type, its words give it away.
        if merged.types.is_empty() && !merged.properties.is_empty() {
            merged.types.push("object");
        } else if merged.types.is_empty() && merged.items.is_some() {
            merged.types.push("array");
        }
        merged
    }

    fn merge(&self, schema: &'a Value, merged: &mut Schema<'a>, depth: usize) {
        let (Some(members), 1..) = (schema.as_object(), depth) else { return };
        if let Some(target) = members.get("$ref").and_then(Value::as_str).and_then(|to| self.target(to)) {
            self.merge(target, merged, depth - 1);
            // What stands beside a reference is no part of OpenAPI 3.0.
            if self.is_older {
                return;
            }
        }
        for part in list(members, "allOf") {
            self.merge(part, merged, depth - 1);
        }
        merged.add(members);
    }

    /// The alternative of `choice` that `value` is of, if `conforms` says so of any; the tag decides where there is one.
    pub(super) fn alternative(
        &self,
        schema: &Schema<'a>,
        choice: &[&'a Value],
        value: &Value,
        conforms: impl Fn(&'a Value) -> bool,
    ) -> Option<&'a Value> {
        let tag = schema.tag.and_then(|tag| value.get(tag)?.as_str());
        let announced = tag.and_then(|tag| choice.iter().find(|one| schema.tags(one).any(|known| known == tag)));
        announced.or_else(|| choice.iter().find(|one| conforms(one))).copied()
    }
}

impl<'a> Schema<'a> {
    fn add(&mut self, members: &'a Map<String, Value>) {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let flag = |name: &str| members.get(name).and_then(Value::as_bool).unwrap_or_default();
        match members.get("type") {
            Some(Value::String(only)) => self.types = vec![only],
            Some(Value::Array(several)) => self.types = several.iter().filter_map(Value::as_str).collect(),
            _ => {}
        }
        self.nullable |= flag("nullable") || self.types.contains(&"null");
        self.only_null |= self.types == ["null"];
        self.types.retain(|name| *name != "null");
        self.read_only |= flag("readOnly");
        self.write_only |= flag("writeOnly");
        self.format = text("format").or(self.format);
        self.pattern = text("pattern").or(self.pattern);
        if let Some(only) = members.get("const") {
            self.values = Some(vec![only]);
        }
        if let Some(Value::Array(values)) = members.get("enum") {
            self.values = Some(values.iter().collect());
        }
        self.nullable |= self.values.as_ref().is_some_and(|values| values.iter().any(|value| value.is_null()));
        for (name, property) in members.get("properties").and_then(Value::as_object).into_iter().flatten() {
            // One that only adds a word to what is known leaves the rest as it was.
            if !self.properties.contains_key(name.as_str()) || says_the_type(property) {
                self.properties.insert(name, property);
            }
        }
        self.required.extend(list(members, "required").filter_map(Value::as_str));
        self.additional = members.get("additionalProperties").or(self.additional);
        self.items = members.get("items").or(self.items);
        for keyword in ["oneOf", "anyOf"] {
            let alternatives: Vec<&Value> = list(members, keyword).collect();
            if !alternatives.is_empty() {
                self.choices.push(alternatives);
            }
        }
        if let Some(tag) = members.get("discriminator") {
            self.tag = tag.get("propertyName").and_then(Value::as_str);
            self.mapping = tag.get("mapping").and_then(Value::as_object);
        }
        self.example = members.get("example").or_else(|| list(members, "examples").next()).or(self.example);
        for name in LIMITS {
            if let Some(limit) = members.get(*name) {
                self.limits.insert((*name).to_owned(), limit.clone());
            }
        }
    }

    /// A limit that counts.
    pub(super) fn count(&self, name: &str) -> Option<usize> {
        usize::try_from(self.limits.get(name)?.as_u64()?).ok()
    }

    /// A limit of a number; of 3.0, `exclusiveMinimum` is no number.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.limits.get(name)?.as_f64()
    }

    /// Whether a limit is set to `true`.
    pub(super) fn is_set(&self, name: &str) -> bool {
        self.limits.get(name) == Some(&Value::Bool(true))
    }

    /// Whether any value will do.
    pub(super) fn is_any(&self) -> bool {
        self.types.is_empty()
            && !self.only_null
            && self.properties.is_empty()
            && self.choices.is_empty()
            && self.values.is_none()
            && self.items.is_none()
    }

    /// The values of the tag that announce `alternative`, which is a reference.
    pub(super) fn tags(&self, alternative: &Value) -> impl Iterator<Item = &'a str> + use<'a> {
        let reference = alternative.get("$ref").and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = reference.rsplit('/').next().unwrap_or_default().to_owned();
        let mapping = self.mapping.into_iter().flatten();
        mapping
            .filter(move |(_, target)| target.as_str() == Some(&reference) || target.as_str() == Some(&name))
            .map(|(value, _)| value.as_str())
    }
}

const LIMITS: &[&str] = &[
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
];

fn says_the_type(schema: &Value) -> bool {
    ["$ref", "type", "properties", "allOf", "oneOf", "anyOf", "enum", "const"]
        .iter()
        .any(|name| schema.get(name).is_some())
}

fn list<'a>(members: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    members.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// A fragment, or a part of a form, with its percent codes decoded.
pub(super) fn decoded(reference: &str) -> String {
    let mut bytes = Vec::with_capacity(reference.len());
    let mut rest = reference.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
