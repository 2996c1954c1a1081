//! Credentials stay where they belong: in the header of a request.

use std::error::Error as _;
use std::fmt::Debug;
use std::time::Duration;

use contract_tests::clients::chain;
use contract_tests::{Answer, Refusing, Server, Spans};
use twilio_flex_plugins::models::Plugin;
use twilio_flex_plugins::{CallOptions, Client, ClientBuilder, Error};

const PASSWORD: &str = "hunter2-of-the-account";
/// `AC1:hunter2-of-the-account`.
const BASIC: &str = "QUMxOmh1bnRlcjItb2YtdGhlLWFjY291bnQ=";
const HEADER: &str = "key-of-this-call";

fn builder(url: &str) -> ClientBuilder {
    let limit = Duration::from_millis(200);
    Client::builder().base_url(url).credentials("AC1", PASSWORD).no_retry().try_timeout(limit)
}

fn client(url: &str) -> Client {
    builder(url).build().expect("the settings are fine")
}

fn options() -> CallOptions {
    CallOptions::new().header("X-Api-Key", HEADER)
}

/// Fails if `text` holds a secret, or if it holds nothing at all.
fn check(what: &str, text: &str) {
    assert!(!text.is_empty(), "{what}");
    for secret in [PASSWORD, BASIC, "QUMxOmh1bnRlcjIt", HEADER, "hunter2"] {
        assert!(!text.contains(secret), "{what}: {text}");
    }
}

fn check_debug(what: &str, value: &dyn Debug) {
    check(what, &format!("{value:?}"));
    check(what, &format!("{value:#?}"));
}

fn check_error(error: &Error) {
    check_debug("an error", error);
    check("an error", &error.to_string());
    check("a chain of errors", &chain(error).join("\n"));
    let mut source = error.source();
    while let Some(error) = source {
        check_debug("a source", error);
        source = error.source();
    }
}

#[test]
fn debug_shows_no_secrets() {
    check_debug("a builder", &builder("https://example.com"));
    check_debug("a builder", &builder("https://AC1:hunter2-of-the-account@example.com"));
    let client = client("https://example.com");
    check_debug("a client", &client);
    check_debug("options", &options());
    check_debug("a handle", &client.plugins());
    let create = client.plugins().create("crm").flex_metadata(HEADER).with(options());
    check_debug("a call", &create);
    check_debug("a call", &create.clone().into_future());
    check_debug("a call", &create.with_response());
    let list = client.plugins().list().page_size(1).with(options());
    check_debug("a list", &list);
    check_debug("a stream", &list.stream());
}

#[tokio::test]
async fn pages_and_answers_show_no_secrets() {
    let server = Server::start([Answer::json(r#"{"plugins":[{}],"meta":{"next_page_url":"?Page=1"}}"#)]).await;
    let list = client(&server.url()).plugins().list().flex_metadata(HEADER).with(options());
    let page = list.clone().await.expect("the answer is fine");
    check_debug("a page", &page);
    check_debug("a page to come", &page.next());
    check_debug("an answer", &list.clone().with_response().await.expect("the answer is fine"));
    let mut stream = list.stream();
    stream.next().await.expect("there are items").expect("the answer is fine");
    check_debug("a stream", &stream);
    for request in server.requests() {
        assert_eq!(request.header("Authorization"), Some(&*format!("Basic {BASIC}")), "the secret is the right one");
        assert_eq!(request.header("X-Api-Key"), Some(HEADER));
    }
}

/// An error of every kind and way, each from a call with secrets.
async fn errors() -> Vec<Error> {
    let mut errors = Vec::new();
    for answer in [
        Answer::error(401, 20003, "Authenticate").header("WWW-Authenticate", "Basic"),
        Answer::status(500).body("<html>"),
        Answer::status(302).header("Location", "https://example.com"),
        Answer::json(r#"{"sid":5,"plugins":[{"sid":5}]}"#),
        Answer::json("{"),
        Answer::json("{}").cut_after(1),
        Answer::close(),
        Answer::stall(),
        Answer::json("{}").stall_after(1),
    ] {
        let server = Server::start([answer.header("Set-Cookie", "session=hunter2")]).await;
        let client = client(&server.url());
        errors.push(client.plugins().fetch("crm").with(options()).await.expect_err("no answer is fine"));
        let create = client.plugins().create("crm").with(options()).with_response();
        errors.push(create.await.expect_err("no answer is fine"));
        let mut stream = client.plugins().list().with(options()).stream();
        errors.push(stream.next().await.expect("there is an error").expect_err("no answer is fine"));
    }
    for next in ["https://example.com/", "http://", "?"] {
        let body = serde_json::json!({ "meta": { "next_page_url": next } });
        let server = Server::start([Answer::json(body.to_string())]).await;
        let list = client(&server.url()).plugins().list().with(options());
        let mut stream = list.stream();
        errors.push(stream.next().await.expect("there is an error").expect_err("the page leads nowhere"));
    }
    let refusing = Refusing::start();
    errors.push(client(&refusing.url()).plugins().fetch("crm").with(options()).await.expect_err("nobody listens"));
    let tls = refusing.url().replace("http:", "https:");
    errors.push(client(&tls).plugins().fetch("crm").with(options()).await.expect_err("nobody listens"));
    let too_large = Server::start([Answer::json("{} ")]).await;
    let small = builder(&too_large.url()).max_response_bytes(2).build().expect("the settings are fine");
    errors.push(small.plugins().fetch("crm").with(options()).await.expect_err("it is too large"));

    let invalid = client(&too_large.url());
    errors.push(invalid.plugins().fetch("").with(options()).await.expect_err("it is empty"));
    let broken = format!("{HEADER}\n");
    errors.push(invalid.plugins().fetch("crm").flex_metadata(&broken).await.expect_err("a line break"));
    let header = CallOptions::new().header("X-Api-Key", &broken);
    errors.push(invalid.plugins().fetch("crm").with(header).await.expect_err("a line break"));
    errors.push(Client::builder().credentials("AC1:", PASSWORD).build().expect_err("a colon"));
    for url in
        ["https://AC1:hunter2-of-the-account@example.com", "https://AC1:hunter2-of-the-account@", "http://a/?hunter2"]
    {
        errors.push(builder(url).build().expect_err("it is no base URL"));
    }
    errors.push(Plugin::default().sid().expect_err("it is missing"));
    errors
}

#[tokio::test]
async fn errors_show_no_secrets() {
    let errors = errors().await;
    for error in &errors {
        check_error(error);
    }
    let kinds: [fn(&Error) -> bool; 6] = [
        |error| matches!(error, Error::Api { .. }),
        |error| matches!(error, Error::Transport { .. }),
        |error| matches!(error, Error::Timeout { .. }),
        |error| matches!(error, Error::Decode { .. }),
        |error| matches!(error, Error::Missing { .. }),
        |error| matches!(error, Error::Invalid { .. }),
    ];
    for (index, kind) in kinds.iter().enumerate() {
        assert!(errors.iter().any(kind), "no error of kind {index}");
    }
}

#[tokio::test]
async fn errors_of_connections_do_not_repeat_the_address() {
    let refusing = Refusing::start();
    let list = client(&refusing.url()).plugins().list().page_token("token-of-a-page");
    let error = list.await.expect_err("nobody listens");
    let shown = format!("{error:?} {error} {:?}", chain(&error));
    assert!(!shown.contains("token-of-a-page"), "{shown}");
}

#[tokio::test]
async fn traces_hold_no_secrets() {
    let (spans, _guard) = Spans::record();
    errors().await;
    let server = Server::start([Answer::json("{}")]).await;
    client(&server.url()).plugins().create("crm").with(options()).await.expect("the answer is fine");
    assert!(spans.of_client().len() > 20);
    check("a trace", &spans.dump());
}

#[tokio::test]
async fn addresses_in_traces_hold_no_user_information() {
    for user in [PASSWORD.to_owned(), format!("AC1:{PASSWORD}"), format!(":{PASSWORD}")] {
        no_user_information(user).await;
    }
}

async fn no_user_information(user: String) {
    let (spans, _guard) = Spans::record();
    let server = Server::start_with(move |request| {
        let host = request.header("Host").expect("HTTP/1.1 requires it");
        let next = format!("http://{user}@{host}/v1?Page=1");
        Answer::json(serde_json::json!({ "meta": { "next_page_url": next } }).to_string())
    })
    .await;
    let page = client(&server.url()).plugins().list().await.expect("the answer is fine");
    page.next().await.expect("the answer is fine").expect("there is a second page");
    assert_eq!(spans.of_client().len(), 2);
    check("a trace", &spans.dump());
}
