//! Whether a request is the expected one.
//!
//! Bytes count where the specification says so: a delimiter that is encoded, or a reserved character in a value that is
//! not, makes another request. What may be written in several ways (`+` for a space in a query, `|`, small letters in
//! escapes) is made the same first.

use std::collections::BTreeSet;

use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::document::essence;
use super::encode::{Content, Expected, Pair, Part, Text, is_unreserved};
use crate::Recorded;

/// How a value is written at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// Percent-encoded.
    Escaped,
    /// Percent-encoded, and a plus is a space.
    Form,
    /// As it is.
    Plain,
}

/// How `got` differs from `want`, in words; pairs and cookies called like one of `keys` come from credentials.
pub fn compare(want: &Expected, got: &Recorded, keys: &BTreeSet<String>) -> Vec<String> {
    let method = if want.method == got.method { Ok(()) } else { Err(differ(&want.method, &got.method)) };
    let cookies = got.header_values("cookie").join("; ");
    let headers = want.headers.iter().map(|(name, text)| match got.header_values(name)[..] {
        [value] if is_same(text, value.trim(), Writing::Plain) => Ok(()),
        ref values => Err(format!("{name}: {}", differ(text, &values))),
    });
    let checks = [
        ("method", method),
        ("path", path(want, got)),
        ("query", pairs(&want.query, got.query(), "&", Writing::Form, keys)),
        ("cookies", pairs(&want.cookies, &cookies, "; ", Writing::Escaped, keys)),
        ("body", body(&want.body, got)),
    ];
    let checks = checks.into_iter().chain(headers.map(|header| ("header", header)));
    checks.filter_map(|(what, check)| Some(format!("{what}: {}", check.err()?))).collect()
}

fn differ(want: &dyn std::fmt::Debug, got: &dyn std::fmt::Debug) -> String {
    format!("want {want:?}, got {got:?}")
}

fn path(want: &Expected, got: &Recorded) -> Result<(), String> {
    let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (want, got) = (canonical(&want.path, Writing::Escaped)?, canonical(got.path(), Writing::Escaped)?);
    let (wanted, found) = (segments(&want), segments(&got));
    let is_same = |(want, got): (&String, &String)| is_same(&Text::Encoded(want.clone()), got, Writing::Escaped);
    let are_same = wanted.len() == found.len() && wanted.iter().zip(&found).all(is_same);
    if are_same { Ok(()) } else { Err(differ(&want, &got)) }
}

/// For each name the same values in the same order; the order of names is free.
fn pairs(want: &[Pair], got: &str, between: &str, writing: Writing, keys: &BTreeSet<String>) -> Result<(), String> {
    let pair = |pair| {
        let (name, value) = str::split_once(pair, '=').ok_or_else(|| format!("no name and value: {pair:?}"))?;
        Ok((decoded(name, writing)?, value.to_owned()))
    };
    let got = got.split(between).filter(|_| !got.is_empty()).map(pair).collect::<Result<Vec<_>, String>>()?;
    let names: BTreeSet<&String> = want.iter().map(|(name, _)| name).chain(got.iter().map(|(name, _)| name)).collect();
    for name in names {
        let want: Vec<&Text> = want.iter().filter(|(other, _)| other == name).map(|(_, text)| text).collect();
        let got: Vec<&String> = got.iter().filter(|(other, _)| other == name).map(|(_, text)| text).collect();
        let are_same = want.len() == got.len() && want.iter().zip(&got).all(|(want, got)| is_same(want, got, writing));
        if !(are_same || want.is_empty() && keys.contains(&name.to_lowercase())) {
            return Err(format!("{name}: {}", differ(&want, &got)));
        }
    }
    Ok(())
}

fn body(want: &Content, got: &Recorded) -> Result<(), String> {
    let sent = got.header_values("content-type").concat();
    let text = std::str::from_utf8(&got.body).map_err(|error| error.to_string())?;
    let is_type = |media_type: &str| match essence(media_type) == essence(&sent) {
        true => Ok(()),
        false => Err(differ(&media_type, &sent)),
    };
    match want {
        Content::Empty => match text {
            "" | "{}" => Ok(()),
            text if essence(&sent) == "multipart/form-data" => received(text, &sent)
                .and_then(|parts| if parts.is_empty() { Ok(()) } else { Err(differ(&"nothing", &text)) }),
            text => Err(differ(&"nothing", &text)),
        },
        Content::Json(media_type, value) => {
            is_type(media_type)?;
            let is_same = is_same(&Text::Json(value.clone()), text, Writing::Plain);
            if is_same { Ok(()) } else { Err(format!("want {value}, got {text}")) }
        }
        Content::Form(want) => {
            // Without a field there is no body, and its type means nothing.
            if !want.is_empty() {
                is_type("application/x-www-form-urlencoded")?;
            }
            pairs(want, text, "&", Writing::Form, &BTreeSet::new())
        }
        Content::Parts(want) => {
            is_type("multipart/form-data")?;
            parts(want, &received(text, &sent)?)
        }
        Content::Bytes(media_type, want) => {
            if let Some(media_type) = media_type {
                is_type(media_type)?;
            }
            if want == text { Ok(()) } else { Err(differ(want, &text)) }
        }
    }
}

/// A part that came: its name, its type, and its content.
type Received<'a> = (String, Option<String>, &'a str);

fn parts(want: &[Part], got: &[Received<'_>]) -> Result<(), String> {
    let names: BTreeSet<&String> =
        want.iter().map(|part| &part.name).chain(got.iter().map(|(name, ..)| name)).collect();
    for name in names {
        let want: Vec<&Part> = want.iter().filter(|part| part.name == *name).collect();
        let got: Vec<&Received<'_>> = got.iter().filter(|(other, ..)| other == name).collect();
        let is_same = |(want, (_, media_type, value)): (&&Part, &&Received<'_>)| {
            want.media_type.as_deref() == media_type.as_deref() && is_same(&want.value, value, Writing::Plain)
        };
        if want.len() != got.len() || !want.iter().zip(&got).all(is_same) {
            return Err(format!("{name}: {}", differ(&want, &got)));
        }
    }
    Ok(())
}

/// The parts of a body (RFC 7578) whose type is `sent`. A type that is plain text need not be said.
fn received<'a>(text: &'a str, sent: &str) -> Result<Vec<Received<'a>>, String> {
    let boundary = sent.split_once("boundary=").ok_or("no boundary")?.1.trim_matches('"');
    let body = text.strip_suffix(&format!("--{boundary}--\r\n")).ok_or("no end")?;
    let part = |part: &'a str| {
        let (head, value) = part.split_once("\r\n\r\n").ok_or("a part without a head")?;
        let value = value.strip_suffix("\r\n").ok_or("a part without an end")?;
        let field = |name: &str| {
            let lines = head.lines().filter_map(|line| line.split_once(": "));
            lines.filter(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
        };
        let disposition = field("Content-Disposition").and_then(|field| field.strip_prefix("form-data; name=\""));
        let (name, _) = disposition.and_then(|rest| rest.split_once('"')).ok_or("a part without a name")?;
        let name = name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        Ok((name, field("Content-Type").map(essence).filter(|ty| ty != "text/plain"), value))
    };
    body.split(&format!("--{boundary}\r\n")).skip(1).map(part).collect()
}

/// Whether `got`, written like this, is `want`. Times are the same if they are the same instant.
fn is_same(want: &Text, got: &str, writing: Writing) -> bool {
    let Ok(plain) = decoded(got, writing) else { return false };
    match want {
        Text::Encoded(want) => {
            let Ok(got) = canonical(got, writing) else { return false };
            let is_same = |(want, got)| want == got || is_same_instant(&unescaped(want), &unescaped(got));
            // Times may stand in a list, whose commas are not encoded.
            let (want, got) = (want.split(','), got.split(','));
            want.clone().count() == got.clone().count() && want.zip(got).all(is_same)
        }
        Text::Plain(want) => plain == *want || is_same_instant(want, &plain),
        Text::Json(want) => serde_json::from_str(&plain).is_ok_and(|got: Value| is_same_json(want, &got)),
    }
}

/// The order of members is free, `1` is `1.0`, and times are the same if they are the same instant.
fn is_same_json(want: &Value, got: &Value) -> bool {
    match (want, got) {
        (Value::Number(want), Value::Number(got)) => {
            want == got || !(want.is_i64() && got.is_i64()) && want.as_f64() == got.as_f64()
        }
        (Value::String(want), Value::String(got)) => want == got || is_same_instant(want, got),
        (Value::Array(want), Value::Array(got)) => {
            want.len() == got.len() && want.iter().zip(got).all(|(want, got)| is_same_json(want, got))
        }
        (Value::Object(want), Value::Object(got)) => {
            let is_there = |(name, want)| got.get(name).is_some_and(|got| is_same_json(want, got));
            want.len() == got.len() && want.iter().all(is_there)
        }
        _ => want == got,
    }
}

fn is_same_instant(want: &str, got: &str) -> bool {
    let instant = |text: &str| text.parse::<Timestamp>().ok();
    instant(want).is_some_and(|want| instant(got) == Some(want))
}

fn unescaped(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn decoded(text: &str, writing: Writing) -> Result<String, String> {
    let text = match writing {
        Writing::Plain => return Ok(text.to_owned()),
        Writing::Form => text.replace('+', "%20"),
        Writing::Escaped => text.to_owned(),
    };
    let decoded = percent_decode_str(&text).decode_utf8();
    decoded.map(Into::into).map_err(|_| format!("no UTF-8 when decoded: {text:?}"))
}

/// Percent-encoded text in the one way of `encode`.
fn canonical(text: &str, writing: Writing) -> Result<String, String> {
    let mut bytes = text.bytes();
    let mut result = String::new();
    let escape = |byte: u8| format!("%{byte:02X}");
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let digits =
                    [bytes.next(), bytes.next()].map(|digit| char::from(digit.unwrap_or_default()).to_digit(16));
                let [Some(high), Some(low)] = digits else { return Err(format!("not percent-encoded: {text:?}")) };
                match u8::try_from(high * 16 + low) {
                    Ok(byte) if is_unreserved(byte) => result.push(char::from(byte)),
                    Ok(byte) => result += &escape(byte),
                    Err(_) => {}
                }
            }
            b'+' if writing == Writing::Form => result += "%20",
            // The delimiters of RFC 3986, but for what a form may leave as it is, or not.
            byte if is_unreserved(byte) || b":/?#[]@!$&'(),;=+".contains(&byte) => result.push(char::from(byte)),
            byte => result += &escape(byte),
        }
    }
    Ok(result)
}
