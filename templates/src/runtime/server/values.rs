//! Inputs as they stand in a request, and how they become values.

#![allow(dead_code, reason = "an API may have no numbers, say, or no lists")]

use std::borrow::Cow;
use std::convert::Infallible;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use percent_encoding::percent_decode;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Place, Reason};

type Result<T, E = Reason> = std::result::Result<T, E>;

/// The values that a request has for one name, in the order in which they stand there.
pub(crate) struct Values<'a> {
    pub(super) place: Place,
    pub(super) name: &'static str,
    pub(super) texts: Vec<Encoded<'a>>,
}

/// A text as it stands in a request.
#[derive(Clone, Copy)]
pub(super) enum Encoded<'a> {
    /// As it is.
    Plain(&'a [u8]),
    /// Percent-encoded, as in a path.
    Percent(&'a [u8]),
    /// Percent-encoded, with `+` for a space, as in a query or form.
    Form(&'a [u8]),
}

impl<'a> Values<'a> {
    /// The value, or the last one if there are several; `parse` says how it is read, or what is wrong with it.
    pub(crate) fn required<T>(&self, parse: impl Fn(&str) -> Result<T, String>) -> Result<T> {
        self.optional(parse)?.ok_or(Reason::Missing { place: self.place, name: self.name })
    }

    /// Like [`required`](Self::required), for a value that may be absent.
    pub(crate) fn optional<T>(&self, parse: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>> {
        self.texts.last().map(|text| self.read(*text, parse)).transpose()
    }

    /// All values.
    pub(crate) fn list<T>(&self, parse: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>> {
        self.optional_list(parse)?.ok_or(Reason::Missing { place: self.place, name: self.name })
    }

    /// All values, or `None` if there are none.
    pub(crate) fn optional_list<T>(&self, parse: impl Fn(&str) -> Result<T, String>) -> Result<Option<Vec<T>>> {
        let values: Vec<T> = self.texts.iter().map(|text| self.read(*text, &parse)).collect::<Result<_>>()?;
        Ok(Some(values).filter(|values| !values.is_empty()))
    }

    /// These values without those that are empty: no JSON is empty, so that they say nothing.
    pub(crate) fn without_empty(mut self) -> Self {
        self.texts.retain(|text| !text.bytes().is_empty());
        self
    }

    /// What the last value holds with `between` in between, each as a value of its own.
    pub(crate) fn split(self, between: char) -> Self {
        let Self { place, name, texts } = self;
        let last = texts.last().copied().filter(|text| !text.bytes().is_empty());
        let texts = last.map(|text| text.parts(between)).unwrap_or_default();
        Self { place, name, texts }
    }

    fn read<T>(&self, text: Encoded<'a>, parse: impl Fn(&str) -> Result<T, String>) -> Result<T> {
        let invalid = |message: String| Reason::Invalid { place: self.place, name: self.name, message };
        let text = text.decode().ok_or_else(|| invalid("it is not UTF-8".to_owned()))?;
        parse(&text).map_err(invalid)
    }
}

impl<'a> Encoded<'a> {
    /// The text, decoded once; `None` if it is not UTF-8.
    pub(super) fn decode(self) -> Option<Cow<'a, str>> {
        let decoded: Cow<'a, [u8]> = match self {
            // A header may hold any bytes, and is seldom worth a refusal.
            Self::Plain(bytes) => return Some(String::from_utf8_lossy(bytes)),
            Self::Form(bytes) if bytes.contains(&b'+') => {
                let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
                percent_decode(&spaced).collect::<Vec<u8>>().into()
            }
            Self::Percent(bytes) | Self::Form(bytes) => percent_decode(bytes).into(),
        };
        match decoded {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        }
    }

    fn bytes(self) -> &'a [u8] {
        let (Self::Plain(bytes) | Self::Percent(bytes) | Self::Form(bytes)) = self;
        bytes
    }

    /// The parts of the text with `between` in between, which may be encoded unless it is a comma.
    fn parts(self, between: char) -> Vec<Self> {
        let (mut parts, mut rest) = (Vec::new(), self.bytes());
        let codes: Vec<String> = match (between, self) {
            (',', _) | (_, Self::Plain(_)) => vec![between.to_string()],
            (' ', _) => vec!["%20".to_owned(), "+".to_owned()],
            (between, _) => vec![
                between.to_string(),
                format!("%{:02X}", u32::from(between)),
                format!("%{:02x}", u32::from(between)),
            ],
        };
        let ends = |rest: &[u8]| {
            (0..rest.len()).find_map(|at| {
                let code = codes.iter().find(|code| rest[at..].starts_with(code.as_bytes()))?;
                Some((at, at + code.len()))
            })
        };
        while let Some((end, next)) = ends(rest) {
            parts.push(self.with(&rest[..end]));
            rest = &rest[next..];
        }
        parts.push(self.with(rest));
        parts
    }

    /// Another text, written like this one.
    fn with(self, bytes: &'a [u8]) -> Self {
        match self {
            Self::Plain(_) => Self::Plain(bytes),
            Self::Percent(_) => Self::Percent(bytes),
            Self::Form(_) => Self::Form(bytes),
        }
    }
}

/// The pairs of a query or a form: names decoded, values as they are. The first `=` of a pair ends its name.
pub(super) fn pairs(text: &[u8]) -> impl Iterator<Item = (Cow<'_, str>, Encoded<'_>)> {
    text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).filter_map(|pair| {
        let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
            Some(end) => (&pair[..end], &pair[end + 1..]),
            None => (pair, &[][..]),
        };
        Some((Encoded::Form(name).decode()?, Encoded::Form(value)))
    })
}

/// What is made of the values that a request has for one name.
pub(crate) trait FromValues: Sized {
    fn from_values(values: &Values<'_>) -> Result<Self>;
}

impl<T: FromText> FromValues for T {
    fn from_values(values: &Values<'_>) -> Result<Self> {
        values.required(T::from_text)
    }
}

impl<T: FromText> FromValues for Option<T> {
    fn from_values(values: &Values<'_>) -> Result<Self> {
        values.optional(T::from_text)
    }
}

impl<T: FromText> FromValues for Vec<T> {
    fn from_values(values: &Values<'_>) -> Result<Self> {
        values.list(T::from_text)
    }
}

impl<T: FromText> FromValues for Option<Vec<T>> {
    fn from_values(values: &Values<'_>) -> Result<Self> {
        values.optional_list(T::from_text)
    }
}

/// A type that has one way to be read from text.
pub(crate) trait FromText: Sized {
    /// The value, or what is wrong with it.
    fn from_text(text: &str) -> Result<Self, String>;
}

/// Says how types are read.
macro_rules! from_text {
    ($($ty:ty: $read:ident,)*) => {
        $(
            impl FromText for $ty {
                fn from_text(text: &str) -> Result<Self, String> {
                    $read(text)
                }
            }
        )*
    };
}

from_text! {
    String: text,
    bool: boolean,
    i32: integer,
    i64: integer,
    u32: integer,
    u64: integer,
    f32: number,
    f64: number,
    Timestamp: time,
    Date: date,
    Value: any,
}

/// A text as it is.
pub(crate) fn text(text: &str) -> Result<String, String> {
    text.parse().map_err(|never: Infallible| match never {})
}

/// One of several texts, or another.
pub(crate) fn choice<T: for<'a> From<&'a str>>(text: &str) -> Result<T, String> {
    self::text(text).map(|text| T::from(&text))
}

/// `true` or `false`, in capitals or not.
pub(crate) fn boolean(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("it must be true or false".to_owned()),
    }
}

/// An integer.
pub(crate) fn integer<T: FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| "it must be an integer, and not too large".to_owned())
}

/// One of several integers, or another.
pub(crate) fn known_integer<T: From<i64>>(text: &str) -> Result<T, String> {
    integer(text).map(|value: i64| T::from(value))
}

/// A number.
pub(crate) fn number<T: FromStr + Into<f64> + Copy>(text: &str) -> Result<T, String> {
    let number = text.parse().ok().filter(|number: &T| (*number).into().is_finite());
    number.ok_or_else(|| "it must be a number".to_owned())
}

/// A point in time.
pub(crate) fn time(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| "it must be a time such as 2020-01-10T20:00:00Z".to_owned())
}

/// A date.
pub(crate) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "it must be a date such as 2020-01-10".to_owned())
}

/// JSON.
pub(crate) fn json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| format!("it is not the JSON that it should be: {error}"))
}

/// One of several types, from JSON, or else from a text as it is.
pub(crate) fn either<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    T::deserialize(any(text)?).map_err(|error| error.to_string())
}

/// Any value: JSON, or else a text as it is.
pub(crate) fn any(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).or_else(|_| Ok(Value::from(text)))
}
