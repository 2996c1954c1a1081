//! Which credentials a call shows.

use contract_tests::{Answer, Server};

use crate::document::{AGENT, COOKIE, HEADER, LOGIN, QUERY, TOKEN, WHOLE};
use crate::runtime::credentials::Security;
use crate::*;

/// Where a request can show something.
const PLACES: [&str; 3] = ["Authorization", "X-Key", "Cookie"];

/// A client that has everything.
fn rich(server: &Server) -> Client {
    let given = [
        (&LOGIN, pair("AC1", "secret")),
        (&TOKEN, text("t0k3n")),
        (&WHOLE, text("Signature x")),
        (&HEADER, text("k3y")),
        (&QUERY, text("a&b=c")),
        (&COOKIE, text("s3ss10n")),
    ];
    client(server, given)
}

#[tokio::test]
async fn a_call_shows_what_its_operation_asks_for_and_nothing_else() {
    const CASES: [(Security, &str, [Option<&str>; 3]); 9] = [
        (&[], "/pets", [None, None, None]),
        (&[&[&LOGIN]], "/pets", [Some("Basic QUMxOnNlY3JldA=="), None, None]),
        (&[&[&TOKEN]], "/pets", [Some("Bearer t0k3n"), None, None]),
        (&[&[&WHOLE]], "/pets", [Some("Signature x"), None, None]),
        (&[&[&HEADER]], "/pets", [None, Some("k3y"), None]),
        (&[&[&QUERY]], "/pets?key=a%26b%3Dc", [None, None, None]),
        (&[&[&COOKIE]], "/pets", [None, None, Some("session=s3ss10n")]),
        (&[&[&HEADER, &QUERY, &TOKEN], &[&LOGIN]], "/pets?key=a%26b%3Dc", [Some("Bearer t0k3n"), Some("k3y"), None]),
        (&[&[&COOKIE], &[]], "/pets", [None, None, Some("session=s3ss10n")]),
    ];
    for (security, target, shown) in CASES {
        let server = Server::start([Answer::status(204)]).await;
        call(&rich(&server), operation(security)).await.expect("the answer is fine");
        let request = server.request();
        assert_eq!(request.target, target);
        assert_eq!(PLACES.map(|place| request.header(place)), shown, "{target}");
    }
}

#[tokio::test]
async fn what_is_missing_is_said_and_nothing_is_sent() {
    let server = Server::start([Answer::status(204)]).await;
    let client = client(&server, [(&LOGIN, pair("AC1", "hunter2"))]);
    let error =
        call(&client, operation(const { &[&[&TOKEN], &[&HEADER, &LOGIN]] })).await.expect_err("there is no token");
    assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
    let message = error.to_string();
    for part in ["ListPets", "`bearer_token`, or with `header_key` with `credentials`"] {
        assert!(message.contains(part), "{message}");
    }
    assert!(!message.contains("hunter2"), "{message}");
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn what_is_not_needed_may_be_missing() {
    let server = Server::start([Answer::status(204)]).await;
    call(&client(&server, []), operation(const { &[&[&TOKEN], &[]] })).await.expect("the answer is fine");
    assert_eq!(server.request().header("Authorization"), None);
}

#[tokio::test]
async fn a_header_of_the_call_counts_more_than_the_client() {
    let server = Server::start([Answer::status(204)]).await;
    for client in [rich(&server), client(&server, [])] {
        let mut request = Request::new(&client, operation(const { &[&[&TOKEN]] }));
        request.options = CallOptions::new().header("Authorization", "Bearer mine");
        Call::<Empty>::new(request).await.expect("the answer is fine");
    }
    for request in server.requests() {
        assert_eq!(request.header("Authorization"), Some("Bearer mine"));
    }
}

#[tokio::test]
async fn a_key_may_go_where_every_request_has_something() {
    let server = Server::start([Answer::status(204)]).await;
    let client = client(&server, [(&AGENT, text("k3y"))]);
    for security in const { [&[] as Security, &[&[&AGENT]]] } {
        call(&client, operation(security)).await.expect("the answer is fine");
    }
    let requests = server.requests();
    let agents: Vec<_> = requests.iter().map(|request| request.header("User-Agent")).collect();
    assert_eq!(agents, [Some("test"), Some("k3y")]);
}

#[tokio::test]
async fn what_is_given_twice_counts_once() {
    let server = Server::start([Answer::status(204)]).await;
    let client = client(&server, [(&TOKEN, text("old")), (&TOKEN, text("new"))]);
    call(&client, operation(const { &[&[&TOKEN]] })).await.expect("the answer is fine");
    assert_eq!(server.request().header("Authorization"), Some("Bearer new"));
}

#[tokio::test]
async fn pages_show_the_same_and_a_key_once() {
    // The service repeats the key in the address of the next page, and then another spelling of its name.
    let answers =
        [r#"{"pets":[1],"next":"/pets?key=stale&page=2"}"#, r#"{"pets":[2],"next":"?page=3&%6Bey=stale"}"#, "{}"];
    let server = Server::start(answers.map(Answer::json)).await;
    let client = client(&server, [(&QUERY, text("k3y")), (&COOKIE, text("s"))]);
    let operation = operation(const { &[&[&QUERY, &COOKIE]] });
    let mut page = Some(list(&client, operation).await.expect("the answer is fine"));
    while let Some(current) = page {
        page = current.next().await.expect("the answer is fine");
    }
    let requests = server.requests();
    let targets: Vec<&str> = requests.iter().map(|request| &*request.target).collect();
    assert_eq!(targets, ["/pets?key=k3y", "/pets?page=2&key=k3y", "/pets?page=3&key=k3y"]);
    assert!(requests.iter().all(|request| request.header("Cookie") == Some("session=s")), "{requests:?}");
}
