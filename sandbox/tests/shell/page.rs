//! The page for people over a real socket: who sees it, and what comes with it.

use std::net::SocketAddr;

use flex_sandbox::Sandbox;

use crate::client::{Response, ask, basic};
use crate::{ACCOUNT, SECRET};

const KEY: &str = "SK00000000000000000000000000000002";
const RESTRICTED: &str = "SK00000000000000000000000000000003";

async fn start() -> Sandbox {
    let account = format!("{ACCOUNT}:{SECRET}");
    let key = format!("{KEY}:{SECRET}@{ACCOUNT}");
    let restricted = format!("{RESTRICTED}:{SECRET}@{ACCOUNT}#restricted");
    let builder = [account, key, restricted]
        .iter()
        .fold(Sandbox::builder(), |builder, pair| builder.credential(pair.parse().expect("credentials")));
    builder.start().await.expect("a sandbox starts")
}

fn get(address: SocketAddr, username: &str) -> Response {
    ask(address, "GET", "/", &[("authorization", &basic(username, SECRET))])
}

#[tokio::test]
async fn the_page_asks_for_credentials() {
    let sandbox = start().await;
    let response = ask(sandbox.address(), "GET", "/", &[]);
    assert_eq!(response.status, 401);
    assert_eq!(response.header("www-authenticate"), Some(r#"Basic realm="flex-sandbox", charset="UTF-8""#));
    assert!(!response.body.contains(ACCOUNT));
    let response = get(sandbox.address(), RESTRICTED);
    assert_eq!(response.status, 403);
    assert_eq!(response.header("www-authenticate"), None);
    assert!(!response.body.contains(ACCOUNT));
}

#[tokio::test]
async fn the_commands_name_who_asks() {
    let sandbox = start().await;
    for username in [ACCOUNT, KEY] {
        let response = get(sandbox.address(), username);
        assert_eq!(response.status, 200);
        assert_eq!(response.header("content-type"), Some("text/html; charset=utf-8"));
        assert!(response.body.contains(&format!("curl -u <bdi dir=\"ltr\">{username}</bdi>")), "{}", response.body);
        assert!(response.body.contains(&format!("<title>Flex Plugins sandbox: {ACCOUNT}</title>")));
        assert!(!response.body.contains(SECRET));
    }
}

#[tokio::test]
async fn s25_the_page_is_for_no_other_site() {
    let sandbox = start().await;
    let origin = ("origin", "https://flex.example.com");
    let authorization = basic(ACCOUNT, SECRET);
    let preflight = [origin, ("access-control-request-method", "GET")];
    let answers = [
        (200, ask(sandbox.address(), "GET", "/", &[origin, ("authorization", &authorization)])),
        (401, ask(sandbox.address(), "GET", "/", &[origin])),
        (405, ask(sandbox.address(), "OPTIONS", "/", &preflight)),
        (204, ask(sandbox.address(), "GET", "/favicon.ico", &[origin])),
    ];
    for (status, response) in answers {
        assert_eq!(response.status, status);
        assert!(!response.head.to_lowercase().contains("access-control-"), "{}", response.head);
    }
}

#[tokio::test]
async fn a_browser_learns_that_there_is_no_icon() {
    let sandbox = start().await;
    let response = ask(sandbox.address(), "GET", "/favicon.ico", &[]);
    assert_eq!((response.status, response.body.as_str()), (204, ""));
}
