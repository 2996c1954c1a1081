//! Answers that are unusual, and still right.

use contract_tests::{Answer, Server, client};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use twilio_flex_plugins::models::{ArchivedPlugin, Configuration, ConfiguredPlugin, Plugin, PluginVersion, Release};

/// The plugin that this body decodes to.
async fn plugin(body: &str) -> Plugin {
    let server = Server::start([Answer::json(body)]).await;
    client(&server).plugins().fetch("crm").await.unwrap_or_else(|error| panic!("{body}: {error:?}"))
}

/// An object with these members, all null.
fn nulls(names: &str) -> Value {
    names.split(' ').map(|name| (name.to_owned(), Value::Null)).collect::<Map<_, _>>().into()
}

#[tokio::test]
async fn every_member_may_be_null() {
    let plugin =
        nulls("sid account_sid unique_name friendly_name description archived date_created date_updated url links");
    let version =
        nulls("sid plugin_sid account_sid version plugin_url changelog private archived validated date_created url");
    let configuration = nulls("sid account_sid name description archived date_created url links");
    let configured = nulls(
        "account_sid configuration_sid plugin_sid plugin_version_sid phase plugin_url unique_name friendly_name \
         description plugin_archived version changelog plugin_version_archived private date_created url",
    );
    let release = nulls("sid account_sid configuration_sid date_created url");
    let answers = [&plugin, &plugin, &version, &configuration, &configured, &release];
    let server = Server::start(answers.map(|body| Answer::json(body.to_string()))).await;
    let client = client(&server);
    const FINE: &str = "null is fine";
    assert_eq!(client.plugins().fetch("crm").await.expect(FINE), Plugin::default());
    assert_eq!(client.plugins().archive("crm").await.expect(FINE), ArchivedPlugin::default());
    assert_eq!(client.plugin_versions().fetch("crm", "1").await.expect(FINE), PluginVersion::default());
    assert_eq!(client.configurations().fetch("FJ1").await.expect(FINE), Configuration::default());
    assert_eq!(client.configured_plugins().fetch("FJ1", "crm").await.expect(FINE), ConfiguredPlugin::default());
    assert_eq!(client.releases().fetch("Active").await.expect(FINE), Release::default());
}

#[tokio::test]
async fn every_member_may_be_missing() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    const FINE: &str = "nothing is required";
    assert_eq!(client.plugins().update("crm").await.expect(FINE), Plugin::default());
    assert_eq!(client.plugin_versions().create("crm", "1", "u").await.expect(FINE), PluginVersion::default());
    assert_eq!(client.configurations().create("n").await.expect(FINE), Configuration::default());
    assert_eq!(client.configured_plugins().fetch("FJ1", "crm").await.expect(FINE), ConfiguredPlugin::default());
    assert_eq!(client.releases().create("FJ1").await.expect(FINE), Release::default());
    assert_eq!(client.plugins().list().await.expect(FINE).items, []);
}

#[tokio::test]
async fn members_are_found_whatever_surrounds_them() {
    let cases = [
        ("in another order", r#"{"url":"u","unique_name":"crm","sid":"FP1"}"#),
        ("among unknown ones", r#"{"x":{"sid":[{"sid":1}]},"sid":"FP1","y":[[]],"unique_name":"crm","url":"u","":0}"#),
        ("with escaped names", r#"{"\u0073id":"FP1","unique\u005fname":"crm","\u0075\u0072\u006C":"u"}"#),
        ("with escaped values", r#"{"sid":"\u0046P1","unique_name":"c\u0072m","url":"\u0075"}"#),
        ("between white space", " \r\n\t{ \"sid\"\n:\n\"FP1\" , \"unique_name\": \"crm\",\t\"url\" :\"u\" } \n\n"),
        ("given twice", r#"{"sid":"x","url":"v","unique_name":"crm","sid":"FP1","url":"u"}"#),
        ("given twice, null at first", r#"{"sid":null,"unique_name":"crm","url":"u","sid":"FP1"}"#),
        ("among names that differ in case", r#"{"sid":"FP1","Sid":"x","SID":1,"unique_name":"crm","url":"u"}"#),
    ];
    for (what, body) in cases {
        let plugin = plugin(body).await;
        assert_eq!(plugin.sid().expect("it is there"), &"FP1", "{what}");
        assert_eq!(plugin.unique_name.as_deref(), Some("crm"), "{what}");
        assert_eq!(plugin.url.as_deref(), Some("u"), "{what}");
        assert_eq!(plugin.description, None, "{what}");
    }
}

#[tokio::test]
async fn the_last_duplicate_counts_even_if_it_is_null() {
    let plugin = plugin(r#"{"sid":"FP1","archived":true,"sid":null,"archived":false}"#).await;
    assert_eq!((plugin.sid, plugin.archived), (None, Some(false)));
}

#[tokio::test]
async fn sids_of_any_form_are_accepted_from_the_service() {
    for sid in ["", "PVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "FPAAAA", "not a SID", "größe"] {
        let plugin = plugin(&json!({ "sid": sid, "account_sid": sid }).to_string()).await;
        assert_eq!(plugin.sid().expect("it is there").as_str(), sid);
        assert_eq!(plugin.account_sid().expect("it is there").as_str(), sid);
    }
}

#[tokio::test]
async fn texts_survive_unchanged() {
    for text in ["", "größe 日本 🦀", "a\"b\\c/d\n\t\u{8}\u{c}\r\u{1f}", "null", "&amp;<>"] {
        let plugin = plugin(&json!({ "description": text }).to_string()).await;
        assert_eq!(plugin.description.as_deref(), Some(text));
    }
    let plugin = plugin(r#"{"description":"\ud83e\udd80 \u0000 \/"}"#).await;
    assert_eq!(plugin.description.as_deref(), Some("🦀 \0 /"));
}

#[tokio::test]
async fn dates_of_rfc_3339_are_understood() {
    let noon = Timestamp::constant(1_578_657_600, 0);
    for date in
        ["2020-01-10T12:00:00Z", "2020-01-10T12:00:00+00:00", "2020-01-10T13:30:00+01:30", "2020-01-10T12:00:00.000Z"]
    {
        let plugin = plugin(&json!({ "date_created": date }).to_string()).await;
        assert_eq!(plugin.date_created, Some(noon), "{date}");
    }
    let plugin = plugin(r#"{"date_created":"2020-01-10T12:00:00.25Z"}"#).await;
    assert_eq!(plugin.date_created, Some(Timestamp::constant(1_578_657_600, 250_000_000)));
}

#[tokio::test]
async fn any_success_status_and_content_type_will_do() {
    for (status, kind) in [(200, "application/json"), (201, "text/plain"), (202, "application/vnd.x+json"), (203, "")] {
        let answer = Answer::status(status).header("Content-Type", kind).body(r#"{"sid":"FP1"}"#);
        let server = Server::start([answer]).await;
        let plugin = client(&server).plugins().create("crm").await.unwrap_or_else(|error| panic!("{status}: {error}"));
        assert_eq!(plugin.sid().expect("it is there"), &"FP1");
    }
}

#[tokio::test]
async fn a_body_may_arrive_in_pieces() {
    let body = json!({ "sid": "FP1", "description": "é".repeat(5000) }).to_string();
    for size in [1, 7, 4096, 1 << 20] {
        let server = Server::start([Answer::json(&*body).chunked(size)]).await;
        let plugin = client(&server).plugins().fetch("crm").await.expect("the answer is fine");
        assert_eq!(plugin.description.map(|text| text.chars().count()), Some(5000), "chunks of {size}");
    }
}
