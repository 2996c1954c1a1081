//! `Sandbox`, as the tests of another project use it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use flex_sandbox::{Credential, Fault, Faults, Sandbox, StartError, When};

use crate::client::{ask, basic, receive, receive_raw, send};
use crate::{ACCOUNT, PLUGINS, SECRET};

fn given() -> Credential {
    format!("{ACCOUNT}:{SECRET}").parse().unwrap()
}

fn get(address: SocketAddr, path: &str) -> crate::client::Response {
    ask(address, "GET", path, &[])
}

#[tokio::test]
async fn a_sandbox_makes_up_an_account_and_answers() {
    // The client blocks the only thread of this runtime; the sandbox answers all the same.
    let sandbox = Sandbox::start().await.unwrap();
    assert_eq!(sandbox.url(), format!("http://{}", sandbox.address()));
    assert!(sandbox.address().ip().is_loopback());
    assert_eq!(sandbox.username(), sandbox.account());
    assert_eq!(sandbox.made_up().len(), 1);
    let authorization = basic(sandbox.username(), sandbox.password());
    let response = ask(sandbox.address(), "GET", PLUGINS, &[("authorization", &authorization)]);
    assert_eq!(response.status, 200);
    assert_eq!(response.json()["plugins"], serde_json::json!([]));
    assert_eq!(ask(sandbox.address(), "GET", PLUGINS, &[("authorization", &basic(ACCOUNT, SECRET))]).status, 401);
}

#[tokio::test]
async fn given_credentials_are_the_only_ones() {
    let sandbox = Sandbox::builder().credential(given()).start().await.unwrap();
    assert_eq!((sandbox.username(), sandbox.password(), sandbox.account()), (ACCOUNT, SECRET, ACCOUNT));
    assert!(sandbox.made_up().is_empty());
    let response = ask(sandbox.address(), "GET", PLUGINS, &[("authorization", &basic(ACCOUNT, SECRET))]);
    assert_eq!(response.status, 200);
    assert!(!format!("{sandbox:?}").contains(SECRET));
}

#[tokio::test]
async fn the_same_seed_makes_up_the_same_account() {
    let first = Sandbox::builder().seed(1).start().await.unwrap();
    let again = Sandbox::builder().seed(1).start().await.unwrap();
    let other = Sandbox::builder().seed(2).start().await.unwrap();
    let pair = |sandbox: &Sandbox| (sandbox.username().to_owned(), sandbox.password().to_owned());
    assert_eq!(pair(&first), pair(&again));
    assert_ne!(pair(&first), pair(&other));
}

#[tokio::test]
async fn e1_refusals_have_everything_around_them() {
    let sandbox = Sandbox::start().await.unwrap();
    let response = ask(sandbox.address(), "GET", PLUGINS, &[("origin", "https://flex.example.com")]);
    assert_eq!(response.status, 401);
    let body = response.json();
    assert_eq!(body["code"], 20003);
    assert_eq!(body["status"], 401);
    assert_eq!(body["more_info"], "https://www.twilio.com/docs/errors/20003");
    assert_eq!(response.header("content-type"), Some("application/json; charset=utf-8"));
    assert_eq!(response.header("www-authenticate"), Some(r#"Basic realm="Twilio API""#));
    assert_eq!(response.header("access-control-allow-origin"), Some("https://flex.example.com"));
    assert_eq!(response.header("access-control-allow-credentials"), Some("true"));
    assert_eq!(response.header("vary"), Some("Origin"));
}

#[tokio::test]
async fn s28_every_answer_has_an_id_of_its_own() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut ids = Vec::new();
    for path in [PLUGINS, PLUGINS, "/healthz", "/unknown"] {
        let response = get(sandbox.address(), path);
        let id = response.header("twilio-request-id").unwrap().to_owned();
        let hex = id.strip_prefix("RQ").unwrap();
        assert!(hex.len() == 32 && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{id}");
        ids.push(id);
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 4);
}

#[tokio::test]
async fn s25_a_preflight_request_needs_no_credentials() {
    let sandbox = Sandbox::start().await.unwrap();
    let asks = [
        ("origin", "https://flex.example.com"),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "authorization,content-type,flex-metadata,x-own"),
    ];
    let response = ask(sandbox.address(), "OPTIONS", PLUGINS, &asks);
    assert_eq!((response.status, response.body.as_str()), (204, ""));
    assert_eq!(response.header("access-control-allow-origin"), Some("https://flex.example.com"));
    assert_eq!(response.header("access-control-max-age"), Some("600"));
    let allowed = response.header("access-control-allow-headers").unwrap().to_lowercase();
    for name in ["authorization", "content-type", "flex-metadata", "x-own"] {
        assert!(allowed.split(", ").any(|allowed| allowed == name), "{allowed}");
    }
    assert!(response.header("allow").is_some());
}

#[tokio::test]
async fn e5_the_shells_own_routes_refuse_other_methods() {
    let sandbox = Sandbox::start().await.unwrap();
    for path in ["/healthz", "/openapi.yaml"] {
        let response = ask(sandbox.address(), "DELETE", path, &[]);
        assert_eq!(response.status, 405);
        assert_eq!(response.json()["code"], 20004);
        assert_eq!(response.header("allow"), Some("GET,HEAD"));
    }
}

#[tokio::test]
async fn health_is_seen_without_credentials() {
    let sandbox = Sandbox::start().await.unwrap();
    let response = get(sandbox.address(), "/healthz");
    assert_eq!((response.status, response.body.as_str()), (200, "ok"));
}

#[tokio::test]
async fn the_document_names_the_sandbox_and_changes_nothing_else() {
    let sandbox = Sandbox::start().await.unwrap();
    let response = ask(sandbox.address(), "GET", "/openapi.yaml", &[("host", "localhost:1")]);
    assert_eq!(response.status, 200);
    assert_eq!(response.header("content-type"), Some("application/yaml"));
    let original = include_str!("../../../spec/flex-plugins.yaml");
    let changed: Vec<_> =
        response.body.lines().zip(original.lines()).filter(|(served, original)| served != original).collect();
    assert_eq!(changed, [("  - url: 'http://localhost:1'", "  - url: 'https://flex-api.twilio.com'")]);
    assert_eq!(response.body.lines().count(), original.lines().count());
}

#[tokio::test]
async fn s9_urls_begin_as_the_client_knows_the_sandbox() {
    let sandbox = Sandbox::builder().credential(given()).start().await.unwrap();
    let url = |address, headers: &[(&str, &str)]| {
        let authorization = basic(ACCOUNT, SECRET);
        let headers: Vec<_> = headers.iter().copied().chain([("authorization", authorization.as_str())]).collect();
        ask(address, "GET", PLUGINS, &headers).json()["meta"]["url"].as_str().unwrap().to_owned()
    };
    let tail = format!("{PLUGINS}?PageSize=50&Page=0");
    let forwarded = [("host", "flex.test:9"), ("x-forwarded-host", "evil.example"), ("x-forwarded-proto", "https")];
    assert_eq!(url(sandbox.address(), &forwarded), format!("http://flex.test:9{tail}"));
    assert_eq!(url(sandbox.address(), &[("host", "a'b")]), format!("http://{}{tail}", sandbox.address()));

    let public = "https://flex.example.com/sandbox/".parse().unwrap();
    let sandbox = Sandbox::builder().credential(given()).public_url(public).start().await.unwrap();
    assert_eq!(sandbox.url(), "https://flex.example.com/sandbox");
    assert_eq!(url(sandbox.address(), &forwarded), format!("https://flex.example.com/sandbox{tail}"));
}

#[tokio::test]
async fn s29_a_reset_comes_without_a_byte() {
    for when in [When::Before, When::After] {
        let faults = Faults { rate: 1.0, kind: Fault::Reset, when, ..Faults::default() };
        let sandbox = Sandbox::builder().faults(faults).start().await.unwrap();
        let (bytes, end) = receive_raw(send(sandbox.address(), "GET", PLUGINS, &[]));
        assert_eq!(bytes, b"");
        assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
        assert_eq!(get(sandbox.address(), "/healthz").status, 200);
    }
}

#[tokio::test]
async fn s29_faults_have_headers_like_any_answer() {
    let faults = Faults { rate: 1.0, kind: Fault::TooManyRequests, ..Faults::default() };
    let sandbox = Sandbox::builder().faults(faults).start().await.unwrap();
    let response = get(sandbox.address(), PLUGINS);
    assert_eq!((response.status, response.json()["code"].as_u64()), (429, Some(20429)));
    assert_eq!(response.header("retry-after"), Some("1"));
    assert!(response.header("twilio-request-id").is_some());
    assert_eq!(response.header("access-control-allow-origin"), Some("*"));
}

#[tokio::test]
async fn dropping_a_sandbox_frees_its_port() {
    let faults = Faults { rate: 1.0, kind: Fault::Stall, ..Faults::default() };
    let sandbox = Sandbox::builder().faults(faults).start().await.unwrap();
    let address = sandbox.address();
    let stalled = send(address, "GET", PLUGINS, &[]);
    drop(sandbox);
    assert!(TcpStream::connect(address).is_err());
    let (bytes, _) = receive_raw(stalled);
    assert_eq!(bytes, b"");
    drop(TcpListener::bind(address).unwrap());
    let again = Sandbox::builder().listen(address).start().await.unwrap();
    assert_eq!(again.address(), address);
}

#[tokio::test]
async fn stopping_answers_what_is_in_flight() {
    let faults = Faults { latency: Duration::from_millis(300), ..Faults::default() };
    let sandbox = Sandbox::builder().faults(faults).start().await.unwrap();
    let address = sandbox.address();
    let in_flight = send(address, "GET", PLUGINS, &[]);
    // It was accepted before this one, and this one is answered.
    assert_eq!(get(address, "/healthz").status, 200);
    sandbox.stop().await;
    assert_eq!(receive(in_flight).status, 401);
    assert!(TcpStream::connect(address).is_err());
}

#[tokio::test]
async fn several_threads_answer_as_one_does() {
    let threads = std::num::NonZeroUsize::new(2).unwrap();
    let sandbox = Sandbox::builder().threads(threads).start().await.unwrap();
    assert_eq!(get(sandbox.address(), "/healthz").status, 200);
    sandbox.stop().await;
}

#[tokio::test]
async fn what_cannot_start_says_why() {
    let sandbox = Sandbox::start().await.unwrap();
    let error = Sandbox::builder().listen(sandbox.address()).start().await.unwrap_err();
    assert!(matches!(error, StartError::Listen { .. }), "{error}");
    assert!(error.to_string().contains(&sandbox.address().to_string()));

    let other = format!("{ACCOUNT}:other").parse().unwrap();
    let error = Sandbox::builder().credential(given()).credential(other).start().await.unwrap_err();
    assert!(matches!(error, StartError::Access(_)), "{error}");
    assert!(!format!("{error} {error:?}").contains(SECRET));

    let directory = tempfile::tempdir().unwrap();
    let error = Sandbox::builder().database(directory.path()).start().await.unwrap_err();
    assert!(matches!(error, StartError::Open(_)), "{error}");
}
