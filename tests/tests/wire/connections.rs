//! Connections, the HTTP client below, and clients, builders and answers as values.

use contract_tests::clients::{AUTHORIZATION, builder};
use contract_tests::{Answer, Server, client};
use twilio_flex_plugins::reqwest;
use twilio_flex_plugins::{CallOptions, Client, ClientBuilder, Error, Page, Result};

const PLUGIN: &str = r#"{"sid":"FP1"}"#;

fn connections(server: &Server) -> Vec<usize> {
    server.requests().iter().map(|request| request.connection).collect()
}

#[tokio::test]
async fn a_connection_is_kept_alive_and_shared_by_clones() {
    let server = Server::start([Answer::json(PLUGIN)]).await;
    let client = client(&server);
    client.plugins().fetch("crm").await.expect("the answer is fine");
    client.clone().plugins().create("crm").await.expect("the answer is fine");
    client.releases().list().await.expect("the answer is fine");
    drop(client.clone());
    client.releases().fetch("Active").await.expect("the answer is fine");
    assert_eq!(connections(&server), [0, 0, 0, 0]);
}

#[tokio::test]
async fn a_connection_is_kept_after_a_refusal_and_nonsense() {
    let answers =
        [Answer::error(404, 20404, "no"), Answer::status(409), Answer::json("{"), Answer::status(503).chunked(1)];
    let server = Server::start(answers).await;
    let plugins = builder(&server.url()).no_retry().build().expect("the settings are fine").plugins();
    for _ in 0..4 {
        plugins.fetch("crm").await.expect_err("no answer is a plugin");
    }
    assert_eq!(connections(&server), [0, 0, 0, 0]);
}

#[tokio::test]
async fn clients_have_connections_of_their_own() {
    let server = Server::start([Answer::json(PLUGIN)]).await;
    for _ in 0..2 {
        client(&server).plugins().fetch("crm").await.expect("the answer is fine");
    }
    assert_eq!(connections(&server), [0, 1]);
}

#[tokio::test]
async fn an_http_client_of_the_callers_is_used() {
    let server = Server::start([Answer::json(PLUGIN)]).await;
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("x-mine", reqwest::header::HeaderValue::from_static("1"));
    headers.insert("user-agent", reqwest::header::HeaderValue::from_static("not used"));
    let http = reqwest::Client::builder().default_headers(headers).build().expect("the settings are fine");
    let other = builder(&server.url()).http_client(http.clone()).build().expect("the settings are fine");
    let client = builder(&server.url()).http_client(http).build().expect("the settings are fine");
    client.plugins().fetch("crm").await.expect("the answer is fine");
    other.plugins().fetch("crm").await.expect("the answer is fine");
    assert_eq!(connections(&server), [0, 0], "the caller's client has one pool");
    for request in server.requests() {
        assert_eq!(request.header("X-Mine"), Some("1"));
        assert_eq!(request.header("Authorization"), Some(AUTHORIZATION));
        assert!(request.header("User-Agent").is_some_and(|agent| agent.starts_with("twilio-flex-plugins/")));
    }
}

#[tokio::test]
async fn an_http_client_that_follows_redirects_is_an_error() {
    let elsewhere = Server::start([Answer::json(PLUGIN)]).await;
    let there = format!("{}/v1/PluginService/Plugins/crm", elsewhere.url());
    for location in ["/v1/PluginService/Plugins/other", &there] {
        let redirect = Answer::status(307).header("Location", location);
        let server = Server::start([redirect, Answer::json(PLUGIN)]).await;
        let http = reqwest::Client::builder().build().expect("the settings are fine");
        let client = builder(&server.url()).http_client(http).build().expect("the settings are fine");
        let error = client.plugins().fetch("crm").await.expect_err("the redirect was followed");
        assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
        assert!(error.to_string().contains("redirect"), "{error}");
    }
    for request in elsewhere.requests() {
        assert_eq!(request.header("Authorization"), None);
    }
}

#[tokio::test]
async fn an_answer_comes_with_status_and_headers() {
    let answer = Answer::json(PLUGIN)
        .with_status(201)
        .header("Twilio-Request-Id", "RQ1")
        .header("Access-Control-Allow-Origin", "*")
        .header("X-Twice", "a")
        .header("X-Twice", "b");
    let server = Server::start([answer]).await;
    let response = client(&server).plugins().create("crm").with_response().await.expect("the answer is fine");
    assert_eq!(response.value.sid().expect("it is there"), &"FP1");
    assert_eq!(response.status.as_u16(), 201);
    assert_eq!(response.headers["twilio-request-id"], "RQ1");
    assert_eq!(response.headers["access-control-allow-origin"], "*");
    assert_eq!(response.headers.get_all("x-twice").iter().collect::<Vec<_>>(), ["a", "b"]);
}

#[tokio::test]
async fn a_refusal_is_an_error_with_response_or_without() {
    let server = Server::start([Answer::error(404, 20404, "no")]).await;
    let fetch = client(&server).releases().fetch("Active");
    let error = fetch.clone().with_response().await.expect_err("a refusal");
    assert_eq!(error.code(), Some(20404));
    assert_eq!(fetch.await.expect_err("a refusal").to_string(), error.to_string());
}

#[tokio::test]
async fn builders_can_be_kept_cloned_and_spawned() {
    let server = Server::start([Answer::json(PLUGIN)]).await;
    let create = {
        let client = client(&server);
        client.plugins().create(String::from("crm"))
    };
    let one = create.clone().friendly_name("one");
    let two = create.description("two");
    let one = tokio::spawn(one.into_future());
    one.await.expect("nothing panics").expect("the answer is fine");
    let two = tokio::spawn(async move { two.await });
    two.await.expect("nothing panics").expect("the answer is fine");
    let requests = server.requests();
    let bodies: Vec<&str> = requests.iter().map(|request| request.text()).collect();
    assert_eq!(bodies, ["UniqueName=crm&FriendlyName=one", "UniqueName=crm&Description=two"]);
}

#[tokio::test]
async fn nothing_is_sent_before_a_call_is_awaited() {
    let server = Server::start([Answer::json(PLUGIN)]).await;
    let client = client(&server);
    drop(client.plugins().create("never"));
    drop(client.plugins().create("never").into_future());
    drop(client.plugins().create("never").with_response());
    let kept = client.plugins().create("later").into_future();
    client.plugins().create("now").await.expect("the answer is fine");
    assert_eq!(server.request().text(), "UniqueName=now");
    kept.await.expect("the answer is fine");
    assert_eq!(server.requests()[1].text(), "UniqueName=later");
}

#[tokio::test]
async fn calls_can_be_under_way_at_once() {
    let server = Server::start_with(|request| Answer::json(format!(r#"{{"sid":"{}"}}"#, request.path()))).await;
    let client = client(&server);
    let calls: Vec<_> =
        (0..20).map(|n| (n, tokio::spawn(client.plugins().fetch(n.to_string()).into_future()))).collect();
    for (n, call) in calls {
        let plugin = call.await.expect("nothing panics").expect("the answer is fine");
        assert_eq!(plugin.sid().expect("it is there").as_str(), format!("/v1/PluginService/Plugins/{n}"));
    }
    assert_eq!(server.requests().len(), 20);
}

#[test]
fn everything_can_cross_threads() {
    fn all<T: Send + Sync + Clone + std::fmt::Debug + 'static>() {}
    fn sent<T: Send + Unpin + std::fmt::Debug + 'static>(_: &T) {}
    all::<Client>();
    all::<ClientBuilder>();
    all::<CallOptions>();
    all::<Page<twilio_flex_plugins::models::Plugin>>();
    all::<twilio_flex_plugins::plugins::Plugins>();
    all::<twilio_flex_plugins::plugins::ListPlugins>();
    all::<twilio_flex_plugins::plugin_versions::CreatePluginVersion>();
    all::<twilio_flex_plugins::configurations::CreateConfiguration>();
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    error::<Error>();
    let client = Client::builder().credentials("AC1", "token").build().expect("the settings are fine");
    sent(&client.plugins().list().stream());
    sent(&client.plugins().list().into_future());
    sent(&client.plugins().fetch("crm").with_response());
    let _: Result<()> = Ok(());
}
