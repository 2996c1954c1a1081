//! Answers of a success that are not what the API's description promises.

use std::error::Error as _;

use contract_tests::clients::chain;
use contract_tests::{Answer, Server, client};
use twilio_flex_plugins::{Error, Result};

/// The error for this body, from a call whose answer is a plugin or a page of them.
async fn decode(body: &[u8], list: bool) -> Error {
    let server = Server::start([Answer::json("").body(body).header("Twilio-Request-Id", "RQ1")]).await;
    let plugins = client(&server).plugins();
    let result: Result<()> = if list { plugins.list().await.map(drop) } else { plugins.fetch("crm").await.map(drop) };
    let shown = String::from_utf8_lossy(body);
    let error = result.expect_err(&shown);
    assert!(matches!(error, Error::Decode { .. }), "{shown}: {error:?}");
    assert_eq!(server.requests().len(), 1, "what was accepted is not asked for again: {shown}");
    error
}

#[tokio::test]
async fn a_wrong_type_is_named_by_its_path() {
    for (list, body, expected) in [
        (false, r#"{"sid":5}"#, "sid"),
        (false, r#"{"sid":"FP1","archived":"yes"}"#, "archived"),
        (false, r#"{"sid":"FP1","archived":0}"#, "archived"),
        (false, r#"{"sid":{"a":"b"},"archived":true}"#, "sid"),
        (false, r#"{"archived":{"sid":1}}"#, "archived"),
        (false, r#"{"unique_name":["a"],"sid":"FP1"}"#, "unique_name"),
        (false, r#"{"date_created":"yesterday","sid":"FP1"}"#, "date_created"),
        (false, r#"{"date_created":1578686400}"#, "date_created"),
        (false, r#"{"date_updated":"2020-13-10T20:00:00Z"}"#, "date_updated"),
        (false, r#"{"links":[],"sid":"FP1"}"#, "links"),
        (false, r#"{"links":"https://x"}"#, "links"),
        (false, r#"{"links":{"x":[{}],"plugin_versions":3}}"#, "links.plugin_versions"),
        (false, "{\n  \"sid\": \"a, [b\",\n  \"x\": {\"sid\": []},\n  \"url\": false\n}\n", "url"),
        (false, r#"{"\u0073id":true}"#, "sid"),
        (false, r#"{"x":"\"","sid":5}"#, "sid"),
        (false, r#"{"x":"\"}],{\"","y\\":"\\","sid":5}"#, "sid"),
        (true, r#"{"plugins":[{"sid":"FP1"},{"sid":5}]}"#, "plugins[1].sid"),
        (
            true,
            r#"{"meta":{"page":[0]},"plugins":[{"x":[1,2]},{},{"links":{"plugin_versions":{}}}]}"#,
            "plugins[2].links.plugin_versions",
        ),
        (true, r#"{"plugins":[null]}"#, "plugins[0]"),
        (true, r#"{"plugins":["FP1"]}"#, "plugins[0]"),
        (true, r#"{"plugins":[{},7,{}]}"#, "plugins[1]"),
        (true, r#"{"plugins":{"sid":"FP1"},"meta":{}}"#, "plugins"),
        (true, r#"{"meta":{},"plugins":"none"}"#, "plugins"),
    ] {
        let error = decode(body.as_bytes(), list).await;
        let Error::Decode { path, .. } = &error else { unreachable!() };
        assert_eq!(path, expected, "{body}");
        assert!(error.to_string().contains(&format!("at `{expected}`")), "{error}");
    }
}

#[tokio::test]
async fn a_body_that_is_wrong_as_a_whole_has_no_path() {
    for list in [false, true] {
        for body in [
            "",
            " ",
            "null",
            "[]",
            "[{}]",
            "3",
            "\"text\"",
            "true",
            "<html></html>",
            "{",
            r#"{"sid":"FP"#,
            r#"{"sid""#,
            r#"{"sid":null,}"#,
            "{}{}",
            "{} x",
            r#"{"sid":null}]"#,
            "{sid:1}",
            "{'sid':1}",
            "\u{feff}{}",
            "NaN",
        ] {
            let error = decode(body.as_bytes(), list).await;
            let Error::Decode { path, .. } = &error else { unreachable!() };
            assert_eq!(path, "", "{body:?}");
            assert!(!error.to_string().contains("at `"), "{error}");
        }
        decode(b"\xff", list).await;
        decode(b"{\"sid\":\"\xff\",\"plugins\":[{\"sid\":\"\xff\"}]}", list).await;
    }
}

#[tokio::test]
async fn the_whole_answer_is_kept() {
    let body = br#"{"sid":5}"#;
    let error = decode(body, false).await;
    let Error::Decode { path, excerpt, response, .. } = &error else { unreachable!() };
    assert_eq!((&**path, excerpt.as_bytes()), ("sid", &body[..]));
    assert_eq!(response.status.as_u16(), 200);
    assert_eq!(response.headers["twilio-request-id"], "RQ1");
    assert_eq!(response.body, &body[..]);
    assert_eq!(error.response(), Some(&**response));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert_eq!(error.code(), None);
    assert!(!error.is_retryable() && !error.is_not_found());
    assert_eq!(error.to_string(), r#"cannot understand the answer at `sid` (status 200, body "{\"sid\":5}")"#);
}

#[tokio::test]
async fn what_the_parser_says_is_the_source() {
    let error = decode(br#"{"sid":5}"#, false).await;
    assert!(error.source().is_some_and(|source| source.is::<serde_json::Error>()));
    let chain = chain(&error);
    assert_eq!(chain.len(), 2, "{chain:?}");
    assert!(chain[1].contains("invalid type: integer `5`, expected a string"), "{chain:?}");
    let error = decode(b"", false).await;
    assert!(error.source().expect("there is a source").to_string().contains("EOF"));
}

#[tokio::test]
async fn a_long_body_is_shown_in_part_and_kept_in_full() {
    // A character of three bytes lies across any multiple of 4, 10 or 100.
    let body = format!(r#"{{"sid":5,"description":"{}"}}"#, "日".repeat(2000));
    let error = decode(body.as_bytes(), false).await;
    let Error::Decode { excerpt, response, .. } = &error else { unreachable!() };
    assert!(excerpt.starts_with(r#"{"sid":5,"description":"日日日"#), "{excerpt}");
    assert!((100..1000).contains(&excerpt.len()), "{} bytes", excerpt.len());
    assert!(!excerpt.contains('\u{fffd}'), "half a character: {excerpt}");
    assert_eq!(response.body, body.as_bytes());
    assert!(error.to_string().len() < 1000);
}

#[tokio::test]
async fn an_answer_without_content_is_no_plugin() {
    let server = Server::start([Answer::status(204)]).await;
    let error = client(&server).plugins().archive("crm").await.expect_err("there is no plugin");
    assert!(matches!(error, Error::Decode { .. }), "{error:?}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(204));
}
