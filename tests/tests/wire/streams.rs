//! Lists item by item.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use contract_tests::clients::{AUTHORIZATION, at_once};
use contract_tests::{Answer, Gate, Server, client};
use futures_core::Stream;
use serde_json::{Value, json};
use twilio_flex_plugins::models::Plugin;
use twilio_flex_plugins::runtime::{PageStream, RetryPolicy};
use twilio_flex_plugins::{CallOptions, Error};

/// A page of plugins with the numbers of `range` as names.
fn page(range: std::ops::Range<usize>, next: impl Into<Value>) -> Answer {
    let plugins: Vec<Value> = range.map(|n| json!({ "unique_name": n.to_string() })).collect();
    Answer::json(json!({ "plugins": plugins, "meta": { "next_page_url": next.into() } }).to_string())
}

/// The names of the items until the stream ends, or its error.
async fn drain(mut stream: PageStream<Plugin>) -> (Vec<usize>, Option<Error>) {
    let mut numbers = Vec::new();
    while let Some(item) = stream.next().await {
        match item {
            Ok(plugin) => numbers.push(number(&plugin)),
            Err(error) => {
                for _ in 0..3 {
                    assert!(stream.next().await.is_none(), "an error ends the stream");
                }
                return (numbers, Some(error));
            }
        }
    }
    assert!(stream.next().await.is_none(), "the end is the end");
    (numbers, None)
}

fn number(plugin: &Plugin) -> usize {
    plugin.unique_name.as_deref().and_then(|name| name.parse().ok()).expect("the name is a number")
}

#[tokio::test]
async fn every_item_of_every_page_comes_in_order() {
    let pages = [page(0..3, "?Page=1"), page(3..3, "?Page=2"), page(3..4, "?Page=3"), page(4..9, Value::Null)];
    let server = Server::start(pages).await;
    let stream = client(&server).plugins().list().page_size(3).flex_metadata("who").stream();
    let (numbers, error) = drain(stream).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(numbers, (0..9).collect::<Vec<_>>());
    let requests = server.requests();
    let queries: Vec<&str> = requests.iter().map(|request| request.query()).collect();
    assert_eq!(queries, ["PageSize=3", "Page=1", "Page=2", "Page=3"]);
    for request in &requests {
        assert_eq!(request.header("Authorization"), Some(AUTHORIZATION));
        assert_eq!(request.header("Flex-Metadata"), Some("who"));
    }
}

#[tokio::test]
async fn an_empty_list_is_an_empty_stream() {
    let server = Server::start([page(0..0, Value::Null)]).await;
    let (numbers, error) = drain(client(&server).plugins().list().stream()).await;
    assert!(numbers.is_empty() && error.is_none());
    server.request();
}

#[tokio::test]
async fn an_error_comes_after_the_items_before_it_and_ends_the_stream() {
    type Check = fn(&Error) -> bool;
    let cases: [(Answer, usize, Check); 4] = [
        (Answer::error(400, 20001, "no"), 1, |error| error.code() == Some(20001)),
        (Answer::status(502), 4, |error| error.status().is_some_and(|status| status == 502)),
        (Answer::close(), 4, |error| matches!(error, Error::Transport { .. })),
        (Answer::json(r#"{"plugins":[{},{"sid":1}]}"#), 1, |error| matches!(error, Error::Decode { .. })),
    ];
    for (failure, tries, expected) in cases {
        let server = Server::start([page(0..2, "?Page=1"), page(2..5, "?Page=2"), failure]).await;
        let (numbers, error) = drain(client(&server).plugins().list().stream()).await;
        assert_eq!(numbers, [0, 1, 2, 3, 4]);
        let error = error.expect("the third page fails");
        assert!(expected(&error), "{error:?}");
        assert_eq!(server.requests().len(), 2 + tries);
    }
}

#[tokio::test]
async fn an_error_of_the_first_page_comes_first() {
    let server = Server::start([Answer::error(404, 20404, "no")]).await;
    let (numbers, error) = drain(client(&server).plugins().list().stream()).await;
    assert!(numbers.is_empty());
    assert!(error.is_some_and(|error| error.is_not_found()));
    server.request();
}

#[tokio::test]
async fn the_next_page_is_asked_for_while_items_are_at_hand() {
    // The second page does not come before the test has seen that it was asked for.
    let gate = Gate::closed();
    let server = Server::start([page(0..100, "?Page=1"), page(100..103, "?Page=2").behind(&gate)]).await;
    let mut stream = client(&server).plugins().list().stream();
    let mut taken = 0;
    while server.requests().len() < 2 {
        let plugin = at_once(stream.next()).await.expect("there are items").expect("the answer is fine");
        assert_eq!(number(&plugin), taken);
        taken += 1;
        // Lets the server see what was sent.
        for _ in 0..10 {
            tokio::task::yield_now().await;
        }
    }
    assert!(taken < 100, "the second page was asked for when the first one was used up");
    for expected in taken..100 {
        let plugin = at_once(stream.next()).await.expect("there are items").expect("the answer is fine");
        assert_eq!(number(&plugin), expected);
    }
    assert_eq!(server.requests().len(), 2, "no more than one page in advance");
    gate.open();
    assert_eq!(number(&at_once(stream.next()).await.expect("there are items").expect("the answer is fine")), 100);
}

#[tokio::test]
async fn the_next_page_is_under_way_when_the_first_item_is_handed_out() {
    let server = Server::start([page(0..100, "?Page=1"), page(100..101, Value::Null)]).await;
    let mut stream = client(&server).plugins().list().stream();
    stream.next().await.expect("there are items").expect("the answer is fine");
    // The consumer need not come back for it.
    server.wait_for(2).await;
    assert_eq!(drain(stream).await.0, (1..101).collect::<Vec<_>>());
}

#[tokio::test]
async fn there_is_never_more_than_one_page_in_advance() {
    let server = Server::start([page(0..50, "?Page=1"), page(50..60, "?Page=2"), page(60..61, Value::Null)]).await;
    let mut stream = client(&server).plugins().list().stream();
    for _ in 0..50 {
        stream.next().await.expect("there are items").expect("the answer is fine");
        for _ in 0..10 {
            tokio::task::yield_now().await;
        }
        assert!(server.requests().len() <= 2);
    }
    assert_eq!(drain(stream).await.0, (50..61).collect::<Vec<_>>());
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn it_is_a_stream_like_others() {
    fn bounds<S: Stream<Item = twilio_flex_plugins::Result<Plugin>> + Send + Unpin + 'static>(stream: S) -> S {
        stream
    }
    let server = Server::start([page(0..2, "?Page=1"), page(2..3, Value::Null)]).await;
    let mut stream = bounds(client(&server).plugins().list().stream());
    let mut numbers = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
        numbers.push(number(&item.expect("the answer is fine")));
    }
    assert_eq!(numbers, [0, 1, 2]);
}

#[tokio::test]
async fn it_can_be_moved_to_another_task() {
    let server = Server::start([page(0..2, "?Page=1"), page(2..3, Value::Null)]).await;
    let mut stream = client(&server).plugins().list().stream();
    let first = stream.next().await.expect("there are items").expect("the answer is fine");
    assert_eq!(number(&first), 0);
    let rest = tokio::spawn(async move { drain(stream).await.0 }).await.expect("nothing panics");
    assert_eq!(rest, [1, 2]);
}

#[tokio::test]
async fn it_does_nothing_until_it_is_polled() {
    let server = Server::start([page(0..1, Value::Null)]).await;
    let client = client(&server);
    drop(client.plugins().list().stream());
    let idle = client.plugins().list().page_token("never").stream();
    // A call that comes later is the only one that the server sees.
    client.plugins().list().page_token("seen").await.expect("the answer is fine");
    assert_eq!(server.request().query(), "PageToken=seen");
    drop(idle);
}

#[tokio::test]
async fn it_can_be_dropped_midway() {
    let never = Gate::closed();
    let server = Server::start_with(move |request| match request.query() {
        "" => page(0..100, "?Page=1"),
        "Page=1" => page(100..200, "?Page=2").behind(&never),
        _ => page(0..1, Value::Null),
    })
    .await;
    let client = client(&server);
    let mut stream = client.plugins().list().stream();
    while server.requests().len() < 2 {
        at_once(stream.next()).await.expect("there are items").expect("the answer is fine");
        tokio::task::yield_now().await;
    }
    drop(stream);
    client.plugins().list().page_token("x").await.expect("the client still works");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn giving_up_on_an_item_loses_none() {
    let gate = Gate::closed();
    let server = Server::start([page(0..2, "?Page=1").behind(&gate), page(2..4, Value::Null)]).await;
    let mut stream = client(&server).plugins().list().stream();
    for _ in 0..3 {
        tokio::time::timeout(Duration::from_millis(20), stream.next()).await.expect_err("the gate is closed");
    }
    gate.open();
    assert_eq!(drain(stream).await.0, [0, 1, 2, 3]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn time_that_the_consumer_takes_is_not_held_against_a_page() {
    let server = Server::start([page(0..100, "?Page=1"), Answer::stall(), page(100..101, Value::Null)]).await;
    let limit = Duration::from_millis(100);
    let options = CallOptions::new().timeout(limit).retry(RetryPolicy::never());
    let mut stream = client(&server).plugins().list().with(options).stream();
    let first = at_once(stream.next()).await.expect("there are items").expect("the answer is fine");
    assert_eq!(number(&first), 0);
    // The page after it is under way by now, and its time runs out while nobody waits for it.
    while server.requests().len() < 2 {
        let next = at_once(stream.next()).await.expect("there are items").expect("the answer is fine");
        assert!(number(&next) < 100);
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(2 * limit).await;
    let (rest, error) = drain(stream).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(rest.last(), Some(&100));
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_page_in_advance_that_is_waited_for_is_asked_for_once() {
    let server = Server::start([page(0..1, "?Page=1"), Answer::stall()]).await;
    let options = CallOptions::new().timeout(Duration::from_millis(200)).retry(RetryPolicy::never());
    let (numbers, error) = drain(client(&server).plugins().list().with(options).stream()).await;
    assert_eq!(numbers, [0]);
    assert!(matches!(error, Some(Error::Timeout { .. })), "{error:?}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn what_went_wrong_while_nobody_waited_is_tried_again() {
    for failure in [Answer::status(429).header("Retry-After", "0"), Answer::close()] {
        let server = Server::start([page(0..100, "?Page=1"), failure, page(100..101, Value::Null)]).await;
        let limit = Duration::from_millis(100);
        let mut stream = client(&server).plugins().list().with(CallOptions::new().timeout(limit)).stream();
        while server.requests().len() < 2 {
            let next = at_once(stream.next()).await.expect("there are items").expect("the answer is fine");
            assert!(number(&next) < 100);
            tokio::task::yield_now().await;
        }
        tokio::time::sleep(3 * limit).await;
        let (rest, error) = drain(stream).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rest.last(), Some(&100));
        assert_eq!(server.requests().len(), 3);
    }
}

#[tokio::test]
async fn each_page_has_the_time_of_a_call() {
    let slow = |range, next: Value| page(range, next).delay(Duration::from_millis(150));
    let server = Server::start([
        slow(0..1, "?Page=1".into()),
        slow(1..2, "?Page=2".into()),
        slow(2..3, "?Page=3".into()),
        slow(3..4, Value::Null),
    ])
    .await;
    let options = CallOptions::new().timeout(Duration::from_millis(500));
    let (numbers, error) = drain(client(&server).plugins().list().with(options).stream()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(numbers, [0, 1, 2, 3]);
}
