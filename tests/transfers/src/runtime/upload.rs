//! What is uploaded: bytes, a file of this machine, or a stream.

#![allow(dead_code, reason = "an API may take no uploads")]

use std::error::Error as StdError;
use std::fmt;
use std::future::ready;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::file::File;
use super::flow::{self, Chunk};
use super::payload::{Content, Opening, Payload};
use super::request::{Body, Request};

/// Content to be sent: bytes, a file of this machine, or a stream. Files and streams are read as they are sent.
///
/// Whatever is bytes or text converts into one. The time limits of a call include the upload: for large ones, give it
/// others with [`CallOptions`](super::CallOptions).
#[derive(Clone)]
#[must_use]
pub struct Upload {
    pub(crate) content: Payload,
    pub(crate) file_name: Option<String>,
    pub(crate) media_type: Option<String>,
}

impl Upload {
    /// These bytes.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self::new(Payload::bytes(bytes))
    }

    /// The file at `path`, opened whenever it is sent. Its name is that of the file.
    ///
    /// The call fails with [`Error::Invalid`](super::Error::Invalid) if the file cannot be opened.
    pub fn path(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Self { file_name, ..Self::new(Payload::Content(Arc::new(File(path.to_owned())))) }
    }

    /// What `stream` yields.
    ///
    /// It can be sent once: a call is tried again only as long as nothing has been taken from the stream, and clones
    /// share it. An error of the stream ends the call.
    pub fn stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self::new(shared(Box::pin(Converted(Box::pin(stream))), None))
    }

    /// What `stream` yields, which is `length` bytes in all, so that the service is told before they come.
    ///
    /// It can be sent once, see [`stream`](Self::stream).
    pub fn sized_stream<S, B, E>(stream: S, length: u64) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self::new(shared(Box::pin(Converted(Box::pin(stream))), Some(length)))
    }

    /// Calls the file so, where it is one of several parts; otherwise names do not matter.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Says what the content is, such as `image/png`, rather than what the API's description says.
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    fn new(content: Payload) -> Self {
        Self { content, file_name: None, media_type: None }
    }
}

impl Request {
    /// Sets the whole body to what is uploaded.
    pub(crate) fn upload(&mut self, upload: impl Into<Upload>) {
        let Upload { content, media_type, file_name: _ } = upload.into();
        self.body = Body::Whole(media_type.map_or("application/octet-stream".into(), Into::into), content);
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Self::bytes(bytes)
    }
}

impl From<Vec<u8>> for Upload {
    fn from(bytes: Vec<u8>) -> Self {
        Self::bytes(bytes)
    }
}

impl From<&'static [u8]> for Upload {
    fn from(bytes: &'static [u8]) -> Self {
        Self::bytes(bytes)
    }
}

impl<const N: usize> From<&'static [u8; N]> for Upload {
    fn from(bytes: &'static [u8; N]) -> Self {
        Self::bytes(bytes.as_slice())
    }
}

impl From<String> for Upload {
    fn from(text: String) -> Self {
        Self::bytes(text)
    }
}

impl From<&'static str> for Upload {
    fn from(text: &'static str) -> Self {
        Self::bytes(text)
    }
}

impl fmt::Debug for Upload {
    /// Leaves out the content, which may not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("file_name", &self.file_name)
            .field("media_type", &self.media_type)
            .finish_non_exhaustive()
    }
}

/// The content that `chunks` yields, which is `length` bytes in all, if that is known.
fn shared(chunks: Chunks, length: Option<u64>) -> Payload {
    let state = Arc::new(Mutex::new(State { chunks, started: false, turn: 0 }));
    Payload::Content(Arc::new(Shared { state, length }))
}

/// A stream that several tries may want to send, but only one can.
struct Shared {
    state: Arc<Mutex<State>>,
    length: Option<u64>,
}

type Chunks = Pin<Box<dyn Stream<Item = Chunk> + Send>>;

struct State {
    chunks: Chunks,
    /// Whether something was asked of it.
    started: bool,
    /// The number of the try that may read it: the last one.
    turn: u64,
}

impl Content for Shared {
    fn is_spent(&self) -> bool {
        lock(&self.state).started
    }

    /// Readers from before get nothing any more, even if a connection still asks them.
    fn open(&self) -> Opening<'_> {
        let mut state = lock(&self.state);
        state.turn += 1;
        let reader = Reader { state: self.state.clone(), turn: state.turn };
        Box::pin(ready(Ok(flow::body(reader, self.length))))
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a stream for one try.
struct Reader {
    state: Arc<Mutex<State>>,
    turn: u64,
}

impl Stream for Reader {
    type Item = Chunk;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        let mut state = lock(&self.state);
        if state.turn != self.turn {
            return Poll::Ready(Some(Err("another try sends the stream".into())));
        }
        state.started = true;
        state.chunks.as_mut().poll_next(context)
    }
}

/// A stream whose items are bytes and errors of any kind.
struct Converted<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Converted<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    type Item = Chunk;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        self.0.as_mut().poll_next(context).map(|chunk| chunk.map(|chunk| chunk.map(Into::into).map_err(Into::into)))
    }
}
