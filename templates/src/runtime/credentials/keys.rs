//! Tokens and keys in headers.

#![allow(dead_code, reason = "an API may have keys of one of these kinds only")]

use reqwest::Request;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::{Given, Kind, secret};

/// A token: `Authorization: Bearer`.
pub(crate) struct Bearer;

impl Kind for Bearer {
    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str> {
        bearer(given.text()?)
    }
}

/// The whole value of the header `Authorization`.
pub(crate) struct Authorization;

impl Kind for Authorization {
    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str> {
        secret(given.text()?)
    }
}

/// A key, in the header of this name.
pub(crate) struct Header(pub(crate) &'static str);

impl Kind for Header {
    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str> {
        if HeaderName::try_from(self.0).is_err() {
            return Err("has no header to go to");
        }
        secret(given.text()?)
    }

    fn is_taken(&self, headers: &HeaderMap, _: &str) -> bool {
        headers.contains_key(self.0)
    }

    fn add(&self, request: &mut Request, written: &HeaderValue) {
        if let Ok(name) = HeaderName::try_from(self.0) {
            request.headers_mut().insert(name, written.clone());
        }
    }
}

/// The header `Authorization` of a bearer token (RFC 6750); or what is wrong with the token, in words.
pub(crate) fn bearer(token: &str) -> Result<HeaderValue, &'static str> {
    if token.is_empty() {
        return Err("is empty");
    }
    if token.contains(char::is_whitespace) {
        return Err("has a space: a token goes without the word `Bearer`");
    }
    secret(&format!("Bearer {token}"))
}
