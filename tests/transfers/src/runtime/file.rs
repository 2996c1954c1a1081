//! A file of this machine on its way out.

use std::fs::Metadata;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::{fmt, io};

use bytes::Bytes;
use futures_core::Stream;
use tokio::io::{AsyncRead, ReadBuf};

use super::error::Error;
use super::flow::{self, Chunk};
use super::payload::{Content, Opening};

/// How much of a file is read at once, in bytes.
const BUFFER: usize = 64 * 1024;

/// A file, opened whenever it is sent.
pub(crate) struct File(pub(crate) PathBuf);

impl Content for File {
    fn is_spent(&self) -> bool {
        false
    }

    fn open(&self) -> Opening<'_> {
        Box::pin(async {
            let invalid = |what: &dyn fmt::Display| {
                Error::invalid(format!("the file {} cannot be uploaded: {what}", self.0.display()))
            };
            let file = tokio::fs::File::open(&self.0).await.map_err(|error| invalid(&error))?;
            let size = match file.metadata().await {
                Ok(metadata) if Metadata::is_dir(&metadata) => return Err(invalid(&"it is a directory")),
                // Pipes and devices do not know how much there is.
                metadata => metadata.map(|metadata| metadata.is_file().then_some(metadata.len())),
            };
            let size = size.map_err(|error| invalid(&error))?;
            Ok(flow::body(Reading { file, left: size, buffer: vec![0; BUFFER] }, size))
        })
    }
}

/// A file that is being read.
struct Reading {
    file: tokio::fs::File,
    /// How much of it has been announced and not yet been read, if it is known: it may have grown since.
    left: Option<u64>,
    buffer: Vec<u8>,
}

impl Stream for Reading {
    type Item = Chunk;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        let Self { file, left, buffer } = &mut *self;
        if *left == Some(0) {
            return Poll::Ready(None);
        }
        let size = left.map_or(BUFFER, |left| usize::try_from(left).unwrap_or(BUFFER).min(BUFFER));
        let mut buffer = ReadBuf::new(&mut buffer[..size]);
        ready!(Pin::new(file).poll_read(context, &mut buffer))?;
        let chunk = Bytes::copy_from_slice(buffer.filled());
        let Some(left) = left else { return Poll::Ready((!chunk.is_empty()).then_some(Ok(chunk))) };
        *left -= chunk.len() as u64;
        if chunk.is_empty() {
            return Poll::Ready(Some(Err(io::Error::other("the file became shorter while it was sent").into())));
        }
        Poll::Ready(Some(Ok(chunk)))
    }
}
