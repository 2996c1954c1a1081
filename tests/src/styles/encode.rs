//! From arguments to the request that the OpenAPI Specification describes, by its table of styles (3.0.4 and 3.1.1,
//! "Style Values" and "Encoding Object").
//!
//! Texts are percent-encoded in one canonical way: the unreserved characters of RFC 3986 as they are, delimiters as the
//! table has them, all else encoded.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::arguments::placeholders;
use super::document::{Body, Document, Operation, essence, is_json};
use crate::vectors::arguments::Arguments;

/// A request that there is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expected {
    /// Its method.
    pub method: String,
    /// Its path, canonically encoded.
    pub path: String,
    /// Its query.
    pub query: Vec<Pair>,
    /// The headers that come from arguments.
    pub headers: Vec<(String, Text)>,
    /// The cookies that come from arguments.
    pub cookies: Vec<Pair>,
    /// Its body.
    pub body: Content,
}

/// A name, decoded, and its value.
pub type Pair = (String, Text);

/// A value on the wire.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// This, canonically encoded.
    Encoded(String),
    /// This, however much of it is encoded.
    Plain(String),
    /// A JSON text of this.
    Json(Value),
}

/// The body of a request.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// None, or one that says nothing.
    #[default]
    Empty,
    /// JSON of this media type.
    Json(String, Value),
    /// `application/x-www-form-urlencoded`.
    Form(Vec<Pair>),
    /// `multipart/form-data`.
    Parts(Vec<Part>),
    /// These bytes, of this type unless nobody says.
    Bytes(Option<String>, String),
}

/// A part of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The name of the field.
    pub name: String,
    /// Its type, unless it is plain text.
    pub media_type: Option<String>,
    /// What it holds.
    pub value: Text,
}

/// The name of a style, and whether it explodes.
type Style<'a> = (&'a str, bool);

/// The request for a call of `operation`.
///
/// # Errors
///
/// Why the specification does not say what is to be sent.
pub fn encode(document: &Document, operation: &Operation<'_>, arguments: &Arguments) -> Result<Expected, String> {
    let mut expected = Expected { method: operation.method.clone(), ..Expected::default() };
    // A fragment is never sent (RFC 9110, section 7.1).
    let mut path = operation.path.split('#').next().unwrap_or_default().to_owned();
    for name in placeholders(operation.path) {
        let parameter = operation.parameters.iter().find(|one| one["in"] == "path" && one["name"] == name);
        let value = arguments.get(&operation.key("path", name)).ok_or("a path argument is missing")?;
        let text = match parameter {
            Some(parameter) => in_path(parameter, name, value)?,
            None => escaped(&scalar(value)?),
        };
        path = path.replacen(&format!("{{{name}}}"), &text, 1);
    }
    expected.path = path;
    for parameter in &operation.parameters {
        let (Some(name), Some(place)) = (parameter["name"].as_str(), parameter["in"].as_str()) else { continue };
        let Some(value) = arguments.get(&operation.key(place, name)) else { continue };
        let is_reserved_kept = parameter["allowReserved"] == true;
        match place {
            "query" | "cookie" if parameter.get("content").is_some() => {
                let pairs = if place == "query" { &mut expected.query } else { &mut expected.cookies };
                pairs.push((name.to_owned(), Text::Json(value.clone())));
            }
            "query" => expected.query.extend(pairs(name, value, style(parameter, "form"), is_reserved_kept)?),
            "cookie" => expected.cookies.extend(pairs(name, value, style(parameter, "form"), false)?),
            "header" if parameter.get("content").is_some() => {
                expected.headers.push((name.to_owned(), Text::Json(value.clone())));
            }
            "header" => {
                let (_, explode) = style(parameter, "simple");
                // Headers are not percent-encoded ("Appendix D: Serializing Headers and Cookies").
                if let Some(text) = joined(value, ",", explode, &str::to_owned)? {
                    expected.headers.push((name.to_owned(), Text::Plain(text)));
                }
            }
            _ => {}
        }
    }
    if let Some(body) = &operation.body {
        expected.body = content(document, operation, body, arguments)?;
    }
    Ok(expected)
}

/// The style of a parameter or field, which is `usual` unless it says another.
fn style<'a>(owner: &'a Value, usual: &'a str) -> Style<'a> {
    let style = owner["style"].as_str().unwrap_or(usual);
    (style, owner["explode"].as_bool().unwrap_or(style == "form"))
}

fn in_path(parameter: &Value, name: &str, value: &Value) -> Result<String, String> {
    if parameter.get("content").is_some() {
        return Ok(escaped(&value.to_string()));
    }
    let (style, explode) = style(parameter, "simple");
    let text = |between: &str| joined(value, between, explode, &escaped).map(Option::unwrap_or_default);
    match (style, value) {
        ("simple", _) => text(","),
        ("label", _) => Ok(format!(".{}", text(if explode { "." } else { "," })?)),
        ("matrix", Value::Array(items)) if explode => {
            items.iter().map(|item| Ok(format!(";{}={}", escaped(name), escaped(&scalar(item)?)))).collect()
        }
        ("matrix", Value::Object(_)) if explode => Ok(format!(";{}", text(";")?)),
        ("matrix", _) => Ok(match text(",")?.as_str() {
            "" => format!(";{}", escaped(name)),
            text => format!(";{}={text}", escaped(name)),
        }),
        _ => Err(format!("the style {style} in a path")),
    }
}

/// What `value` is in one text; `None` if there is nothing in it.
fn joined(
    value: &Value,
    between: &str,
    explode: bool,
    encode: &dyn Fn(&str) -> String,
) -> Result<Option<String>, String> {
    let texts: Vec<String> = match value {
        Value::Array(items) => items.iter().map(|item| Ok(encode(&scalar(item)?))).collect::<Result<_, String>>()?,
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                let sign = if explode { "=" } else { between };
                Ok(format!("{}{sign}{}", encode(name), encode(&scalar(value)?)))
            };
            // Their order means nothing; clients write them in that of their names.
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            members.into_iter().map(member).collect::<Result<_, String>>()?
        }
        value => return scalar(value).map(|text| Some(encode(&text))),
    };
    Ok(Some(texts.join(between)).filter(|_| !texts.is_empty()))
}

/// A parameter in a query, a cookie or a form.
fn pairs(name: &str, value: &Value, (style, explode): Style<'_>, is_reserved_kept: bool) -> Result<Vec<Pair>, String> {
    let text = |text: String| if is_reserved_kept { Text::Plain(text) } else { Text::Encoded(escaped(&text)) };
    let one = |name: &str, value: &Value| Ok((name.to_owned(), text(scalar(value)?)));
    let in_one = |between: &str| {
        let encode = |text: &str| if is_reserved_kept { text.to_owned() } else { escaped(text) };
        let between =
            if is_reserved_kept { between.replace("%20", " ").replace("%7C", "|") } else { between.to_owned() };
        let wrap = if is_reserved_kept { Text::Plain } else { Text::Encoded };
        let joined = joined(value, &between, false, &encode)?;
        Ok(joined.map(|text| (name.to_owned(), wrap(text))).into_iter().collect())
    };
    match (style, value) {
        ("deepObject", Value::Object(_) | Value::Array(_)) => Ok(brackets(name, value)),
        ("form", Value::Array(items)) if explode => items.iter().map(|item| one(name, item)).collect(),
        ("form", Value::Object(members)) if explode => members.iter().map(|(name, value)| one(name, value)).collect(),
        ("form", _) => in_one(","),
        ("spaceDelimited" | "pipeDelimited", Value::Array(items)) if explode => {
            // The table has nothing here; this is what `form` does.
            items.iter().map(|item| one(name, item)).collect()
        }
        ("spaceDelimited", _) => in_one("%20"),
        ("pipeDelimited", _) => in_one("%7C"),
        ("deepObject", _) => one(name, value).map(|pair| vec![pair]),
        _ => Err(format!("the style {style}")),
    }
}

/// The style `deepObject`. What is nested deeper is not in the table; names in brackets are what servers read.
fn brackets(name: &str, value: &Value) -> Vec<Pair> {
    match value {
        Value::Null => Vec::new(),
        Value::Object(members) => {
            members.iter().flat_map(|(member, value)| brackets(&format!("{name}[{member}]"), value)).collect()
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.flat_map(|(index, value)| brackets(&format!("{name}[{index}]"), value)).collect()
        }
        value => scalar(value).map(|text| (name.to_owned(), Text::Encoded(escaped(&text)))).into_iter().collect(),
    }
}

fn content(
    document: &Document,
    operation: &Operation<'_>,
    body: &Body<'_>,
    arguments: &Arguments,
) -> Result<Content, String> {
    let given = |name: &String| Some((name.clone(), arguments.get(&operation.key(body.place(), name))?.clone()));
    let media_type = (!body.media_type.contains('*')).then(|| body.media_type.to_owned());
    let Some(members) = &body.members else {
        return Ok(match (arguments.get(&operation.key("body", "*body")), is_json(body.media_type)) {
            (Some(value), true) => Content::Json(body.media_type.to_owned(), value.clone()),
            (Some(value), false) => Content::Bytes(media_type, scalar(value)?),
            (None, _) => Content::Empty,
        });
    };
    let members: Map<String, Value> = members.keys().filter_map(given).collect();
    if members.is_empty() {
        return Ok(Content::Empty);
    }
    match body.place() {
        "form" => {
            let fields = members.iter().map(|(name, value)| field(body, name, value));
            Ok(Content::Form(fields.collect::<Result<Vec<_>, _>>()?.concat()))
        }
        "part" => {
            let parts = members.iter().map(|(name, value)| parts(document, body, name, value));
            Ok(Content::Parts(parts.collect::<Result<Vec<_>, _>>()?.concat()))
        }
        _ => Ok(Content::Json(body.media_type.to_owned(), members.into())),
    }
}

/// A field of a form: in a style if it is given one, and else by its content type.
fn field(body: &Body<'_>, name: &str, value: &Value) -> Result<Vec<Pair>, String> {
    let encoding = &body.content["encoding"][name];
    if ["style", "explode", "allowReserved"].iter().any(|key| encoding.get(key).is_some())
        // Parts within parts no style has a form for.
        && let Ok(pairs) = pairs(name, value, style(encoding, "form"), encoding["allowReserved"] == true)
    {
        return Ok(pairs);
    }
    let is_text = encoding["contentType"].as_str().map(|media_type| !is_json(media_type));
    let one = |value: &Value| {
        let text = match (is_text, value) {
            (Some(false), _) | (None, Value::Object(_) | Value::Array(_)) => Text::Json(value.clone()),
            _ => Text::Encoded(escaped(&scalar(value)?)),
        };
        Ok((name.to_owned(), text))
    };
    match value {
        Value::Array(items) => items.iter().map(one).collect(),
        value => one(value).map(|pair| vec![pair]),
    }
}

/// The parts of a field: one for each item of an array.
fn parts(document: &Document, body: &Body<'_>, name: &str, value: &Value) -> Result<Vec<Part>, String> {
    let encoding = &body.content["encoding"][name];
    // Of several types, the first that is one.
    let declared = encoding["contentType"].as_str();
    let first = declared.and_then(|types| types.split(',').map(str::trim).find(|ty| !ty.contains('*')));
    let schema = body.members.as_ref().and_then(|members| members.get(name)).unwrap_or(&Value::Null);
    let flat = document.flat(schema);
    let is_file = |flat: &super::document::Flat| {
        let is = |key: &str, value: &str| flat.own.get(key).is_some_and(|own| own == value);
        is("format", "binary") || flat.own.contains_key("contentMediaType") && !flat.own.contains_key("contentEncoding")
    };
    let is_file = is_file(&flat) || flat.own.get("items").is_some_and(|items| is_file(&document.flat(items)));
    let one = |value: &Value| {
        let (usual, text) = match value {
            _ if declared.is_some_and(is_json) => ("application/json", Text::Json(value.clone())),
            Value::Object(_) | Value::Array(_) => ("application/json", Text::Json(value.clone())),
            _ if is_file => ("application/octet-stream", Text::Plain(scalar(value)?)),
            _ => ("text/plain", Text::Plain(scalar(value)?)),
        };
        let is_any = declared.is_some() && first.is_none();
        let media_type = first.or((!is_any).then_some(usual)).map(essence).filter(|ty| ty != "text/plain");
        Ok(Part { name: name.to_owned(), media_type, value: text })
    };
    match value {
        Value::Array(items) => items.iter().map(one).collect(),
        value => one(value).map(|part| vec![part]),
    }
}

/// The text of what has no parts.
fn scalar(value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        Value::Null => Err("null as text".to_owned()),
        Value::Array(_) | Value::Object(_) => Err("arrays or objects within a value in one text".to_owned()),
    }
}

/// `text`, in which all but unreserved characters are percent-encoded.
pub fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if is_unreserved(byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}

/// `A-Z a-z 0-9 - . _ ~`.
pub fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}
