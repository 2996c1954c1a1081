//! The largest body that is read.

use contract_tests::clients::builder;
use contract_tests::{Answer, Server};
use twilio_flex_plugins::models::Plugin;
use twilio_flex_plugins::{Error, Result};

const LIMIT: usize = 1000;

/// A plugin as JSON of exactly so many bytes.
fn plugin(bytes: usize) -> String {
    let empty = r#"{"sid":"FP1","description":""}"#;
    empty.replace("\"\"", &format!("\"{}\"", "x".repeat(bytes - empty.len())))
}

async fn fetch(answer: Answer) -> Result<Plugin> {
    let server = Server::start([answer]).await;
    let client = builder(&server.url()).max_response_bytes(LIMIT).no_retry().build().expect("the settings are fine");
    client.plugins().fetch("crm").await
}

/// The same answer as a whole, and in chunks of several sizes.
fn deliveries(answer: &Answer) -> Vec<Answer> {
    let chunked = [1, 10, 999, 1000, 1001, 100_000].map(|size| answer.clone().chunked(size));
    [vec![answer.clone()], chunked.to_vec()].concat()
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_passes() {
    for bytes in [LIMIT - 1, LIMIT] {
        for answer in deliveries(&Answer::json(plugin(bytes))) {
            let plugin = fetch(answer).await.expect("it is not too large");
            assert_eq!(plugin.sid().expect("it is there"), &"FP1");
        }
    }
}

#[tokio::test]
async fn one_byte_more_is_too_much() {
    for bytes in [LIMIT + 1, 20 * LIMIT] {
        let body = plugin(bytes);
        for answer in deliveries(&Answer::json(&*body).with_status(201).header("Twilio-Request-Id", "RQ1")) {
            let error = fetch(answer).await.expect_err("it is too large");
            let Error::Decode { path, excerpt, source, response, .. } = &error else { panic!("{error:?}") };
            assert_eq!(path, "");
            assert!(excerpt.starts_with(r#"{"sid":"FP1""#), "{excerpt}");
            assert!(source.to_string().contains("1000 bytes"), "{source}");
            assert_eq!(response.status.as_u16(), 201);
            assert_eq!(response.headers["twilio-request-id"], "RQ1");
            assert_eq!(response.body, body.as_bytes()[..LIMIT]);
            assert!(!error.is_retryable());
        }
    }
}

#[tokio::test]
async fn white_space_after_the_value_counts() {
    let error = fetch(Answer::json(plugin(LIMIT) + "\n")).await.expect_err("it is too large");
    assert!(matches!(error, Error::Decode { .. }), "{error:?}");
}

#[tokio::test]
async fn a_refusal_that_is_too_large_is_still_a_refusal() {
    let page = format!("<html>{}</html>", "x".repeat(5 * LIMIT));
    for answer in deliveries(&Answer::status(404).body(page)) {
        let error = fetch(answer).await.expect_err("it is a refusal");
        let Error::Api { message, response, .. } = &error else { panic!("{error:?}") };
        assert!(error.is_not_found());
        assert!(message.starts_with("<html>xxx"), "{message}");
        assert!(response.body.len() <= LIMIT);
    }
}

#[tokio::test]
async fn nobody_waits_for_the_rest_of_what_is_too_large() {
    for answer in [
        Answer::json(plugin(50 * LIMIT)).stall_after(LIMIT + 1),
        Answer::json(plugin(50 * LIMIT)).stall_after(20 * LIMIT),
        Answer::json(plugin(50 * LIMIT)).chunked(30).stall_after(20 * LIMIT),
        Answer::json(plugin(50 * LIMIT)).chunked(LIMIT + 1).stall_after(LIMIT + 1),
    ] {
        let server = Server::start([answer]).await;
        let client = builder(&server.url()).max_response_bytes(LIMIT).no_retry();
        let client = client.try_timeout(std::time::Duration::from_secs(2)).build().expect("the settings are fine");
        let error = client.plugins().fetch("crm").await.expect_err("it is too large");
        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn the_default_has_room_for_the_largest_page() {
    let body = plugin(15 << 20);
    let server = Server::start([Answer::json(body)]).await;
    let client = builder(&server.url()).build().expect("the settings are fine");
    client.plugins().fetch("crm").await.expect("15 MiB are not too large");
}
