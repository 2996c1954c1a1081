//! Connections that send one request after the other, and how long the answers take.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::process::Process;
use crate::summary::Summary;

/// Makes requests: the bytes of the next one, or `None` when it is enough.
pub type Source = Arc<dyn Fn() -> Option<Vec<u8>> + Send + Sync>;

/// A source that repeats `requests` without end.
pub fn repeat(requests: Vec<Vec<u8>>) -> Source {
    let next = std::sync::atomic::AtomicUsize::new(0);
    Arc::new(move || {
        let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        requests.get(index % requests.len()).cloned()
    })
}

/// Measures requests on `connections` connections for `time`, after a tenth of it to get warm.
pub async fn measure(server: &Process, source: &Source, connections: usize, time: Duration) -> io::Result<Summary> {
    run(server.address, source, connections, time / 10).await?;
    let (start, busy) = (Instant::now(), server.busy());
    let latencies = run(server.address, source, connections, time).await?;
    let busy = server.busy().zip(busy).map(|(after, before)| after - before);
    Ok(Summary::new(latencies, start.elapsed(), busy))
}

/// Sends everything that `source` has.
pub async fn exhaust(address: SocketAddr, source: &Source, connections: usize) -> io::Result<()> {
    run(address, source, connections, Duration::MAX).await.map(drop)
}

/// The body of the answer to one request.
pub async fn ask(address: SocketAddr, request: &[u8]) -> io::Result<Vec<u8>> {
    let mut connection = Connection::open(address).await?;
    connection.exchange(request).await?;
    Ok(connection.body().to_vec())
}

async fn run(address: SocketAddr, source: &Source, count: usize, time: Duration) -> io::Result<Vec<Duration>> {
    let mut connections = JoinSet::new();
    let start = Instant::now();
    for _ in 0..count {
        let (mut connection, source) = (Connection::open(address).await?, Arc::clone(source));
        connections.spawn(async move {
            let mut latencies = Vec::new();
            while start.elapsed() < time
                && let Some(request) = source()
            {
                let sent = Instant::now();
                connection.exchange(&request).await?;
                latencies.push(sent.elapsed());
            }
            Ok::<_, io::Error>(latencies)
        });
    }
    let mut latencies = Vec::new();
    while let Some(result) = connections.join_next().await {
        latencies.append(&mut result.map_err(io::Error::other)??);
    }
    Ok(latencies)
}

/// A connection with the answer that has just come.
struct Connection {
    stream: TcpStream,
    answer: Vec<u8>,
    /// Where the body begins.
    body: usize,
}

impl Connection {
    async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, answer: Vec::with_capacity(64 * 1024), body: 0 })
    }

    /// Sends a request and waits until all of its answer is there, which must be 200 or 201.
    async fn exchange(&mut self, request: &[u8]) -> io::Result<()> {
        self.stream.write_all(request).await?;
        self.answer.clear();
        loop {
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some((body, length)) = parse(&self.answer)
                && self.answer.len() >= body + length
            {
                self.body = body;
                break;
            }
        }
        if self.answer.starts_with(b"HTTP/1.1 20") {
            Ok(())
        } else {
            Err(io::Error::other(String::from_utf8_lossy(&self.answer).into_owned()))
        }
    }

    fn body(&self) -> &[u8] {
        &self.answer[self.body..]
    }
}

/// Where the body begins and how long it is, once the head is complete.
fn parse(answer: &[u8]) -> Option<(usize, usize)> {
    const LENGTH: &[u8] = b"\r\ncontent-length: ";
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let length = answer[..end].windows(LENGTH.len()).position(|bytes| bytes == LENGTH)? + LENGTH.len();
    let digits = answer[length..].iter().take_while(|byte| byte.is_ascii_digit());
    Some((end + 4, digits.fold(0, |number, digit| 10 * number + usize::from(digit - b'0'))))
}
