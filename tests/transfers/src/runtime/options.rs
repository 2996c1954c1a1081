//! What one call may have its own way.

use std::fmt;
use std::time::Duration;

use reqwest::header::{CONNECTION, CONTENT_LENGTH, HOST, HeaderMap, HeaderName, HeaderValue, TRANSFER_ENCODING};

use super::error::Error;
use super::retry::RetryPolicy;

/// Settings for one call, in place of those of its client. Of a list, they are those of each page.
#[derive(Clone, Default)]
#[must_use]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) try_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    /// Checked when the call is made, so that setting them needs no `?`.
    headers: Vec<(String, String)>,
}

impl CallOptions {
    /// No setting that differs from the client's.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long the call may take in all, tries and waits included.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long one try may take, from connecting to the last byte of the answer.
    pub fn try_timeout(mut self, timeout: Duration) -> Self {
        self.try_timeout = Some(timeout);
        self
    }

    /// How often to try, and how long to wait in between.
    ///
    /// The HTTP client below still sends a request again by itself if the server said that it has not looked at it;
    /// [`ClientBuilder::no_retry`](super::ClientBuilder::no_retry) turns that off, too.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// Adds a header, or replaces the one of that name that would be sent otherwise, credentials included.
    ///
    /// A name or value that no header can have makes the call fail with [`Error::Invalid`] before anything is sent.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.headers.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Puts the headers into `headers`, in place of those that are there under the same names.
    pub(crate) fn apply_headers(&self, headers: &mut HeaderMap) -> Result<(), Error> {
        for (name, value) in &self.headers {
            let (name, mut value) = (header_name(name)?, header_value(name, value)?);
            if [CONNECTION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING].contains(&name) {
                return Err(Error::invalid(format!("the header `{name}` follows from the request and cannot be set")));
            }
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        Ok(())
    }
}

impl fmt::Debug for CallOptions {
    /// Leaves out the values of headers, which may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("try_timeout", &self.try_timeout)
            .field("retry", &self.retry)
            .field("headers", &names)
            .finish()
    }
}

fn header_name(name: &str) -> Result<HeaderName, Error> {
    name.parse().map_err(|_| Error::invalid(format!("{name:?} cannot be the name of a header")))
}

/// `value` as the value of the header `name`; the message does not repeat it, since it may be a secret.
pub(crate) fn header_value(name: &str, value: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| Error::invalid(format!("the value of the header `{name}` has a line break or control character")))
}
