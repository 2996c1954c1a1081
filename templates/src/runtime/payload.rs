//! The body of a request on its way out, in constant memory whatever its size.

use std::collections::VecDeque;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::error::{Error, Result};
use super::upload::{Chunk, Reader, Source};

/// How much of a file is read at once, in bytes.
const BUFFER: usize = 64 * 1024;

/// A body: its pieces, sent one after the other.
#[derive(Clone)]
pub(crate) struct Payload(Vec<Source>);

impl Payload {
    pub(crate) fn new(pieces: Vec<Source>) -> Self {
        Self(pieces)
    }

    pub(crate) fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self(vec![Source::Bytes(bytes.into())])
    }

    /// Whether there is certainly nothing to be sent.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Source::Bytes(bytes) if bytes.is_empty()))
    }

    /// All of it, if it is at hand in one piece.
    pub(crate) fn as_bytes(&self) -> Option<&Bytes> {
        match self.0.as_slice() {
            [Source::Bytes(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// Whether it cannot be sent, or not once more, since a stream in it has been read from.
    pub(crate) fn is_spent(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Source::Stream(stream) if stream.is_started()))
    }

    /// The body for one try.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if a file cannot be read, or if a stream has been read from.
    pub(crate) async fn open(&self) -> Result<reqwest::Body> {
        // The HTTP client can send this again by itself, where it knows that a server has not looked at it.
        if let [Source::Bytes(bytes)] = self.0.as_slice() {
            return Ok(bytes.clone().into());
        }
        if self.is_spent() {
            return Err(Error::invalid("the stream of an upload can be sent only once, and it has been"));
        }
        let (mut pieces, mut length) = (VecDeque::new(), Some(0));
        for piece in &self.0 {
            let (piece, size) = match piece {
                Source::Bytes(bytes) => (Piece::Bytes(bytes.clone()), Some(bytes.len() as u64)),
                Source::File(path) => {
                    let (file, size) = file(path).await?;
                    (Piece::File(Box::new(Reading { file, left: size, buffer: vec![0; BUFFER] })), Some(size))
                }
                Source::Stream(stream) => (Piece::Stream(stream.reader()), stream.length()),
            };
            length = length.zip(size).map(|(length, size)| length + size);
            pieces.push_back(piece);
        }
        Ok(reqwest::Body::wrap(Outflow { pieces, left: length }))
    }
}

/// The file at `path` and its size.
async fn file(path: &Path) -> Result<(File, u64)> {
    let invalid = |what: &dyn std::fmt::Display| {
        Error::invalid(format!("the file {} cannot be uploaded: {what}", path.display()))
    };
    let file = File::open(path).await.map_err(|error| invalid(&error))?;
    let size = match file.metadata().await {
        Ok(metadata) if Metadata::is_dir(&metadata) => return Err(invalid(&"it is a directory")),
        metadata => metadata.map_err(|error| invalid(&error))?.len(),
    };
    Ok((file, size))
}

/// The pieces that are still to be sent.
struct Outflow {
    pieces: VecDeque<Piece>,
    /// How many bytes that is, if it is known.
    left: Option<u64>,
}

enum Piece {
    Bytes(Bytes),
    File(Box<Reading>),
    Stream(Reader),
}

impl Piece {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        match self {
            Self::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Self::Bytes(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Self::File(file) => file.poll_chunk(context).map(|chunk| chunk.map(|chunk| chunk.map_err(Into::into))),
            Self::Stream(stream) => stream.poll_chunk(context),
        }
    }
}

/// A file that is being read.
struct Reading {
    file: File,
    /// How much of it has been announced and not yet been read: it may have grown since.
    left: u64,
    buffer: Vec<u8>,
}

impl Reading {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let size = usize::try_from(self.left).unwrap_or(BUFFER).min(BUFFER);
        let mut buffer = ReadBuf::new(&mut self.buffer[..size]);
        ready!(Pin::new(&mut self.file).poll_read(context, &mut buffer))?;
        let chunk = Bytes::copy_from_slice(buffer.filled());
        self.left -= chunk.len() as u64;
        if chunk.is_empty() {
            return Poll::Ready(Some(Err(io::Error::other("the file became shorter while it was sent"))));
        }
        Poll::Ready(Some(Ok(chunk)))
    }
}

impl Body for Outflow {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        while let Some(piece) = self.pieces.front_mut() {
            match ready!(piece.poll_chunk(context)) {
                Some(Ok(chunk)) if chunk.is_empty() => {}
                Some(Ok(chunk)) => {
                    self.left = self.left.map(|left| left.saturating_sub(chunk.len() as u64));
                    return Poll::Ready(Some(Ok(Frame::data(chunk))));
                }
                Some(Err(error)) => {
                    self.pieces.clear();
                    return Poll::Ready(Some(Err(error)));
                }
                None => drop(self.pieces.pop_front()),
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
