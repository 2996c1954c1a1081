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
pub(crate) struct Pairs(pub(super) String);

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
    pub(super) fn push(&mut self, name: &str, value: &dyn fmt::Display) {
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
    pub(super) fn remove(&mut self, name: &str) {
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

/// `text`, percent-encoded; not copied if there is nothing to encode, as in most names.
pub(super) fn encoded(text: &str) -> Cow<'_, str> {
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
