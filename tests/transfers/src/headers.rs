//! Headers of answers, with their types.
//!
//! Each set is made of the headers of a [`Response`](crate::runtime::Response), which `with_response`
//! returns, by `from(&response.headers)`. What is absent, or not as described, is `None`; the response has
//! all headers as they came.

use jiff::Timestamp;
use jiff::civil::Date;
use reqwest::header::HeaderMap;

use crate::models;
use crate::runtime::header::{each, named, one, parse, time};

/// Headers of the answers to `ShowState`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShowStateHeaders {
    /// The version.
    pub etag: Option<String>,
    /// Called `Allow` on the wire.
    pub allow: Option<Vec<String>>,
    /// Called `Retry-After` on the wire.
    pub retry_after: Option<i64>,
    /// Called `Last-Modified` on the wire.
    pub last_modified: Option<Timestamp>,
    /// Called `X-Day` on the wire.
    pub day: Option<Date>,
    /// Called `X-Cached` on the wire.
    pub cached: Option<bool>,
    /// Called `X-Load` on the wire.
    pub load: Option<f64>,
    /// Called `X-Kind` on the wire.
    pub kind: Option<models::ShowStateXKind>,
    /// Called `X-Limits` on the wire.
    pub limits: Option<Vec<i64>>,
    /// Called `X-Object` on the wire.
    pub object: Option<String>,
}

impl From<&HeaderMap> for ShowStateHeaders {
    fn from(headers: &HeaderMap) -> Self {
        Self {
            etag: one(headers, "ETag", parse),
            allow: each(headers, "Allow", parse),
            retry_after: one(headers, "Retry-After", parse),
            last_modified: one(headers, "Last-Modified", time),
            day: one(headers, "X-Day", parse),
            cached: one(headers, "X-Cached", parse),
            load: one(headers, "X-Load", parse),
            kind: one(headers, "X-Kind", named),
            limits: each(headers, "X-Limits", parse),
            object: one(headers, "X-Object", parse),
        }
    }
}
