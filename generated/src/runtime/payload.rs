//! The body of a request on its way out, in constant memory whatever its size.

use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;

use super::error::{Error, Result};

/// A body.
#[derive(Clone)]
pub(crate) enum Payload {
    Bytes(Bytes),
    #[allow(dead_code, reason = "an API may take nothing but bytes")]
    Content(Arc<dyn Content>),
}

impl Payload {
    pub(crate) fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self::Bytes(bytes.into())
    }

    /// Whether there is certainly nothing to be sent.
    pub(crate) fn is_empty(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    /// All of it, if it is at hand.
    pub(crate) fn as_bytes(&self) -> Option<&Bytes> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Content(_) => None,
        }
    }

    /// Whether it cannot be sent, or not once more, since a stream in it has been read from.
    pub(crate) fn is_spent(&self) -> bool {
        match self {
            Self::Bytes(_) => false,
            Self::Content(content) => content.is_spent(),
        }
    }

    /// The body for one try.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if a file cannot be read, or if a stream has been read from.
    pub(crate) async fn body(&self) -> Result<reqwest::Body> {
        match self {
            // The HTTP client can send this again by itself, where it knows that a server has not looked at it.
            Self::Bytes(bytes) => Ok(bytes.clone().into()),
            Self::Content(content) if content.is_spent() => {
                Err(Error::invalid("the stream of an upload can be sent only once, and it has been"))
            }
            Self::Content(content) => content.open().await,
        }
    }
}

/// What is read as it is sent. Known by this trait alone, so that programs which send nothing of the kind have none of
/// it in them.
pub(crate) trait Content: Send + Sync {
    /// Whether it cannot be sent, or not once more, since a stream in it has been read from.
    fn is_spent(&self) -> bool;

    /// What is to be sent in one try.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if a file cannot be read.
    fn open(&self) -> Opening<'_>;
}

/// A body that is ready to be sent, once it is.
pub(crate) type Opening<'a> = Pin<Box<dyn Future<Output = Result<reqwest::Body>> + Send + 'a>>;
