//! Content of an answer that is read as it arrives.

#![allow(dead_code, reason = "an API may have no such answers")]

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::Body;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap};
use tokio::time::{Sleep, sleep};

use super::call::{Decode, Reading};
use super::decode;
use super::error::{Error, ErrorResponse, Result};
use super::send::Incoming;

/// The content of an answer, to be read as it arrives: chunk by chunk, as a [`Stream`], or all at once.
///
/// The call is over as soon as the content begins. From then on, no chunk may take longer than a try of the call; a
/// connection that breaks is an error, and nothing is fetched again.
#[must_use = "content that is not read is not fetched"]
pub struct Download(Box<Content>);

struct Content {
    status: StatusCode,
    headers: HeaderMap,
    /// Nothing, once it has come to its end or to an error.
    body: Option<reqwest::Body>,
    /// How long a chunk may take, if there is a limit.
    patience: Option<Duration>,
    waiting: Option<Pin<Box<Sleep>>>,
    /// The most that is kept in memory at once, in bytes.
    limit: usize,
}

impl Download {
    pub(crate) fn new(incoming: Incoming) -> Self {
        let Incoming { status, headers, body, rest, request } = incoming;
        let settings = request.client.settings();
        let body = Some(rest.map_or_else(|| body.into(), Into::into));
        let patience = Some(request.options.try_timeout.unwrap_or(settings.try_timeout));
        let limit = settings.max_response_bytes;
        Self(Box::new(Content { status, headers, body, patience, waiting: None, limit }))
    }

    /// The same, but a chunk may take any time.
    pub(crate) fn patient(mut self) -> Self {
        self.0.patience = None;
        self
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// What the content is, such as `image/png`, if the service says so.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.0.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// How many bytes the content has in all, if the service says so.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.0.headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
    }

    /// The next part of the content; `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`Error::Transport`] if the connection broke; [`Error::Timeout`] if nothing came for too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        poll_fn(|context| self.poll_chunk(context)).await.transpose()
    }

    /// All that is left of the content.
    ///
    /// # Errors
    ///
    /// Those of [`chunk`](Self::chunk); and [`Error::Decode`] if the content is larger than an answer may be, see
    /// [`max_response_bytes`](super::ClientBuilder::max_response_bytes).
    pub async fn bytes(mut self) -> Result<Bytes> {
        let mut bytes = BytesMut::new();
        while let Some(chunk) = self.chunk().await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > self.0.limit {
                bytes.truncate(self.0.limit);
                let Content { status, headers, limit, .. } = *self.0;
                return Err(decode::too_large(ErrorResponse { status, headers, body: bytes.freeze() }, limit));
            }
        }
        Ok(bytes.freeze())
    }

    /// The most that is kept in memory of what the service sends, in bytes.
    pub(crate) fn limit(&self) -> usize {
        self.0.limit
    }

    pub(crate) fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        let state = &mut *self.0;
        while let Some(body) = &mut state.body {
            let Poll::Ready(frame) = Pin::new(body).poll_frame(context) else {
                let Some(patience) = state.patience else { return Poll::Pending };
                ready!(state.waiting.get_or_insert_with(|| Box::pin(sleep(patience))).as_mut().poll(context));
                state.body = None;
                return Poll::Ready(Some(Err(Error::Timeout { after: patience, retryable: false })));
            };
            state.waiting = None;
            match frame {
                None => state.body = None,
                // Anything else is what comes after the state.
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) if !data.is_empty() => return Poll::Ready(Some(Ok(data))),
                    _ => {}
                },
                Some(Err(error)) => {
                    state.body = None;
                    return Poll::Ready(Some(Err(Error::Transport { source: error.without_url(), retryable: false })));
                }
            }
        }
        Poll::Ready(None)
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_chunk(context)
    }
}

impl Decode for Download {
    type Value = Self;

    fn reading(status: StatusCode) -> Reading {
        Reading::streamed(status)
    }

    fn decode(incoming: Incoming) -> Result<Self> {
        Ok(Self::new(incoming))
    }
}

impl fmt::Debug for Download {
    /// Shows the status: headers may hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("status", &self.0.status.as_u16()).finish_non_exhaustive()
    }
}
