//! What a document says about requests, read without the generator.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};

/// An OpenAPI document.
#[derive(Clone, Debug)]
pub struct Document(Value);

/// An operation, its references followed.
#[derive(Clone, Debug)]
pub struct Operation<'a> {
    /// Its `operationId`.
    pub id: &'a str,
    /// Its method, in capitals.
    pub method: String,
    /// Its path, with placeholders.
    pub path: &'a str,
    /// Its Parameter objects, those of its path included.
    pub parameters: Vec<&'a Value>,
    /// Its body, if it may have one.
    pub body: Option<Body<'a>>,
}

/// The body of an operation, of the type that clients choose.
#[derive(Clone, Debug)]
pub struct Body<'a> {
    /// The media type.
    pub media_type: &'a str,
    /// The Media Type object.
    pub content: &'a Value,
    /// What is given by name, if that is not the body as a whole: the properties.
    pub members: Option<Map<String, Value>>,
    /// The names of those that a request cannot do without.
    pub required: BTreeSet<String>,
}

/// A schema with what it is composed of in one place.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// The types it may have; any, if it names none.
    pub types: BTreeSet<String>,
    /// All properties.
    pub properties: Map<String, Value>,
    /// The names of those that are required.
    pub required: BTreeSet<String>,
    /// The schema of other properties, if there is one.
    pub additional: Option<Value>,
    /// The lists of alternatives: of each, one applies.
    pub choices: Vec<Vec<Value>>,
    /// Where the alternatives say which of them applies, and the values that stand for them.
    pub discriminator: Option<Value>,
    /// All that is said once only.
    pub own: Map<String, Value>,
}

impl Document {
    /// The document at `path`, in JSON or YAML.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn read(path: &Path) -> Result<Self, String> {
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| failed(&error))?;
        match serde_json::from_str(&text) {
            Ok(value) => Ok(Self(value)),
            Err(_) => serde_yaml::from_str(&text).map(|value| Self(json(value))).map_err(|error| failed(&error)),
        }
    }

    /// The operations that have a name of their own, and the number of the others.
    pub fn operations(&self) -> (Vec<Operation<'_>>, usize) {
        const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
        let (mut operations, mut others, mut seen) = (Vec::new(), 0, BTreeSet::new());
        for (path, item) in self.0["paths"].as_object().into_iter().flatten() {
            let item = self.follow(item);
            for (method, data) in METHODS.iter().filter_map(|method| Some((method, item.get(method)?))) {
                match data["operationId"].as_str().filter(|id| seen.insert(*id)) {
                    Some(id) => operations.push(Operation {
                        id,
                        method: method.to_uppercase(),
                        path,
                        parameters: self.parameters(item, data),
                        body: data.get("requestBody").and_then(|body| self.body(self.follow(body))),
                    }),
                    None => others += 1,
                }
            }
        }
        (operations, others)
    }

    /// What keys are called that go into queries, headers and cookies: no parameters, and yet sent.
    pub fn keys(&self) -> BTreeSet<String> {
        let schemes = self.0["components"]["securitySchemes"].as_object().into_iter().flatten();
        schemes.filter_map(|(_, scheme)| Some(self.follow(scheme)["name"].as_str()?.to_lowercase())).collect()
    }

    /// What `value` is, or refers to.
    pub fn follow<'a>(&'a self, value: &'a Value) -> &'a Value {
        let target = value["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
        match target
            .and_then(|target| self.0.pointer(&percent_encoding::percent_decode_str(target).decode_utf8_lossy()))
        {
            Some(target) => self.follow(target),
            None => value,
        }
    }

    /// The parameters of an operation of a path; those that OpenAPI says to ignore are left out.
    fn parameters<'a>(&'a self, item: &'a Value, operation: &'a Value) -> Vec<&'a Value> {
        let list = |owner: &'a Value| owner["parameters"].as_array().into_iter().flatten().map(|one| self.follow(one));
        let same = |one: &Value, other: &Value| (&one["name"], &one["in"]) == (&other["name"], &other["in"]);
        let mut parameters: Vec<&Value> = Vec::new();
        for parameter in list(operation).chain(list(item)) {
            let name = parameter["name"].as_str().unwrap_or_default().to_lowercase();
            let is_ignored = matches!(name.as_str(), "accept" | "content-type" | "authorization");
            let is_known = parameters.iter().any(|known| same(known, parameter));
            if !(is_known || parameter["in"] == "header" && is_ignored) {
                parameters.push(parameter);
            }
        }
        parameters
    }

    /// Of several types the one that says most: JSON, a form, parts, text, and then anything else.
    fn body<'a>(&'a self, body: &'a Value) -> Option<Body<'a>> {
        let rank = |media_type: &str| match essence(media_type).as_str() {
            "application/json" => 0,
            other if other.ends_with("+json") => 1,
            "application/x-www-form-urlencoded" => 2,
            "multipart/form-data" => 3,
            other if other.starts_with("text/") => 4,
            _ => 5,
        };
        let (media_type, content) = body["content"].as_object()?.iter().min_by_key(|(name, _)| rank(name))?;
        let flat = self.flat(&content["schema"]);
        let is_object = flat.types.is_empty() || flat.types.contains("object");
        let is_any_heir = rank(media_type) < 2 && self.has_heirs(&content["schema"]);
        let has_names = !flat.properties.is_empty()
            && flat.additional.is_none()
            && is_object
            && rank(media_type) < 4
            && !is_any_heir;
        Some(Body {
            media_type,
            content,
            members: has_names.then(|| flat.properties.clone()),
            required: if has_names { flat.required } else { BTreeSet::new() },
        })
    }

    /// Whether `schema` refers to one with a discriminator, which others are composed of.
    fn has_heirs(&self, schema: &Value) -> bool {
        let own = self.follow(schema);
        let components = self.0.pointer("/components/schemas").and_then(Value::as_object).into_iter().flatten();
        let mut parts = components.flat_map(|(_, component)| component["allOf"].as_array().into_iter().flatten());
        let is_choice = own.get("oneOf").or(own.get("anyOf")).is_some();
        own.get("discriminator").is_some() && !is_choice && parts.any(|part| std::ptr::eq(self.follow(part), own))
    }

    /// `schema` with what it is composed of. Where it has properties, those of its alternatives are among them.
    pub fn flat(&self, schema: &Value) -> Flat {
        let mut flat = Flat::default();
        self.merge(schema, &mut flat, 0);
        if !flat.properties.is_empty() {
            for alternative in std::mem::take(&mut flat.choices).into_iter().flatten() {
                for (name, schema) in self.flat(&alternative).properties {
                    flat.properties.entry(name).or_insert(schema);
                }
            }
        }
        flat
    }

    fn merge(&self, schema: &Value, flat: &mut Flat, depth: usize) {
        if depth > 20 {
            return;
        }
        let Some(schema) = self.follow(schema).as_object() else { return };
        for (key, value) in schema {
            match (key.as_str(), value) {
                ("allOf", Value::Array(parts)) => parts.iter().for_each(|part| self.merge(part, flat, depth + 1)),
                ("oneOf" | "anyOf", Value::Array(all)) => {
                    match all.iter().filter(|one| one["type"] != "null").collect::<Vec<_>>()[..] {
                        // With null beside it, or without anything, it is no choice.
                        [only] => self.merge(only, flat, depth + 1),
                        ref others => flat.choices.push(others.iter().map(|one| (*one).clone()).collect()),
                    }
                }
                ("type", Value::String(name)) => drop(flat.types.insert(name.clone())),
                ("type", Value::Array(names)) => {
                    flat.types.extend(names.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                ("properties", Value::Object(properties)) => flat.properties.extend(properties.clone()),
                ("required", Value::Array(names)) => {
                    flat.required.extend(names.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                ("additionalProperties", Value::Object(other)) if !other.is_empty() => {
                    flat.additional = Some(value.clone());
                }
                ("discriminator", _) => flat.discriminator = Some(value.clone()),
                _ => drop(flat.own.insert(key.clone(), value.clone())),
            }
        }
    }
}

impl Operation<'_> {
    /// The argument that stands for the input `name` at `place`: the name, behind the place where several have it.
    pub fn key(&self, place: &str, name: &str) -> String {
        let is = |parameter: &&&Value| parameter["name"] == name;
        let in_body = self.body.iter().any(|body| match &body.members {
            Some(members) => members.contains_key(name),
            None => name == "*body",
        });
        match self.parameters.iter().filter(is).count() + usize::from(in_body) {
            0 | 1 => name.to_owned(),
            _ => format!("{place}:{name}"),
        }
    }
}

impl Body<'_> {
    /// What the place of its members is called.
    pub fn place(&self) -> &'static str {
        match essence(self.media_type).as_str() {
            "application/x-www-form-urlencoded" => "form",
            "multipart/form-data" => "part",
            _ => "body",
        }
    }
}

/// A media type without its parameters, in small letters.
pub fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a media type is one of JSON.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json")
}

/// YAML as JSON, in which all keys are texts.
fn json(value: serde_yaml::Value) -> Value {
    use serde_yaml::Value as Yaml;
    let key = |key: Yaml| key.as_str().map_or_else(|| json(key.clone()).to_string(), str::to_owned);
    match value {
        Yaml::Mapping(members) => members.into_iter().map(|(name, value)| (key(name), json(value))).collect(),
        Yaml::Sequence(items) => items.into_iter().map(json).collect(),
        Yaml::Tagged(tagged) => json(tagged.value),
        other => serde_json::to_value(other).unwrap_or_default(),
    }
}
