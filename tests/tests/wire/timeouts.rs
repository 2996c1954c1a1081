//! Limits of time: of one try, of the whole call.

use std::time::{Duration, Instant};

use contract_tests::clients::{builder, quick};
use contract_tests::{Answer, Server};
use twilio_flex_plugins::{CallOptions, Error, reqwest};

const PLUGIN: &str = r#"{"sid":"FP1","unique_name":"crm"}"#;
/// What no call of these tests takes, however slow the machine.
const LONG: Duration = Duration::from_secs(20);

fn milliseconds(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// The limit that `error` names, and whether the call may be repeated.
fn timeout(error: &Error) -> (Duration, bool) {
    let Error::Timeout { after, retryable, .. } = error else { panic!("{error:?}") };
    assert_eq!((error.status(), error.code(), error.is_not_found()), (None, None, false));
    assert_eq!(error.is_retryable(), *retryable);
    assert_eq!(error.to_string(), format!("no complete answer within {after:?}"));
    (*after, *retryable)
}

#[tokio::test]
async fn a_try_ends_when_its_time_is_over() {
    for answer in [
        Answer::stall(),
        Answer::json(PLUGIN).stall_after(0),
        Answer::json(PLUGIN).stall_after(10),
        Answer::json(PLUGIN).chunked(4).stall_after(10),
        Answer::json(PLUGIN).delay(LONG),
    ] {
        let server = Server::start([answer]).await;
        let client = builder(&server.url()).try_timeout(milliseconds(60)).no_retry().build().expect("fine");
        let start = Instant::now();
        let get = client.plugins().fetch("crm").await.expect_err("no answer comes in time");
        let post = client.plugins().create("crm").await.expect_err("no answer comes in time");
        assert!((milliseconds(120)..LONG).contains(&start.elapsed()), "{:?}", start.elapsed());
        assert_eq!(timeout(&get), (milliseconds(60), true));
        assert_eq!(timeout(&post), (milliseconds(60), false));
        assert_eq!(server.requests().len(), 2);
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn connecting_has_a_limit_of_its_own_after_which_any_call_may_be_repeated() {
    let (spans, _guard) = contract_tests::Spans::record();
    let silent = contract_tests::Silent::start();
    let client = builder(&silent.url()).connect_timeout(milliseconds(40)).try_timeout(LONG).timeout(2 * LONG);
    let client = client.retry(quick().tries(2)).build().expect("fine");
    let start = Instant::now();
    let error = client.plugins().create("crm").await.expect_err("no connection is made");
    assert!((milliseconds(80)..LONG).contains(&start.elapsed()), "{:?}", start.elapsed());
    assert_eq!(timeout(&error), (milliseconds(40), true));
    assert_eq!(spans.of_client().len(), 2);
}

#[tokio::test]
async fn limits_of_the_callers_http_client_hold_as_well() {
    let server = Server::start([Answer::stall()]).await;
    let http = reqwest::Client::builder().timeout(milliseconds(50)).build().expect("the settings are fine");
    let client = builder(&server.url()).http_client(http).retry(quick().tries(2)).build().expect("fine");
    let start = Instant::now();
    let get = client.plugins().fetch("crm").await.expect_err("no answer comes in time");
    let post = client.plugins().create("crm").await.expect_err("no answer comes in time");
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    assert_eq!(server.requests().len(), 3, "two tries of the one, and one of the other");
    for (error, repeatable) in [(get, true), (post, false)] {
        let Error::Transport { source, .. } = &error else { panic!("{error:?}") };
        assert!(source.is_timeout(), "{source:?}");
        assert_eq!(error.is_retryable(), repeatable);
    }
}

#[tokio::test]
async fn the_next_try_has_time_of_its_own() {
    let server = Server::start([Answer::stall(), Answer::stall(), Answer::json(PLUGIN)]).await;
    let client = builder(&server.url()).try_timeout(milliseconds(300)).timeout(LONG).build().expect("fine");
    client.plugins().fetch("crm").await.expect("the third answer comes");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_call_ends_when_its_time_is_over() {
    let server = Server::start([Answer::stall()]).await;
    let client = builder(&server.url()).timeout(milliseconds(80)).try_timeout(LONG).build().expect("fine");
    let start = Instant::now();
    let error = client.plugins().fetch("crm").await.expect_err("no answer comes in time");
    assert!((milliseconds(80)..LONG).contains(&start.elapsed()), "{:?}", start.elapsed());
    assert_eq!(timeout(&error), (milliseconds(80), true));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_time_of_a_call_covers_all_its_tries() {
    // Each try takes 100 ms, of which there is room for less than three.
    let server = Server::start([Answer::stall()]).await;
    let client = builder(&server.url()).timeout(milliseconds(250)).try_timeout(milliseconds(100));
    let client = client.retry(quick().tries(1000)).build().expect("fine");
    let start = Instant::now();
    let error = client.plugins().fetch("crm").await.expect_err("no answer comes in time");
    assert!((milliseconds(200)..LONG).contains(&start.elapsed()), "{:?}", start.elapsed());
    timeout(&error);
    assert!((1..=3).contains(&server.requests().len()), "{}", server.requests().len());
}

#[tokio::test]
async fn the_time_of_a_call_covers_its_waits() {
    let server = Server::start([Answer::error(503, 20503, "later").delay(milliseconds(20))]).await;
    let client = builder(&server.url()).timeout(milliseconds(300)).retry(quick().tries(u32::MAX));
    let start = Instant::now();
    let error = client.build().expect("fine").plugins().fetch("crm").await.expect_err("every try fails");
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    assert!((2..=16).contains(&server.requests().len()), "{}", server.requests().len());
    // Whether the end comes during a try or during a wait is chance.
    assert!(matches!(error, Error::Api { .. } | Error::Timeout { .. }), "{error:?}");
}

#[tokio::test]
async fn no_time_at_all_is_a_timeout() {
    let server = Server::start([Answer::json(PLUGIN).delay(LONG)]).await;
    let client = builder(&server.url()).timeout(Duration::ZERO).build().expect("fine");
    timeout(&client.plugins().create("crm").await.expect_err("there is no time"));
}

#[tokio::test]
async fn a_call_may_have_limits_of_its_own() {
    let server = Server::start([Answer::stall()]).await;
    let client = builder(&server.url()).timeout(LONG).try_timeout(LONG).no_retry().build().expect("fine");
    let start = Instant::now();
    let total = CallOptions::new().timeout(milliseconds(50));
    let error = client.plugins().fetch("crm").with(total).await.expect_err("no answer comes in time");
    assert_eq!(timeout(&error).0, milliseconds(50));
    let one = CallOptions::new().try_timeout(milliseconds(40));
    let error = client.plugins().list().with(one.clone()).await.expect_err("no answer comes in time");
    assert_eq!(timeout(&error).0, milliseconds(40));
    let error = client.plugins().list().with(one).stream().next().await.expect("an error").expect_err("an error");
    assert_eq!(timeout(&error).0, milliseconds(40));
    assert!(start.elapsed() < LONG);
    assert_eq!(server.requests().len(), 3);

    let server = Server::start([Answer::json(PLUGIN).delay(milliseconds(150))]).await;
    let client = builder(&server.url()).timeout(milliseconds(50)).try_timeout(milliseconds(50)).build().expect("fine");
    let longer = CallOptions::new().timeout(LONG).try_timeout(LONG);
    client.plugins().fetch("crm").with(longer).await.expect("there is time enough");
}

#[tokio::test]
async fn a_timeout_leaves_the_client_usable() {
    let server = Server::start([Answer::stall(), Answer::json(PLUGIN)]).await;
    let client = builder(&server.url()).try_timeout(milliseconds(300)).no_retry().build().expect("fine");
    client.plugins().create("crm").await.expect_err("no answer comes in time");
    client.plugins().create("crm").await.expect("the second answer comes");
    let connections: Vec<usize> = server.requests().iter().map(|request| request.connection).collect();
    assert_eq!(connections, [0, 1]);
}
