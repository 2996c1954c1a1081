//! A span for each try, with the names and attributes that OpenTelemetry has for HTTP clients.

use tracing::field::Empty;
use tracing::{Instrument, Span};

use super::error::{Error, Result};
use super::send::{Answer, Outgoing};

/// Performs `attempt`, the `n`th try of `request` (counted from 1), in a span of its own.
///
/// The span's name for OpenTelemetry is its field `otel.name`: the method and the path with its placeholders.
pub(crate) async fn observe(
    request: &Outgoing,
    n: u32,
    attempt: impl Future<Output = Result<Answer>>,
) -> Result<Answer> {
    let operation = request.operation;
    let span = tracing::info_span!(
        "http.client",
        otel.name = format_args!("{} {}", operation.method, operation.path),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = operation.method.as_str(),
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        url.full = request.url.as_str(),
        url.template = operation.path,
        server.address = request.url.host_str().map(|host| host.trim_matches(['[', ']'])),
        server.port = request.url.port_or_known_default(),
        "error.type" = Empty,
    );
    if n > 1 {
        span.record("http.request.resend_count", n - 1);
    }
    let result = attempt.instrument(span.clone()).await;
    match &result {
        Ok((status, ..)) => {
            span.record("http.response.status_code", status.as_u16());
        }
        Err(error) => record(&span, error),
    }
    result
}

/// Records what went wrong, in words that repeat neither body nor headers.
fn record(span: &Span, error: &Error) {
    if let Some(status) = error.status() {
        span.record("http.response.status_code", status.as_u16());
    }
    match error {
        Error::Api { status, .. } => span.record("error.type", status.as_str()),
        Error::Timeout { .. } => span.record("error.type", "timeout"),
        Error::Decode { .. } => span.record("error.type", "decode"),
        _ => span.record("error.type", "transport"),
    };
    span.record("otel.status_code", "ERROR");
}
