//! The rarer styles of parameters: values in one text, objects, cookies, JSON.

#![allow(dead_code, reason = "an API has some of these")]

use std::fmt;

use reqwest::header::{COOKIE, HeaderValue};
use serde::Serialize;
use serde_json::Value;

use super::super::encode::{AnyText, Pairs, append, encoded};
use super::{Body, Request};

impl Request {
    /// Fills the next placeholder of the path with text that is percent-encoded.
    fn path_encoded(&mut self, name: &'static str, text: &str) {
        let start = self.url.len();
        self.url.push_str(text);
        self.filled(name, start);
    }

    /// Fills the next placeholder of the path with values that are joined by commas.
    pub(crate) fn path_joined(&mut self, name: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) {
        let texts: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
        let Some((last, others)) = texts.split_last() else { return self.path(name, "") };
        for text in others {
            append(&mut self.url, text);
            self.url.push(',');
        }
        self.path(name, last);
    }

    /// Fills the next placeholder of the path with the names and values of an object's members, joined by commas. If it
    /// is exploded, a name and its value are joined by `=`.
    pub(crate) fn path_members(&mut self, name: &'static str, explode: bool, value: impl Serialize) {
        if let Some(value) = self.accept(name, serde_json::to_value(value)) {
            let sign = if explode { "=" } else { "," };
            self.path_encoded(name, &expand(&value, ",", sign, escaped));
        }
    }

    /// Fills the next placeholder of the path with a dot and a value. If it is exploded, there is a dot between its
    /// parts, else a comma.
    pub(crate) fn path_label(&mut self, name: &'static str, explode: bool, value: impl Serialize) {
        if let Some(value) = self.accept(name, serde_json::to_value(value)) {
            let (between, sign) = if explode { (".", "=") } else { (",", ",") };
            self.path_encoded(name, &format!(".{}", expand(&value, between, sign, escaped)));
        }
    }

    /// Fills the next placeholder of the path with a semicolon, the name and a value. If it is exploded, each part of
    /// the value has a semicolon and a name.
    pub(crate) fn path_matrix(&mut self, name: &'static str, explode: bool, value: impl Serialize) {
        let Some(value) = self.accept(name, serde_json::to_value(value)) else { return };
        let key = escaped(name);
        let text = match &value {
            Value::Array(items) if explode => {
                let item = |item| format!(";{key}={}", expand(item, "", "", escaped));
                items.iter().map(item).collect()
            }
            Value::Object(_) if explode => format!(";{}", expand(&value, ";", "=", escaped)),
            value => match expand(value, ",", ",", escaped).as_str() {
                "" => format!(";{key}"),
                text => format!(";{key}={text}"),
            },
        };
        self.path_encoded(name, &text);
    }

    /// Fills the next placeholder of the path with JSON text.
    pub(crate) fn path_json(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(text) = self.accept(name, serde_json::to_string(&value)) {
            self.path(name, text);
        }
    }

    /// Sets a query parameter whose values are in one text, with `between` them.
    pub(crate) fn query_joined(
        &mut self,
        name: &'static str,
        between: char,
        values: impl IntoIterator<Item = impl fmt::Display>,
    ) {
        self.query.set_joined(name, between, values);
    }

    /// Sets a query parameter for each member of an object, which is called `name`.
    pub(crate) fn query_members(&mut self, name: &'static str, object: impl Serialize) {
        if let Some(object) = self.accept(name, serde_json::to_value(object)) {
            self.query.set_members(object);
        }
    }

    /// Sets a query parameter to the names and values of an object's members, with `between` them.
    pub(crate) fn query_members_joined(&mut self, name: &'static str, between: char, object: impl Serialize) {
        if let Some(object) = self.accept(name, serde_json::to_value(object)) {
            self.query.set_members_joined(name, between, &object);
        }
    }

    /// Sets a query parameter for each part of a value, called after the part in brackets.
    pub(crate) fn query_brackets(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(value) = self.accept(name, serde_json::to_value(value)) {
            self.query.set_brackets(name, value);
        }
    }

    /// Sets a query parameter for each part of a value, called after the part behind a dot.
    pub(crate) fn query_dots(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(value) = self.accept(name, serde_json::to_value(value)) {
            self.query.set_dots(name, value);
        }
    }

    /// Sets a query parameter to JSON text.
    pub(crate) fn query_json(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(text) = self.accept(name, serde_json::to_string(&value)) {
            self.query.set(name, &text);
        }
    }

    /// Sets a header whose values are joined by commas.
    pub(crate) fn header_joined(&mut self, name: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) {
        let texts: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
        if texts.is_empty() {
            self.forgive(name);
            self.headers.remove(name);
        } else {
            self.header(name, texts.join(","));
        }
    }

    /// Sets a header to the names and values of an object's members, joined by commas. If it is exploded, a name and its
    /// value are joined by `=`.
    pub(crate) fn header_members(&mut self, name: &'static str, explode: bool, value: impl Serialize) {
        let Some(value) = self.accept(name, serde_json::to_value(value)) else { return };
        let sign = if explode { "=" } else { "," };
        match expand(&value, ",", sign, str::to_owned).as_str() {
            "" => drop(self.headers.remove(name)),
            text => self.header(name, text),
        }
    }

    /// Sets a header to JSON text.
    pub(crate) fn header_json(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(text) = self.accept(name, serde_json::to_string(&value)) {
            self.header(name, text);
        }
    }

    /// Sets a cookie.
    pub(crate) fn cookie(&mut self, name: &'static str, value: impl fmt::Display) {
        self.cookies(|cookies| cookies.set(name, &value));
    }

    /// Sets a cookie for each of the values.
    pub(crate) fn cookie_each(&mut self, name: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) {
        self.cookies(|cookies| cookies.set_each(name, values));
    }

    /// Sets a cookie for each member of an object, which is called `name`.
    pub(crate) fn cookie_members(&mut self, name: &'static str, object: impl Serialize) {
        if let Some(object) = self.accept(name, serde_json::to_value(object)) {
            self.cookies(|cookies| cookies.set_members(object));
        }
    }

    /// Sets a cookie to the names and values of an object's members, joined by commas.
    pub(crate) fn cookie_members_joined(&mut self, name: &'static str, object: impl Serialize) {
        if let Some(object) = self.accept(name, serde_json::to_value(object)) {
            self.cookies(|cookies| cookies.set_members_joined(name, ',', &object));
        }
    }

    /// Sets a cookie whose values are joined by commas.
    pub(crate) fn cookie_joined(&mut self, name: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) {
        self.cookies(|cookies| cookies.set_joined(name, ',', values));
    }

    /// Sets a cookie to JSON text.
    pub(crate) fn cookie_json(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(text) = self.accept(name, serde_json::to_string(&value)) {
            self.cookie(name, text);
        }
    }

    /// Changes the cookies, and the header that they are.
    fn cookies(&mut self, change: impl FnOnce(&mut Pairs)) {
        change(&mut self.cookies);
        // Percent-encoded, they are always what a header can hold.
        match HeaderValue::try_from(self.cookies.as_str().replace('&', "; ")) {
            Ok(cookies) if !cookies.is_empty() => drop(self.headers.insert(COOKIE, cookies)),
            _ => drop(self.headers.remove(COOKIE)),
        }
    }

    /// Sets a field of the form whose values are in one text, with `between` them.
    pub(crate) fn form_joined(
        &mut self,
        name: &'static str,
        between: char,
        values: impl IntoIterator<Item = impl fmt::Display>,
    ) {
        if let Body::Form(form) = &mut self.body {
            form.set_joined(name, between, values);
        }
    }

    /// Sets a field of the form for each member of an object, which is called `name`.
    pub(crate) fn form_members(&mut self, name: &'static str, object: impl Serialize) {
        let object = self.accept(name, serde_json::to_value(object));
        if let (Body::Form(form), Some(object)) = (&mut self.body, object) {
            form.set_members(object);
        }
    }

    /// Sets a field of the form to the names and values of an object's members, with `between` them.
    pub(crate) fn form_members_joined(&mut self, name: &'static str, between: char, object: impl Serialize) {
        let object = self.accept(name, serde_json::to_value(object));
        if let (Body::Form(form), Some(object)) = (&mut self.body, object) {
            form.set_members_joined(name, between, &object);
        }
    }

    /// Sets a field of the form for each part of a value, called after the part in brackets.
    pub(crate) fn form_brackets(&mut self, name: &'static str, value: impl Serialize) {
        let value = self.accept(name, serde_json::to_value(value));
        if let (Body::Form(form), Some(value)) = (&mut self.body, value) {
            form.set_brackets(name, value);
        }
    }
}

impl Pairs {
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
}

/// The parts of a value in one text, with `between` them: the items of an array, or the names and values of an object
/// with `sign` between the two. A value without parts is its text. `encode` is what is done to each text.
fn expand(value: &Value, between: &str, sign: &str, encode: fn(&str) -> String) -> String {
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
fn escaped(text: &str) -> String {
    encoded(text).into_owned()
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
