//! Where the address of a next page may lead, and where not.

use std::sync::atomic::{AtomicUsize, Ordering};

use contract_tests::clients::{AUTHORIZATION, builder};
use contract_tests::{Answer, Server, client};
use serde_json::json;
use twilio_flex_plugins::{Error, Result};

/// A page of one plugin whose next page is at `next`.
fn page(next: &str) -> Answer {
    Answer::json(json!({ "plugins": [{ "unique_name": "a" }], "meta": { "next_page_url": next } }).to_string())
}

fn last() -> Answer {
    Answer::json(r#"{"plugins":[{"unique_name":"b"}],"meta":{"next_page_url":null}}"#)
}

fn message<T>(result: Result<T>, what: &str) -> String {
    match result {
        Err(Error::Invalid { message, .. }) => message,
        Err(other) => panic!("{what}: {other:?}"),
        Ok(_) => panic!("{what} was followed"),
    }
}

/// The target of the request for a second page at `next`, with this path in the base URL. `ORIGIN` in `next` stands
/// for the address of the server, which does not exist before.
async fn followed(base: &str, next: &str) -> String {
    let (next_page, pages) = (next.to_owned(), AtomicUsize::new(0));
    let server = Server::start_with(move |request| match pages.fetch_add(1, Ordering::Relaxed) {
        0 => page(&next_page.replace("ORIGIN", request.header("Host").expect("HTTP/1.1 requires it"))),
        _ => last(),
    })
    .await;
    let client = builder(&format!("{}{base}", server.url())).build().expect("the settings are fine");
    let first = client.plugins().list().await.expect("the answer is fine");
    assert!(first.has_next());
    first.next().await.unwrap_or_else(|error| panic!("{next}: {error}")).expect("there is a second page");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].header("Authorization"), Some(AUTHORIZATION), "{next}");
    assert_eq!(requests[1].header("Host"), requests[0].header("Host"), "{next}");
    requests[1].target.clone()
}

#[tokio::test]
async fn an_address_on_the_same_server_is_followed_as_it_is() {
    let list = "/v1/PluginService/Plugins";
    for (base, next, target) in [
        (
            "",
            "http://ORIGIN/v1/PluginService/Plugins?Page=1&PageToken=a%2Fb+c",
            "/v1/PluginService/Plugins?Page=1&PageToken=a%2Fb+c",
        ),
        ("", "HTTP://ORIGIN/v1/PluginService/Plugins?Page=1", "/v1/PluginService/Plugins?Page=1"),
        ("", "http://ORIGIN/v2/elsewhere?x", "/v2/elsewhere?x"),
        ("", "http://ORIGIN/v1/PluginService/Plugins?Page=1#top", "/v1/PluginService/Plugins?Page=1"),
        ("", "/v1/PluginService/Plugins?Page=1", "/v1/PluginService/Plugins?Page=1"),
        ("", "//ORIGIN/v1/PluginService/Plugins?Page=1", "/v1/PluginService/Plugins?Page=1"),
        ("", "?Page=1", &format!("{list}?Page=1")),
        ("", "Plugins?Page=1", &format!("{list}?Page=1")),
        ("", "../PluginService/Plugins?Page=1", &format!("{list}?Page=1")),
        ("/mock", "http://ORIGIN/mock/v1/PluginService/Plugins?Page=1", "/mock/v1/PluginService/Plugins?Page=1"),
        ("/mock/", "?Page=1", &format!("/mock{list}?Page=1")),
        ("/mock", "/mock/v1/PluginService/Plugins?Page=1", &format!("/mock{list}?Page=1")),
        ("/mock/", "/v1/PluginService/Plugins?Page=1", &format!("/mock{list}?Page=1")),
    ] {
        assert_eq!(followed(base, next).await, target, "{next}");
    }
}

#[tokio::test]
async fn an_address_on_the_described_server_is_moved_to_the_base_url() {
    for (base, next, target) in [
        (
            "",
            "https://flex-api.twilio.com/v1/PluginService/Plugins?PageSize=50&Page=1",
            "/v1/PluginService/Plugins?PageSize=50&Page=1",
        ),
        ("", "https://flex-api.twilio.com:443/v1/PluginService/Plugins?Page=1", "/v1/PluginService/Plugins?Page=1"),
        ("", "https://FLEX-API.twilio.com/v1/PluginService/Plugins?Page=1#x", "/v1/PluginService/Plugins?Page=1"),
        (
            "/mock",
            "https://flex-api.twilio.com/v1/PluginService/Plugins?Page=1",
            "/mock/v1/PluginService/Plugins?Page=1",
        ),
        (
            "/mock/",
            "https://flex-api.twilio.com/v1/PluginService/Plugins?Page=1",
            "/mock/v1/PluginService/Plugins?Page=1",
        ),
        (
            "/a/b",
            "https://user:pw@flex-api.twilio.com/v1/PluginService/Plugins?Page=1",
            "/a/b/v1/PluginService/Plugins?Page=1",
        ),
    ] {
        assert_eq!(followed(base, next).await, target, "{next}");
    }
}

#[tokio::test]
async fn credentials_in_an_address_are_not_used() {
    for next in ["http://eve:pw@ORIGIN/v1?Page=1", "http://eve@ORIGIN/v1?Page=1", "http://:pw@ORIGIN/v1?Page=1"] {
        // `followed` checks the header.
        assert_eq!(followed("", next).await, "/v1?Page=1", "{next}");
    }
}

#[tokio::test]
async fn an_address_on_another_server_is_refused_and_nothing_is_sent() {
    let other = Server::start([last()]).await;
    let port = other.port();
    for next in [
        other.url(),
        format!("http://localhost:{port}/v1/PluginService/Plugins?Page=1"),
        format!("//127.0.0.1:{port}/v1/PluginService/Plugins?Page=1"),
        format!("http://AC1:token@127.0.0.1:{port}/"),
        format!("https://127.0.0.1:{port}/"),
        format!("\\\\127.0.0.1:{port}\\v1"),
        "http://127.0.0.1/".to_owned(),
        "http://flex-api.twilio.com/v1/PluginService/Plugins?Page=1".to_owned(),
        "//flex-api.twilio.com/v1/PluginService/Plugins?Page=1".to_owned(),
        "https://flex-api.twilio.com:4443/v1/PluginService/Plugins?Page=1".to_owned(),
        "https://flex-api.twilio.com.example/".to_owned(),
        "https://flex-api.twilio.com@example.com/".to_owned(),
        "https://api.twilio.com/".to_owned(),
        "ftp://flex-api.twilio.com/".to_owned(),
        "file:///etc/passwd".to_owned(),
        "data:application/json,{}".to_owned(),
    ] {
        let server = Server::start([page(&next)]).await;
        let client = client(&server);
        let first = client.plugins().list().await.expect("the answer is fine");
        assert!(first.has_next());
        let said = message(first.next().await, &next);
        assert!(said.contains("another server"), "{said}");
        let mut stream = client.plugins().list().stream();
        assert!(stream.next().await.is_some_and(|item| item.is_ok()), "{next}");
        message(stream.next().await.expect("there is an error"), &next);
        assert!(stream.next().await.is_none());
        assert_eq!(server.requests().len(), 2, "{next}");
    }
    assert_eq!(other.requests(), []);
}

#[tokio::test]
async fn an_address_that_is_none_is_refused() {
    for next in ["http://", "https://[::1", "http://127.0.0.1:99999/", "//"] {
        let server = Server::start([page(next)]).await;
        let first = client(&server).plugins().list().await.expect("the answer is fine");
        let said = message(first.next().await, next);
        assert!(said.contains(&format!("{next:?}")), "{said}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn loops_come_to_an_end() {
    // What leads from one page to the next, and how many pages there are before the loop is seen.
    let list = "/v1/PluginService/Plugins";
    let cases: [(&[(&str, &str)], usize); 5] = [
        (&[("", "/v1/PluginService/Plugins")], 1),
        (&[("", "?"), ("?", "?")], 2),
        (&[("", "?Page=1"), ("?Page=1", "?Page=1")], 2),
        (&[("", "?Page=1"), ("?Page=1", "?Page=2"), ("?Page=2", "?Page=1#other")], 3),
        (&[("", "?Page=1"), ("?Page=1", "https://flex-api.twilio.com/v1/PluginService/Plugins?Page=1")], 2),
    ];
    for (links, pages) in cases {
        let owned: Vec<(String, String)> =
            links.iter().map(|(from, to)| (format!("{list}{from}"), (*to).to_owned())).collect();
        let server = Server::start_with(move |request| {
            let (_, next) = owned.iter().find(|(from, _)| *from == request.target).expect("it was linked to");
            page(next)
        })
        .await;
        let client = client(&server);
        let mut page = client.plugins().list().await.expect("the answer is fine");
        let error = loop {
            match page.next().await {
                Ok(next) => page = next.expect("there is always a next page"),
                error => break error,
            }
            assert!(server.requests().len() < 10, "{links:?} goes on");
        };
        assert!(message(error, "a loop").contains("before"));
        assert_eq!(server.requests().len(), pages, "{links:?}");

        let mut stream = client.plugins().list().stream();
        let mut items = 0;
        let error = loop {
            match stream.next().await.expect("the loop is an error") {
                Ok(_) => items += 1,
                error => break error,
            }
        };
        message(error, "a loop");
        assert!(stream.next().await.is_none());
        assert_eq!((items, server.requests().len()), (pages, 2 * pages), "{links:?}");
    }
}
