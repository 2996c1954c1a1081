//! How often a call is sent.

use std::time::Duration;

use contract_tests::clients::{builder, chain, quick};
use contract_tests::{Answer, Refusing, Server, Spans, client};
use twilio_flex_plugins::runtime::RetryPolicy;
use twilio_flex_plugins::{CallOptions, Client, Error, Result};

const PLUGIN: &str = r#"{"sid":"FP1","unique_name":"crm"}"#;

/// A client with 4 tries of at most a fifth of a second.
fn hasty(server: &Server) -> Client {
    let client = builder(&server.url()).try_timeout(Duration::from_millis(200));
    client.timeout(Duration::from_secs(20)).build().expect("the settings are fine")
}

#[tokio::test]
async fn only_what_cannot_happen_twice_is_tried_again() {
    let stalled = || Answer::json(PLUGIN).stall_after(5);
    let cases = [
        // What happens, and how many requests of GET and of POST it leads to.
        ("500", Answer::error(500, 20500, "no"), 4, 1),
        ("501", Answer::status(501), 4, 1),
        ("502", Answer::status(502).body("<html>"), 4, 1),
        ("503", Answer::status(503), 4, 1),
        ("503 with Retry-After", Answer::status(503).header("Retry-After", "0"), 4, 4),
        ("503 with a Retry-After of no sense", Answer::status(503).header("Retry-After", "soon"), 4, 1),
        ("504", Answer::status(504), 4, 1),
        ("500 with Retry-After", Answer::status(500).header("Retry-After", "0"), 4, 1),
        ("429", Answer::error(429, 20429, "too many requests"), 4, 4),
        ("429 with Retry-After", Answer::status(429).header("Retry-After", "0"), 4, 4),
        ("400", Answer::error(400, 20001, "no"), 1, 1),
        ("401", Answer::error(401, 20003, "Authenticate"), 1, 1),
        ("404", Answer::error(404, 20404, "no"), 1, 1),
        ("404 with Retry-After", Answer::status(404).header("Retry-After", "0"), 1, 1),
        ("409", Answer::error(409, 20409, "no"), 1, 1),
        ("a redirect", Answer::status(302).header("Location", "/"), 1, 1),
        ("a connection closed without an answer", Answer::close(), 4, 1),
        ("an answer cut off in its body", Answer::json(PLUGIN).cut_after(5), 4, 1),
        ("an answer cut off before its body", Answer::json(PLUGIN).cut_after(0), 4, 1),
        ("an answer in chunks, cut off", Answer::json(PLUGIN).chunked(4).cut_after(8), 4, 1),
        ("no answer in time", Answer::stall(), 4, 1),
        ("an answer that stops in its body", stalled(), 4, 1),
        ("an answer in chunks that stops", stalled().chunked(3), 4, 1),
        ("nonsense in a success", Answer::json("{"), 1, 1),
        ("a success", Answer::json(PLUGIN), 1, 1),
    ];
    for (what, answer, get, post) in cases {
        let server = Server::start([answer.clone()]).await;
        let _ = hasty(&server).plugins().fetch("crm").await;
        assert_eq!(server.requests().len(), get, "GET: {what}");
        let server = Server::start([answer]).await;
        let _ = hasty(&server).plugins().create("crm").await;
        assert_eq!(server.requests().len(), post, "POST: {what}");
    }
}

#[tokio::test]
async fn each_try_sends_the_same_request() {
    let server = Server::start([Answer::status(429)]).await;
    let update = client(&server).plugins().update("a/b").friendly_name("x y").flex_metadata("who");
    update.await.expect_err("every try is refused");
    let requests = server.requests();
    assert_eq!(requests.len(), 4);
    for mut request in requests.clone() {
        request.connection = requests[0].connection;
        assert_eq!(request, requests[0]);
    }
    assert_eq!(requests[0].text(), "FriendlyName=x%20y");
}

#[tokio::test]
async fn a_success_ends_the_tries() {
    for failures in 1..=3 {
        let mut answers = vec![Answer::status(429); failures];
        answers.push(Answer::json(PLUGIN));
        answers.push(Answer::status(500));
        let server = Server::start(answers).await;
        let plugin = client(&server).plugins().create("crm").await.expect("the last try succeeds");
        assert_eq!(plugin.sid().expect("it is there"), &"FP1");
        assert_eq!(server.requests().len(), failures + 1);
    }
}

#[tokio::test]
async fn what_cannot_be_repeated_ends_the_tries() {
    for last in [Answer::status(500), Answer::close(), Answer::error(400, 20001, "no")] {
        let server = Server::start([Answer::status(429), last, Answer::json(PLUGIN)]).await;
        client(&server).plugins().create("crm").await.expect_err("the second try fails for good");
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn the_last_error_is_the_one_returned() {
    let answers = [Answer::close(), Answer::status(500), Answer::status(502), Answer::error(429, 20429, "the last")];
    let server = Server::start(answers.clone()).await;
    let error = client(&server).plugins().fetch("crm").await.expect_err("every try fails");
    assert_eq!((error.code(), error.status().map(|status| status.as_u16())), (Some(20429), Some(429)));

    let server = Server::start(answers.into_iter().rev()).await;
    let error = client(&server).plugins().fetch("crm").await.expect_err("every try fails");
    assert!(matches!(error, Error::Transport { retryable: true, .. }), "{error:?}");
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn the_number_of_tries_can_be_set() {
    for (tries, requests) in [(0, 1), (1, 1), (2, 2), (7, 7)] {
        let server = Server::start([Answer::status(503)]).await;
        let client = builder(&server.url()).retry(quick().tries(tries)).build().expect("the settings are fine");
        client.plugins().fetch("crm").await.expect_err("every try fails");
        assert_eq!(server.requests().len(), requests, "{tries} tries");
    }
}

#[tokio::test]
async fn a_call_may_have_a_policy_of_its_own() {
    let server = Server::start([Answer::status(429)]).await;
    let often = client(&server).plugins();
    let once = builder(&server.url()).no_retry().build().expect("the settings are fine").plugins();
    let never = CallOptions::new().retry(RetryPolicy::never());
    let twice = CallOptions::new().retry(quick().tries(2));
    let mut expected = 0;
    for (result, tries) in [
        (often.fetch("crm").with(never.clone()).await, 1),
        (often.fetch("crm").with(twice.clone()).await, 2),
        (often.fetch("crm").with(twice.clone()).with(never.clone()).await, 1),
        (often.create("crm").with(never.clone()).await, 1),
        (often.fetch("crm").with(CallOptions::new()).await, 4),
        (once.fetch("crm").with(twice).await, 2),
        (once.fetch("crm").await, 1),
    ] {
        result.expect_err("every try fails");
        expected += tries;
    }
    assert_eq!(server.requests().len(), expected);
}

#[tokio::test]
async fn without_retries_a_request_is_sent_once_even_on_a_connection_kept_alive() {
    let failures = [
        Answer::close(),
        Answer::status(500),
        Answer::status(429).header("Retry-After", "0"),
        Answer::stall(),
        Answer::json(PLUGIN).cut_after(3),
    ];
    for failure in failures {
        let server = Server::start([Answer::json(PLUGIN), failure]).await;
        let client = builder(&server.url()).no_retry().try_timeout(Duration::from_millis(100));
        let plugins = client.build().expect("the settings are fine").plugins();
        plugins.fetch("crm").await.expect("the first answer is fine");
        plugins.fetch("crm").await.expect_err("the second one is not");
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert_eq!(requests[0].connection, requests[1].connection);
    }
}

#[tokio::test]
async fn a_post_is_not_sent_twice_when_a_connection_kept_alive_breaks() {
    let server = Server::start([Answer::json(PLUGIN), Answer::close(), Answer::json(PLUGIN)]).await;
    let plugins = client(&server).plugins();
    plugins.create("crm").await.expect("the first answer is fine");
    let error = plugins.create("crm").await.expect_err("the second one does not come");
    assert!(matches!(error, Error::Transport { retryable: false, .. }), "{error:?}");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].connection, requests[1].connection);
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_is_replaced() {
    let server = Server::start([Answer::json(PLUGIN).then_close()]).await;
    let plugins = client(&server).plugins();
    for requests in 1..=3 {
        plugins.fetch("crm").await.expect("the answer is fine");
        assert_eq!(server.requests().len(), requests);
    }
    let connections: Vec<usize> = server.requests().iter().map(|request| request.connection).collect();
    assert_eq!(connections, [0, 1, 2]);
}

/// The tries of a call to a port that refuses connections, and its error.
async fn refused<T>(tries: u32, call: impl AsyncFnOnce(Client) -> Result<T>) -> (usize, Error) {
    let (spans, _guard) = Spans::record();
    let port = Refusing::start();
    let client = builder(&port.url()).retry(quick().tries(tries)).build().expect("the settings are fine");
    let error = call(client).await.err().expect("nobody listens");
    (spans.of_client().len(), error)
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_for_every_method() {
    for tries in [1, 4] {
        let (get, error) = refused(tries, async |client| client.plugins().fetch("crm").await).await;
        assert_eq!(get, tries as usize);
        let Error::Transport { source, retryable: true, .. } = &error else { panic!("{error:?}") };
        assert!(source.is_connect(), "{source:?}");
        assert_eq!(error.to_string(), "no connection could be made");
        let causes = chain(&error);
        assert!(causes.len() > 1 && causes.join("\n").contains("refused"), "{causes:?}");
        let (post, error) = refused(tries, async |client| client.plugins().create("crm").await).await;
        assert_eq!(post, tries as usize);
        assert!(matches!(error, Error::Transport { retryable: true, .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_post_goes_through_once_the_service_listens() {
    let (spans, _guard) = Spans::record();
    let port = Refusing::start();
    let client = builder(&port.url()).retry(quick().tries(u32::MAX)).build().expect("the settings are fine");
    let call = tokio::spawn(client.plugins().create("crm").into_future());
    spans.wait_for(3).await;
    let server = port.listen([Answer::json(PLUGIN)]);
    call.await.expect("the call does not panic").expect("the server listens in the end");
    assert_eq!(server.request().text(), "UniqueName=crm");
}
