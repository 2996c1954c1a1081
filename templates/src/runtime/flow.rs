//! Content that is read as it is sent: chunks that come one after another, and how many bytes they are.

use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use super::error::Result;

/// Content that is being sent.
struct Flow<S> {
    chunks: Pin<Box<S>>,
    /// How many bytes are left, if it is known.
    left: Option<u64>,
    ended: bool,
}

/// A part of some content, or what became of it.
pub(crate) type Chunk = Result<Bytes, Box<dyn StdError + Send + Sync>>;

/// The body that is what `chunks` yields, which is `length` bytes in all, if it is known.
pub(crate) fn body(chunks: impl Stream<Item = Chunk> + Send + Sync + 'static, length: Option<u64>) -> reqwest::Body {
    reqwest::Body::wrap(Flow { chunks: Box::pin(chunks), left: length, ended: false })
}

impl<S: Stream<Item = Chunk>> Body for Flow<S> {
    type Data = Bytes;
    type Error = Box<dyn StdError + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        while !self.ended {
            match ready!(self.chunks.as_mut().poll_next(context)) {
                Some(Ok(chunk)) if chunk.is_empty() => {}
                Some(Ok(chunk)) if self.left.is_some_and(|left| left < chunk.len() as u64) => {
                    self.ended = true;
                    return Poll::Ready(Some(Err("there is more content than was announced".into())));
                }
                Some(Ok(chunk)) => {
                    self.left = self.left.map(|left| left - chunk.len() as u64);
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
