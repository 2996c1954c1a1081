//! Operations with a server of their own.

use contract_tests::{Answer, Server};

use crate::document::{QUERY, TOKEN};
use crate::*;

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// A client with the server of the document.
fn unmoved() -> Client {
    builder([(&TOKEN, text("t0k3n")), (&QUERY, text("k3y"))]).build().expect("the settings are fine")
}

#[tokio::test]
async fn an_operation_goes_to_its_own_server() {
    let own = Server::start([Answer::status(204)]).await;
    for url in [own.url() + "/v2", own.url() + "/v2/"] {
        call(&unmoved(), operation_on(Some(leaked(url)), const { &[&[&TOKEN]] })).await.expect("the answer is fine");
    }
    for request in own.requests() {
        assert_eq!((&*request.target, request.header("Authorization")), ("/v2/pets", Some("Bearer t0k3n")));
    }
}

#[tokio::test]
async fn with_a_base_url_all_go_there() {
    let (own, base) = (Server::start([Answer::status(204)]).await, Server::start([Answer::status(204)]).await);
    let client = client(&base, [(&TOKEN, text("t0k3n"))]);
    call(&client, operation_on(Some(leaked(own.url() + "/v2")), const { &[&[&TOKEN]] }))
        .await
        .expect("the answer is fine");
    assert_eq!(own.requests(), []);
    assert_eq!(base.request().target, "/pets");
}

#[tokio::test]
async fn pages_stay_on_the_operations_server() {
    let own = Server::start([Answer::json(r#"{"pets":[1],"next":"/v2/pets?page=2"}"#), Answer::json("{}")]).await;
    let operation = operation_on(Some(leaked(own.url() + "/v2")), const { &[&[&TOKEN, &QUERY]] });
    let page = list(&unmoved(), operation).await.expect("the answer is fine");
    page.next().await.expect("the answer is fine").expect("there is a page");
    let targets: Vec<String> = own.requests().into_iter().map(|request| request.target).collect();
    assert_eq!(targets, ["/v2/pets?key=k3y", "/v2/pets?page=2&key=k3y"]);

    for elsewhere in ["http://127.0.0.1:1/v1/pets?page=2", "https://evil.example/pets"] {
        let body = serde_json::json!({ "pets": [1], "next": elsewhere }).to_string();
        let own = Server::start([Answer::json(body)]).await;
        let operation = operation_on(Some(leaked(own.url())), const { &[&[&TOKEN]] });
        let page = list(&unmoved(), operation).await.expect("the answer is fine");
        let error = page.next().await.expect_err("it is on another server");
        assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_page_on_the_operations_server_is_moved_to_the_base_url() {
    let base = Server::start([
        Answer::json(r#"{"pets":[1],"next":"https://own.example/v2/pets?page=2"}"#),
        Answer::json("{}"),
    ])
    .await;
    let client = client(&base, [(&TOKEN, text("t0k3n"))]);
    let operation = operation_on(Some("https://own.example/v2"), const { &[&[&TOKEN]] });
    let page = list(&client, operation).await.expect("the answer is fine");
    page.next().await.expect("the answer is fine").expect("there is a page");
    assert_eq!(base.requests()[1].target, "/pets?page=2");
}

#[tokio::test]
async fn nothing_is_sent_in_the_clear_to_another_machine() {
    for server in ["http://own.example", "ftp://own.example", "https://user:secret@own.example"] {
        let error = call(&unmoved(), operation_on(Some(server), const { &[&[&TOKEN]] })).await.expect_err("not there");
        assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
