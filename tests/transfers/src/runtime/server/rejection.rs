//! What the router refuses before an operation is reached.

use std::fmt;

use axum::http::{Method, StatusCode};

use super::Context;

/// A request that the router refuses, for the implementation to put into the API's own words.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rejection {
    /// What came with the request.
    pub context: Context,
    /// Why it is refused.
    pub reason: Reason,
}

/// Why the router refuses a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// No operation has this path.
    UnknownPath,
    /// The path has operations, but none with this method. The router adds the header `Allow` to the answer.
    MethodNotAllowed {
        /// The methods that the path has.
        allowed: Vec<Method>,
    },
    /// A required input is absent.
    Missing {
        /// Where it belongs.
        place: Place,
        /// Its name on the wire; `body` for a whole body.
        name: &'static str,
    },
    /// An input cannot be read as what it should be.
    Invalid {
        /// Where it stands.
        place: Place,
        /// Its name on the wire; `body` for a whole body.
        name: &'static str,
        /// What is wrong with it, as a clause: `it is not an integer`.
        message: String,
    },
    /// The body is not of the type that the operation takes.
    UnsupportedMediaType {
        /// The value of `Content-Type`.
        found: String,
        /// The type that the operation takes.
        expected: &'static str,
    },
    /// The body is too large.
    BodyTooLarge {
        /// The most bytes that a body may have.
        limit: usize,
    },
    /// The operation is known, but the router cannot read what it is asked for: a body of several parts.
    NotServed,
    /// The body could not be received.
    BodyBroken {
        /// What happened.
        message: String,
    },
}

/// Where in a request an input stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are called what they are")]
pub enum Place {
    Path,
    Query,
    Header,
    Cookie,
    Body,
}

impl Reason {
    /// The status that HTTP has for this; an input that a path cannot have makes it a path that does not exist.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::UnknownPath | Self::Missing { place: Place::Path, .. } | Self::Invalid { place: Place::Path, .. } => {
                StatusCode::NOT_FOUND
            }
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::Missing { .. } | Self::Invalid { .. } | Self::BodyBroken { .. } => StatusCode::BAD_REQUEST,
            Self::UnsupportedMediaType { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotServed => StatusCode::NOT_IMPLEMENTED,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPath => f.write_str("there is nothing at this path"),
            Self::MethodNotAllowed { allowed } => {
                f.write_str("this path has only the methods")?;
                allowed.iter().try_for_each(|method| write!(f, " {method}"))
            }
            Self::Missing { place, name } => write!(f, "`{name}` is missing in the {place}"),
            Self::Invalid { place, name, message } => write!(f, "`{name}` in the {place} is wrong: {message}"),
            Self::UnsupportedMediaType { found, expected } => {
                write!(f, "the body is of type {found}, and should be of type {expected}")
            }
            Self::BodyTooLarge { limit } => write!(f, "the body has more than {limit} bytes"),
            Self::NotServed => f.write_str("this server cannot read bodies of several parts"),
            Self::BodyBroken { message } => write!(f, "the body could not be received: {message}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "headers",
            Self::Cookie => "cookies",
            Self::Body => "body",
        })
    }
}
