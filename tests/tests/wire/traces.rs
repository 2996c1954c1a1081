//! The spans of the feature `tracing`: one a try, in OpenTelemetry's words.

use std::time::Duration;

use contract_tests::clients::{builder, quick};
use contract_tests::spans::Span;
use contract_tests::{Answer, Refusing, Server, Spans, client};
use serde_json::{Value, json};

const PLUGIN: &str = r#"{"sid":"FP1"}"#;

#[tokio::test]
async fn a_try_is_a_span_with_all_that_is_known() {
    let (spans, _guard) = Spans::record();
    let server = Server::start([Answer::json(PLUGIN)]).await;
    client(&server).plugins().fetch("a/b").await.expect("the answer is fine");
    let spans = spans.of_client();
    assert_eq!(spans.len(), 1);
    let url = format!("{}/v1/PluginService/Plugins/a%2Fb", server.url());
    let expected = json!({
        "otel.name": "GET /v1/PluginService/Plugins/{Sid}",
        "otel.kind": "client",
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "url.full": url,
        "url.template": "/v1/PluginService/Plugins/{Sid}",
        "server.address": "127.0.0.1",
        "server.port": server.port(),
    });
    assert_eq!(Value::from(spans[0].fields.clone()), expected);
}

#[tokio::test]
async fn a_span_is_named_after_its_operation() {
    let (spans, _guard) = Spans::record();
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    client.plugins().list().page_size(3).await.expect("the answer is fine");
    client.plugin_versions().archive("crm", "1.0.0").await.expect("the answer is fine");
    client.configured_plugins().fetch("FJ1", "crm").await.expect("the answer is fine");
    client.releases().create("FJ1").await.expect("the answer is fine");
    let names: Vec<Value> = spans.of_client().iter().map(|span| span.get("otel.name").clone()).collect();
    assert_eq!(
        names,
        [
            "GET /v1/PluginService/Plugins",
            "POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive",
            "GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}",
            "POST /v1/PluginService/Releases",
        ]
    );
    let url = format!("{}/v1/PluginService/Plugins?PageSize=3", server.url());
    assert_eq!(spans.of_client()[0].get("url.full"), &json!(url));
}

/// Of each span: resend count, status and kind of error.
fn outcomes(spans: &[Span]) -> Vec<(&Value, &Value, &Value)> {
    let fields = ["http.request.resend_count", "http.response.status_code", "error.type"];
    spans.iter().map(|span| fields.map(|field| span.get(field)).into()).collect()
}

#[tokio::test]
async fn only_further_tries_have_a_resend_count() {
    let (spans, _guard) = Spans::record();
    let server = Server::start([Answer::status(503), Answer::status(429), Answer::json(PLUGIN)]).await;
    client(&server).plugins().fetch("crm").await.expect("the third answer is fine");
    let expected = [
        (json!(null), json!(503), json!("503")),
        (json!(1), json!(429), json!("429")),
        (json!(2), json!(200), json!(null)),
    ];
    assert_eq!(outcomes(&spans.of_client()), expected.each_ref().map(|(a, b, c)| (a, b, c)));
}

#[tokio::test]
async fn a_span_says_what_went_wrong() {
    let cases = [
        (Answer::error(404, 20404, "no"), json!(404), json!("404")),
        (Answer::status(302), json!(302), json!("302")),
        (Answer::stall(), json!(null), json!("timeout")),
        (Answer::close(), json!(null), json!("transport")),
    ];
    for (answer, status, kind) in cases {
        let (spans, _guard) = Spans::record();
        let server = Server::start([answer]).await;
        let client = builder(&server.url()).no_retry().try_timeout(Duration::from_millis(200));
        client.build().expect("the settings are fine").plugins().fetch("crm").await.expect_err("no answer is fine");
        assert_eq!(outcomes(&spans.of_client()), [(&Value::Null, &status, &kind)]);
        assert_eq!(spans.of_client()[0].get("otel.status_code"), "ERROR");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_an_error_of_decoding() {
    let (spans, _guard) = Spans::record();
    let server = Server::start([Answer::json(PLUGIN)]).await;
    let client = builder(&server.url()).max_response_bytes(5).build().expect("the settings are fine");
    client.plugins().fetch("crm").await.expect_err("it is too large");
    assert_eq!(outcomes(&spans.of_client()), [(&Value::Null, &json!(200), &json!("decode"))]);
}

#[tokio::test]
async fn a_connection_that_is_refused_is_a_span_a_try() {
    let (spans, _guard) = Spans::record();
    let port = Refusing::start();
    let client = builder(&port.url()).retry(quick().tries(2)).build().expect("the settings are fine");
    client.plugins().create("crm").await.expect_err("nobody listens");
    let (first, second) = (json!(null), json!(1));
    let transport = json!("transport");
    assert_eq!(outcomes(&spans.of_client()), [(&first, &Value::Null, &transport), (&second, &Value::Null, &transport)]);
}

#[tokio::test]
async fn further_pages_have_spans_of_their_own() {
    let (spans, _guard) = Spans::record();
    let server = Server::start([Answer::json(r#"{"meta":{"next_page_url":"?Page=1"}}"#), Answer::json("{}")]).await;
    let page = client(&server).plugins().list().await.expect("the answer is fine");
    page.next().await.expect("the answer is fine").expect("there is a second page");
    let urls: Vec<Value> = spans.of_client().iter().map(|span| span.get("url.full").clone()).collect();
    let list = format!("{}/v1/PluginService/Plugins", server.url());
    assert_eq!(urls, [list.clone(), format!("{list}?Page=1")]);
}

#[tokio::test]
async fn what_is_not_sent_has_no_span() {
    let (spans, _guard) = Spans::record();
    let server = Server::start([Answer::json("{}")]).await;
    client(&server).plugins().fetch("").await.expect_err("no URL can carry it");
    assert_eq!(spans.of_client(), []);
}
