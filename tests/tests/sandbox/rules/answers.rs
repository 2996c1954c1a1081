//! S1, S7 to S9, S24, S28 and S30: what answers consist of.

use serde_json::{Value, json};

use crate::setup::{OPERATIONS, SERVICE, Setup, start, start_with};
use crate::wire::{AUTHORIZED, Answer, FORM};

/// An answer to each of the operations that is a success, in their order.
async fn successes(setup: &Setup) -> Vec<Answer> {
    let ids = setup.released().await;
    setup.plugin("two").await;
    setup.version("two", "1.0.0").await;
    let free = setup.configuration(&[]).await;
    let mut answers = Vec::new();
    for (method, path) in OPERATIONS {
        let (path, form) = match path {
            "/Plugins" if method == "POST" => (path.to_owned(), "UniqueName=three".to_owned()),
            // The archivals, of what is not active; the version before its plugin.
            "/Plugins/one/Archive" => ("/Plugins/two/Archive".to_owned(), String::new()),
            "/Plugins/one/Versions/1.0.0/Archive" => (path.replace("one", "two"), String::new()),
            _ if path.ends_with("/Archive") => (format!("/Configurations/{free}/Archive"), String::new()),
            "/Plugins/one/Versions" if method == "POST" => {
                (path.to_owned(), "Version=2.0.0&PluginUrl=https://example.com".to_owned())
            }
            "/Configurations" if method == "POST" => (path.to_owned(), "Name=one".to_owned()),
            "/Releases" if method == "POST" => (path.to_owned(), format!("ConfigurationId={}", ids.configuration)),
            _ => (path.replace("FJ00000000000000000000000000000000", &ids.configuration), String::new()),
        };
        let headers = [AUTHORIZED, FORM, ("Flex-Metadata", "x"), ("Accept-Charset", "utf-8"), ("X-Unknown", "y")];
        answers.push(setup.send(method, &format!("{SERVICE}{path}"), &headers, &form).await);
    }
    answers
}

/// The names of an object's members.
fn names(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[tokio::test]
async fn s01_and_s07_each_operation_has_its_status() {
    let setup = start().await;
    for (answer, (method, path)) in successes(&setup).await.iter().zip(OPERATIONS) {
        let creates =
            method == "POST" && ["/Plugins", "/Plugins/one/Versions", "/Configurations", "/Releases"].contains(&path);
        assert_eq!(answer.status, if creates { 201 } else { 200 }, "{answer:?}");
        assert!(answer.json().is_object());
    }
}

#[tokio::test]
async fn s08_and_s24_each_answer_has_exactly_its_properties() {
    let plugin = "sid account_sid unique_name friendly_name description archived date_created date_updated url";
    let version = "sid plugin_sid account_sid version plugin_url changelog private archived";
    let configuration = "sid account_sid name description archived date_created url";
    let configured = "account_sid configuration_sid plugin_sid plugin_version_sid phase plugin_url unique_name \
        friendly_name description plugin_archived version changelog plugin_version_archived private date_created url";
    let release = "sid account_sid configuration_sid date_created url";
    let whole_plugin = format!("{plugin} links");
    let whole_version = format!("{version} validated date_created url");
    let archived_version = format!("{version} date_created url");
    let whole_configuration = format!("{configuration} links");
    let expected = [
        ("plugins", whole_plugin.as_str()),
        ("", &whole_plugin),
        ("", &whole_plugin),
        ("", &whole_plugin),
        ("", plugin),
        ("plugin_versions", &whole_version),
        ("", &whole_version),
        ("", &whole_version),
        ("", &archived_version),
        ("configurations", &whole_configuration),
        ("", &whole_configuration),
        ("", &whole_configuration),
        ("", configuration),
        ("plugins", configured),
        ("", configured),
        ("releases", release),
        ("", release),
        ("", release),
    ];
    let setup = start().await;
    for (answer, (list, properties)) in successes(&setup).await.iter().zip(expected) {
        let body = answer.json();
        let item = match list {
            "" => &body,
            list => {
                let mut members = names(&body);
                members.sort_unstable();
                let mut expected = ["meta", list];
                expected.sort_unstable();
                assert_eq!(members, expected, "{}", answer.request);
                &body[list][0]
            }
        };
        let (mut found, mut properties) = (names(item), properties.split_whitespace().collect::<Vec<_>>());
        found.sort_unstable();
        properties.sort_unstable();
        assert_eq!(found, properties, "{}", answer.request);
        assert!(item.as_object().is_some_and(|item| item.values().all(|value| !value.is_null())), "{item}");
        for (name, value) in item.as_object().into_iter().flatten().filter(|(name, _)| name.starts_with("date_")) {
            let date = value.as_str().expect("a text");
            assert!(date.len() == 20 && date.ends_with('Z') && !date.contains('.'), "{name}: {date}");
        }
        let archive = answer.request.contains("/Archive");
        assert_eq!(item["url"].as_str().is_some_and(|url| url.ends_with("/Archive")), archive, "{}", answer.request);
    }
}

#[tokio::test]
async fn s09_urls_begin_with_the_host_that_was_asked() {
    let setup = start().await;
    let ids = setup.released().await;
    setup.plugin("two").await;
    let urls = async |host: &str| {
        let headers = [AUTHORIZED, ("Host", host)];
        let plugin = setup.send("GET", &format!("{SERVICE}/Plugins/one"), &headers, "").await.json();
        let page = setup.send("GET", &format!("{SERVICE}/Plugins?PageSize=1&Page=4"), &headers, "").await.json();
        let next = page["meta"]["next_page_url"].as_str().expect("another page");
        let next = next.split_once("&PageToken=").expect("a token").0.to_owned();
        json!([
            plugin["url"],
            plugin["links"]["plugin_versions"],
            page["meta"]["first_page_url"],
            page["meta"]["url"],
            next
        ])
    };
    for host in ["flex.test:8080", "localhost", "127.0.0.1:4010"] {
        let plugin = format!("http://{host}{SERVICE}/Plugins/{}", ids.plugin);
        let page = |number: u8| format!("http://{host}{SERVICE}/Plugins?PageSize=1&Page={number}");
        assert_eq!(urls(host).await, json!([plugin, format!("{plugin}/Versions"), page(0), page(4), page(5)]));
    }

    let public =
        start_with(|builder| builder.public_url("https://flex.example.com/base".parse().expect("a URL"))).await;
    let answer = contract_tests::builder(&format!("http://{}", public.sandbox.address())).build().expect("settings");
    let plugin = answer.plugins().create("one").await.expect("a plugin");
    let sid = plugin.sid().expect("a SID");
    assert_eq!(plugin.url, Some(format!("https://flex.example.com/base{SERVICE}/Plugins/{sid}")));
}

#[tokio::test]
async fn s28_each_answer_has_an_id() {
    let setup = start().await;
    let mut answers = successes(&setup).await;
    answers.push(setup.get("/unknown").await);
    answers.push(setup.send("GET", "/unknown", &[], "").await);
    let mut ids: Vec<&str> = answers.iter().filter_map(|answer| answer.header("twilio-request-id")).collect();
    let is_id = |id: &&str| id.strip_prefix("RQ").is_some_and(is_hex);
    assert!(ids.iter().all(is_id), "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), OPERATIONS.len() + 2);
}

#[tokio::test]
async fn s30_sids_are_unique_and_come_again_with_the_seed() {
    let make = async |seed: u64| {
        let setup = start_with(|builder| builder.seed(seed)).await;
        let ids = setup.released().await;
        [ids.plugin, ids.version, ids.configuration, ids.release, setup.plugin("two").await]
    };
    let first = make(1).await;
    assert_eq!(first, make(1).await);
    assert_ne!(first, make(2).await);
    for (sid, prefix) in first.iter().zip(["FP", "FV", "FJ", "FK", "FP"]) {
        assert!(sid.strip_prefix(prefix).is_some_and(is_hex), "{sid}");
    }
    assert_ne!(first[0], first[4]);
}

/// Whether a text is 32 hexadecimal digits in lower case.
fn is_hex(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
