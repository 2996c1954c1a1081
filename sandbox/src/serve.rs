//! From a listening socket to answered requests, until the server is told to stop.
//!
//! `axum::serve` would do but for two things: a fault resets the connection of a request, and stopping must not wait
//! for a client that never sends the rest of its request.

use std::io::ErrorKind;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::connection;
use crate::stop::Stopping;

/// How long a connection may wait for the rest of a request once the server stops.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait after a failed accept, which mostly means that there are too many open files.
const ACCEPT_AGAIN: Duration = Duration::from_millis(500);

/// Answers requests on `listener` with `app`.
///
/// Returns once it is to stop and the requests in flight are answered, or at once when it is cut off; connections that
/// are left then end with it.
pub async fn serve(listener: TcpListener, app: Router, stopping: Stopping, patience: Duration) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = stopping.drained() => break,
            Some(_) = connections.join_next() => {}
            stream = accept(&listener) => {
                connections.spawn(connection::serve(stream, app.clone(), stopping.clone(), patience));
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = stopping.cut() => {}
        () = ended(&mut connections) => {}
    }
}

/// The next connection.
async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // The client was faster with going away.
            Err(error) if error.kind() == ErrorKind::ConnectionAborted => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(ACCEPT_AGAIN).await;
            }
        }
    }
}

/// Waits for the end of all.
async fn ended(connections: &mut JoinSet<()>) {
    while connections.join_next().await.is_some() {}
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::routing::post;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::sync::Notify;
    use tokio::task::JoinHandle;

    use super::*;
    use crate::stop::{self, Stopper};

    /// Long enough that a test which waits for it has failed.
    const FOREVER: Duration = Duration::from_secs(60);

    async fn start(app: Router, patience: Duration) -> (SocketAddr, Stopper, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stopper, stopping) = stop::channel();
        (address, stopper, tokio::spawn(serve(listener, app, stopping, patience)))
    }

    async fn ended(server: JoinHandle<()>) {
        tokio::time::timeout(FOREVER / 2, server).await.expect("the server stops").unwrap();
    }

    fn echo() -> Router {
        Router::new().route("/", post(|body: String| async { body }))
    }

    async fn send(address: SocketAddr, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }

    #[tokio::test]
    async fn an_idle_connection_does_not_hold_up_the_stop() {
        let (address, stopper, server) = start(echo(), FOREVER).await;
        let mut used = send(address, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\nhi").await;
        let mut answer = Vec::new();
        while !answer.ends_with(b"hi") {
            assert_ne!(used.read_buf(&mut answer).await.unwrap(), 0);
        }
        let mut fresh = TcpStream::connect(address).await.unwrap();
        stopper.drain();
        ended(server).await;
        assert_eq!(used.read(&mut [0; 1]).await.unwrap(), 0);
        // It may be refused or closed, according to whether it was accepted in time.
        assert!(matches!(fresh.read(&mut [0; 1]).await, Ok(0) | Err(_)));
    }

    #[tokio::test]
    async fn half_a_head_does_not_hold_up_the_stop() {
        let (address, stopper, server) = start(echo(), Duration::from_millis(20)).await;
        let mut stream = send(address, "POST / HTTP/1.1\r\nhost: x\r\ncont").await;
        // A whole exchange on another connection, so that the first is accepted.
        drop(send(address, "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.read(&mut [0; 1]).await);
        stopper.drain();
        ended(server).await;
        assert!(matches!(stream.read(&mut [0; 1]).await, Ok(0) | Err(_)));
    }

    #[tokio::test]
    async fn half_a_body_does_not_hold_up_the_stop() {
        static READING: Notify = Notify::const_new();
        let app = Router::new().route(
            "/",
            post(|request: axum::extract::Request| async {
                READING.notify_one();
                axum::body::to_bytes(request.into_body(), 100).await.unwrap()
            }),
        );
        let (address, stopper, server) = start(app, Duration::from_millis(20)).await;
        let mut stream = send(address, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf").await;
        READING.notified().await;
        stopper.drain();
        ended(server).await;
        assert!(matches!(stream.read(&mut [0; 1]).await, Ok(0) | Err(_)));
    }

    #[tokio::test]
    async fn a_request_in_flight_is_answered_however_long_it_takes() {
        static STARTED: Notify = Notify::const_new();
        static FINISH: Notify = Notify::const_new();
        let app = Router::new().route(
            "/",
            post(|| async {
                STARTED.notify_one();
                FINISH.notified().await;
                "done"
            }),
        );
        let patience = Duration::from_millis(1);
        let (address, stopper, server) = start(app, patience).await;
        let mut stream = send(address, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nbody").await;
        STARTED.notified().await;
        stopper.drain();
        tokio::time::sleep(patience * 20).await;
        FINISH.notify_one();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.ends_with("done"), "{answer}");
        ended(server).await;
    }

    #[tokio::test]
    async fn being_cut_off_waits_for_nothing() {
        static STARTED: Notify = Notify::const_new();
        let app = Router::new().route(
            "/",
            post(|| async {
                STARTED.notify_one();
                std::future::pending::<()>().await;
            }),
        );
        let (address, stopper, server) = start(app, FOREVER).await;
        let mut stream = send(address, "POST / HTTP/1.1\r\nhost: x\r\n\r\n").await;
        STARTED.notified().await;
        stopper.drain();
        stopper.cut();
        ended(server).await;
        assert!(matches!(stream.read(&mut [0; 1]).await, Ok(0) | Err(_)));
    }
}
