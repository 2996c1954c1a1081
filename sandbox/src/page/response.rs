//! From the page to the response that carries it.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::style::POLICY;
use super::{View, render};

/// The response to `GET /`: status 200, the page, and headers that keep it out of caches, frames and other sites.
///
/// It is for the account of the request only and says so to nobody else; no CORS header belongs on it.
#[must_use]
pub fn response(view: &View) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    (headers, render(view)).into_response()
}
