//! What a request says beside what its operation asks for.

use std::fmt;

use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, Method, Uri};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// What came with a request: who sent it, where to, and what middleware added to it.
#[derive(Clone)]
#[non_exhaustive]
pub struct Context {
    /// The operation, by its name in the API's description; `None` if there is none at this path and method.
    pub operation: Option<&'static str>,
    /// The HTTP method.
    pub method: Method,
    /// The path and the query, undecoded.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// What middleware added to the request.
    pub extensions: Extensions,
    /// The username and password, if the request has some (HTTP Basic, RFC 7617).
    pub credentials: Option<Credentials>,
}

/// A username and a password, as a client sent them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Credentials {
    /// The username.
    pub username: String,
    /// The password.
    pub password: String,
}

impl Context {
    pub(super) fn new(parts: Parts) -> Self {
        let Parts { method, uri, headers, extensions, .. } = parts;
        let credentials = headers.get(AUTHORIZATION).and_then(|value| Credentials::parse(value.as_bytes()));
        Self { operation: None, method, uri, headers, extensions, credentials }
    }
}

impl Credentials {
    /// Credentials from the value of the header `Authorization`; `None` if it holds no Basic ones.
    fn parse(value: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(value).ok()?;
        let (scheme, encoded) = text.split_once(' ')?;
        let decoded = BASE64_STANDARD.decode(encoded.trim_matches(' ')).ok()?;
        let decoded = String::from_utf8(decoded).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
        let (username, password) = decoded.split_once(':')?;
        Some(Self { username: username.to_owned(), password: password.to_owned() })
    }
}

impl fmt::Debug for Context {
    /// Shows the operation and the path: headers and queries may hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Credentials {
    /// Shows the username.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("username", &self.username).finish_non_exhaustive()
    }
}
