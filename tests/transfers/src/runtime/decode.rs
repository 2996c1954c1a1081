//! From the body of an answer to a value, or to an error that says where the body is wrong.

use bytes::Bytes;
use serde::de::{DeserializeOwned, DeserializeSeed};
use serde_json::Value;

use super::error::{Error, ErrorResponse, Result};
use super::send::Incoming;

/// How much of a body an error shows, in bytes.
const EXCERPT: usize = 200;

/// The body as JSON.
#[inline]
pub(crate) fn json<T: DeserializeOwned>(incoming: &Incoming) -> Result<T> {
    json_seed(incoming, std::marker::PhantomData)
}

/// The body as JSON, read by `seed`.
#[inline]
pub(crate) fn json_seed<S: for<'de> DeserializeSeed<'de, Value = T>, T>(incoming: &Incoming, seed: S) -> Result<T> {
    let mut deserializer = serde_json::Deserializer::from_slice(&incoming.body);
    let value = seed.deserialize(&mut deserializer).map_err(|error| malformed(response(incoming), error))?;
    deserializer.end().map_err(|error| malformed(response(incoming), error))?;
    Ok(value)
}

/// The body as text.
#[allow(dead_code, reason = "an API may have no such answers")]
pub(crate) fn text(incoming: &Incoming) -> Result<String> {
    let text = std::str::from_utf8(&incoming.body).map_err(|error| {
        let (excerpt, response) = (excerpt(&incoming.body), Box::new(response(incoming)));
        Error::Decode { path: String::new(), excerpt, source: error.into(), response }
    })?;
    Ok(text.to_owned())
}

#[cold]
fn response(Incoming { status, headers, body, rest: _, request: _ }: &Incoming) -> ErrorResponse {
    ErrorResponse { status: *status, headers: headers.clone(), body: body.clone() }
}

/// The error for a body that is not what the API's description promises.
#[cold]
pub(crate) fn malformed(response: ErrorResponse, error: serde_json::Error) -> Error {
    let body = &response.body;
    let path = if error.is_data() { path_at(body, offset(body, error.line(), error.column())) } else { String::new() };
    Error::Decode { path, excerpt: excerpt(body), source: error.into(), response: Box::new(response) }
}

/// The error for a body that goes on after `limit` bytes.
pub(crate) fn too_large(response: ErrorResponse, limit: usize) -> Error {
    let source = format!("the body is larger than {limit} bytes, the most that the client reads").into();
    Error::Decode { path: String::new(), excerpt: excerpt(&response.body), source, response: Box::new(response) }
}

/// The error for an answer whose status is not a success.
pub(crate) fn refusal(response: ErrorResponse, retryable: bool) -> Error {
    let body = any(&response.body).unwrap_or_default();
    let text = |pointer| body.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let message =
        text("/message").filter(|message| !message.is_empty()).unwrap_or_else(|| match excerpt(&response.body) {
            empty if empty.is_empty() => response.status.canonical_reason().unwrap_or("no reason given").to_owned(),
            other => other,
        });
    Error::Api {
        status: response.status,
        code: body.pointer("/code").and_then(Value::as_i64),
        message,
        more_info: text("/more_info"),
        retryable,
        response: Box::new(response),
    }
}

/// Any JSON. This is the one way to read it that needs no code of the parser here: all others have type parameters.
fn any(body: &[u8]) -> Option<Value> {
    std::str::from_utf8(body).ok()?.parse().ok()
}

/// The beginning of a body as text.
fn excerpt(body: &Bytes) -> String {
    if body.len() <= EXCERPT {
        return String::from_utf8_lossy(body).into_owned();
    }
    // Not within a character: none has more than three bytes after its first.
    let is_inner = |byte: &u8| byte & 0b1100_0000 == 0b1000_0000;
    let end = (EXCERPT - 3..=EXCERPT).rev().find(|end| !is_inner(&body[*end])).unwrap_or(EXCERPT);
    format!("{}…", String::from_utf8_lossy(&body[..end]))
}

/// The number of bytes up to and including this column of this line, both counted from 1.
fn offset(body: &[u8], line: usize, column: usize) -> usize {
    let before: usize = body.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum();
    (before + column).min(body.len())
}

/// The member of a JSON body that reading had come to after `end` bytes, such as `plugins[3].sid`.
///
/// The parser tells only where it stopped; this finds out what it was in, without any cost where all goes well.
fn path_at(body: &[u8], end: usize) -> String {
    let mut open: Vec<Step> = Vec::new();
    let mut bytes = body[..end].iter().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'{' => open.push(Step::Member(None)),
            b'[' => open.push(Step::Item(0)),
            // A value that ends where the parser stopped is the one at fault, and not what contains it.
            b'}' | b']' => drop(open.pop()),
            b',' => match open.last_mut() {
                Some(Step::Item(index)) => *index += 1,
                Some(Step::Member(name)) => *name = None,
                None => {}
            },
            b'"' => {
                let mut escaped = false;
                let close = bytes.find(|(_, byte)| {
                    let closes = **byte == b'"' && !escaped;
                    escaped = **byte == b'\\' && !escaped;
                    closes
                });
                if let (Some(Step::Member(name)), Some((close, _))) = (open.last_mut(), close)
                    && name.is_none()
                {
                    *name = any(&body[at..=close]).and_then(|name| name.as_str().map(str::to_owned));
                }
            }
            _ => {}
        }
    }
    let mut path = String::new();
    for step in open {
        path = match step {
            Step::Member(None) => path,
            Step::Member(Some(name)) if path.is_empty() => name,
            Step::Member(Some(name)) => path + "." + &name,
            Step::Item(index) => path + &format!("[{index}]"),
        };
    }
    path
}

/// Where one is in an object or array that has not ended yet.
enum Step {
    /// In the member of this name, or before the first one.
    Member(Option<String>),
    /// In the item of this index.
    Item(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_member() {
        for (body, end, path) in [
            (r#"{"sid":5}"#, 8, "sid"),
            (r#"{"a":{"b":[1,{"c":true"#, 22, "a.b[1].c"),
            (r#"{"a":1,"b":[],"c":0"#, 19, "c"),
            (r#"{"a":"}]{[,\"","b":1"#, 20, "b"),
            (r#"{"a\"b":null"#, 12, "a\"b"),
            (r#"{"plugins":[{"sid":"x"},{"sid":1}]}"#, 32, "plugins[1].sid"),
            (r#"{"a":{"b":1}"#, 12, "a"),
            ("[]", 2, ""),
            ("", 0, ""),
            (r#"{"cut off"#, 9, ""),
        ] {
            assert_eq!(path_at(body.as_bytes(), end), path, "{body}");
        }
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let body = b"{\n \"a\": 1,\n \"b\": x\n}";
        assert_eq!(offset(body, 1, 1), 1);
        assert_eq!(offset(body, 3, 2), 13);
        assert_eq!(offset(body, 9, 9), body.len());
    }
}
