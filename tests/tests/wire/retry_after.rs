//! Waits that the service asks for.

use std::time::{Duration, Instant};

use contract_tests::clients::{at_once, builder, patient, quick};
use contract_tests::{Answer, Server};
use jiff::{SignedDuration, Timestamp};
use twilio_flex_plugins::{CallOptions, Client, Error};

const PLUGIN: &str = r#"{"sid":"FP1"}"#;
const SECOND: Duration = Duration::from_secs(1);

/// A client for which nothing but `Retry-After` makes a wait short enough for a second try.
fn client(server: &Server) -> Client {
    builder(&server.url()).retry(patient()).timeout(30 * SECOND).build().expect("the settings are fine")
}

/// A moment so far from now, in the format of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT`.
fn date(from_now: SignedDuration) -> String {
    (Timestamp::now() + from_now).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// An answer that asks for a wait.
fn wait(status: u16, retry_after: &str) -> Answer {
    Answer::status(status).header("Retry-After", retry_after)
}

#[tokio::test]
async fn a_wait_of_zero_is_over_at_once() {
    // A date may have any of the three forms of RFC 9110, section 5.6.7.
    let past = date(-SignedDuration::from_secs(60));
    for after in [
        "0",
        "000",
        &past,
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        for status in [429, 503] {
            let server = Server::start([wait(status, after), wait(status, after), Answer::json(PLUGIN)]).await;
            at_once(client(&server).plugins().create("crm")).await.unwrap_or_else(|error| panic!("{after}: {error}"));
            assert_eq!(server.requests().len(), 3);
        }
        let server = Server::start([wait(500, after), Answer::json(PLUGIN)]).await;
        at_once(client(&server).plugins().fetch("crm")).await.unwrap_or_else(|error| panic!("{after}: {error}"));
    }
}

#[tokio::test]
async fn a_second_is_waited_for() {
    let server = Server::start([wait(429, "1"), Answer::json(PLUGIN)]).await;
    let quick = builder(&server.url()).retry(quick()).build().expect("the settings are fine");
    let start = Instant::now();
    quick.plugins().create("crm").await.expect("the second answer is fine");
    assert!((SECOND..10 * SECOND).contains(&start.elapsed()), "{:?}", start.elapsed());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_date_is_waited_for() {
    // Dates have whole seconds: between one and two of them remain.
    let server = Server::start([wait(503, &date(SignedDuration::from_secs(2))), Answer::json(PLUGIN)]).await;
    let start = Instant::now();
    client(&server).plugins().create("crm").await.expect("the second answer is fine");
    let late = Duration::from_millis(900);
    assert!((late..10 * SECOND).contains(&start.elapsed()), "{:?}", start.elapsed());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_wait_beyond_the_time_of_the_call_ends_it_at_once() {
    let in_an_hour = date(SignedDuration::from_hours(1));
    for after in ["31", "3600", "18446744073709551615", &in_an_hour] {
        let server = Server::start([wait(503, "0"), wait(429, after), Answer::json(PLUGIN)]).await;
        let start = Instant::now();
        let error =
            at_once(client(&server).plugins().fetch("crm")).await.expect_err("there is no time for a third try");
        assert!(start.elapsed() < 10 * SECOND, "{after}: {:?}", start.elapsed());
        assert!(matches!(error, Error::Api { retryable: true, .. }), "{error:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(429));
        assert_eq!(server.requests().len(), 2, "{after}");
    }
}

#[tokio::test]
async fn the_time_of_the_call_may_be_its_own() {
    let server = Server::start([wait(503, "5"), Answer::json(PLUGIN)]).await;
    let short = CallOptions::new().timeout(2 * SECOND);
    let start = Instant::now();
    at_once(client(&server).plugins().fetch("crm").with(short)).await.expect_err("there is no time for a second try");
    assert!(start.elapsed() < 2 * SECOND);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn what_makes_no_sense_is_ignored() {
    for after in ["", "soon", "-1", "+0", "1.5", "99999999999999999999999", "Sun, 99 Nov 1994 08:49:37 GMT"] {
        // Backoff takes its place: too long with one policy, short with the other.
        let server = Server::start([wait(503, after), Answer::json(PLUGIN)]).await;
        at_once(client(&server).plugins().fetch("crm")).await.expect_err("there is no time for a second try");
        assert_eq!(server.requests().len(), 1, "{after:?}");
        let server = Server::start([wait(503, after), Answer::json(PLUGIN)]).await;
        let quick = builder(&server.url()).retry(quick()).build().expect("the settings are fine");
        quick.plugins().fetch("crm").await.unwrap_or_else(|error| panic!("{after:?}: {error}"));
        assert_eq!(server.requests().len(), 2, "{after:?}");
    }
}

#[tokio::test]
async fn the_number_of_tries_holds_all_the_same() {
    let server = Server::start([wait(503, "0")]).await;
    at_once(client(&server).plugins().fetch("crm")).await.expect_err("every try fails");
    assert_eq!(server.requests().len(), 4);
}
