//! Sending: one function performs every call of every operation, and knows none of their types.

use std::pin::Pin;
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use jiff::Timestamp;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue, RETRY_AFTER, USER_AGENT};
use reqwest::{StatusCode, Url};

use super::client::Client;
use super::decode;
use super::error::{Error, ErrorResponse, Result};
use super::options::CallOptions;
use super::request::Operation;
use super::retry::{self, Failure};

/// A request as it is to be sent.
#[derive(Clone)]
pub struct Outgoing {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    pub(crate) options: CallOptions,
    /// For a further page of a list: hashes of the URLs of the pages before it.
    pub(crate) visited: Vec<u64>,
}

/// A successful answer, and what it answers.
pub struct Incoming {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) request: Outgoing,
}

/// The answer, once it has arrived.
pub(crate) type Sending = Pin<Box<dyn Future<Output = Result<Incoming>> + Send>>;

/// Performs a call: tries, waits and tries again as its options, or its client, say.
///
/// Nothing is sent before the result is polled.
pub(crate) fn send(request: Result<Outgoing>) -> Sending {
    Box::pin(async move {
        let request = request?;
        let (status, headers, body) = perform(&request).await?;
        Ok(Incoming { status, headers, body, request })
    })
}

/// Status, headers and body of an answer.
pub(crate) type Answer = (StatusCode, HeaderMap, Bytes);

async fn perform(request: &Outgoing) -> Result<Answer> {
    let settings = request.client.settings();
    let total = request.options.timeout.unwrap_or(settings.timeout);
    let policy = request.options.retry.as_ref().unwrap_or(&settings.retry);
    let start = Instant::now();
    for n in 1.. {
        let remaining = total.saturating_sub(start.elapsed());
        let attempt = attempt(request, remaining);
        #[cfg(feature = "tracing")]
        let attempt = super::trace::observe(request, n, attempt);
        let error = match attempt.await {
            Ok(answer) => return Ok(answer),
            Err(error) if !error.is_retryable() => return Err(error),
            Err(error) => error,
        };
        let after = error.response().and_then(|response| retry::retry_after(&response.headers, Timestamp::now()));
        let remaining = total.saturating_sub(start.elapsed());
        let Some(wait) = policy.wait(n + 1, after, remaining, retry::chance()) else { return Err(error) };
        tokio::time::sleep(wait).await;
    }
    unreachable!("a policy ends after at most `u32::MAX` tries")
}

/// One try, which ends when the time of a try, or `remaining`, is over.
async fn attempt(request: &Outgoing, remaining: Duration) -> Result<Answer> {
    let one = request.options.try_timeout.unwrap_or(request.client.settings().try_timeout);
    let limit = one.min(remaining);
    tokio::time::timeout(limit, exchange(request)).await.unwrap_or_else(|_| {
        let retryable = retry::is_safe(&request.operation.method, Failure::Lost);
        Err(Error::Timeout { after: limit, retryable })
    })
}

/// Sends the request once and reads the answer.
async fn exchange(request: &Outgoing) -> Result<Answer> {
    let settings = request.client.settings();
    let mut message = reqwest::Request::new(request.operation.method.clone(), request.url.clone());
    *message.headers_mut() = headers(request);
    *message.body_mut() = request.body.clone().map(Into::into);
    let mut response = settings.http.execute(message).await.map_err(|error| broken(request, error))?;

    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let body = read(&mut response, settings.max_response_bytes).await;
    let retryable =
        retry::is_safe(&request.operation.method, Failure::Status(status, headers.contains_key(RETRY_AFTER)));
    match body {
        // What is known about a refusal is worth more than that its explanation was cut off.
        body if !status.is_success() => {
            let body = body.unwrap_or_default().0;
            Err(decode::refusal(ErrorResponse { status, headers, body }, retryable))
        }
        Ok((body, Size::Whole)) => Ok((status, headers, body)),
        Ok((body, Size::TooLarge)) => {
            let limit = settings.max_response_bytes;
            Err(decode::too_large(ErrorResponse { status, headers, body }, limit))
        }
        Err(error) => Err(broken(request, error)),
    }
}

/// The headers of the request, those that every request has included; what the caller set takes precedence.
fn headers(request: &Outgoing) -> HeaderMap {
    let mut headers = request.headers.clone();
    let mut default = |name, value: &HeaderValue| {
        headers.entry(name).or_insert_with(|| value.clone());
    };
    default(ACCEPT, &HeaderValue::from_static("application/json"));
    default(USER_AGENT, &HeaderValue::from_static(crate::document::USER_AGENT));
    if let Some(authorization) = &request.client.settings().authorization {
        default(AUTHORIZATION, authorization);
    }
    headers
}

/// Whether a body was read to its end.
#[derive(Default)]
enum Size {
    Whole,
    #[default]
    TooLarge,
}

/// The body, or as much of it as `limit` allows.
async fn read(response: &mut reqwest::Response, limit: usize) -> reqwest::Result<(Bytes, Size)> {
    let Some(first) = response.chunk().await? else { return Ok((Bytes::new(), Size::Whole)) };
    // Most bodies arrive in one piece, which needs no copy.
    let Some(second) = response.chunk().await? else { return Ok(cut(first, limit)) };
    let mut body = BytesMut::with_capacity(first.len() + second.len());
    body.extend_from_slice(&first);
    body.extend_from_slice(&second);
    while body.len() <= limit {
        let Some(chunk) = response.chunk().await? else { break };
        body.extend_from_slice(&chunk);
    }
    Ok(cut(body.freeze(), limit))
}

fn cut(mut body: Bytes, limit: usize) -> (Bytes, Size) {
    let size = if body.len() <= limit { Size::Whole } else { Size::TooLarge };
    body.truncate(limit);
    (body, size)
}

/// The error for an exchange that came to no end.
fn broken(request: &Outgoing, error: reqwest::Error) -> Error {
    let failure = if error.is_connect() { Failure::NotConnected } else { Failure::Lost };
    let retryable = retry::is_safe(&request.operation.method, failure);
    if error.is_timeout() {
        return Error::Timeout { after: request.client.settings().connect_timeout, retryable };
    }
    Error::Transport { source: error.without_url(), retryable }
}
