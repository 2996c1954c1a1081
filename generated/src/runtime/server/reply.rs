//! What an operation answers with.

#![allow(dead_code, reason = "an API may have no answers without a body")]

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// The answer to a request that succeeds: a value, and where they matter, a status and headers.
///
/// A value converts into one with the status that the API's description gives.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a reply does nothing unless it is returned"]
pub struct Reply<T> {
    value: T,
    status: Option<StatusCode>,
    headers: HeaderMap,
}

impl<T> From<T> for Reply<T> {
    fn from(value: T) -> Self {
        Self { value, status: None, headers: HeaderMap::new() }
    }
}

impl<T> Reply<T> {
    /// Answers with this status, rather than with that of the description.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds a header.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.append(name, value);
        self
    }

    /// The answer, its body being the value's JSON; with `status` unless there is one.
    pub(super) fn into_json(self, status: StatusCode) -> Response
    where
        T: Serialize,
    {
        match serde_json::to_vec(&self.value) {
            Ok(body) => {
                let media_type = HeaderValue::from_static("application/json; charset=utf-8");
                self.respond(status, Some(media_type), body.into())
            }
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    fn respond(self, status: StatusCode, media_type: Option<HeaderValue>, body: Body) -> Response {
        let mut response = Response::new(body);
        *response.status_mut() = self.status.unwrap_or(status);
        *response.headers_mut() = self.headers;
        if let Some(media_type) = media_type {
            response.headers_mut().entry(CONTENT_TYPE).or_insert(media_type);
        }
        response
    }
}

impl Reply<()> {
    /// The answer, without a body; with `status` unless there is one.
    pub(super) fn into_empty(self, status: StatusCode) -> Response {
        self.respond(status, None, Body::empty())
    }
}
