//! Headers of a client and of single calls.

use contract_tests::clients::{AUTHORIZATION, USERNAME};
use contract_tests::{Answer, Server, client};
use twilio_flex_plugins::{CallOptions, Client};

#[tokio::test]
async fn credentials_are_sent_as_basic_authentication() {
    // From RFC 7617, and by `printf 'AC1:…' | base64`.
    for (username, password, expected) in [
        ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ("test", "123£", "Basic dGVzdDoxMjPCow=="),
        ("SK1", "a:b", "Basic U0sxOmE6Yg=="),
        ("AC1", "", "Basic QUMxOg=="),
        ("token", "?>~?>~", "Basic dG9rZW46Pz5+Pz5+"),
    ] {
        let server = Server::start([Answer::json("{}")]).await;
        let client = Client::builder().credentials("x", "y").credentials(username, password).base_url(server.url());
        client.build().expect("the settings are fine").plugins().fetch("crm").await.expect("the answer is fine");
        assert_eq!(server.request().header("Authorization"), Some(expected));
    }
}

#[tokio::test]
async fn a_header_of_a_call_is_added_or_replaces_another() {
    let server = Server::start([Answer::json("{}")]).await;
    let options = CallOptions::new()
        .header("X-New", "1")
        .header("authorization", "Bearer of-this-call")
        .header("ACCEPT", "text/plain")
        .header("User-Agent", "mine/1")
        .header("Content-Type", "text/x")
        .header("flex-metadata", "theirs")
        .header("X-New", "2");
    let client = client(&server);
    client.plugins().create("crm").flex_metadata("mine").with(options).await.expect("the answer is fine");
    client.plugins().create("crm").flex_metadata("mine").await.expect("the answer is fine");
    let requests = server.requests();
    let agent = requests[1].header("User-Agent").expect("it is always sent");
    for (name, replaced, usual) in [
        ("X-New", "2", None),
        ("Authorization", "Bearer of-this-call", Some(AUTHORIZATION)),
        ("Accept", "text/plain", Some("application/json")),
        ("User-Agent", "mine/1", Some(agent)),
        ("Content-Type", "text/x", Some("application/x-www-form-urlencoded")),
        ("Flex-Metadata", "theirs", Some("mine")),
    ] {
        assert_eq!(requests[0].header(name), Some(replaced));
        assert_eq!(requests[1].header(name), usual, "what is set for one call counts for no other");
    }
    assert_eq!(requests[0].text(), requests[1].text());
}

#[tokio::test]
async fn the_options_set_last_are_the_ones_that_count() {
    let server = Server::start([Answer::json("{}")]).await;
    let (first, second) = (CallOptions::new().header("X-One", "1"), CallOptions::new().header("X-Two", "2"));
    let fetch = client(&server).plugins().fetch("crm").with(first).with(second);
    fetch.await.expect("the answer is fine");
    assert_eq!(server.request().header("X-One"), None);
    assert_eq!(server.request().header("X-Two"), Some("2"));
}

#[tokio::test]
async fn the_last_base_url_counts() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = Client::builder().base_url("nonsense").base_url(server.url()).credentials(USERNAME, "x");
    client.build().expect("the settings are fine").plugins().fetch("crm").await.expect("the answer is fine");
    server.request();
}
