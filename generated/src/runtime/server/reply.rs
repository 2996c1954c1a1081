//! What an operation answers with.

#![allow(dead_code, reason = "an API may have no answers without a body")]

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION};
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

    /// The value, and the rest.
    pub(crate) fn take(self) -> (T, Reply<()>) {
        (self.value, Reply { value: (), status: self.status, headers: self.headers })
    }

    /// The answer, its body being the value's JSON; with `status` unless there is one.
    pub(crate) fn into_json(self, status: u16) -> Response
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

    /// The answer, its body being the value as it is, of type `media_type`; with `status` unless there is one.
    pub(crate) fn into_content(self, status: u16, media_type: &'static str) -> Response
    where
        T: Into<Body>,
    {
        let (value, reply) = self.take();
        reply.respond(status, Some(HeaderValue::from_static(media_type)), value.into())
    }

    fn respond(self, status: u16, media_type: Option<HeaderValue>, body: Body) -> Response {
        let mut response = Response::new(body);
        *response.status_mut() = self.status.or(StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::OK);
        *response.headers_mut() = self.headers;
        if let Some(media_type) = media_type {
            response.headers_mut().entry(CONTENT_TYPE).or_insert(media_type);
        }
        response
    }
}

impl Reply<()> {
    /// The answer, without a body; with `status` unless there is one.
    pub(crate) fn into_empty(self, status: u16) -> Response {
        self.respond(status, None, Body::empty())
    }

    /// The same with a value.
    pub(crate) fn with<T>(self, value: T) -> Reply<T> {
        Reply { value, status: self.status, headers: self.headers }
    }
}

impl Reply<String> {
    /// The answer, without a body, that leads to the value; with `status` unless there is one.
    pub(crate) fn into_redirect(self, status: u16) -> Response {
        let (location, mut reply) = self.take();
        match HeaderValue::try_from(location) {
            Ok(location) => {
                reply.headers.insert(LOCATION, location);
                reply.into_empty(status)
            }
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// What is replied with, if that may be several things.
pub(crate) trait IntoReply: Sized {
    /// The answer.
    fn into_reply(reply: Reply<Self>) -> Response;
}

/// Declares what an operation replies with, if that may be several things: what each holds, and which function of
/// [`Reply`] makes the answer.
#[allow(unused_macros, reason = "an API may have no such operations")]
macro_rules! answers {
    (
        $(#[$attribute:meta])*
        pub enum $answers:ident {
            $(
                $(#[$docs:meta])*
                $answer:ident $(($value:ident: $ty:ty))? => $into:ident($($with:expr),*),
            )*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug)]
        pub enum $answers {
            $($(#[$docs])* $answer $(($ty))?,)*
        }

        impl $crate::runtime::server::reply::IntoReply for $answers {
            fn into_reply(reply: $crate::server::Reply<Self>) -> $crate::server::axum::response::Response {
                let (answer, reply) = reply.take();
                match answer {
                    $(Self::$answer $(($value))? => reply $(.with($value))? .$into($($with),*),)*
                }
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have no such operations")]
pub(crate) use answers;

#[cfg(test)]
mod tests {
    use axum::http::header::SERVER;

    use super::*;

    #[test]
    fn a_reply_keeps_its_status_and_headers() {
        let server = HeaderValue::from_static("test");
        let reply = Reply::from("a,b".to_owned()).status(StatusCode::ACCEPTED).header(SERVER, server.clone());
        let response = reply.into_content(200, "text/csv");
        assert_eq!(response.status(), StatusCode::ACCEPTED);
        assert_eq!(response.headers().get(SERVER), Some(&server));
        assert_eq!(response.headers().get(CONTENT_TYPE), Some(&HeaderValue::from_static("text/csv")));
    }

    #[test]
    fn a_redirection_has_an_address() {
        let response = Reply::from("/elsewhere".to_owned()).into_redirect(302);
        assert_eq!(response.status(), StatusCode::FOUND);
        assert_eq!(response.headers().get(LOCATION), Some(&HeaderValue::from_static("/elsewhere")));
        let response = Reply::from("/a\nb".to_owned()).into_redirect(302);
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
