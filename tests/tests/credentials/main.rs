//! What the runtime shows of a client's credentials, and to which server, on the wire.
//!
//! The runtime of every generated crate, with a document that has a scheme of each kind.

#![allow(dead_code, unused_imports, unused_macros, reason = "a crate for one document uses part of the runtime")]
#![allow(unexpected_cfgs, reason = "the features of generated crates are not those of this one")]

mod document;
#[path = "../../../templates/src"]
mod templates {
    pub(crate) mod runtime;
}

pub(crate) use self::templates::runtime;

mod providers;
mod schemes;
mod secrets;
mod servers;
mod shown;

use contract_tests::Server;
use reqwest::Method;

use self::runtime::RetryPolicy;
use self::runtime::call::{Call, Empty};
use self::runtime::client::{Client, ClientBuilder};
use self::runtime::credentials::{Given, Scheme, Security};
use self::runtime::error::Error;
use self::runtime::options::CallOptions;
use self::runtime::page::PageCall;
use self::runtime::paging::{self, Paging};
use self::runtime::request::{Operation, Request};

/// An operation that asks for `security`.
fn operation(security: Security) -> &'static Operation {
    operation_on(None, security)
}

/// An operation with a server of its own.
fn operation_on(server: Option<&'static str>, security: Security) -> &'static Operation {
    Box::leak(Box::new(Operation { id: "ListPets", method: Method::POST, path: "/pets", security, server }))
}

/// The first page of a list.
fn list(client: &Client, operation: &'static Operation) -> PageCall<u32> {
    const PAGING: &Paging = &Paging { items: &["pets"], next: &paging::Url(&["next"]), ends: &[] };
    PageCall::first(Request::new(client, operation), PAGING)
}

/// A client of `server` with what is given for some schemes.
fn client<const N: usize>(server: &Server, given: [(&'static Scheme, Given); N]) -> Client {
    builder(given).base_url(server.url()).build().expect("the settings are fine")
}

fn builder<const N: usize>(given: [(&'static Scheme, Given); N]) -> ClientBuilder {
    given.into_iter().fold(Client::builder().no_retry(), |builder, (scheme, given)| builder.give(scheme, given))
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn pair(username: &str, password: &str) -> Given {
    Given::Pair(username.to_owned(), password.to_owned())
}

/// Calls `operation`.
async fn call(client: &Client, operation: &'static Operation) -> Result<(), Error> {
    Call::<Empty>::new(Request::new(client, operation)).await
}
