//! Clients from the environment, each in a process of its own.

use std::collections::BTreeMap;
use std::process::Command;

use contract_tests::clients::builder;
use contract_tests::{Answer, Refusing, Server};

/// What `src/bin/from-env.rs` prints with these variables and no others.
async fn run(variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_from-env"));
    command.env_clear().envs(variables.iter().copied().collect::<BTreeMap<_, _>>());
    command.args(arguments);
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.expect("nothing panics").expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program writes text")
}

/// `Authorization` of a call that a client with these variables makes.
async fn authorization(variables: &[(&str, &str)]) -> String {
    let server = Server::start([Answer::json("{}")]).await;
    let url = server.url();
    let output = run(&[variables, &[("TWILIO_FLEX_BASE_URL", &*url)]].concat(), &["call"]).await;
    assert!(output.contains("called: Ok(Plugin"), "{output}");
    server.request().header("Authorization").expect("there are credentials").to_owned()
}

const ACCOUNT: [(&str, &str); 2] = [("TWILIO_ACCOUNT_SID", "AC1"), ("TWILIO_AUTH_TOKEN", "token-of-account")];
const KEY: [(&str, &str); 2] = [("TWILIO_API_KEY", "SK1"), ("TWILIO_API_SECRET", "secret-of-key")];
/// `AC1:token-of-account` and `SK1:secret-of-key`.
const OF_ACCOUNT: &str = "Basic QUMxOnRva2VuLW9mLWFjY291bnQ=";
const OF_KEY: &str = "Basic U0sxOnNlY3JldC1vZi1rZXk=";

#[tokio::test]
async fn the_first_complete_pair_counts() {
    assert_eq!(authorization(&ACCOUNT).await, OF_ACCOUNT);
    assert_eq!(authorization(&KEY).await, OF_KEY);
    assert_eq!(authorization(&[ACCOUNT, KEY].concat()).await, OF_ACCOUNT);
    for half in ACCOUNT {
        assert_eq!(authorization(&[&[half], &KEY[..]].concat()).await, OF_KEY);
    }
    // Usual with API keys: the SID of the account, which they belong to, beside them.
    assert_eq!(authorization(&[ACCOUNT[0], ("TWILIO_AUTH_TOKEN", ""), KEY[0], KEY[1]]).await, OF_KEY);
    assert_eq!(authorization(&[ACCOUNT[0], ACCOUNT[1], KEY[0], ("TWILIO_API_SECRET", "")]).await, OF_ACCOUNT);
}

#[tokio::test]
async fn incomplete_credentials_are_an_error_that_names_the_variables() {
    for variables in [
        vec![],
        vec![ACCOUNT[0]],
        vec![ACCOUNT[1]],
        vec![KEY[0]],
        vec![KEY[1]],
        vec![ACCOUNT[0], KEY[1]],
        vec![KEY[0], ACCOUNT[1]],
        vec![ACCOUNT[0], ("TWILIO_AUTH_TOKEN", "")],
        vec![("TWILIO_ACCOUNT_SID", ""), ACCOUNT[1]],
        vec![("TWILIO_ACCOUNT_SID", ""), ("TWILIO_AUTH_TOKEN", ""), ("TWILIO_API_KEY", ""), ("TWILIO_API_SECRET", "")],
    ] {
        let output = run(&variables, &["call"]).await;
        assert!(output.starts_with("not made: ") && output.contains("Invalid"), "{variables:?}: {output}");
        for (name, value) in [ACCOUNT, KEY].concat() {
            assert!(output.contains(name), "{variables:?}: {output}");
            assert!(!output.contains(value) || value.len() == 3, "{variables:?}: {output}");
        }
    }
}

#[tokio::test]
async fn the_base_url_is_the_documents_unless_there_is_another() {
    let empty = ("TWILIO_FLEX_BASE_URL", "");
    for variables in [ACCOUNT.to_vec(), vec![ACCOUNT[0], ACCOUNT[1], empty]] {
        let output = run(&variables, &[]).await;
        assert!(output.starts_with("made: ") && output.contains("https://flex-api.twilio.com"), "{output}");
    }
    for (url, made) in [
        ("https://flex-api.dev.twilio.com/x", true),
        ("http://127.0.0.1:4010", true),
        ("http://flex-api.twilio.com", false),
        ("flex-api.twilio.com", false),
    ] {
        let output = run(&[ACCOUNT[0], ACCOUNT[1], ("TWILIO_FLEX_BASE_URL", url)], &[]).await;
        assert_eq!(output.starts_with("made: "), made, "{output}");
        assert_eq!(output.contains(url), made, "{output}");
        assert!(made || output.contains("base URL"), "{output}");
    }
}

#[tokio::test]
async fn credentials_from_the_environment_are_checked_and_not_shown() {
    let output = run(&[("TWILIO_ACCOUNT_SID", "AC:1"), ACCOUNT[1]], &[]).await;
    assert!(output.starts_with("not made: "), "{output}");
    assert!(!output.contains(ACCOUNT[1].1), "{output}");
    let url = "https://AC1:token-of-account@flex-api.twilio.com";
    let output = run(&[ACCOUNT[0], ACCOUNT[1], ("TWILIO_FLEX_BASE_URL", url)], &[]).await;
    assert!(output.starts_with("not made: "), "{output}");
    assert!(!output.contains(ACCOUNT[1].1), "{output}");
    let output = run(&ACCOUNT, &[]).await;
    assert!(output.starts_with("made: ") && !output.contains(ACCOUNT[1].1), "{output}");
}

#[tokio::test]
async fn a_proxy_of_the_environment_sees_no_plain_http() {
    let proxy = Server::start([Answer::status(502)]).await;
    let server = Server::start([Answer::json("{}")]).await;
    let (proxy_url, url) = (proxy.url(), server.url());
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        let variables = [ACCOUNT[0], ACCOUNT[1], ("TWILIO_FLEX_BASE_URL", &*url), (name, &*proxy_url)];
        let output = run(&variables, &["call"]).await;
        assert!(output.contains("called: Ok(Plugin"), "{name}: {output}");
    }
    assert_eq!(server.requests().len(), 4);
    assert_eq!(proxy.requests(), []);
}

#[tokio::test]
async fn a_proxy_of_the_environment_forwards_https() {
    let proxy = Server::start([Answer::status(502)]).await;
    let refusing = Refusing::start();
    let (proxy_url, url) = (proxy.url(), refusing.url().replace("http:", "https:"));
    let variables = [ACCOUNT[0], ACCOUNT[1], ("TWILIO_FLEX_BASE_URL", &*url), ("https_proxy", &*proxy_url)];
    let output = run(&variables, &["call"]).await;
    assert!(output.contains("called: Err(Transport"), "{output}");
    let requests = proxy.requests();
    assert!(!requests.is_empty());
    for request in requests {
        assert_eq!((&*request.method, &*request.target), ("CONNECT", url.trim_start_matches("https://")));
        assert_eq!(request.header("Authorization"), None);
        assert_eq!(request.header("Proxy-Authorization"), None);
    }
}

#[tokio::test]
async fn settings_of_the_program_count_more_than_the_environment() {
    for variables in [&ACCOUNT[..], &KEY[..1], &[]] {
        let server = Server::start([Answer::json("{}")]).await;
        let url = server.url();
        let variables = [variables, &[("TWILIO_FLEX_BASE_URL", &*url)]].concat();
        let output = run(&variables, &["credentials", "call"]).await;
        assert!(output.contains("called: Ok(Plugin"), "{variables:?}: {output}");
        // `AC2:token-of-program`.
        assert_eq!(server.request().header("Authorization"), Some("Basic QUMyOnRva2VuLW9mLXByb2dyYW0="));
    }
}

#[tokio::test]
async fn a_builder_does_not_read_the_environment() {
    let proxy = Server::start([Answer::status(502)]).await;
    let refusing = Refusing::start();
    let (proxy_url, url) = (proxy.url(), refusing.url().replace("http:", "https:"));
    let variables = [&ACCOUNT[..], &[("https_proxy", &*proxy_url), ("TWILIO_FLEX_BASE_URL", &*proxy_url)]].concat();
    let output = run(&variables, &["credentials", "call", &url]).await;
    assert!(output.contains("called: Err(Transport"), "{output}");
    assert_eq!(proxy.requests(), []);
    let output = run(&variables, &[&url]).await;
    assert!(output.starts_with("not made: ") && !output.contains("TWILIO_"), "{output}");
}

#[tokio::test]
async fn a_builder_needs_no_environment() {
    let server = Server::start([Answer::json("{}")]).await;
    builder(&server.url()).build().expect("fine").plugins().fetch("crm").await.expect("the answer is fine");
    let error = twilio_flex_plugins::Client::builder().base_url(server.url()).build().expect_err("no credentials");
    assert!(!error.to_string().contains("TWILIO_"), "{error}");
    server.request();
}
