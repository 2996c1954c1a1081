//! The body of a request, which says when it waits for the client.

use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};

use super::Connection;

/// A body that tells its connection whether somebody waits for more of it.
pub struct Watched {
    body: Incoming,
    connection: Connection,
}

impl Watched {
    /// Watches `body`.
    pub fn new(body: Incoming, connection: Connection) -> Self {
        Self { body, connection }
    }
}

impl Body for Watched {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<hyper::Result<Frame<Bytes>>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        self.connection.await_body(frame.is_pending());
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.connection.await_body(false);
    }
}
