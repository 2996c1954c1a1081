//! A call under way, and what becomes of its answer.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

use super::decode;
use super::error::Result;
use super::request::Request;
use super::send::{self, Incoming, Outgoing, Sending};

/// A call: the future that an operation becomes when it is awaited. Nothing is sent before that.
#[must_use = "a call does nothing unless it is awaited"]
pub struct Call<D> {
    sending: Sending,
    decode: PhantomData<fn() -> D>,
}

impl<D> Call<D> {
    pub(crate) fn new(request: Request) -> Self {
        Self::from_outgoing(request.finish())
    }

    pub(crate) fn from_outgoing(request: Result<Outgoing>) -> Self {
        Self { sending: send::send(request), decode: PhantomData }
    }
}

impl<D: Decode> Future for Call<D> {
    type Output = Result<D::Value>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let incoming = ready!(self.sending.as_mut().poll(context))?;
        Poll::Ready(D::decode(incoming))
    }
}

impl<D> fmt::Debug for Call<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// How an answer becomes a value.
pub trait Decode {
    /// What the answer becomes.
    type Value;

    #[doc(hidden)]
    fn decode(incoming: Incoming) -> Result<Self::Value>;
}

/// An answer whose body is JSON.
pub struct Json<T>(PhantomData<T>);

impl<T: DeserializeOwned> Decode for Json<T> {
    type Value = T;

    #[inline]
    fn decode(incoming: Incoming) -> Result<T> {
        decode::json(&incoming)
    }
}

/// An answer whose body says nothing.
pub struct Empty(());

impl Decode for Empty {
    type Value = ();

    fn decode(_: Incoming) -> Result<()> {
        Ok(())
    }
}

/// An answer with its status and headers.
pub struct Whole<D>(PhantomData<D>);

impl<D: Decode> Decode for Whole<D> {
    type Value = Response<D::Value>;

    #[inline]
    fn decode(incoming: Incoming) -> Result<Self::Value> {
        let (status, headers) = (incoming.status, incoming.headers.clone());
        Ok(Response { value: D::decode(incoming)?, status, headers })
    }
}

/// What a successful call returned, with the status and headers that it came with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response<T> {
    /// What the call returns by itself.
    pub value: T,
    /// The status of the answer.
    pub status: StatusCode,
    /// The headers of the answer.
    pub headers: HeaderMap,
}
