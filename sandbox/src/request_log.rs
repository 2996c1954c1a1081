//! The ID of each request, and its line in the log.
//!
//! The log has neither credentials nor the values of queries and bodies: only what is in the path.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

use crate::chance::Chance;
use crate::faults::Failed;

/// The header with the ID.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("twilio-request-id");

/// The header that clients may describe themselves with; it has no effect.
const METADATA: &str = "flex-metadata";

/// Middleware that gives each request an ID, `RQ` and 32 hex digits, and logs what became of it.
///
/// What is logged meanwhile stands in a span with the ID.
pub async fn record(State(ids): State<Arc<Chance>>, request: Request, next: Next) -> Response {
    let id = format!("RQ{}", ids.hex());
    let span = tracing::error_span!("request", request_id = id);
    let mut entry = Entry::new(id, &request);
    async {
        tracing::debug!(flex_metadata = request.headers().get(METADATA).map(tracing::field::debug), "received");
        let mut response = next.run(request).await;
        entry.outcome = Some((response.status(), response.extensions().get::<Failed>().copied()));
        if let Ok(id) = HeaderValue::from_str(&entry.id) {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
    .instrument(span)
    .await
}

/// The line of a request; it is written when this is dropped, so that there is one for each request, also for one whose
/// client goes away.
struct Entry {
    id: String,
    method: String,
    path: String,
    start: Instant,
    outcome: Option<(StatusCode, Option<Failed>)>,
}

impl Entry {
    fn new(id: String, request: &Request) -> Self {
        let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
        Self { id, method, path, start: Instant::now(), outcome: None }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let Self { id, method, path, start, outcome } = &*self;
        // Whole microseconds, since nothing below them means anything.
        let duration_ms = start.elapsed().as_micros() as f64 / 1000.0;
        let (request_id, method, path) = (id.as_str(), method.as_str(), path.as_str());
        match outcome {
            None => tracing::info!(request_id, method, path, duration_ms, "ended without an answer"),
            Some((status, None)) => {
                tracing::info!(request_id, method, path, status = status.as_u16(), duration_ms, "answered");
            }
            Some((status, Some(Failed(fault)))) => {
                // A reset has no status: the client sees none.
                let status = fault.has_status().then_some(status.as_u16());
                tracing::info!(
                    request_id,
                    method,
                    path,
                    status,
                    duration_ms,
                    fault = fault.name(),
                    "failed on purpose"
                );
            }
        }
    }
}
