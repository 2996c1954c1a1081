//! Calls of operations by their names, with arguments in JSON.

use contract_tests::{Answer, Server, client};
use serde_json::{Value, json};
use twilio_flex_plugins::{CallOptions, Error};

/// Why the call of `operation` was refused.
async fn refusal(operation: &str, arguments: Value) -> String {
    let server = Server::start([Answer::json("{}")]).await;
    let error = client(&server).call(operation, arguments).await.expect_err("a call that cannot be made");
    assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
    assert_eq!(server.requests(), []);
    error.to_string()
}

#[tokio::test]
async fn a_call_by_name_sends_what_the_builder_sends() {
    let server = Server::start([Answer::json(r#"{"sid":null}"#)]).await;
    let client = client(&server);
    let arguments = json!({
        "PluginSid": "FP1/é", "Version": "1.0", "PluginUrl": "https://x/?a=b", "Private": true, "Flex-Metadata": "m",
    });
    client.call("CreatePluginVersion", arguments).await.expect("an answer");
    let versions = client.plugin_versions();
    let typed = versions.create("FP1/é", "1.0", "https://x/?a=b").private(true).flex_metadata("m");
    typed.await.expect("an answer");
    let [by_name, typed] = server.requests().try_into().expect("two requests");
    assert_eq!(by_name, typed);
}

#[tokio::test]
async fn items_are_read_as_what_they_are() {
    let server = Server::start([Answer::json("{}")]).await;
    let plugins = json!([{"plugin_version": "FV1", "phase": 3}, {"plugin_version": "FV2"}]);
    let call = client(&server).call("CreateConfiguration", json!({"Name": "n", "Plugins": plugins}));
    call.await.expect("an answer");
    let request = server.request();
    let pairs = contract_tests::vectors::compare::pairs(request.text()).expect("a form");
    let sent: Vec<&str> = pairs.iter().filter(|(name, _)| name == "Plugins").map(|(_, value)| value.as_str()).collect();
    assert_eq!(sent, [r#"{"plugin_version":"FV1","phase":3}"#, r#"{"plugin_version":"FV2"}"#]);
}

#[tokio::test]
async fn answers_are_as_they_came() {
    let page = r#"{"plugins":[{"sid":"FP1","other":[1]}],"meta":{"next_page_url":null},"more":{}}"#;
    let answers = [Answer::json(page), Answer::status(204), Answer::status(200).header("Content-Type", "text/plain")];
    let [json, nothing, text] = answers;
    let server = Server::start([json, nothing, text.body("gone")]).await;
    let client = client(&server);
    let expected: Value = serde_json::from_str(page).expect("JSON");
    assert_eq!(client.call("ListPlugins", Value::Null).await.expect("a page"), expected);
    assert_eq!(client.call("ListPlugins", json!({})).await.expect("nothing"), Value::Null);
    assert_eq!(client.call("ListPlugins", json!({})).await.expect("a text"), json!("gone"));
}

#[tokio::test]
async fn what_is_said_to_be_json_and_is_not_is_an_error() {
    let server = Server::start([Answer::json("{")]).await;
    let error = client(&server).call("ListPlugins", Value::Null).await.expect_err("no JSON");
    assert!(matches!(error, Error::Decode { .. }), "{error:?}");
}

#[tokio::test]
async fn options_and_responses_are_those_of_any_call() {
    let server = Server::start([Answer::json("{}").with_status(202).header("X-Answer", "a")]).await;
    let call = client(&server).call("FetchPlugin", json!({"Sid": "FP1"}));
    assert_eq!(format!("{call:?}"), r#"DynamicCall { operation: "FetchPlugin", .. }"#);
    let response = call.with(CallOptions::new().header("X-Case", "c")).with_response().await.expect("an answer");
    assert_eq!((response.status.as_u16(), &response.value), (202, &json!({})));
    assert_eq!(response.headers["x-answer"], "a");
    assert_eq!(server.request().header("x-case"), Some("c"));
}

#[tokio::test]
async fn refusals_name_what_is_wrong() {
    for (operation, arguments, expected) in [
        ("FetchPlugins", json!({}), "the API has no operation called `FetchPlugins`"),
        ("FetchPlugin", json!({}), "FetchPlugin: the argument `Sid` is missing"),
        ("FetchPlugin", json!({"Sid": "FP1", "sid": 1}), "FetchPlugin: the operation has no argument called `sid`"),
        ("FetchPlugin", json!({"Sid": 1}), "FetchPlugin: the argument `Sid` is not what the operation takes: "),
        ("ListPlugins", json!({"PageSize": "1"}), "ListPlugins: the argument `PageSize` is not what"),
        ("ListPlugins", json!([]), "ListPlugins: the arguments must be an object"),
        ("FetchPlugin", json!({"Sid": ".."}), "FetchPlugin: `Sid` is \"..\", which no URL can carry"),
        (
            "CreateConfiguration",
            json!({"Name": "n", "Plugins": [{"plugin_version": "FV1", "fase": 3}]}),
            "CreateConfiguration: the argument `Plugins` cannot have `[0].fase`",
        ),
    ] {
        let message = refusal(operation, arguments).await;
        assert!(message.contains(expected), "{message}");
    }
}

#[tokio::test]
async fn credentials_go_to_whatever_takes_them() {
    let server = Server::start([Answer::json("{}")]).await;
    let builder = twilio_flex_plugins::Client::builder().base_url(server.url());
    let client = builder.clone().any_credentials("AC1", "token").any_token("ignored").build().expect("a client");
    client.call("ListPlugins", Value::Null).await.expect("an answer");
    assert_eq!(server.request().header("authorization"), Some("Basic QUMxOnRva2Vu"));
    builder.any_token("ignored").build().expect_err("no password");
}
