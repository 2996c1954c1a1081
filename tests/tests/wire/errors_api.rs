//! Refusals: answers whose status is not a success.

use std::error::Error as _;
use std::time::Duration;

use contract_tests::clients::builder;
use contract_tests::{Answer, Server, client};
use serde_json::json;
use twilio_flex_plugins::{Error, Result};

/// The error of a call that this answers, tried once.
async fn refusal(answer: Answer) -> Error {
    let server = Server::start([answer]).await;
    let client = builder(&server.url()).no_retry().build().expect("the settings are fine");
    client.plugins().fetch("crm").await.expect_err("the answer is a refusal")
}

#[tokio::test]
async fn the_full_envelope_is_understood() {
    let message = "The requested resource /PluginService/Plugins/crm was not found";
    let error = refusal(Answer::error(404, 20404, message).header("Twilio-Request-Id", "RQ1")).await;
    let Error::Api { status, code, message: said, more_info, retryable, response, .. } = &error else {
        panic!("{error:?}")
    };
    assert_eq!((status.as_u16(), *code, &**said), (404, Some(20404), message));
    assert_eq!(more_info.as_deref(), Some("https://www.twilio.com/docs/errors/20404"));
    assert!(!retryable);
    assert_eq!(response.status.as_u16(), 404);
    assert_eq!(response.headers["twilio-request-id"], "RQ1");
    assert!(response.body.starts_with(br#"{"code":20404"#));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(error.code(), Some(20404));
    assert!(error.is_not_found());
    assert!(!error.is_retryable());
    assert!(error.source().is_none());
    assert_eq!(error.to_string(), format!("the service refused the request with status 404, code 20404: {message}"));
}

#[tokio::test]
async fn part_of_an_envelope_is_used() {
    type Said = (Option<i64>, &'static str, Option<&'static str>);
    let cases: [(_, Said); 10] = [
        (json!({ "message": "no" }), (None, "no", None)),
        (json!({ "code": 20001, "message": "no" }), (Some(20001), "no", None)),
        (json!({ "more_info": "https://x", "message": "no" }), (None, "no", Some("https://x"))),
        (json!({ "code": "20001", "message": "no" }), (None, "no", None)),
        (json!({ "code": 1.5, "message": "no", "more_info": 3 }), (None, "no", None)),
        (json!({ "code": null, "message": "no", "more_info": null, "status": null }), (None, "no", None)),
        (json!({ "code": 20001, "message": "no", "details": { "a": [1] } }), (Some(20001), "no", None)),
        (json!({ "code": 20001, "message": null }), (Some(20001), r#"{"code":20001,"message":null}"#, None)),
        (json!({ "code": -1 }), (Some(-1), r#"{"code":-1}"#, None)),
        (json!(["message"]), (None, r#"["message"]"#, None)),
    ];
    for (body, expected) in cases {
        let error = refusal(Answer::json(body.to_string()).with_status(400)).await;
        let Error::Api { status, code, message, more_info, .. } = &error else { panic!("{body}: {error:?}") };
        assert_eq!((*code, &**message, more_info.as_deref()), expected, "{body}");
        assert_eq!(status.as_u16(), 400);
    }
}

#[tokio::test]
async fn the_status_is_that_of_the_answer_and_not_of_the_envelope() {
    let body = json!({ "code": 20404, "message": "no", "status": 404 }).to_string();
    let error = refusal(Answer::json(body).with_status(400)).await;
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert!(!error.is_not_found());
}

#[tokio::test]
async fn other_bodies_are_shown() {
    let page = "<html><body>502 Bad Gateway</body></html>";
    let long = "x".repeat(5000);
    let cases: [(u16, &[u8], &str); 6] = [
        (502, page.as_bytes(), page),
        (500, b"", "Internal Server Error"),
        (404, b"", "Not Found"),
        (400, b"{\"message\":", "{\"message\":"),
        (400, b"\xff\xfe", "\u{fffd}\u{fffd}"),
        (503, b"null", "null"),
    ];
    for (status, body, expected) in cases {
        let error = refusal(Answer::status(status).body(body)).await;
        let Error::Api { code, message, more_info, response, .. } = &error else { panic!("{error:?}") };
        assert_eq!((message.as_str(), *code, more_info), (expected, None, &None), "{status}");
        assert_eq!(response.body, body);
        assert!(error.to_string().contains(&format!("status {status}: {expected}")), "{error}");
    }
    let error = refusal(Answer::status(500).body(long.as_bytes())).await;
    let Error::Api { message, response, .. } = &error else { panic!("{error:?}") };
    assert!((100..1000).contains(&message.len()), "an excerpt, not {} bytes", message.len());
    assert_eq!(response.body, long.as_bytes());
}

#[tokio::test]
async fn a_status_without_a_name_has_a_message() {
    let error = refusal(Answer::status(599)).await;
    assert_eq!(error.to_string(), "the service refused the request with status 599: no reason given");
}

#[tokio::test]
async fn redirects_are_not_followed_and_take_no_credentials_elsewhere() {
    let elsewhere = Server::start([Answer::json(r#"{"sid":"FP1"}"#)]).await;
    for status in [301, 302, 303, 307, 308] {
        let target = format!("{}/v1/PluginService/Plugins/crm", elsewhere.url());
        for location in [target.as_str(), "/v1/PluginService/Plugins/other"] {
            let server = Server::start([Answer::status(status).header("Location", location)]).await;
            let client = client(&server);
            let refused: [Result<_>; 2] =
                [client.plugins().fetch("crm").await, client.plugins().create("crm").description("d").await];
            for result in refused {
                let error = result.expect_err("a redirect is no success");
                let Error::Api { response, retryable: false, .. } = &error else { panic!("{error:?}") };
                assert_eq!(response.status.as_u16(), status);
                assert_eq!(response.headers["location"], location);
            }
            assert_eq!(server.requests().len(), 2, "{status}");
        }
    }
    assert_eq!(elsewhere.requests(), []);
}

#[tokio::test]
async fn other_statuses_that_are_no_success_are_refusals() {
    for status in [300, 304, 400, 401, 403, 405, 409, 410, 413, 418, 422, 429, 501] {
        let error = refusal(Answer::status(status)).await;
        assert!(matches!(error, Error::Api { .. }), "{status}: {error:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert!(!error.is_not_found());
    }
}

#[tokio::test]
async fn a_refusal_says_whether_the_call_may_be_repeated() {
    // The status, whether there is a Retry-After, and whether GET and POST may be repeated.
    for (status, after, get, post) in [
        (429, false, true, true),
        (429, true, true, true),
        (503, true, true, true),
        (503, false, true, false),
        (502, true, true, false),
        (500, true, true, false),
        (500, false, true, false),
        (502, false, true, false),
        (504, false, true, false),
        (501, false, true, false),
        (400, true, false, false),
        (401, false, false, false),
        (404, true, false, false),
        (409, false, false, false),
        (302, true, false, false),
    ] {
        let mut answer = Answer::error(status, 1, "no");
        if after {
            answer = answer.header("Retry-After", "0");
        }
        let server = Server::start([answer]).await;
        let client = builder(&server.url()).no_retry().build().expect("the settings are fine");
        let error = client.plugins().fetch("crm").await.expect_err("a refusal");
        assert_eq!(error.is_retryable(), get, "GET, {status}, Retry-After: {after}");
        let error = client.plugins().update("crm").await.expect_err("a refusal");
        assert_eq!(error.is_retryable(), post, "POST, {status}, Retry-After: {after}");
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_refusal_whose_body_breaks_off_is_still_a_refusal() {
    let answer = Answer::error(409, 20409, "unique name already in use").header("Twilio-Request-Id", "RQ1");
    for answer in [
        answer.clone().cut_after(0),
        answer.clone().cut_after(20),
        answer.clone().chunked(7).cut_after(20),
        answer.clone().stall_after(0),
        answer.clone().stall_after(20),
        answer.chunked(7).stall_after(20),
    ] {
        let server = Server::start([answer]).await;
        let client = builder(&server.url()).try_timeout(Duration::from_millis(200));
        let client = client.build().expect("the settings are fine");
        let error = client.plugins().create("crm").await.expect_err("a refusal");
        let Error::Api { status, response, .. } = &error else { panic!("{error:?}") };
        assert_eq!(status.as_u16(), 409);
        assert_eq!(response.headers["twilio-request-id"], "RQ1");
        assert!(br#"{"code":20409,"messa"#.starts_with(&response.body), "{:?}", response.body);
    }
}

#[tokio::test]
async fn a_message_is_shown_up_to_a_reasonable_length() {
    let long = "日".repeat(5000);
    let error = refusal(Answer::error(400, 20001, &long)).await;
    let Error::Api { message, .. } = &error else { panic!("{error:?}") };
    assert_eq!(message, &long);
    let shown = error.to_string().chars().count();
    assert!((500..2000).contains(&shown), "{shown} characters");
}
