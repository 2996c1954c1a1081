//! What is wrong before anything is sent, and what callers find missing afterwards.

use std::error::Error as _;

use contract_tests::clients::{AUTHORIZATION, PASSWORD, USERNAME, builder};
use contract_tests::{Answer, Server, client};
use twilio_flex_plugins::models::{
    ArchivedConfiguration, ArchivedPlugin, ArchivedPluginVersion, Configuration, ConfiguredPlugin, Plugin,
    PluginVersion, Release,
};
use twilio_flex_plugins::{
    AccountSid, CallOptions, Client, ConfigurationSid, Error, PluginSid, PluginVersionSid, ReleaseSid, Result,
};

/// The message of an error that must be [`Error::Invalid`], and looks like it.
fn invalid<T>(result: Result<T>, what: &str) -> String {
    let Err(error) = result else { panic!("{what} was accepted") };
    let Error::Invalid { message, .. } = &error else { panic!("{what}: {error:?}") };
    assert_eq!((error.status(), error.code(), error.response()), (None, None, None));
    assert!(!error.is_retryable() && !error.is_not_found() && error.source().is_none());
    assert_eq!(&error.to_string(), message);
    message.clone()
}

#[test]
fn base_urls_that_are_no_base_urls_are_refused() {
    for url in [
        "",
        "127.0.0.1:4010",
        "localhost",
        "/v1",
        "//localhost",
        "https://",
        "http://localhost:99999",
        "ftp://127.0.0.1",
        "file:///tmp",
        "data:,x",
        "wss://127.0.0.1",
        "https://user@flex-api.twilio.com",
        "https://user:SECRET@flex-api.twilio.com",
        "https://:SECRET@flex-api.twilio.com",
        "https://flex-api.twilio.com?a=b",
        "https://flex-api.twilio.com/?",
        "https://flex-api.twilio.com/#top",
    ] {
        let message = invalid(builder(url).build(), url);
        assert!(message.contains("base URL"), "{url}: {message}");
        assert!(!message.contains("SECRET"), "{message}");
    }
}

#[test]
fn plain_http_is_for_this_machine_unless_allowed() {
    for url in [
        "http://localhost",
        "http://LOCALHOST:4010",
        "http://127.0.0.1",
        "http://127.8.9.10:1/x",
        "http://[::1]:4010",
        "http://0x7f.1",
    ] {
        builder(url).build().unwrap_or_else(|error| panic!("{url}: {error}"));
    }
    for url in [
        "http://flex-api.twilio.com",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://my-localhost",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://[::2]",
        "http://[fe80::1]",
    ] {
        let message = invalid(builder(url).build(), url);
        assert!(message.contains("http") && message.contains("allow_http"), "{message}");
        builder(url).allow_http(true).build().unwrap_or_else(|error| panic!("{url}: {error}"));
        invalid(builder(url).allow_http(true).allow_http(false).build(), url);
        builder(&url.replace("http:", "https:")).build().unwrap_or_else(|error| panic!("{url}: {error}"));
    }
    invalid(builder("ftp://localhost").allow_http(true).build(), "another scheme");
}

#[test]
fn credentials_must_fit_into_the_header() {
    for username in ["", "AC1:", ":", "a:b"] {
        let message = invalid(Client::builder().credentials(username, "SECRET").build(), username);
        assert!(message.contains("username") && !message.contains("SECRET"), "{message}");
    }
    let message = invalid(Client::builder().build(), "no credentials");
    assert!(message.contains("credentials"), "{message}");
}

#[tokio::test]
async fn header_values_with_line_breaks_are_refused_and_nothing_is_sent() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    for value in ["SECRET\r\nX-Evil: 1", "SECRET\n", "\rSECRET", "SEC\0RET", "SECRET\u{7f}", "\u{1}SECRET"] {
        let results = [
            ("Flex-Metadata", invalid(client.plugins().list().flex_metadata(value).await, value)),
            ("Flex-Metadata", invalid(client.plugins().create("crm").flex_metadata(value).await, value)),
            (
                "Flex-Metadata",
                invalid(client.releases().fetch("Active").flex_metadata(value).with_response().await, value),
            ),
            (
                "X-Key",
                invalid(client.plugins().fetch("a").with(CallOptions::new().header("X-Key", value)).await, value),
            ),
            ("X-Key", invalid(client.plugins().list().with(CallOptions::new().header("X-Key", value)).await, value)),
        ];
        for (name, message) in results {
            assert!(message.contains(name), "{message}");
            assert!(!message.contains("SEC"), "{message}");
        }
    }
    for name in ["", "a b", "X-Key:", "X\r\nY", "größe", "\0"] {
        let options = CallOptions::new().header(name, "SECRET");
        let message = invalid(client.plugins().fetch("a").with(options).await, name);
        assert!(message.contains(&format!("{name:?}")) && !message.contains("SECRET"), "{message}");
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn headers_that_follow_from_the_request_are_refused_and_nothing_is_sent() {
    let server = Server::start([Answer::json("{}")]).await;
    for name in ["Host", "content-length", "Transfer-Encoding", "connection"] {
        let options = CallOptions::new().header(name, "0");
        let message = invalid(client(&server).plugins().create("crm").with(options).await, name);
        assert!(message.contains(&name.to_ascii_lowercase()), "{message}");
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn header_values_of_any_other_kind_are_sent() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    for value in ["", "a\tb", "größe", "a, b; c=\"d\"", "%0A"] {
        client.plugins().list().flex_metadata(value).await.expect("the answer is fine");
        let requests = server.requests();
        assert_eq!(requests.last().and_then(|request| request.header("Flex-Metadata")), Some(value));
        assert_eq!(requests.last().and_then(|request| request.header("Authorization")), Some(AUTHORIZATION));
    }
}

#[tokio::test]
async fn an_invalid_call_stays_invalid_when_it_is_cloned() {
    let server = Server::start([Answer::json("{}")]).await;
    let create = client(&server).plugins().create("crm").flex_metadata("\n");
    invalid(create.clone().friendly_name("x").await, "a clone");
    invalid(create.await, "the original");
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn an_input_that_is_set_once_more_is_judged_once_more() {
    let server = Server::start([Answer::json("{}")]).await;
    let list = client(&server).plugins().list();
    invalid(list.clone().flex_metadata("fine").flex_metadata("\n").await, "the last one counts");
    list.flex_metadata("\n").flex_metadata("fine").await.expect("the last one counts");
    assert_eq!(server.request().header("Flex-Metadata"), Some("fine"));
}

#[test]
fn accessors_name_what_the_service_left_out() {
    fn missing<T: std::fmt::Debug>(result: Result<T>, expected: &str) {
        let error = result.expect_err(expected);
        let Error::Missing { property, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*property, expected);
        assert_eq!((error.status(), error.code(), error.response()), (None, None, None));
        assert!(!error.is_retryable() && !error.is_not_found() && error.source().is_none());
        assert_eq!(error.to_string(), format!("the service did not say what `{expected}` is"));
    }
    missing(Plugin::default().sid(), "Plugin.sid");
    missing(Plugin::default().account_sid(), "Plugin.account_sid");
    missing(ArchivedPlugin::default().sid(), "ArchivedPlugin.sid");
    missing(ArchivedPlugin::default().account_sid(), "ArchivedPlugin.account_sid");
    missing(PluginVersion::default().sid(), "PluginVersion.sid");
    missing(PluginVersion::default().plugin_sid(), "PluginVersion.plugin_sid");
    missing(PluginVersion::default().account_sid(), "PluginVersion.account_sid");
    missing(ArchivedPluginVersion::default().sid(), "ArchivedPluginVersion.sid");
    missing(ArchivedPluginVersion::default().plugin_sid(), "ArchivedPluginVersion.plugin_sid");
    missing(ArchivedPluginVersion::default().account_sid(), "ArchivedPluginVersion.account_sid");
    missing(Configuration::default().sid(), "Configuration.sid");
    missing(Configuration::default().account_sid(), "Configuration.account_sid");
    missing(ArchivedConfiguration::default().sid(), "ArchivedConfiguration.sid");
    missing(ArchivedConfiguration::default().account_sid(), "ArchivedConfiguration.account_sid");
    missing(ConfiguredPlugin::default().account_sid(), "ConfiguredPlugin.account_sid");
    missing(ConfiguredPlugin::default().configuration_sid(), "ConfiguredPlugin.configuration_sid");
    missing(ConfiguredPlugin::default().plugin_sid(), "ConfiguredPlugin.plugin_sid");
    missing(ConfiguredPlugin::default().plugin_version_sid(), "ConfiguredPlugin.plugin_version_sid");
    missing(Release::default().sid(), "Release.sid");
    missing(Release::default().account_sid(), "Release.account_sid");
    missing(Release::default().configuration_sid(), "Release.configuration_sid");
}

#[test]
fn parsing_a_sid_checks_its_form() {
    fn check<T: std::str::FromStr + AsRef<str>>(prefix: &str)
    where
        Error: From<T::Err>,
    {
        let digits = "0123456789abcdefABCDEF0000000000";
        let good = format!("{prefix}{digits}");
        let sid = good.parse::<T>().map_err(Error::from).unwrap_or_else(|error| panic!("{good}: {error}"));
        assert_eq!(sid.as_ref(), good);
        let lower = format!("{}{digits}", prefix.to_lowercase());
        let other = format!("SK{digits}");
        for bad in [
            "",
            prefix,
            digits,
            &lower,
            &other,
            &good[..33],
            &format!("{good}0"),
            &format!("{good}\n"),
            &format!(" {good}"),
            &good.replace('9', "g"),
            &good.replace('9', "é"),
            &good.replace('9', "٣"),
        ] {
            let message = invalid(bad.parse::<T>().map_err(Error::from), bad);
            assert!(message.contains(&format!("{bad:?}")) && message.contains(prefix), "{message}");
        }
    }
    check::<AccountSid>("AC");
    check::<PluginSid>("FP");
    check::<PluginVersionSid>("FV");
    check::<ConfigurationSid>("FJ");
    check::<ReleaseSid>("FK");
}

#[test]
fn credentials_of_unusual_characters_are_accepted() {
    for password in ["", "a:b", "ü🦀", PASSWORD] {
        Client::builder()
            .credentials(USERNAME, password)
            .build()
            .unwrap_or_else(|error| panic!("{password:?}: {error}"));
    }
    // Such as the end of the file that a password was read from.
    for password in ["secret\n", "\0"] {
        let message = invalid(Client::builder().credentials(USERNAME, password).build(), password);
        assert!(message.contains("control character") && !message.contains("secret"), "{message}");
    }
}
