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

impl<D: Decode> Call<D> {
    #[allow(dead_code, reason = "an API may have no operations")]
    pub(crate) fn new(request: Request) -> Self {
        Self::read_by(request.finish(), D::reading)
    }
}

impl<D> Call<D> {
    /// A call whose answer is read as `reading` says.
    pub(crate) fn read_by(request: Result<Outgoing>, reading: fn(StatusCode) -> Reading) -> Self {
        Self { sending: send::send(request, reading), decode: PhantomData }
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

    /// How an answer with this status is read.
    #[doc(hidden)]
    #[must_use]
    fn reading(status: StatusCode) -> Reading {
        Reading::whole(status)
    }

    #[doc(hidden)]
    fn decode(incoming: Incoming) -> Result<Self::Value>;
}

/// How an answer is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a refusal of the request.
    Refusal,
    /// As a whole, before it is decoded.
    Whole,
    /// By the caller, as it arrives.
    Stream,
}

#[allow(dead_code, reason = "an API may have no such answers")]
impl Reading {
    /// That of an answer which is read as a whole if it is a success.
    pub(crate) fn whole(status: StatusCode) -> Self {
        if status.is_success() { Self::Whole } else { Self::Refusal }
    }

    /// That of an answer which the caller reads if it is a success.
    pub(crate) fn streamed(status: StatusCode) -> Self {
        if status.is_success() { Self::Stream } else { Self::Refusal }
    }
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

/// An answer whose body is text.
pub struct PlainText(());

impl Decode for PlainText {
    type Value = String;

    fn decode(incoming: Incoming) -> Result<String> {
        decode::text(&incoming)
    }
}

/// An answer with its status and headers.
pub struct Whole<D>(PhantomData<D>);

impl<D: Decode> Decode for Whole<D> {
    type Value = Response<D::Value>;

    fn reading(status: StatusCode) -> Reading {
        D::reading(status)
    }

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

/// An operation, and its builder: what can be set, how a call is set up, and what becomes of one that is awaited.
#[allow(unused_macros, reason = "an API may have nothing but lists")]
macro_rules! call {
    (
        static $operation:ident = $method:ident $path:literal as $id:literal $(on $server:literal)? for $security:expr;
        $(#[$meta:meta])*
        pub struct $builder:ident: $decode:ty => $value:ty;
        $($setters:tt)*
    ) => {
        $crate::runtime::call::builder! {
            static $operation = $method $path as $id $(on $server)? for $security;
            $(#[$meta])*
            pub struct $builder;
            $($setters)*
        }

        impl $builder {
            /// Makes the call return the status and headers of the answer, too.
            #[inline]
            pub fn with_response(self) -> $crate::runtime::Call<$crate::runtime::Whole<$decode>> {
                $crate::runtime::Call::new(self.request)
            }
        }

        impl IntoFuture for $builder {
            type Output = $crate::Result<$value>;
            type IntoFuture = $crate::runtime::Call<$decode>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                $crate::runtime::Call::new(self.request)
            }
        }
    };
}

/// An operation, and its builder, whatever becomes of one that is awaited.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! builder {
    (
        static $operation:ident = $method:ident $path:literal as $id:literal $(on $server:literal)? for $security:expr;
        $(#[$meta:meta])*
        pub struct $builder:ident;
        $(
            $(#[$about:meta])*
            fn $setter:ident($($given:ident: $taken:ty)?) => $write:ident($($argument:tt)*);
        )*
    ) => {
        pub(crate) static $operation: $crate::runtime::request::Operation =
            $crate::runtime::request::Operation::new($id, reqwest::Method::$method, $path, $security)$(.at($server))?;

        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[must_use = "a call does nothing unless it is awaited"]
        pub struct $builder {
            pub(crate) request: $crate::runtime::request::Request,
        }

        impl $builder {
            $(
                $(#[$about])*
                #[inline]
                pub fn $setter(mut self $(, $given: $taken)?) -> Self {
                    self.request.$write($($argument)*);
                    self
                }
            )*

            /// Makes the call with settings of its own, in place of those of an earlier `with`.
            #[inline]
            pub fn with(mut self, options: $crate::runtime::CallOptions) -> Self {
                self.request.options = options;
                self
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have nothing but lists")]
pub(crate) use {builder, call};
