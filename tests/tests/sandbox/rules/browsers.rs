//! S25, `HEAD` and `OPTIONS`: what browsers ask besides.

use crate::setup::{OPERATIONS, SERVICE, start};
use crate::wire::{AUTHORIZED, Answer};

const ORIGIN: (&str, &str) = ("Origin", "https://flex.twilio.com");

/// Checks that the five headers let a script of `origin` send what the API needs.
#[track_caller]
fn lets_in(answer: &Answer, origin: &str, credentials: &str) {
    let header = |name| answer.header(name).unwrap_or_else(|| panic!("no {name}: {answer:?}"));
    let list = |name| header(name).to_lowercase().split(',').map(|item| item.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(header("access-control-allow-origin"), origin, "{}", answer.request);
    assert_eq!(header("access-control-allow-credentials"), credentials, "{}", answer.request);
    for method in ["get", "post", "options"] {
        assert!(list("access-control-allow-methods").iter().any(|item| item == method), "{method}: {answer:?}");
    }
    for name in ["authorization", "content-type", "flex-metadata"] {
        assert!(list("access-control-allow-headers").iter().any(|item| item == name), "{name}: {answer:?}");
    }
    assert!(list("access-control-expose-headers").iter().any(|item| item == "twilio-request-id"), "{answer:?}");
    assert!(list("vary").iter().any(|item| item == "origin"), "{answer:?}");
}

#[tokio::test]
async fn s25_the_five_headers_are_on_successes_and_refusals() {
    let setup = start().await;
    for (headers, origin, credentials) in [(&[AUTHORIZED][..], "*", "false"), (&[AUTHORIZED, ORIGIN], ORIGIN.1, "true")]
    {
        for (method, path) in
            [("GET", "/Plugins"), ("GET", "/Plugins/one"), ("POST", "/Plugins"), ("PUT", "/Plugins"), ("GET", "/")]
        {
            lets_in(&setup.send(method, &format!("{SERVICE}{path}"), headers, "").await, origin, credentials);
        }
    }
    let refused = setup.send("GET", &format!("{SERVICE}/Plugins"), &[ORIGIN], "").await;
    refused.refused(401, 20003);
    lets_in(&refused, ORIGIN.1, "true");
}

#[tokio::test]
async fn s25_preflight_requests_need_no_credentials() {
    let setup = start().await;
    let asks = [ORIGIN, ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization")];
    for (_, path) in OPERATIONS {
        let answer = setup.send("OPTIONS", &format!("{SERVICE}{path}"), &asks, "").await;
        assert!(matches!(answer.status, 200 | 204), "{answer:?}");
        lets_in(&answer, ORIGIN.1, "true");
    }
}

#[tokio::test]
async fn options_say_what_a_path_has() {
    let setup = start().await;
    for (path, allowed) in [
        ("/Plugins", "GET, HEAD, POST, OPTIONS"),
        ("/Plugins/one", "GET, HEAD, POST, OPTIONS"),
        ("/Plugins/one/Archive", "POST, OPTIONS"),
        ("/Plugins/one/Versions/1.0.0", "GET, HEAD, OPTIONS"),
        ("/Configurations/x", "GET, HEAD, OPTIONS"),
        ("/Configurations/x/Plugins", "GET, HEAD, OPTIONS"),
        ("/Releases", "GET, HEAD, POST, OPTIONS"),
        ("/Releases/Active", "GET, HEAD, OPTIONS"),
    ] {
        let answer = setup.send("OPTIONS", &format!("{SERVICE}{path}"), &[], "").await;
        assert!(matches!(answer.status, 200 | 204) && answer.body.is_empty(), "{answer:?}");
        assert_eq!(answer.header("allow"), Some(allowed), "{path}");
    }
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let setup = start().await;
    let ids = setup.released().await;
    for (method, path) in OPERATIONS {
        let path = format!("{SERVICE}{path}").replace("FJ00000000000000000000000000000000", &ids.configuration);
        let head = setup.send("HEAD", &path, &[AUTHORIZED], "").await;
        assert_eq!(head.body, "", "{path}");
        if method == "GET" {
            let get = setup.send("GET", &path, &[AUTHORIZED], "").await;
            assert_eq!((head.status, get.status), (200, 200), "{path}");
            for name in ["content-type", "content-length", "access-control-allow-origin", "vary"] {
                assert!(get.header(name).is_some(), "{name} of {path}");
                assert_eq!(head.header(name), get.header(name), "{name} of {path}");
            }
        }
    }
    let unknown = setup.send("HEAD", &format!("{SERVICE}/Plugins/unknown"), &[AUTHORIZED], "").await;
    assert_eq!((unknown.status, unknown.body.as_str()), (404, ""));
}
