//! From the headers of an answer to values. What cannot be read is left out: it makes no call fail that succeeded.

#![allow(dead_code, reason = "an API may describe no headers, or none of some types")]

use std::str::FromStr;

use jiff::Timestamp;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde::de::value::{Error, StrDeserializer};

use super::format::{Base64, Rfc2822};

/// The value of the header `name`, read by `read`; lines of the same name are one, with commas in between (RFC 9110,
/// section 5.3).
pub(crate) fn one<T>(headers: &HeaderMap, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    read(&joined(headers, name)?)
}

/// The values of the header `name`, which has commas in between, each read by `read`.
pub(crate) fn each<T>(headers: &HeaderMap, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    // Empty elements are to be ignored (RFC 9110, section 5.6.1).
    joined(headers, name)?.split(',').map(str::trim).filter(|value| !value.is_empty()).map(read).collect()
}

fn joined(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines: Vec<&str> = headers.get_all(name).iter().map(|line| line.to_str().ok()).collect::<Option<_>>()?;
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// A text, a number, `true` or `false`, or a date.
pub(crate) fn parse<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// A point in time: RFC 3339, or as in `Date` (RFC 9110, section 5.6.7).
pub(crate) fn time(text: &str) -> Option<Timestamp> {
    Rfc2822::parse(text).ok()
}

/// Bytes in Base64.
pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    Base64::parse(text).ok()
}

/// An integer with a type of its own.
pub(crate) fn integer<T: From<i64>>(text: &str) -> Option<T> {
    parse::<i64>(text).map(T::from)
}

/// A text with a type of its own.
pub(crate) fn named<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(text)).ok()
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn values_have_types() {
        let headers = headers(&[("a", "5"), ("b", "true"), ("c", "x, ,y"), ("d", ""), ("c", "z")]);
        assert_eq!(one(&headers, "A", parse), Some(5));
        assert_eq!(one(&headers, "A", parse), Some("5".to_owned()));
        assert_eq!(one(&headers, "B", parse), Some(true));
        assert_eq!(one::<i64>(&headers, "B", parse), None);
        assert_eq!(one::<String>(&headers, "None", parse), None);
        assert_eq!(each(&headers, "C", parse), Some(vec!["x".to_owned(), "y".to_owned(), "z".to_owned()]));
        assert_eq!(each::<i64>(&headers, "C", parse), None);
        assert_eq!(each::<i64>(&headers, "D", parse), Some(vec![]));
        assert_eq!(one(&headers, "A", named), Some("5".to_owned()));
        assert_eq!(one(&headers, "A", integer), Some(5_i64));
        assert_eq!(one(&headers, "B", bytes), Some(vec![0xb6, 0xbb, 0x9e]));
    }

    #[test]
    fn times_are_written_in_two_ways() {
        let expected = Some(Timestamp::UNIX_EPOCH);
        assert_eq!(time("1970-01-01T00:00:00Z"), expected);
        assert_eq!(time("Thu, 01 Jan 1970 00:00:00 GMT"), expected);
        assert_eq!(time("0"), None);
    }
}
