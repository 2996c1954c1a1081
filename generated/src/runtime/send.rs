//! Sending: one function performs every call of every operation, and knows none of their types.

use std::mem;
use std::pin::Pin;
use std::time::{Duration, Instant, SystemTime};

use bytes::{Bytes, BytesMut};
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{StatusCode, Url};
use tokio::time::timeout;

use super::call::Reading;
use super::client::Client;
use super::credentials::{Alternative, Tokens};
use super::decode;
use super::error::{Error, ErrorResponse, Result};
use super::options::CallOptions;
use super::payload::Payload;
use super::request::Operation;
use super::retry::{self, Failure};

/// A request as it is to be sent.
#[derive(Clone)]
pub struct Outgoing {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Payload>,
    /// What it shows of the client's credentials.
    pub(crate) shown: Alternative,
    pub(crate) options: CallOptions,
}

/// A successful answer, and what it answers.
#[allow(dead_code, reason = "an API may have neither lists nor answers that are left to the caller")]
pub struct Incoming {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// The body, unless it is left to the caller to read.
    pub(crate) body: Bytes,
    /// The answer, if its body is left to the caller to read.
    pub(crate) rest: Option<reqwest::Response>,
    pub(crate) request: Outgoing,
}

/// The answer, once it has arrived.
pub(crate) type Sending = Pin<Box<dyn Future<Output = Result<Incoming>> + Send>>;

/// Performs a call: tries, waits and tries again as its options, or its client, say.
///
/// `reading` says how an answer with a certain status is read. Nothing is sent before the result is polled.
pub(crate) fn send(request: Result<Outgoing>, reading: fn(StatusCode) -> Reading) -> Sending {
    Box::pin(async move {
        let request = request?;
        let (status, headers, body, rest) = perform(&request, reading).await?;
        Ok(Incoming { status, headers, body, rest, request })
    })
}

/// Status, headers and body of an answer, or the answer itself if its body has not been read.
pub(crate) type Answer = (StatusCode, HeaderMap, Bytes, Option<reqwest::Response>);

async fn perform(request: &Outgoing, reading: fn(StatusCode) -> Reading) -> Result<Answer> {
    let settings = request.client.settings();
    let total = request.options.timeout.unwrap_or(settings.timeout);
    let policy = request.options.retry.as_ref().unwrap_or(&settings.retry);
    let start = Instant::now();
    let mut tokens = settings.credentials.tokens(request.shown, &request.headers);
    // How often it has been sent, and how often of these only since a token was refused.
    let (mut n, mut renewed) = (1, 0);
    loop {
        let trying = attempt(request, tokens.as_deref_mut(), reading, total, total.saturating_sub(start.elapsed()));
        #[cfg(feature = "tracing")]
        let trying = super::trace::observe(request, n, trying);
        let error = match trying.await {
            Ok(answer) => return Ok(answer),
            Err(error) if is_spent(request) => return Err(error),
            Err(error) if error.status() == Some(StatusCode::UNAUTHORIZED) => {
                let Some(tokens) = &mut tokens else { return Err(error) };
                let remaining = total.saturating_sub(start.elapsed());
                if !timeout(remaining, tokens.replace()).await.unwrap_or(false) {
                    return Err(error);
                }
                (n, renewed) = (n + 1, 1);
                continue;
            }
            Err(error) if !error.is_retryable() => return Err(error),
            Err(error) => error,
        };
        n += 1;
        let after = error.response().and_then(|response| retry::retry_after(&response.headers, SystemTime::now()));
        let remaining = total.saturating_sub(start.elapsed());
        let Some(wait) = policy.wait(n - renewed, after, remaining, retry::chance()) else { return Err(error) };
        tokio::time::sleep(wait).await;
    }
}

/// Whether the body of a request cannot be sent once more.
fn is_spent(request: &Outgoing) -> bool {
    request.body.as_ref().is_some_and(Payload::is_spent)
}

/// One try, of a call that may take `total` and has `remaining` of it.
async fn attempt(
    request: &Outgoing,
    tokens: Option<&mut (dyn Tokens + '_)>,
    reading: fn(StatusCode) -> Reading,
    total: Duration,
    remaining: Duration,
) -> Result<Answer> {
    let settings = request.client.settings();
    let one = request.options.try_timeout.unwrap_or(settings.try_timeout);
    // Which limit it is that ends the try, and how long that leaves it.
    let (after, limit) = if one <= remaining { (one, one) } else { (total, remaining) };
    let retryable = retry::is_safe(&request.operation.method, Failure::Lost);

    let mut arrived = None;
    let outcome = timeout(limit, exchange(request, tokens, reading, &mut arrived)).await;
    // What is known about a refusal is worth more than that its explanation was cut off.
    if let Some(Arrived { status, headers, reading: Reading::Refusal, body }) = arrived {
        let has_retry_after = retry::retry_after(&headers, SystemTime::now()).is_some();
        let retryable = retry::is_safe(&request.operation.method, Failure::Status(status, has_retry_after));
        return Err(decode::refusal(ErrorResponse { status, headers, body: body.into_bytes() }, retryable));
    }
    let rest = outcome.map_err(|_| Error::Timeout { after, retryable })??;
    let Some(Arrived { status, headers, body, .. }) = arrived else {
        unreachable!("an exchange that succeeds has brought an answer");
    };
    if body.is_too_large() {
        let response = ErrorResponse { status, headers, body: body.into_bytes() };
        return Err(decode::too_large(response, settings.max_response_bytes));
    }
    Ok((status, headers, body.into_bytes(), rest))
}

/// What has arrived of an answer.
struct Arrived {
    status: StatusCode,
    headers: HeaderMap,
    reading: Reading,
    body: Body,
}

/// Sends the request once and reads the answer into `arrived`; returns it if its body is left to the caller to read.
async fn exchange(
    request: &Outgoing,
    tokens: Option<&mut (dyn Tokens + '_)>,
    reading: fn(StatusCode) -> Reading,
    arrived: &mut Option<Arrived>,
) -> Result<Option<reqwest::Response>> {
    let settings = request.client.settings();
    let mut message = reqwest::Request::new(request.operation.method.clone(), request.url.clone());
    *message.headers_mut() = request.headers.clone();
    if let Some(tokens) = tokens {
        let token = tokens.next().await?;
        message.headers_mut().insert(AUTHORIZATION, token);
    }
    settings.credentials.add(request.shown, &mut message);
    complete(message.headers_mut());
    if let Some(body) = &request.body {
        *message.body_mut() = Some(body.body().await?);
    }
    // Only keys in the query make it another one than that of the request.
    let url = (*message.url() != request.url).then(|| message.url().clone());
    let mut response = settings.http.execute(message).await.map_err(|error| broken(request, error))?;
    if response.url() != url.as_ref().unwrap_or(&request.url) {
        return Err(Error::invalid("the HTTP client followed a redirect: build it with a policy that does not"));
    }
    let (status, headers) = (response.status(), mem::take(response.headers_mut()));
    let body = Body::new(settings.max_response_bytes);
    let Arrived { reading, body, .. } = arrived.insert(Arrived { status, headers, reading: reading(status), body });
    if *reading == Reading::Stream {
        return Ok(Some(response));
    }
    while !body.is_too_large()
        && let Some(chunk) = response.chunk().await.map_err(|error| broken(request, error))?
    {
        body.push(chunk);
    }
    Ok(None)
}

/// Adds the headers that every request has; what is there already takes precedence.
fn complete(headers: &mut HeaderMap) {
    for (name, value) in [(ACCEPT, "application/json"), (USER_AGENT, crate::document::USER_AGENT)] {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}

/// The body of an answer, as far as it has arrived.
struct Body {
    /// The first piece: most bodies come in one, which needs no copy.
    first: Bytes,
    /// All of it, once there is more than one piece.
    all: BytesMut,
    limit: usize,
}

impl Body {
    fn new(limit: usize) -> Self {
        Self { first: Bytes::new(), all: BytesMut::new(), limit }
    }

    fn push(&mut self, chunk: Bytes) {
        if self.first.is_empty() {
            self.first = chunk;
            return;
        }
        if self.all.is_empty() {
            self.all.extend_from_slice(&self.first);
        }
        self.all.extend_from_slice(&chunk);
    }

    fn is_too_large(&self) -> bool {
        self.first.len().max(self.all.len()) > self.limit
    }

    /// What has arrived, up to the limit.
    fn into_bytes(self) -> Bytes {
        let mut body = if self.all.is_empty() { self.first } else { self.all.freeze() };
        body.truncate(self.limit);
        body
    }
}

/// The error for an exchange that came to no end.
fn broken(request: &Outgoing, error: reqwest::Error) -> Error {
    let failure = if error.is_connect() { Failure::NotConnected } else { Failure::Lost };
    let retryable = retry::is_safe(&request.operation.method, failure) && !error.is_builder();
    match request.client.settings().connect_timeout {
        Some(after) if error.is_connect() && error.is_timeout() => Error::Timeout { after, retryable },
        _ => Error::Transport { source: error.without_url(), retryable },
    }
}
