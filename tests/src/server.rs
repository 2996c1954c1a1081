//! An HTTP/1.1 server on this machine that does as it is told and remembers what it was sent.
//!
//! Written on a bare socket, so that requests are seen byte by byte and answers can go wrong in any way.

use std::fmt;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

use crate::answer::{Answer, End};

/// A server that runs until it is dropped.
///
/// ```
/// # use contract_tests::{Answer, Server};
/// # async fn example() {
/// let server = Server::start([Answer::status(503), Answer::json(r#"{"sid":null}"#)]).await;
/// // … calls to server.url() …
/// assert_eq!(server.requests()[0].target, "/v1/PluginService/Plugins?PageSize=3");
/// # }
/// ```
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: AbortHandle,
}

/// A request, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The method.
    pub method: String,
    /// The path and the query, undecoded.
    pub target: String,
    /// The headers, in order, the names as they were written; bytes that are not UTF-8 are replaced.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// On which connection it came, counted from 0 in the order of acceptance.
    pub connection: usize,
}

type Script = Box<dyn Fn(&Recorded) -> Answer + Send + Sync>;

struct Shared {
    script: Script,
    record: Mutex<Vec<Recorded>>,
    /// What was no HTTP request; shown when the record is looked at.
    nonsense: Mutex<Vec<String>>,
    count: watch::Sender<usize>,
}

impl Server {
    /// Starts a server that gives these answers in this order, the last one again and again.
    pub async fn start(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::start_with(in_order(answers)).await
    }

    /// Starts a server that answers each request with what `script` makes of it.
    ///
    /// The request is in the record before `script` is asked.
    pub async fn start_with(script: impl Fn(&Recorded) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("this machine has a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        Self::on(listener, address, script)
    }

    pub(crate) fn on(
        listener: TcpListener,
        address: SocketAddr,
        script: impl Fn(&Recorded) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let shared = Arc::new(Shared {
            script: Box::new(script),
            record: Mutex::default(),
            nonsense: Mutex::default(),
            count: watch::Sender::new(0),
        });
        let task = tokio::spawn(listen(listener, shared.clone())).abort_handle();
        Self { address, shared, task }
    }

    /// The base URL, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The requests so far, in the order in which they were complete.
    ///
    /// # Panics
    ///
    /// If something came that was no HTTP request.
    pub fn requests(&self) -> Vec<Recorded> {
        let nonsense = lock(&self.shared.nonsense);
        assert!(nonsense.is_empty(), "not HTTP: {nonsense:?}");
        lock(&self.shared.record).clone()
    }

    /// The only request so far.
    ///
    /// # Panics
    ///
    /// If there were none, or more than one.
    pub fn request(&self) -> Recorded {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests.remove(0)
    }

    /// Waits until there were so many requests.
    ///
    /// # Panics
    ///
    /// If that takes too long to be still going to happen.
    pub async fn wait_for(&self, requests: usize) {
        reach(&self.shared.count, requests).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Recorded {
    /// The path, undecoded.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&self.target, |(path, _)| path)
    }

    /// The query, undecoded; empty if there is none.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The body as text.
    ///
    /// # Panics
    ///
    /// If it is no UTF-8.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }

    /// The values of the header of this name, in any case.
    pub fn header_values(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| &**value).collect()
    }

    /// The value of the header of this name, in any case; `None` if there is none.
    ///
    /// # Panics
    ///
    /// If there is more than one.
    pub fn header(&self, name: &str) -> Option<&str> {
        let values = self.header_values(name);
        assert!(values.len() < 2, "more than one {name}: {values:?}");
        values.first().copied()
    }
}

/// A script that gives these answers in this order, the last one again and again.
pub(crate) fn in_order(
    answers: impl IntoIterator<Item = Answer>,
) -> impl Fn(&Recorded) -> Answer + Send + Sync + 'static {
    let answers: Vec<Answer> = answers.into_iter().collect();
    assert!(!answers.is_empty(), "a server needs an answer");
    let given = AtomicUsize::new(0);
    move |_| answers[given.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1)].clone()
}

/// Accepts connections for as long as the server lives; with it, all of them end.
async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    for number in 0.. {
        let (stream, _) = listener.accept().await.expect("the listener stays open");
        connections.spawn(serve(stream, number, shared.clone()));
    }
}

/// Answers the requests of one connection, until either side closes it.
async fn serve(mut stream: TcpStream, connection: usize, shared: Arc<Shared>) {
    let mut buffer = Vec::new();
    while let Some(request) = read(&mut stream, &mut buffer, connection, &shared).await {
        lock(&shared.record).push(request.clone());
        shared.count.send_modify(|count| *count += 1);
        let answer = (shared.script)(&request);
        if let Some(gate) = &answer.gate {
            gate.pass().await;
        }
        tokio::time::sleep(answer.delay).await;
        if !matches!(answer.end, End::Close | End::Stall) && stream.write_all(&answer.bytes()).await.is_err() {
            return;
        }
        match answer.end {
            End::Whole => {}
            End::WholeThenClose | End::Close | End::CutAfter(_) => return,
            End::Stall | End::StallAfter(_) => {
                // Until the client gives up.
                while stream.read_buf(&mut buffer).await.is_ok_and(|read| read > 0) {}
                return;
            }
        }
    }
}

/// The next request, which takes its bytes from the beginning of `buffer`; `None` if there is none.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>, connection: usize, shared: &Shared) -> Option<Recorded> {
    loop {
        match parse(buffer, connection) {
            Ok(Some((request, length))) => {
                buffer.drain(..length);
                return Some(request);
            }
            Ok(None) => {}
            Err(error) => {
                lock(&shared.nonsense).push(error);
                return None;
            }
        }
        if !stream.read_buf(buffer).await.is_ok_and(|read| read > 0) {
            return None;
        }
    }
}

/// The request at the beginning of `bytes` and its length; `None` if it is not complete.
fn parse(bytes: &[u8], connection: usize) -> Result<Option<(Recorded, usize)>, String> {
    let mut headers = [httparse::EMPTY_HEADER; 100];
    let mut head = httparse::Request::new(&mut headers);
    let parsed = head.parse(bytes).map_err(|error| format!("{error} in {:?}", String::from_utf8_lossy(bytes)))?;
    let httparse::Status::Complete(length) = parsed else { return Ok(None) };
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|header| (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned()))
        .collect();
    let mut request = Recorded {
        method: head.method.unwrap_or_default().to_owned(),
        target: head.path.unwrap_or_default().to_owned(),
        headers,
        body: Vec::new(),
        connection,
    };
    if request.header("Transfer-Encoding").is_some() {
        let Some((body, size)) = dechunked(&bytes[length..])? else { return Ok(None) };
        request.body = body;
        return Ok(Some((request, length + size)));
    }
    let size: usize = match request.header("Content-Length") {
        Some(size) => size.parse().map_err(|_| format!("a Content-Length of {size:?}"))?,
        None => 0,
    };
    let Some(body) = bytes.get(length..length + size) else { return Ok(None) };
    request.body = body.to_vec();
    Ok(Some((request, length + size)))
}

/// The body that is sent in chunks at the beginning of `bytes`, and how many bytes the chunks take; `None` if it is not
/// complete.
fn dechunked(bytes: &[u8]) -> Result<Option<(Vec<u8>, usize)>, String> {
    let (mut body, mut at) = (Vec::new(), 0);
    loop {
        let size = httparse::parse_chunk_size(&bytes[at..]).map_err(|_| "a chunk without a size".to_owned())?;
        let httparse::Status::Complete((head, size)) = size else { return Ok(None) };
        let (start, end) = (at + head, at + head + usize::try_from(size).map_err(|error| error.to_string())?);
        if bytes.len() < end + 2 {
            return Ok(None);
        }
        body.extend_from_slice(&bytes[start..end]);
        at = end + 2;
        if start == end {
            return Ok(Some((body, at)));
        }
    }
}

/// Waits until `count` has come so far, but not forever.
pub(crate) async fn reach(count: &watch::Sender<usize>, wanted: usize) {
    let mut receiver = count.subscribe();
    let reached = receiver.wait_for(|count| *count >= wanted);
    if tokio::time::timeout(Duration::from_secs(30), reached).await.is_err() {
        panic!("waited for {wanted}, and there are {}", *count.borrow());
    }
}

/// What a mutex holds, whether or not a test failed while it was locked.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
