//! Lists of every kind, page by page, on the wire.
//!
//! `tests/transfers` is generated from `tests/fixtures/transfers.yaml`.

use contract_tests::clients::at_once;
use contract_tests::{Answer, Server};
use serde_json::{Value, json};
use transfers::models::File;
use transfers::runtime::PageStream;
use transfers::{Client, Error, Result};

fn client(server: &Server) -> Client {
    Client::builder().base_url(server.url()).build().expect("the settings are fine")
}

fn files(names: &[&str]) -> Value {
    names.iter().map(|name| json!({ "name": name })).collect()
}

fn answer(body: &Value) -> Answer {
    Answer::json(body.to_string())
}

/// The names of all files, and what ended the list.
async fn all(mut files: PageStream<File>) -> (Vec<String>, Result<(), Error>) {
    let mut names = Vec::new();
    while let Some(file) = at_once(files.next()).await {
        match file {
            Ok(file) => names.push(file.name),
            Err(error) => return (names, Err(error)),
        }
    }
    (names, Ok(()))
}

/// Asserts that a stream has these names, and what was asked for on the way.
async fn assert_list(files: PageStream<File>, names: &str, server: &Server, targets: &[&str]) {
    let (found, end) = all(files).await;
    end.expect("the answers are fine");
    assert_eq!(found.concat(), names);
    let asked: Vec<String> = server.requests().into_iter().map(|request| request.target).collect();
    assert_eq!(asked, targets);
}

#[tokio::test]
async fn a_url_leads_to_the_next_page() {
    let page = |names: &[&str], next: Value| answer(&json!({ "data": files(names), "links": { "next": next } }));
    let answers = [page(&["a", "b"], json!("?at=2")), page(&[], json!("/lists/url?at=3")), page(&["c"], json!(""))];
    let server = Server::start(answers).await;
    let list = client(&server).lists().list_by_url().stream();
    assert_list(list, "abc", &server, &["/lists/url", "/lists/url?at=2", "/lists/url?at=3"]).await;
}

#[tokio::test]
async fn what_stands_around_the_items_is_in_the_envelope() {
    let body = json!({ "data": files(&["a"]), "warnings": ["w"], "links": {} });
    let server = Server::start([answer(&body)]).await;
    let page = at_once(client(&server).lists().list_by_url()).await.expect("the answer is fine");
    assert_eq!(Value::from(page.envelope().clone()), json!({ "warnings": ["w"], "links": {} }));
    let body = json!({ "next": null, "result": { "files": files(&["a"]), "seconds": 0.5 } });
    let server = Server::start([answer(&body)]).await;
    let page = at_once(client(&server).lists().search_by_cursor("x")).await.expect("the answer is fine");
    assert_eq!(page.items.len(), 1);
    assert_eq!(Value::from(page.envelope().clone()), json!({ "next": null, "result": { "seconds": 0.5 } }));
}

#[tokio::test]
async fn a_header_leads_to_the_next_page() {
    let page = |names: &[&str], link: &str| answer(&files(names)).header("Link", link);
    let answers = [
        page(&["a"], r#"</lists/link?per_page=1&page=2>; rel="next", </lists/link?page=3>; rel="last""#),
        page(&["b"], r#"</lists/link?page=1>; rel="prev", <?per_page=1&page=3>; rel=next"#),
        page(&["c"], r#"</lists/link?page=2>; rel="prev""#),
    ];
    let server = Server::start(answers).await;
    let list = client(&server).lists().list_by_link().per_page(1).stream();
    let targets = ["/lists/link?per_page=1", "/lists/link?per_page=1&page=2", "/lists/link?per_page=1&page=3"];
    assert_list(list, "abc", &server, &targets).await;
}

#[tokio::test]
async fn a_cursor_goes_into_the_query() {
    let page = |names: &[&str], last: Value, more: bool| {
        answer(&json!({ "files": files(names), "page": { "last": last, "more": more } }))
    };
    // That a page is empty does not say that there are no others.
    let answers = [page(&[], json!("a/ b"), true), page(&["b"], json!(7), true), page(&["c"], json!("z"), false)];
    let server = Server::start(answers).await;
    let list = client(&server).lists().list_by_cursor().after("first").kind("k").stream();
    let targets =
        ["/lists/cursor?after=first&kind=k", "/lists/cursor?kind=k&after=a%2F%20b", "/lists/cursor?kind=k&after=7"];
    assert_list(list, "bc", &server, &targets).await;
}

#[tokio::test]
async fn there_is_no_page_without_a_cursor() {
    for last in [json!(null), json!(""), json!({}), json!(false)] {
        let body = json!({ "files": files(&["a"]), "page": { "last": last } });
        let server = Server::start([answer(&body)]).await;
        let page = at_once(client(&server).lists().list_by_cursor()).await.expect("the answer is fine");
        assert!(!page.has_next(), "{last}");
    }
    let server = Server::start([answer(&json!({ "files": null }))]).await;
    assert_list(client(&server).lists().list_by_cursor().stream(), "", &server, &["/lists/cursor"]).await;
}

#[tokio::test]
async fn a_cursor_goes_into_a_body_that_was_left_out() {
    let page = |names: &[&str], next: Value| answer(&json!({ "files": files(names), "next": next }));
    let server = Server::start([page(&["a"], json!("x")), page(&["b"], Value::Null)]).await;
    let (names, end) = all(client(&server).lists().list_by_anything().stream()).await;
    end.expect("the answers are fine");
    assert_eq!(names, ["a", "b"]);
    let requests = server.requests();
    assert_eq!((requests[0].header("Content-Length"), requests[0].text()), (Some("0"), ""));
    assert_eq!(
        (requests[1].header("Content-Type"), requests[1].text()),
        (Some("application/json"), r#"{"after":"x"}"#)
    );
    assert_eq!(requests[1].header_values("Content-Length"), ["13"]);
}

#[tokio::test]
async fn a_cursor_goes_into_the_body() {
    let page = |names: &[&str], next: Value| answer(&json!({ "result": { "files": files(names) }, "next": next }));
    let server = Server::start([page(&["a"], json!("x")), page(&["b"], json!("y")), page(&["c"], json!(null))]).await;
    let (names, end) = all(client(&server).lists().search_by_cursor("text").stream()).await;
    end.expect("the answers are fine");
    assert_eq!(names, ["a", "b", "c"]);
    let bodies = server.requests().into_iter().map(|request| {
        assert_eq!(request.header("Content-Type"), Some("application/json"));
        serde_json::from_slice(&request.body).expect("JSON")
    });
    let cursor = |after: &str| json!({ "text": "text", "page": { "after": after } });
    assert_eq!(bodies.collect::<Vec<Value>>(), [json!({ "text": "text" }), cursor("x"), cursor("y")]);
}

#[tokio::test]
async fn pages_are_counted() {
    let page = |names: &[&str]| answer(&json!({ "files": files(names) }));
    let server = Server::start([page(&["a", "b"]), page(&["c"]), page(&[])]).await;
    let number = |number: u32| format!("/lists/page?page%5Bnumber%5D={number}");
    let list = client(&server).lists().list_by_page().stream();
    assert_list(list, "abc", &server, &["/lists/page", &number(2), &number(3)]).await;

    let server = Server::start([page(&["c"]), page(&[])]).await;
    let list = client(&server).lists().list_by_page().page_number(3).stream();
    assert_list(list, "c", &server, &[&number(3), &number(4)]).await;
}

#[tokio::test]
async fn the_number_of_pages_or_items_ends_a_list() {
    for (extra, expected) in [(json!({ "pages": 3 }), 3), (json!({ "total": 6 }), 3), (json!({ "total": "4" }), 2)] {
        let mut body = json!({ "files": files(&["a", "b"]) });
        body.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
        let server = Server::start([answer(&body)]).await;
        let (names, end) = all(client(&server).lists().list_by_page().stream()).await;
        end.expect("the answers are fine");
        assert_eq!((names.len(), server.requests().len()), (2 * expected, expected), "{extra}");
    }
}

#[tokio::test]
async fn items_are_counted() {
    let page = |names: &[&str]| answer(&json!({ "files": files(names) }));
    let server = Server::start([page(&["a", "b"]), page(&["c", "d"]), page(&[])]).await;
    let list = client(&server).lists().list_by_offset().offset(10).stream();
    let targets = ["/lists/offset?offset=10", "/lists/offset?offset=12", "/lists/offset?offset=14"];
    assert_list(list, "abcd", &server, &targets).await;

    // Fewer than were asked for are the last ones; no more than two can be.
    let server = Server::start([page(&["a", "b"]), page(&["c"])]).await;
    let list = client(&server).lists().list_by_offset().limit(5).stream();
    assert_list(list, "abc", &server, &["/lists/offset?limit=5", "/lists/offset?limit=5&offset=2"]).await;

    let body = json!({ "files": files(&["a"]), "total": 3 });
    let server = Server::start([answer(&body)]).await;
    let list = client(&server).lists().list_by_offset().offset(1).stream();
    assert_list(list, "aa", &server, &["/lists/offset?offset=1", "/lists/offset?offset=2"]).await;
}

#[tokio::test]
async fn an_empty_first_page_is_all() {
    let server = Server::start([answer(&json!({ "files": [] }))]).await;
    assert_list(client(&server).lists().list_by_page().stream(), "", &server, &["/lists/page"]).await;
    let server = Server::start([answer(&json!({ "files": [], "total": 5 }))]).await;
    assert_list(client(&server).lists().list_by_offset().stream(), "", &server, &["/lists/offset"]).await;
}

#[tokio::test]
async fn a_page_that_leads_to_itself_is_an_error() {
    let bodies = [
        json!({ "files": files(&["a"]), "page": { "last": "same" } }),
        json!({ "data": files(&["a"]), "links": { "next": "?at=1" } }),
        json!({ "result": { "files": files(&["a"]) }, "next": "same" }),
    ];
    for (index, body) in bodies.iter().enumerate() {
        let server = Server::start([answer(body)]).await;
        let lists = client(&server).lists();
        let list = match index {
            0 => lists.list_by_cursor().stream(),
            1 => lists.list_by_url().stream(),
            _ => lists.search_by_cursor("x").stream(),
        };
        let (names, end) = all(list).await;
        let error = end.expect_err("it would go on for ever");
        assert!(matches!(error, Error::Invalid { .. }) && error.to_string().contains("before"), "{error}");
        assert_eq!((names.len(), server.requests().len()), (2, 2));
    }
}

#[tokio::test]
async fn nothing_is_fetched_from_elsewhere() {
    let link = "<https://elsewhere.example/lists/link>; rel=next";
    let answers = [
        answer(&json!({ "data": files(&["a"]), "links": { "next": "//elsewhere.example/lists/url" } })),
        answer(&files(&["a"])).header("Link", link),
    ];
    for (index, answer) in answers.into_iter().enumerate() {
        let server = Server::start([answer]).await;
        let lists = client(&server).lists();
        let list = if index == 0 { lists.list_by_url().stream() } else { lists.list_by_link().stream() };
        let (names, end) = all(list).await;
        let error = end.expect_err("it is another server").to_string();
        assert!(error.contains("another server, http") && names == ["a"], "{error}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn what_is_no_list_is_a_decode_error() {
    let server = Server::start([answer(&json!({ "name": "a" })), answer(&json!([{ "name": 1 }]))]).await;
    for path in ["", "[0].name"] {
        let error = at_once(client(&server).lists().list_by_link()).await.expect_err("it is no list of files");
        assert!(matches!(&error, Error::Decode { path: at, .. } if at == path), "{error:?}");
    }
}
