//! Secrets of every kind stay out of what is shown.

use std::error::Error as _;
use std::fmt::Debug;
use std::sync::Arc;

use contract_tests::clients::chain;
use contract_tests::{Answer, Refusing, Server, Spans};

use crate::document::{COOKIE, HEADER, LOGIN, QUERY, TOKEN, WHOLE};
use crate::runtime::credentials::Security;
use crate::*;

/// `AC1:hunter2` in Base64, and what all secrets have in common.
const SECRETS: [&str; 2] = ["QUMxOmh1bnRlcjI=", "hunter2"];

/// What every scheme is about, one after another.
const EACH: [Security; 6] =
    [&[&[&LOGIN]], &[&[&TOKEN]], &[&[&WHOLE]], &[&[&HEADER]], &[&[&QUERY]], &[&[&COOKIE, &HEADER, &QUERY]]];

fn secretive(provided: bool) -> ClientBuilder {
    let provider = || async { Ok::<_, std::io::Error>("hunter2".to_owned()) };
    let token = if provided { Given::Source(Arc::new(provider)) } else { text("hunter2") };
    builder([
        (&LOGIN, pair("AC1", "hunter2")),
        (&TOKEN, token),
        (&WHOLE, text("Signature hunter2")),
        (&HEADER, text("hunter2")),
        (&QUERY, text("hunter2")),
        (&COOKIE, text("hunter2")),
    ])
}

fn check(what: &str, text: &str) {
    assert!(!text.is_empty(), "{what}");
    for secret in SECRETS {
        assert!(!text.contains(secret), "{what}: {text}");
    }
}

fn check_debug(what: &str, value: &dyn Debug) {
    check(what, &format!("{value:?}"));
    check(what, &format!("{value:#?}"));
}

fn check_error(error: &Error) {
    check_debug("an error", error);
    check("a chain of errors", &chain(error).join("\n"));
    let mut source = error.source();
    while let Some(error) = source {
        check_debug("a source", error);
        source = error.source();
    }
}

#[tokio::test]
async fn neither_debug_nor_errors_show_secrets() {
    for provided in [false, true] {
        check_debug("a builder", &secretive(provided));
        let refusing = Refusing::start();
        for answer in [Answer::status(401), Answer::status(302).header("Location", "/x"), Answer::close()] {
            let server = Server::start([answer]).await;
            for url in [server.url(), refusing.url()] {
                let client = secretive(provided).base_url(url).build().expect("the settings are fine");
                check_debug("a client", &client);
                for security in EACH {
                    let request = Request::new(&client, operation(security));
                    check_debug("a request", &request);
                    check_error(&Call::<Empty>::new(request).await.expect_err("no answer is fine"));
                }
            }
            assert!(server.requests().len() >= EACH.len(), "it was asked");
        }
    }
}

#[tokio::test]
async fn redirects_take_no_secrets_elsewhere() {
    let other = Server::start([Answer::status(204)]).await;
    let server = Server::start([Answer::status(307).header("Location", &other.url())]).await;
    let client = secretive(false).base_url(server.url()).build().expect("the settings are fine");
    for security in EACH {
        call(&client, operation(security)).await.expect_err("a redirect is no success");
    }
    assert_eq!(other.requests(), []);
    assert_eq!(server.requests().len(), EACH.len());
}
