//! Percent-encoding of what goes into a URL or a form.

#![allow(dead_code, reason = "an API may have no forms, say, or no queries")]

use std::borrow::Cow;
use std::fmt::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

/// Everything but the unreserved characters of RFC 3986: `A-Z a-z 0-9 - . _ ~`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How much room pairs have from the beginning, in bytes: a few short ones need no more.
const ROOM: usize = 128;

/// Appends `value` to `text`, percent-encoded.
pub(crate) fn append(text: &mut String, value: &dyn fmt::Display) {
    // Writing to a `String` does not fail, and a `Display` that fails has written what it could.
    let _ = write!(Encoder(text), "{value}");
}

/// Percent-encodes what is written to it.
struct Encoder<'a>(&'a mut String);

impl Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend(utf8_percent_encode(text, RESERVED));
        Ok(())
    }
}

/// Names and values, as in a query or a form: `Name=value&Name=value`, percent-encoded.
#[derive(Clone, Default)]
pub(crate) struct Pairs(String);

impl From<&str> for Pairs {
    /// Those of a query, which is encoded as they are.
    fn from(query: &str) -> Self {
        Self(query.to_owned())
    }
}

impl Pairs {
    /// Sets the one value of `name`.
    pub(crate) fn set(&mut self, name: &str, value: &dyn fmt::Display) {
        let name = encoded(name);
        self.remove(&name);
        self.push(&name, value);
    }

    /// Sets the values of `name`, each in a pair of its own; none at all if there are no values.
    pub(crate) fn set_each(&mut self, name: &str, values: impl IntoIterator<Item = impl fmt::Display>) {
        let name = encoded(name);
        self.remove(&name);
        for value in values {
            self.push(&name, &value);
        }
    }

    /// Sets the values of `name` in one pair, with `between` them; none at all if there are no values.
    pub(crate) fn set_joined(
        &mut self,
        name: &str,
        between: char,
        values: impl IntoIterator<Item = impl fmt::Display>,
    ) {
        let name = encoded(name);
        self.remove(&name);
        let mut values = values.into_iter();
        if let Some(first) = values.next() {
            self.push(&name, &first);
        }
        for value in values {
            // A comma tells the values apart as it is; anything else has to be encoded to be sent at all.
            if between == ',' {
                self.0.push(between);
            } else {
                append(&mut self.0, &between);
            }
            append(&mut self.0, &value);
        }
    }

    /// Sets the members of an object, each under its own name.
    pub(crate) fn set_members(&mut self, object: Value) {
        let Value::Object(members) = object else { return };
        for (name, value) in members {
            match value {
                Value::Null => {}
                Value::Array(items) => self.set_each(&name, items.into_iter().map(AnyText)),
                value => self.set(&name, &AnyText(value)),
            }
        }
    }

    /// Sets the names and values of the members of `object` in one pair, with `between` them; none at all if there are
    /// no members.
    pub(crate) fn set_members_joined(&mut self, name: &str, between: char, object: &Value) {
        let texts = object.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
        let texts = texts.flat_map(|(name, value)| [name.clone(), AnyText(value.clone()).to_string()]);
        self.set_joined(name, between, texts);
    }

    /// Sets the parts of `value`, each under `name` and its own name or number in brackets: `filter[kind]=cat`.
    pub(crate) fn set_brackets(&mut self, name: &str, value: Value) {
        let mut start = String::new();
        append(&mut start, &format_args!("{name}["));
        self.retain(&|pair: &str| !pair.starts_with(&start));
        self.remove(&encoded(name));
        self.push_brackets(name, value);
    }

    fn push_brackets(&mut self, name: &str, value: Value) {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for (index, item) in items.into_iter().enumerate() {
                    self.push_brackets(&format!("{name}[{index}]"), item);
                }
            }
            Value::Object(members) => {
                for (member, value) in members {
                    self.push_brackets(&format!("{name}[{member}]"), value);
                }
            }
            value => self.push(&encoded(name), &AnyText(value)),
        }
    }

    /// Sets the parts of `value`, each under `name` and the names of its members behind dots: `AddOns.carrier=x`. An
    /// array is repeated.
    pub(crate) fn set_dots(&mut self, name: &str, value: Value) {
        let mut start = String::new();
        append(&mut start, &format_args!("{name}."));
        self.retain(&|pair: &str| !pair.starts_with(&start));
        self.push_dots(name, value);
    }

    fn push_dots(&mut self, name: &str, value: Value) {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                let name = encoded(name);
                for item in items {
                    self.push(&name, &AnyText(item));
                }
            }
            Value::Object(members) => {
                for (member, value) in members {
                    self.push_dots(&format!("{name}.{member}"), value);
                }
            }
            value => self.push(&encoded(name), &AnyText(value)),
        }
    }

    /// The pairs, joined by `&`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs, joined by `&`.
    pub(crate) fn into_string(self) -> String {
        self.0
    }

    /// Appends a pair; `name` is percent-encoded.
    fn push(&mut self, name: &str, value: &dyn fmt::Display) {
        if self.0.is_empty() {
            self.0.reserve(ROOM);
        } else {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        append(&mut self.0, value);
    }

    /// Removes all pairs of `name`, which is percent-encoded, so that a setter that is called twice counts once.
    fn remove(&mut self, name: &str) {
        let is_of_name =
            |pair: &[u8]| pair.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.first() == Some(&b'='));
        if self.0.as_bytes().split(|byte| *byte == b'&').any(is_of_name) {
            self.retain(&|pair: &str| !is_of_name(pair.as_bytes()));
        }
    }

    /// Keeps these pairs alone.
    pub(crate) fn retain(&mut self, is_kept: &dyn Fn(&str) -> bool) {
        let mut kept = String::with_capacity(self.0.len());
        for pair in self.0.split('&').filter(|pair| is_kept(pair)) {
            if !kept.is_empty() {
                kept.push('&');
            }
            kept.push_str(pair);
        }
        self.0 = kept;
    }
}

/// The parts of a value in one text, with `between` them: the items of an array, or the names and values of an object
/// with `sign` between the two. A value without parts is its text. `encode` is what is done to each text.
pub(crate) fn expand(value: &Value, between: &str, sign: &str, encode: fn(&str) -> String) -> String {
    let text = |value: &Value| encode(&AnyText(value.clone()).to_string());
    let parts: Vec<String> = match value {
        Value::Array(items) => items.iter().map(text).collect(),
        Value::Object(members) => {
            let members = members.iter().filter(|(_, value)| !value.is_null());
            members.map(|(name, value)| format!("{}{sign}{}", encode(name), text(value))).collect()
        }
        value => return text(value),
    };
    parts.join(between)
}

/// `text`, percent-encoded.
pub(crate) fn escaped(text: &str) -> String {
    encoded(text).into_owned()
}

/// `text`, percent-encoded; not copied if there is nothing to encode, as in most names.
fn encoded(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, RESERVED).into()
}

/// A JSON value where text is wanted: a string as it is, anything else as JSON.
pub(crate) struct AnyText(pub(crate) Value);

impl AnyText {
    /// What `value` is in JSON.
    pub(crate) fn of(value: impl Serialize) -> Self {
        // What cannot be JSON, such as a map with other keys than text, no document describes.
        Self(serde_json::to_value(value).unwrap_or_default())
    }
}

impl fmt::Display for AnyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::String(text) => f.write_str(text),
            other => write!(f, "{other}"),
        }
    }
}

/// Text of any kind, displayed as it is.
pub(crate) struct Text<T>(pub(crate) T);

impl<T: AsRef<str>> fmt::Display for Text<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_style_is_written_in_its_way() {
        let pairs = |fill: &dyn Fn(&mut Pairs)| {
            let mut pairs = Pairs::default();
            pairs.set("other", &1);
            fill(&mut pairs);
            // What is set twice counts once.
            fill(&mut pairs);
            pairs.into_string()
        };
        let items = ["a b", "c,d"];
        assert_eq!(pairs(&|pairs| pairs.set("x", &"ä&=")), "other=1&x=%C3%A4%26%3D");
        assert_eq!(pairs(&|pairs| pairs.set_each("x", items)), "other=1&x=a%20b&x=c%2Cd");
        assert_eq!(pairs(&|pairs| pairs.set_joined("x", ',', items)), "other=1&x=a%20b,c%2Cd");
        assert_eq!(pairs(&|pairs| pairs.set_joined("x", '|', items)), "other=1&x=a%20b%7Cc%2Cd");
        let object = || json!({"a": [1, {"b": "x"}], "c": null, "d": true});
        let brackets = "other=1&x%5Ba%5D%5B0%5D=1&x%5Ba%5D%5B1%5D%5Bb%5D=x&x%5Bd%5D=true";
        assert_eq!(pairs(&|pairs| pairs.set_brackets("x", object())), brackets);
        let nested = || json!({"a": {"b": "x y", "c": [1, 2]}, "d": null});
        assert_eq!(pairs(&|pairs| pairs.set_dots("x", nested())), "other=1&x.a.b=x%20y&x.a.c=1&x.a.c=2");
        let members = || json!({"a": [1, 2], "c": null, "d": "x"});
        assert_eq!(pairs(&|pairs| pairs.set_members(members())), "other=1&a=1&a=2&d=x");
    }
}
