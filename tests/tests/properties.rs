//! What holds for any input: arguments arrive as they were given, lists arrive whole, and no answer makes a client panic.

use contract_tests::{Answer, Server, client};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};
use twilio_flex_plugins::{Error, PluginSid};

/// A case is a request or several, so that fewer of them must do.
fn config() -> Config {
    Config { cases: 64, failure_persistence: None, ..Config::default() }
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8().expect("UTF-8").into_owned()
}

/// The pairs of a query or a form.
fn pairs(text: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (decoded(name), decoded(value)));
    text.split('&').filter(|pair| !pair.is_empty()).map(|text| pair(text).expect("a pair")).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn texts_arrive_as_they_were_given(path in any::<String>(), token in any::<String>(), name in any::<String>()) {
        prop_assume!(!matches!(path.as_str(), "" | "." | ".."));
        runtime().block_on(async {
            let server = Server::start([Answer::json("{}")]).await;
            let client = client(&server);
            client.plugin_versions().list(&path).page_token(&token).await.expect("an empty page");
            client.plugins().update(&path).friendly_name("first").description("other").friendly_name(&name).await.expect("a plugin");

            let [list, update] = server.requests().try_into().expect("two requests");
            let segments: Vec<String> = list.path().split('/').map(decoded_segment).collect();
            prop_assert_eq!(segments, ["", "v1", "PluginService", "Plugins", &path, "Versions"]);
            prop_assert_eq!(pairs(list.query()), [("PageToken".to_owned(), token)]);
            let expected = [("Description".to_owned(), "other".to_owned()), ("FriendlyName".to_owned(), name)];
            prop_assert_eq!(pairs(update.text()), expected);
            Ok(())
        })?;
    }

    #[test]
    fn lists_arrive_whole(sizes in prop::collection::vec(0_usize..5, 1..6)) {
        let expected: Vec<String> = (0..sizes.iter().sum()).map(|number: usize| number.to_string()).collect();
        runtime().block_on(async {
            let (names, pages) = (expected.clone(), sizes.clone());
            let server = Server::start_with(move |request| {
                let page: usize = request.query().trim_start_matches("Page=").parse().unwrap_or(0);
                let start = pages[..page].iter().sum::<usize>();
                let items: Vec<_> =
                    names[start..start + pages[page]].iter().map(|name| json!({ "unique_name": name })).collect();
                let next = (page + 1 < pages.len()).then(|| format!("/v1/PluginService/Plugins?Page={}", page + 1));
                Answer::json(json!({ "plugins": items, "meta": { "next_page_url": next } }).to_string())
            })
            .await;
            let mut stream = client(&server).plugins().list().stream();
            let mut names = Vec::new();
            while let Some(plugin) = stream.next().await {
                names.push(plugin.expect("a plugin").unique_name.expect("a name"));
            }
            prop_assert_eq!(names, expected);
            prop_assert_eq!(server.requests().len(), sizes.len());
            Ok(())
        })?;
    }

    /// Any bytes, and good JSON with some bytes changed.
    #[test]
    fn answers_are_understood_or_refused(
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..60),
            (0_usize..90, any::<u8>()).prop_map(|(place, byte)| {
                let mut body = br#"{"plugins":[{"sid":"FP1","archived":false,"links":{"plugin_versions":"u"}}],"meta":{}}"#.to_vec();
                let place = place.min(body.len() - 1);
                body[place] = byte;
                body
            }),
        ],
        status in prop_oneof![Just(200_u16), Just(404), Just(500)],
    ) {
        runtime().block_on(async {
            let server = Server::start([Answer::status(status).body(body.clone())]).await;
            let client = contract_tests::builder(&server.url()).no_retry().build().expect("settings");
            match client.plugins().list().await {
                Ok(_) => prop_assert!(status == 200 && serde_json::from_slice::<serde_json::Value>(&body).is_ok()),
                Err(error @ Error::Api { .. }) => prop_assert_eq!(error.status().expect("a status"), status),
                Err(Error::Decode { response, .. }) => {
                    prop_assert_eq!(response.status, 200);
                    prop_assert_eq!(&response.body[..], &body[..]);
                }
                Err(other) => prop_assert!(false, "{}", other),
            }
            Ok(())
        })?;
    }

    #[test]
    fn sids_are_parsed_as_their_pattern_says(text in prop_oneof!["FP[0-9a-fA-F]{32}", "[A-Z]{2}[0-9a-g]{31,33}", any::<String>()]) {
        let hexadecimal = |text: &str| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let expected = text.strip_prefix("FP").is_some_and(hexadecimal);
        let parsed: Result<PluginSid, _> = text.parse();
        prop_assert_eq!(parsed.is_ok(), expected);
        if let Ok(sid) = parsed {
            prop_assert_eq!(sid.to_string(), text);
        }
    }
}

/// A segment of a path, in which a plus is a plus.
fn decoded_segment(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8().expect("UTF-8").into_owned()
}
