//! One connection to the program, on which requests follow each other.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use crate::{CREDENTIALS, FOREVER, SERVICE};

/// A connection that stays open.
pub struct Connection {
    stream: TcpStream,
    authorization: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub json: Value,
}

impl Answer {
    /// The JSON of a request that must have worked.
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.json);
        self.json
    }
}

impl Connection {
    /// Connects to a program that runs.
    pub fn open(address: SocketAddr) -> Self {
        Self::try_open(address).unwrap()
    }

    /// Connects to a program that may have ended.
    ///
    /// # Errors
    ///
    /// If nobody listens any more.
    pub fn try_open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(FOREVER))?;
        Ok(Self { stream, authorization: format!("Basic {}", BASE64_STANDARD.encode(CREDENTIALS)) })
    }

    /// Fetches what is at `path`.
    ///
    /// # Errors
    ///
    /// If the connection ends before all of the answer is there.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, "")?;
        self.receive()
    }

    /// Posts a form and waits for the answer.
    ///
    /// # Errors
    ///
    /// If the connection ends before all of the answer is there.
    pub fn post(&mut self, path: &str, form: &str) -> io::Result<Answer> {
        self.send("POST", path, form)?;
        self.receive()
    }

    /// Sends a request and waits for nothing.
    pub fn send(&mut self, method: &str, path: &str, form: &str) -> io::Result<()> {
        let (authorization, length) = (&self.authorization, form.len());
        let request = format!(
            "{method} {SERVICE}{path} HTTP/1.1\r\nhost: sandbox\r\nauthorization: {authorization}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{form}"
        );
        self.stream.write_all(request.as_bytes())
    }

    /// Waits for an answer.
    pub fn receive(&mut self) -> io::Result<Answer> {
        let mut bytes = Vec::new();
        loop {
            let mut chunk = [0; 16 * 1024];
            match self.stream.read(&mut chunk)? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                count => bytes.extend(&chunk[..count]),
            }
            if let Some(answer) = answer(&bytes) {
                return Ok(answer);
            }
        }
    }

    /// Whether anything has come back; waits for nothing.
    pub fn is_answered(&self) -> bool {
        self.stream.set_nonblocking(true).unwrap();
        let peeked = self.stream.peek(&mut [0]);
        self.stream.set_nonblocking(false).unwrap();
        !matches!(peeked, Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

/// The answer that `bytes` are, once they are all there.
fn answer(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).unwrap().to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    let body = &bytes[end + 4..];
    let complete = body.len() == length.parse::<usize>().unwrap();
    complete.then(|| Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        json: serde_json::from_slice(body).unwrap(),
    })
}

/// A form of these fields.
pub fn form(fields: &[(&str, &str)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    fields.join("&")
}

fn encode(value: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(byte).collect()
}
