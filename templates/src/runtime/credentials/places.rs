//! Keys in queries and cookies.

#![allow(dead_code, reason = "an API may have keys in one of these places only")]

use percent_encoding::percent_decode_str;
use reqwest::header::{COOKIE, HeaderMap, HeaderValue};
use reqwest::{Request, Url};

use super::{Given, Kind, secret};
use crate::runtime::encode::Pairs;

/// The query parameter of this name.
pub(crate) struct Query(pub(crate) &'static str);

impl Kind for Query {
    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str> {
        let mut pair = Pairs::default();
        pair.set(self.0, &given.text()?);
        secret(pair.as_str())
    }

    fn is_taken(&self, _: &HeaderMap, query: &str) -> bool {
        query.split('&').any(|pair| self.is_name_of(pair))
    }

    fn add(&self, request: &mut Request, written: &HeaderValue) {
        let (url, pair) = (request.url_mut(), written.to_str().unwrap_or_default());
        let query = match url.query() {
            Some(query) if !query.is_empty() => format!("{query}&{pair}"),
            _ => pair.to_owned(),
        };
        url.set_query(Some(&query));
    }

    fn remove(&self, url: &mut Url) {
        let Some(query) = url.query() else { return };
        let mut pairs = Pairs::from(query);
        pairs.retain(&|pair| !self.is_name_of(pair));
        url.set_query(Some(pairs.as_str()).filter(|query| !query.is_empty()));
    }
}

impl Query {
    /// Whether a pair of a query has this name, however that is encoded.
    fn is_name_of(&self, pair: &str) -> bool {
        let encoded = pair.split('=').next().unwrap_or_default().replace('+', " ");
        percent_decode_str(&encoded).eq(self.0.bytes())
    }
}

/// The cookie of this name.
pub(crate) struct Cookie(pub(crate) &'static str);

impl Kind for Cookie {
    /// Not every character may stand in the value of a cookie (RFC 6265, section 4.1.1).
    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str> {
        let key = given.text()?;
        let is_allowed = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\');
        if !key.bytes().all(is_allowed) {
            return Err("cannot be sent in a cookie");
        }
        secret(&format!("{}={key}", self.0))
    }

    fn is_taken(&self, headers: &HeaderMap, _: &str) -> bool {
        let values = headers.get_all(COOKIE).iter();
        let mut pairs = values.flat_map(|value| value.as_bytes().split(|byte| *byte == b';'));
        pairs.any(|pair| pair.trim_ascii().split(|byte| *byte == b'=').next() == Some(self.0.as_bytes()))
    }

    /// Adds it to those that are there: there is one such header at most (RFC 6265, section 5.4).
    fn add(&self, request: &mut Request, written: &HeaderValue) {
        let headers = request.headers_mut();
        let mut cookies = headers.get(COOKIE).map_or_else(Vec::new, |value| [value.as_bytes(), b"; "].concat());
        cookies.extend_from_slice(written.as_bytes());
        if let Ok(mut value) = HeaderValue::from_bytes(&cookies) {
            value.set_sensitive(true);
            headers.insert(COOKIE, value);
        }
    }
}
