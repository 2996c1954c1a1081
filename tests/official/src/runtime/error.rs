//! The one error type, and what it tells a caller.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

use super::decode;

/// What a call returns: its value, or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call failed, or was not made.
///
/// When a call was tried more than once, this is what went wrong the last time.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The service refused the request: it answered with a status that is not a success.
    #[non_exhaustive]
    Api {
        /// The status of the answer.
        status: StatusCode,
        /// The service's own number for the error, if it gave one.
        code: Option<i64>,
        /// What the service said, or the reason phrase of the status if it said nothing.
        message: String,
        /// Where the service explains the error, if it said so.
        more_info: Option<String>,
        /// See [`is_retryable`](Self::is_retryable).
        retryable: bool,
        /// The whole answer.
        response: Box<ErrorResponse>,
    },
    /// No complete answer arrived: the connection could not be made, or broke.
    #[non_exhaustive]
    Transport {
        /// What happened to the connection.
        source: reqwest::Error,
        /// See [`is_retryable`](Self::is_retryable).
        retryable: bool,
    },
    /// No complete answer arrived in time.
    #[non_exhaustive]
    Timeout {
        /// The limit that was exceeded: of connecting, of one try, or of the whole call.
        after: Duration,
        /// See [`is_retryable`](Self::is_retryable).
        retryable: bool,
    },
    /// The service accepted the request, but its answer is not what its description promises.
    ///
    /// Whatever the request asked for has happened.
    #[non_exhaustive]
    Decode {
        /// The offending member of the body, such as `plugins[3].sid`; empty if the body as a whole is at fault.
        path: String,
        /// The beginning of the body.
        excerpt: String,
        /// What is wrong.
        source: Box<dyn StdError + Send + Sync>,
        /// The whole answer.
        response: Box<ErrorResponse>,
    },
    /// A property that a caller relies on was `null` or absent; from the accessor of that property.
    #[non_exhaustive]
    Missing {
        /// The model and the property, such as `Plugin.sid`.
        property: &'static str,
    },
    /// Something was wrong before anything was sent: an argument, a setting, or the address of the next page.
    ///
    /// Or, once something was sent: the HTTP client that the caller provided has followed a redirect.
    #[non_exhaustive]
    Invalid {
        /// What is wrong, and with what.
        message: String,
    },
}

/// An answer that became an error, as it arrived.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as far as it was read.
    pub body: Bytes,
}

impl ErrorResponse {
    /// The body as JSON, such as the model that the API's description has for a refusal with this status.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if it is not JSON, or not of this type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(&self.body).map_err(|error| decode::malformed(self.clone(), error))
    }
}

impl Error {
    /// The status of the service's answer, where there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(|response| response.status)
    }

    /// The service's own number for the error, if it gave one.
    #[must_use]
    pub fn code(&self) -> Option<i64> {
        match self {
            Self::Api { code, .. } => *code,
            _ => None,
        }
    }

    /// The answer that became this error, where there was one.
    #[must_use]
    pub fn response(&self) -> Option<&ErrorResponse> {
        match self {
            Self::Api { response, .. } | Self::Decode { response, .. } => Some(response),
            _ => None,
        }
    }

    /// Whether what was asked for does not exist (status 404).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Api { status, .. } if *status == StatusCode::NOT_FOUND)
    }

    /// Whether the same call may succeed later, and cannot do anything twice if it is made again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api { retryable, .. } | Self::Transport { retryable, .. } | Self::Timeout { retryable, .. } => {
                *retryable
            }
            Self::Decode { .. } | Self::Missing { .. } | Self::Invalid { .. } => false,
        }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid { message: message.into() }
    }

    #[allow(dead_code, reason = "an API may have no such property")]
    pub(crate) fn missing(property: &'static str) -> Self {
        Self::Missing { property }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api { status, code, message, .. } => {
                let verb = if status.is_redirection() { "answered" } else { "refused" };
                write!(f, "the service {verb} the request with status {}", status.as_u16())?;
                if let Some(code) = code {
                    write!(f, ", code {code}")?;
                }
                write!(f, ": {}", shortened(message))
            }
            Self::Transport { source, .. } if source.is_connect() => f.write_str("no connection could be made"),
            Self::Transport { .. } => f.write_str("the connection failed before the answer was complete"),
            Self::Timeout { after, .. } => write!(f, "no complete answer within {after:?}"),
            Self::Decode { path, excerpt, response, .. } => {
                f.write_str("cannot understand the answer")?;
                if !path.is_empty() {
                    write!(f, " at `{path}`")?;
                }
                write!(f, " (status {}, body {excerpt:?})", response.status.as_u16())
            }
            Self::Missing { property } => write!(f, "the service did not say what `{property}` is"),
            Self::Invalid { message } => f.write_str(message),
        }
    }
}

/// What `error` says, and all that caused it.
pub(crate) fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// The beginning of a message that may be as long as an answer.
fn shortened(message: &str) -> &str {
    const LONGEST: usize = 1000;
    message.char_indices().nth(LONGEST).map_or(message, |(end, _)| &message[..end])
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport { source, .. } => Some(source),
            Self::Decode { source, .. } => Some(source.as_ref()),
            _ => None,
        }
    }
}

impl fmt::Debug for ErrorResponse {
    /// Shows status and size: headers and body may hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse")
            .field("status", &self.status.as_u16())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
