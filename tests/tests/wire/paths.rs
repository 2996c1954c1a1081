//! Path arguments and base URLs: each argument is one segment, whatever it holds.

use contract_tests::clients::builder;
use contract_tests::{Answer, Server, client};
use twilio_flex_plugins::{Error, Result};

#[tokio::test]
async fn a_path_argument_stays_one_segment() {
    let server = Server::start([Answer::json("{}")]).await;
    let plugins = client(&server).plugins();
    let cases = [
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("100%", "100%25"),
        ("a%2Fb", "a%252Fb"),
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a\\b", "a%5Cb"),
        ("größe", "gr%C3%B6%C3%9Fe"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
        ("@scope/name", "%40scope%2Fname"),
        ("a;b=c&d:e,f", "a%3Bb%3Dc%26d%3Ae%2Cf"),
        ("%2e%2e", "%252e%252e"),
        ("...", "..."),
        ("..\\..", "..%5C.."),
        ("../..", "..%2F.."),
        (" ", "%20"),
        ("\t\r\n", "%09%0D%0A"),
        ("\0", "%00"),
        ("{Sid}", "%7BSid%7D"),
        ("A-Za-z0-9-._~", "A-Za-z0-9-._~"),
    ];
    for (argument, segment) in cases {
        plugins.fetch(argument).await.unwrap_or_else(|error| panic!("{argument:?}: {error}"));
        let requests = server.requests();
        let request = requests.last().expect("there was a request");
        assert_eq!(request.target, format!("/v1/PluginService/Plugins/{segment}"), "{argument:?}");
    }
    assert_eq!(server.requests().len(), cases.len());
}

#[tokio::test]
async fn arguments_fill_their_own_placeholders_in_order() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    client.plugin_versions().archive("{Sid}/x", "1.0.0+a/b").await.expect("the answer is fine");
    client.configured_plugins().fetch("a/Plugins/b", "?").await.expect("the answer is fine");
    let targets: Vec<String> = server.requests().into_iter().map(|request| request.target).collect();
    assert_eq!(targets[0], "/v1/PluginService/Plugins/%7BSid%7D%2Fx/Versions/1.0.0%2Ba%2Fb/Archive");
    assert_eq!(targets[1], "/v1/PluginService/Configurations/a%2FPlugins%2Fb/Plugins/%3F");
}

#[tokio::test]
async fn what_no_url_can_carry_is_refused_and_nothing_is_sent() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    fn message<T>(result: Result<T>) -> String {
        match result {
            Err(Error::Invalid { message, .. }) => message,
            Err(other) => panic!("{other:?}"),
            Ok(_) => panic!("it was sent"),
        }
    }
    for bad in ["", ".", ".."] {
        let refused = [
            (message(client.plugins().fetch(bad).await), "`Sid`"),
            (message(client.plugins().update(bad).friendly_name("x").await), "`Sid`"),
            (message(client.plugins().archive(bad).await), "`Sid`"),
            (message(client.plugins().fetch(bad).with_response().await), "`Sid`"),
            (message(client.plugin_versions().list(bad).await), "`PluginSid`"),
            (message(client.plugin_versions().create(bad, "1", "u").await), "`PluginSid`"),
            (message(client.plugin_versions().fetch(bad, "1").await), "`PluginSid`"),
            (message(client.plugin_versions().fetch("crm", bad).await), "`Sid`"),
            (message(client.plugin_versions().archive(bad, bad).await), "`PluginSid`"),
            (message(client.configurations().archive(bad).await), "`Sid`"),
            (message(client.configured_plugins().list(bad).await), "`ConfigurationSid`"),
            (message(client.configured_plugins().fetch("FJ1", bad).await), "`PluginSid`"),
            (message(client.releases().fetch(bad).await), "`Sid`"),
        ];
        for (message, name) in refused {
            assert!(message.contains(name) && message.contains(&format!("{bad:?}")), "{message}");
        }
        let mut stream = client.plugin_versions().list(bad).stream();
        message(stream.next().await.expect("there is an error"));
        assert!(stream.next().await.is_none());
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn an_empty_value_is_fine_where_it_is_not_a_path() {
    let server = Server::start([Answer::json("{}")]).await;
    client(&server).plugins().create("").description("").await.expect("the answer is fine");
    assert_eq!(server.request().text(), "UniqueName=&Description=");
}

#[tokio::test]
async fn the_path_of_the_base_url_comes_first() {
    for (path, prefix) in [
        ("", ""),
        ("/", ""),
        ("/mock", "/mock"),
        ("/mock/", "/mock"),
        ("/a/b%20c", "/a/b%20c"),
        ("/a b", "/a%20b"),
        ("/{Sid}", "/{Sid}"),
    ] {
        let server = Server::start([Answer::json("{}")]).await;
        let client = builder(&format!("{}{path}", server.url())).build().expect("the base URL is fine");
        client.plugins().fetch("crm").await.expect("the answer is fine");
        let target = server.request().target.replace("%7B", "{").replace("%7D", "}");
        assert_eq!(target, format!("{prefix}/v1/PluginService/Plugins/crm"), "{path:?}");
    }
}
