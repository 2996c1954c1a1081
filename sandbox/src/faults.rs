//! Failures on purpose, so that a client can be tried against them.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::chance::{Chance, Use};
use crate::connection::Connection;
use crate::http;
use crate::problem::Problem;

/// How requests to the API fail, and how often; the default is that none does.
#[derive(Clone, Debug, PartialEq)]
pub struct Faults {
    /// The share of the requests that fail, from 0 to 1.
    pub rate: f64,
    /// How they fail.
    pub kind: Fault,
    /// Whether what they ask for is done all the same.
    pub when: When,
    /// How long every request waits before it is looked at, also those that do not fail.
    pub latency: Duration,
}

/// How a request fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Fault {
    /// Status 429, and to try again after a second.
    #[value(name = "429", help = "status 429 (code 20429), to be tried again after a second")]
    TooManyRequests,
    /// Status 500.
    #[default]
    #[value(name = "500", help = "status 500 (code 20500)")]
    Internal,
    /// Status 503, and to try again after a second.
    #[value(name = "503", help = "status 503 (code 20503), to be tried again after a second")]
    Unavailable,
    /// The TCP connection is reset; no byte of an answer is sent.
    #[value(name = "reset", help = "the connection is reset, and no byte of an answer is sent")]
    Reset,
    /// There is no answer until the client goes away or the sandbox stops.
    #[value(name = "stall", help = "no answer until the client goes away or the sandbox stops")]
    Stall,
}

/// At which point a request fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum When {
    /// Before anything is done.
    #[default]
    #[value(help = "before anything is done")]
    Before,
    /// After everything is done; only the answer is lost.
    #[value(help = "after everything is done; only the answer is lost")]
    After,
}

/// What stands in for the answer to a request that failed on purpose; an extension of that response, for the log.
#[derive(Clone, Copy, Debug)]
pub struct Failed(pub Fault);

/// The faults of a sandbox, together with what decides which requests they hit.
#[derive(Debug)]
pub struct Injector {
    faults: Faults,
    chance: Chance,
}

impl Default for Faults {
    fn default() -> Self {
        Self { rate: 0.0, kind: Fault::default(), when: When::default(), latency: Duration::ZERO }
    }
}

impl Injector {
    /// With a seed, it is the same requests that fail each time, counted from the start.
    pub fn new(faults: Faults, seed: Option<u64>) -> Self {
        Self { faults, chance: Chance::new(seed, Use::Faults) }
    }

    /// Middleware that delays requests to the API and makes some of them fail.
    ///
    /// Requests for other paths are left alone, and so is `OPTIONS`, since a script cannot see why a preflight request
    /// failed.
    pub async fn inject(State(injector): State<Arc<Self>>, request: Request, next: Next) -> Response {
        if request.method() == Method::OPTIONS || !request.uri().path().starts_with("/v1/") {
            return next.run(request).await;
        }
        injector.delay().await;
        let Faults { rate, kind, when, .. } = injector.faults;
        if !injector.chance.hits(rate) {
            return next.run(request).await;
        }
        let path = request.uri().path().to_owned();
        let connection = request.extensions().get::<Connection>().cloned();
        if when == When::After {
            drop(next.run(request).await);
        }
        let mut response = fail(kind, connection, &path).await;
        response.extensions_mut().insert(Failed(kind));
        response
    }

    async fn delay(&self) {
        if !self.faults.latency.is_zero() {
            tokio::time::sleep(self.faults.latency).await;
        }
    }
}

impl Fault {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooManyRequests => "429",
            Self::Internal => "500",
            Self::Unavailable => "503",
            Self::Reset => "reset",
            Self::Stall => "stall",
        }
    }

    /// Whether the client gets an answer at all.
    pub fn has_status(self) -> bool {
        !matches!(self, Self::Reset | Self::Stall)
    }
}

async fn fail(kind: Fault, connection: Option<Connection>, path: &str) -> Response {
    match kind {
        Fault::TooManyRequests => again_after_a_second(&Problem::TooManyRequests, path),
        Fault::Internal => http::answer(&Problem::Internal, path),
        Fault::Unavailable => again_after_a_second(&Problem::Unavailable, path),
        Fault::Reset => reset(connection),
        Fault::Stall => {
            tracing::debug!("a request stalls");
            match &connection {
                Some(connection) => connection.stopping().await,
                None => std::future::pending().await,
            }
            reset(connection)
        }
    }
}

fn again_after_a_second(problem: &Problem, path: &str) -> Response {
    let mut response = http::answer(problem, path);
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

/// Resets the connection as soon as the server begins to send the response, which is why it does not matter.
fn reset(connection: Option<Connection>) -> Response {
    if let Some(connection) = connection {
        connection.reset();
    }
    ().into_response()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::any;
    use clap::ValueEnum as _;
    use tower::ServiceExt as _;

    use super::*;

    /// A router with faults, and how often its handler was called.
    fn app(faults: Faults, seed: u64) -> (Router, Arc<AtomicUsize>) {
        let called = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&called);
        let handler = move || async move {
            counter.fetch_add(1, Ordering::Relaxed);
            "fine"
        };
        let injector = Arc::new(Injector::new(faults, Some(seed)));
        let router = Router::new().fallback(any(handler)).layer(from_fn_with_state(injector, Injector::inject));
        (router, called)
    }

    async fn ask(app: &Router, method: &str, path: &str) -> Response {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        app.clone().oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn s29_the_answers_are_the_vendors() {
        let table = [
            (Fault::TooManyRequests, 429, 20429, Some("1")),
            (Fault::Internal, 500, 20500, None),
            (Fault::Unavailable, 503, 20503, Some("1")),
        ];
        for (kind, status, code, retry_after) in table {
            let (app, called) = app(Faults { rate: 1.0, kind, ..Faults::default() }, 1);
            let response = ask(&app, "GET", "/v1/PluginService/Plugins").await;
            assert_eq!(response.status(), status);
            assert_eq!(response.headers().get(RETRY_AFTER).map(|value| value.to_str().unwrap()), retry_after);
            let body = axum::body::to_bytes(response.into_body(), 1000).await.unwrap();
            let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
            assert_eq!((&body["code"], &body["status"]), (&code.into(), &status.into()));
            assert_eq!(called.load(Ordering::Relaxed), 0);
        }
    }

    #[tokio::test]
    async fn s29_after_means_that_it_is_done() {
        let (app, called) = app(Faults { rate: 1.0, when: When::After, ..Faults::default() }, 1);
        assert_eq!(ask(&app, "POST", "/v1/PluginService/Plugins").await.status(), 500);
        assert_eq!(called.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn only_the_api_fails() {
        let (app, _) = app(Faults { rate: 1.0, ..Faults::default() }, 1);
        for (method, path) in [("GET", "/healthz"), ("GET", "/"), ("GET", "/v1"), ("OPTIONS", "/v1/PluginService")] {
            assert_eq!(ask(&app, method, path).await.status(), 200, "{method} {path}");
        }
        assert_eq!(ask(&app, "GET", "/v1/").await.status(), 500);
    }

    #[tokio::test]
    async fn the_same_requests_fail_with_the_same_seed() {
        async fn statuses(rate: f64, seed: u64) -> Vec<u16> {
            let (app, _) = app(Faults { rate, ..Faults::default() }, seed);
            let mut statuses = Vec::new();
            for _ in 0..100 {
                statuses.push(ask(&app, "GET", "/v1/x").await.status().as_u16());
            }
            statuses
        }
        let half = statuses(0.5, 1).await;
        assert_eq!(half, statuses(0.5, 1).await);
        assert_ne!(half, statuses(0.5, 2).await);
        assert!(half.contains(&200) && half.contains(&500));
        assert!(!statuses(0.0, 1).await.contains(&500));
        assert!(!statuses(1.0, 1).await.contains(&200));
    }

    #[tokio::test(start_paused = true)]
    async fn every_request_waits_for_the_latency() {
        let latency = Duration::from_millis(250);
        let (app, _) = app(Faults { latency, ..Faults::default() }, 1);
        let start = tokio::time::Instant::now();
        assert_eq!(ask(&app, "GET", "/v1/x").await.status(), 200);
        assert_eq!(start.elapsed(), latency);
        ask(&app, "GET", "/healthz").await;
        assert_eq!(start.elapsed(), latency);
    }

    #[test]
    fn names_are_those_of_the_command_line() {
        for fault in Fault::value_variants() {
            assert_eq!(fault.to_possible_value().unwrap().get_name(), fault.name());
        }
    }
}
