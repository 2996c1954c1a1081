//! One connection: its requests one after the other, until either side ends it.

mod body;
mod wire;

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;

use self::body::Watched;
use self::wire::Wire;
use crate::stop::Stopping;

/// What a request can do with its connection; an extension of each request.
#[derive(Clone, Debug)]
pub struct Connection(Arc<State>);

#[derive(Debug)]
struct State {
    /// Nothing is to be sent any more; the client sees a reset.
    reset: AtomicBool,
    /// A request has come of which at least the head is complete, and its answer is not ready.
    handling: AtomicBool,
    /// The handler waits for more of the body.
    awaiting_body: AtomicBool,
    stopping: Stopping,
}

/// Answers the requests of a connection with `app`; returns when the connection has ended.
///
/// Once the server stops, an idle connection ends at once, one whose client is slow with a request after `patience`,
/// and any other after the answer.
pub async fn serve(stream: TcpStream, app: Router, stopping: Stopping, patience: Duration) {
    // Answers are small and written at once; there is nothing to gain from waiting for more.
    let _ = stream.set_nodelay(true);
    let connection = Connection::new(stopping);
    let wire = TokioIo::new(Wire::new(stream, connection.clone()));
    let app = TowerToHyperService::new(app);
    let service = service_fn(|request| {
        let answer = app.call(connection.attach(request));
        let handling = Handling::new(&connection);
        async move {
            let answer = answer.await;
            drop(handling);
            answer
        }
    });
    let mut exchange = pin!(http1::Builder::new().serve_connection(wire, service));
    // An error means that the client has gone, or did not speak HTTP and has been told so.
    tokio::select! {
        // First what has come: a request that is here when the server stops is answered, too.
        biased;
        _ = exchange.as_mut() => return,
        () = connection.stopping() => exchange.as_mut().graceful_shutdown(),
    }
    loop {
        tokio::select! {
            _ = exchange.as_mut() => return,
            () = tokio::time::sleep(patience) => if connection.waits_for_client() { return },
        }
    }
}

impl Connection {
    /// Ends the connection with a reset instead of the answer that the handler is about to give.
    pub fn reset(&self) {
        self.0.reset.store(true, Ordering::Relaxed);
    }

    /// Waits until the server takes no new work.
    pub async fn stopping(&self) {
        self.0.stopping.drained().await;
    }

    fn new(stopping: Stopping) -> Self {
        let no = || AtomicBool::new(false);
        Self(Arc::new(State { reset: no(), handling: no(), awaiting_body: no(), stopping }))
    }

    fn attach(&self, request: hyper::Request<Incoming>) -> Request {
        let mut request = request.map(|body| axum::body::Body::new(Watched::new(body, self.clone())));
        request.extensions_mut().insert(self.clone());
        request
    }

    fn is_reset(&self) -> bool {
        self.0.reset.load(Ordering::Relaxed)
    }

    fn await_body(&self, waiting: bool) {
        self.0.awaiting_body.store(waiting, Ordering::Relaxed);
    }

    fn waits_for_client(&self) -> bool {
        !self.0.handling.load(Ordering::Relaxed) || self.0.awaiting_body.load(Ordering::Relaxed)
    }
}

/// Lasts as long as a request is handled.
struct Handling(Connection);

impl Handling {
    fn new(connection: &Connection) -> Self {
        connection.0.handling.store(true, Ordering::Relaxed);
        Self(connection.clone())
    }
}

impl Drop for Handling {
    fn drop(&mut self) {
        self.0.0.handling.store(false, Ordering::Relaxed);
    }
}
