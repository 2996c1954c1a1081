//! The body of a request on its way out, in constant memory whatever its size.

#![allow(dead_code, reason = "an API may take nothing but bytes")]

use std::error::Error as StdError;
use std::future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use super::error::{Error, Result};

/// A body.
#[derive(Clone)]
pub(crate) enum Payload {
    Bytes(Bytes),
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
    fn open(&self) -> Opening<'_, Flow>;

    /// The body for one try.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if a file cannot be read, or if a stream has been read from.
    fn body(&self) -> Opening<'_, reqwest::Body> {
        if self.is_spent() {
            let spent = Error::invalid("the stream of an upload can be sent only once, and it has been");
            return Box::pin(future::ready(Err(spent)));
        }
        Box::pin(wrapped(self.open()))
    }
}

async fn wrapped(opening: Opening<'_, Flow>) -> Result<reqwest::Body> {
    opening.await.map(reqwest::Body::wrap)
}

/// Something that is ready to be sent, once it is.
pub(crate) type Opening<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Content that is being sent.
pub(crate) struct Flow {
    pub(super) chunks: Chunks,
    /// How many bytes are left, if it is known.
    pub(super) left: Option<u64>,
    ended: bool,
}

pub(super) type Chunks = Pin<Box<dyn Stream<Item = Chunk> + Send + Sync>>;
/// A part of some content, or what became of it.
pub(crate) type Chunk = Result<Bytes, Box<dyn StdError + Send + Sync>>;

impl Flow {
    /// What `chunks` yields, which is `length` bytes in all, if it is known.
    pub(crate) fn new(chunks: impl Stream<Item = Chunk> + Send + Sync + 'static, length: Option<u64>) -> Self {
        Self { chunks: Box::pin(chunks), left: length, ended: false }
    }
}

impl Body for Flow {
    type Data = Bytes;
    type Error = Box<dyn StdError + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        while !self.ended {
            match ready!(self.chunks.as_mut().poll_next(context)) {
                Some(Ok(chunk)) if chunk.is_empty() => {}
                Some(Ok(chunk)) => {
                    self.left = self.left.map(|left| left.saturating_sub(chunk.len() as u64));
                    return Poll::Ready(Some(Ok(Frame::data(chunk))));
                }
                Some(Err(error)) => {
                    self.ended = true;
                    return Poll::Ready(Some(Err(error)));
                }
                None => self.ended = true,
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.ended
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
