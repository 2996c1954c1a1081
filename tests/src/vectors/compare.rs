//! Whether a request is the one that there is to be.
//!
//! The rules are those of the vectors (`wire/README.md` in the shared directory).

use std::collections::BTreeSet;

use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::expected::{Expected, Pairs, Tolerance};
use crate::Recorded;

/// What differs, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// What makes the request another one.
    pub problems: Vec<String>,
    /// What a rule allows.
    pub tolerated: Vec<String>,
}

/// How `got` differs from `want`.
pub fn compare(want: &Expected, got: &Recorded) -> Differences {
    let mut found = Differences::default();
    if got.method != want.method {
        found.problems.push(format!("method: want {}, got {}", want.method, got.method));
    }
    compare_path(want, got, &mut found);
    compare_pairs("query", &want.query, pairs(got.query()), want, &mut found);
    compare_headers(want, got, &mut found);
    match (&want.json, std::str::from_utf8(&got.body)) {
        (Some(json), _) => compare_json(json, want, got, &mut found),
        (None, Ok(body)) => compare_pairs("form", &want.form, pairs(body), want, &mut found),
        (None, Err(error)) => found.problems.push(format!("form: {error}")),
    }
    found
}

/// The segments of a path, each decoded once.
///
/// # Errors
///
/// If the path does not begin with a slash, or is badly encoded.
pub fn segments(path: &str) -> Result<Vec<String>, String> {
    let path = path.strip_prefix('/').ok_or_else(|| format!("no slash at the beginning of {path:?}"))?;
    path.split('/').map(decode).collect()
}

/// The names and values of a query or a form.
///
/// # Errors
///
/// If one of them is badly encoded.
pub fn pairs(text: &str) -> Result<Pairs, String> {
    let decode = |text: &str| decode(&text.replace('+', " "));
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Ok((decode(name)?, decode(value)?))
    };
    text.split('&').filter(|_| !text.is_empty()).map(pair).collect()
}

fn decode(text: &str) -> Result<String, String> {
    let is_escape = |after: &str| after.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    if !text.is_ascii() || !text.split('%').skip(1).all(is_escape) {
        return Err(format!("not percent-encoded: {text:?}"));
    }
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map(Into::into).map_err(|_| format!("no UTF-8 when decoded: {text:?}"))
}

fn compare_path(want: &Expected, got: &Recorded, found: &mut Differences) {
    match segments(got.path()) {
        Err(problem) => found.problems.push(format!("path: {problem}")),
        Ok(segments) if segments != want.segments => {
            found.problems.push(format!("path: want segments {:?}, got {segments:?}", want.segments));
        }
        Ok(_) if want.path.as_deref().is_some_and(|path| path != got.path()) => {
            found.tolerated.push("path: other characters are encoded".to_owned());
        }
        Ok(_) => {}
    }
}

/// For each name the same values in the same order; the order of names is free.
fn compare_pairs(part: &str, want: &Pairs, got: Result<Pairs, String>, rules: &Expected, found: &mut Differences) {
    let got = match got {
        Ok(got) => got,
        Err(problem) => return found.problems.push(format!("{part}: {problem}")),
    };
    let names: BTreeSet<&str> = want.iter().chain(&got).map(|(name, _)| name.as_str()).collect();
    let mut is_same = true;
    for name in names {
        let (want, got) = (values(want, name), values(&got, name));
        let tolerance = rules.tolerance.get(name).copied();
        if want.len() != got.len() || !want.iter().zip(&got).all(|(want, got)| is_equal(want, got, tolerance)) {
            found.problems.push(format!("{part} {name}: want {want:?}, got {got:?}"));
            is_same = false;
        } else if want != got {
            found.tolerated.push(format!("{part} {name}: another text of the same value"));
        }
    }
    if is_same && !want.iter().map(|(name, _)| name).eq(got.iter().map(|(name, _)| name)) {
        found.tolerated.push(format!("{part}: another order of names"));
    }
}

fn values<'a>(pairs: &'a Pairs, name: &str) -> Vec<&'a str> {
    pairs.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str()).collect()
}

fn compare_headers(want: &Expected, got: &Recorded, found: &mut Differences) {
    for name in want.header_parameters.iter().chain(want.headers.keys()).collect::<BTreeSet<_>>() {
        let want: Vec<&str> = want.headers.get(name).map(|value| value.trim()).into_iter().collect();
        let got: Vec<&str> = got.header_values(name).into_iter().map(str::trim).collect();
        if want != got {
            found.problems.push(format!("header {name}: want {want:?}, got {got:?}"));
        }
    }
    let media_type = |value: &str| value.split(';').next().unwrap_or_default().trim().to_lowercase();
    let (want_type, got_type) =
        (want.content_type.as_deref().map(media_type), got.header("content-type").map(media_type));
    if want_type != got_type {
        let difference = format!("content-type: want {want_type:?}, got {got_type:?}");
        // An empty form is no body, and its type means nothing.
        let is_empty = want.form.is_empty() && want.json.is_none() || want.may_be_empty && got.body.is_empty();
        if is_empty { found.tolerated.push(difference) } else { found.problems.push(difference) }
    }
}

fn compare_json(want: &Value, rules: &Expected, got: &Recorded, found: &mut Differences) {
    if rules.may_be_empty && got.body.is_empty() {
        return found.tolerated.push("json: no body".to_owned());
    }
    match serde_json::from_slice::<Value>(&got.body) {
        Err(error) => found.problems.push(format!("json: {error}")),
        Ok(got) if !is_same_json(want, &got, rules.null_is_absent) => {
            found.problems.push(format!("json: want {want}, got {got}"));
        }
        Ok(got) if *want != got => found.tolerated.push("json: another text of the same value".to_owned()),
        Ok(_) => {}
    }
}

fn is_equal(want: &str, got: &str, tolerance: Option<Tolerance>) -> bool {
    let is_same = match tolerance {
        None => None,
        Some(Tolerance::Json) => json(want).zip(json(got)).map(|(want, got)| is_same_json(&want, &got, false)),
        Some(Tolerance::Instant) => second(want).zip(second(got)).map(|(want, got)| want == got),
        Some(Tolerance::Number) => number(want).zip(number(got)).map(|(want, got)| want == got),
    };
    want == got || is_same == Some(true)
}

/// The order of members is free, `1` is `1.0`, and texts that are the same time are the same.
fn is_same_json(want: &Value, got: &Value, null_is_absent: bool) -> bool {
    let is_same = |want: &Value, got: &Value| is_same_json(want, got, null_is_absent);
    match (want, got) {
        (Value::Number(want), Value::Number(got)) => want == got || want.as_f64() == got.as_f64(),
        (Value::String(want), Value::String(got)) => is_equal(want, got, Some(Tolerance::Instant)),
        (Value::Array(want), Value::Array(got)) => {
            want.len() == got.len() && want.iter().zip(got).all(|(want, got)| is_same(want, got))
        }
        (Value::Object(want), Value::Object(got)) => {
            let names: BTreeSet<&String> = want.keys().chain(got.keys()).collect();
            names.into_iter().all(|name| match (want.get(name), got.get(name)) {
                (Some(want), Some(got)) => is_same(want, got),
                (one, other) => null_is_absent && one.or(other).is_some_and(Value::is_null),
            })
        }
        (want, got) => want == got,
    }
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn second(text: &str) -> Option<i64> {
    text.parse().ok().map(Timestamp::as_second)
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
