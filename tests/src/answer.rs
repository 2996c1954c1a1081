//! What the server does about a request: answers it, or fails to in a way of its own.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::Semaphore;

/// An answer: a status, headers, a body, and the ways in which its delivery goes wrong.
///
/// `Content-Length` is added, and the connection is kept alive, unless something here says otherwise.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) chunked: Option<usize>,
    pub(crate) delay: Duration,
    pub(crate) gate: Option<Gate>,
    pub(crate) end: End,
}

/// How the delivery of an answer ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Everything is sent, and the connection kept for the next request.
    Whole,
    /// Everything is sent, and the connection closed without a word about it.
    WholeThenClose,
    /// Nothing is sent, and the connection closed.
    Close,
    /// Nothing is sent, and the connection stays open.
    Stall,
    /// The head and so many bytes of the body are sent, and the connection closed.
    CutAfter(usize),
    /// The head and so many bytes of the body are sent, and the connection stays open.
    StallAfter(usize),
}

impl Answer {
    /// An answer of this status without a body.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            chunked: None,
            delay: Duration::ZERO,
            gate: None,
            end: End::Whole,
        }
    }

    /// An answer of status 200 with a body of JSON text, sent as it is: `Value` converts with `to_string`.
    pub fn json(body: impl Into<String>) -> Self {
        Self::status(200).header("Content-Type", "application/json; charset=utf-8").body(body.into())
    }

    /// Twilio's error envelope, in which the status is repeated.
    pub fn error(status: u16, code: i64, message: &str) -> Self {
        let more_info = format!("https://www.twilio.com/docs/errors/{code}");
        let body: Value =
            serde_json::json!({ "code": code, "message": message, "more_info": more_info, "status": status });
        Self::json(body.to_string()).with_status(status)
    }

    /// No answer, and the connection closed as soon as the request is read.
    pub fn close() -> Self {
        Self::status(200).ending(End::Close)
    }

    /// No answer, ever; the connection stays open until the client closes it.
    pub fn stall() -> Self {
        Self::status(200).ending(End::Stall)
    }

    /// The same with another status.
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Adds a header, after those that are there already.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with this body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends the body in chunks of so many bytes, without `Content-Length`.
    pub fn chunked(mut self, size: usize) -> Self {
        self.chunked = Some(size.max(1));
        self
    }

    /// Waits so long before the head is sent.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Waits for `gate` before the head is sent.
    pub fn behind(mut self, gate: &Gate) -> Self {
        self.gate = Some(gate.clone());
        self
    }

    /// Closes the connection after so many bytes of the body, though the head announced all of them.
    pub fn cut_after(self, bytes: usize) -> Self {
        self.ending(End::CutAfter(bytes))
    }

    /// Sends no more after so many bytes of the body, and leaves the connection open.
    pub fn stall_after(self, bytes: usize) -> Self {
        self.ending(End::StallAfter(bytes))
    }

    /// Closes the connection afterwards, without a `Connection: close` that would announce it.
    pub fn then_close(self) -> Self {
        self.ending(End::WholeThenClose)
    }

    fn ending(mut self, end: End) -> Self {
        self.end = end;
        self
    }

    /// The head and the body as they go over the wire, as far as they are sent at all.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Any Reason\r\n", self.status);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        let body = match self.end {
            End::CutAfter(bytes) | End::StallAfter(bytes) => &self.body[..bytes.min(self.body.len())],
            _ => &self.body[..],
        };
        let mut sent = Vec::new();
        if let Some(size) = self.chunked {
            head += "Transfer-Encoding: chunked\r\n\r\n";
            for chunk in body.chunks(size) {
                sent.extend(format!("{:x}\r\n", chunk.len()).into_bytes());
                sent.extend(chunk);
                sent.extend(b"\r\n");
            }
            if matches!(self.end, End::Whole | End::WholeThenClose) {
                sent.extend(b"0\r\n\r\n");
            }
        } else {
            if !matches!(self.status, 204 | 304) {
                head += &format!("Content-Length: {}\r\n", self.body.len());
            }
            head += "\r\n";
            sent.extend(body);
        }
        [head.into_bytes(), sent].concat()
    }
}

/// Holds answers back until it is opened.
#[derive(Clone, Debug)]
pub struct Gate(Arc<Semaphore>);

impl Gate {
    /// A gate that is closed.
    pub fn closed() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }

    /// Opens it for good.
    pub fn open(&self) {
        self.0.close();
    }

    pub(crate) async fn pass(&self) {
        // Nobody ever gets a permit: acquiring ends, with an error, when the gate is opened.
        let _ = self.0.acquire().await;
    }
}
