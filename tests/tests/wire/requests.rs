//! The exact requests of all operations.

use std::pin::Pin;

use contract_tests::clients::AUTHORIZATION;
use contract_tests::{Answer, Recorded, Server, client, examples};
use twilio_flex_plugins::models::ConfigurationPlugin;
use twilio_flex_plugins::{Client, PluginSid, PluginVersionSid, Result};

type Call = Pin<Box<dyn Future<Output = Result<()>>>>;

fn call<T: 'static>(builder: impl IntoFuture<Output = Result<T>> + 'static) -> Call {
    Box::pin(async move { builder.await.map(drop) })
}

/// Every operation with nothing but what it requires; a path argument is the name of its placeholder.
fn bare(client: &Client) -> Vec<(Call, &'static str, &'static str, Option<&'static str>)> {
    let (plugins, versions, releases) = (client.plugins(), client.plugin_versions(), client.releases());
    let (configurations, configured) = (client.configurations(), client.configured_plugins());
    vec![
        (call(plugins.list()), "GET", "/Plugins", None),
        (call(plugins.create("crm")), "POST", "/Plugins", Some("UniqueName=crm")),
        (call(plugins.fetch("Sid")), "GET", "/Plugins/Sid", None),
        (call(plugins.update("Sid")), "POST", "/Plugins/Sid", Some("")),
        (call(plugins.archive("Sid")), "POST", "/Plugins/Sid/Archive", None),
        (call(versions.list("PluginSid")), "GET", "/Plugins/PluginSid/Versions", None),
        (
            call(versions.create("PluginSid", "1.0.0", "https://cdn.example/crm.js")),
            "POST",
            "/Plugins/PluginSid/Versions",
            Some("Version=1.0.0&PluginUrl=https%3A%2F%2Fcdn.example%2Fcrm.js"),
        ),
        (call(versions.fetch("PluginSid", "Sid")), "GET", "/Plugins/PluginSid/Versions/Sid", None),
        (call(versions.archive("PluginSid", "Sid")), "POST", "/Plugins/PluginSid/Versions/Sid/Archive", None),
        (call(configurations.list()), "GET", "/Configurations", None),
        (call(configurations.create("2026-11-22")), "POST", "/Configurations", Some("Name=2026-11-22")),
        (call(configurations.fetch("Sid")), "GET", "/Configurations/Sid", None),
        (call(configurations.archive("Sid")), "POST", "/Configurations/Sid/Archive", None),
        (call(configured.list("ConfigurationSid")), "GET", "/Configurations/ConfigurationSid/Plugins", None),
        (
            call(configured.fetch("ConfigurationSid", "PluginSid")),
            "GET",
            "/Configurations/ConfigurationSid/Plugins/PluginSid",
            None,
        ),
        (call(releases.list()), "GET", "/Releases", None),
        (call(releases.create("FJ1")), "POST", "/Releases", Some("ConfigurationId=FJ1")),
        (call(releases.fetch("Sid")), "GET", "/Releases/Sid", None),
    ]
}

/// Every operation with all that it can be given.
fn full(client: &Client) -> Vec<(Call, &'static str, &'static str, Option<&'static str>)> {
    let (plugins, versions, releases) = (client.plugins(), client.plugin_versions(), client.releases());
    let (configurations, configured) = (client.configurations(), client.configured_plugins());
    macro_rules! page {
        ($list:expr) => {
            call($list.page_size(1000).page(2).page_token("PT a&b").flex_metadata("who"))
        };
    }
    const PAGE: &str = "PageSize=1000&Page=2&PageToken=PT%20a%26b";
    let in_query = |path: &str| -> &'static str { format!("{path}?{PAGE}").leak() };
    vec![
        (page!(plugins.list()), "GET", in_query("/Plugins"), None),
        (
            call(plugins.create("crm").friendly_name("CRM & more").description("é+ü").flex_metadata("who")),
            "POST",
            "/Plugins",
            Some("UniqueName=crm&FriendlyName=CRM%20%26%20more&Description=%C3%A9%2B%C3%BC"),
        ),
        (call(plugins.fetch("FP1").flex_metadata("who")), "GET", "/Plugins/FP1", None),
        (
            call(plugins.update("FP1").friendly_name("=").description("").flex_metadata("who")),
            "POST",
            "/Plugins/FP1",
            Some("FriendlyName=%3D&Description="),
        ),
        (call(plugins.archive("FP1").flex_metadata("who")), "POST", "/Plugins/FP1/Archive", None),
        (page!(versions.list("FP1")), "GET", in_query("/Plugins/FP1/Versions"), None),
        (
            call(
                versions
                    .create("FP1", "1.0.0+7", "https://cdn.example/a b.js?x=1&y=2")
                    .changelog("one\r\ntwo\tthree")
                    .private(true)
                    .cli_version("6.3.2")
                    .validate_status("success")
                    .flex_metadata("who"),
            ),
            "POST",
            "/Plugins/FP1/Versions",
            Some(
                "Version=1.0.0%2B7&PluginUrl=https%3A%2F%2Fcdn.example%2Fa%20b.js%3Fx%3D1%26y%3D2\
                 &Changelog=one%0D%0Atwo%09three&Private=true&CliVersion=6.3.2&ValidateStatus=success",
            ),
        ),
        (call(versions.fetch("FP1", "1.0.0").flex_metadata("who")), "GET", "/Plugins/FP1/Versions/1.0.0", None),
        (call(versions.archive("FP1", "FV1").flex_metadata("who")), "POST", "/Plugins/FP1/Versions/FV1/Archive", None),
        (page!(configurations.list()), "GET", in_query("/Configurations"), None),
        (
            call(
                configurations
                    .create("n")
                    .plugins([ConfigurationPlugin::new("FV1").phase(3), ConfigurationPlugin::new("FV2")])
                    .description("d")
                    .flex_metadata("who"),
            ),
            "POST",
            "/Configurations",
            Some(
                "Name=n&Plugins=%7B%22plugin_version%22%3A%22FV1%22%2C%22phase%22%3A3%7D\
                 &Plugins=%7B%22plugin_version%22%3A%22FV2%22%7D&Description=d",
            ),
        ),
        (call(configurations.fetch("FJ1").flex_metadata("who")), "GET", "/Configurations/FJ1", None),
        (call(configurations.archive("FJ1").flex_metadata("who")), "POST", "/Configurations/FJ1/Archive", None),
        (page!(configured.list("FJ1")), "GET", in_query("/Configurations/FJ1/Plugins"), None),
        (call(configured.fetch("FJ1", "crm").flex_metadata("who")), "GET", "/Configurations/FJ1/Plugins/crm", None),
        (page!(releases.list()), "GET", in_query("/Releases"), None),
        (call(releases.create("FJ1").flex_metadata("who")), "POST", "/Releases", Some("ConfigurationId=FJ1")),
        (call(releases.fetch("Active").flex_metadata("who")), "GET", "/Releases/Active", None),
    ]
}

/// The headers, names in lower case, sorted; without the length of a body that is empty, which has a test of its own.
fn headers(request: &Recorded) -> Vec<(String, String)> {
    let mut headers: Vec<_> =
        request.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect();
    headers.retain(|(name, _)| name != "content-length" || !request.body.is_empty());
    headers.sort();
    headers
}

/// The headers that a request has to have, and no others.
fn expected_headers(server: &Server, body: Option<&str>, metadata: Option<&str>) -> Vec<(String, String)> {
    let host = server.url().replace("http://", "");
    let length = body.unwrap_or_default().len().to_string();
    let agent = format!("twilio-flex-plugins/{}", crate_version());
    let mut headers = vec![("accept", "application/json"), ("authorization", AUTHORIZATION)];
    if !body.unwrap_or_default().is_empty() {
        headers.push(("content-length", &length));
    }
    if body.is_some() {
        headers.push(("content-type", "application/x-www-form-urlencoded"));
    }
    headers.extend(metadata.map(|value| ("flex-metadata", value)));
    headers.extend([("host", &*host), ("user-agent", &agent)]);
    headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The version that the manifest of the crate under test states.
fn crate_version() -> &'static str {
    let manifest = include_str!("../../../generated/Cargo.toml");
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \"")).expect("a crate has a version");
    line.trim_end_matches('"')
}

async fn check(
    calls: impl Fn(&Client) -> Vec<(Call, &'static str, &'static str, Option<&'static str>)>,
    metadata: Option<&str>,
) {
    let server = Server::start([Answer::json("{}")]).await;
    for (index, (call, method, target, body)) in calls(&client(&server)).into_iter().enumerate() {
        call.await.unwrap_or_else(|error| panic!("{method} {target}: {error:?}"));
        let requests = server.requests();
        assert_eq!(requests.len(), index + 1, "{method} {target}");
        let request = &requests[index];
        assert_eq!(request.method, method, "{target}");
        assert_eq!(request.target, format!("/v1/PluginService{target}"));
        assert_eq!(request.text(), body.unwrap_or_default(), "{method} {target}");
        assert_eq!(headers(request), expected_headers(&server, body, metadata), "{method} {target}");
    }
    assert_eq!(server.requests().len(), 18);
}

#[tokio::test]
async fn required_inputs_alone_make_a_complete_request() {
    check(bare, None).await;
}

#[tokio::test]
async fn all_inputs_arrive_where_they_belong() {
    check(full, Some("who")).await;
}

/// RFC 9110, section 8.6: a server may insist on it, and all official clients send it.
#[tokio::test]
async fn a_post_without_content_has_a_length_of_zero_and_a_get_has_none() {
    let server = Server::start([Answer::json("{}")]).await;
    for (call, method, target, body) in bare(&client(&server)) {
        call.await.unwrap_or_else(|error| panic!("{method} {target}: {error:?}"));
        let requests = server.requests();
        let length = requests.last().and_then(|request| request.header("Content-Length"));
        let expected = (method == "POST").then(|| body.unwrap_or_default().len().to_string());
        assert_eq!(length, expected.as_deref(), "{method} {target}");
    }
}

#[tokio::test]
async fn every_operation_of_the_document_has_its_method() {
    let described = examples::paths().iter().flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flat_map(|item| item.keys());
        let methods = methods.filter(|key| ["get", "post", "put", "patch", "delete"].contains(&key.as_str()));
        methods.map(|method| format!("{} {}", method.to_uppercase(), path.replace(['{', '}'], "")))
    });
    let mut described: Vec<String> = described.collect();
    described.sort();
    let server = Server::start([Answer::json("{}")]).await;
    let calls = bare(&client(&server)).into_iter();
    let mut called: Vec<String> =
        calls.map(|(_, method, path, _)| format!("{method} /v1/PluginService{path}")).collect();
    called.sort();
    assert_eq!(called, described);
}

#[tokio::test]
async fn a_setter_that_is_called_twice_counts_once() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    let list = client.plugins().list().page_size(1).page(7).page_size(2).page_token("a").page_token("b");
    let list = list.flex_metadata("first").flex_metadata("second");
    let create = client.plugins().create("crm").friendly_name("a").description("x").friendly_name("b");
    let one = || ConfigurationPlugin::new("FV1");
    let configuration =
        client.configurations().create("n").plugins([one(), one()]).description("d").plugins([one().phase(1).phase(2)]);
    list.await.expect("the answer is fine");
    create.await.expect("the answer is fine");
    configuration.await.expect("the answer is fine");

    let requests = server.requests();
    let mut query: Vec<&str> = requests[0].query().split('&').collect();
    query.sort_unstable();
    assert_eq!(query, ["Page=7", "PageSize=2", "PageToken=b"]);
    assert_eq!(requests[0].header_values("Flex-Metadata"), ["second"]);
    let mut form: Vec<&str> = requests[1].text().split('&').collect();
    form.sort_unstable();
    assert_eq!(form, ["Description=x", "FriendlyName=b", "UniqueName=crm"]);
    let mut form: Vec<&str> = requests[2].text().split('&').collect();
    form.sort_unstable();
    let plugin = "Plugins=%7B%22plugin_version%22%3A%22FV1%22%2C%22phase%22%3A2%7D";
    assert_eq!(form, ["Description=d", "Name=n", plugin]);
}

#[tokio::test]
async fn an_empty_list_of_plugins_sends_no_field() {
    let server = Server::start([Answer::json("{}")]).await;
    let create = client(&server).configurations().create("n");
    create.clone().plugins([]).await.expect("the answer is fine");
    create.plugins([ConfigurationPlugin::new("FV1")]).plugins(Vec::new()).await.expect("the answer is fine");
    for request in server.requests() {
        assert_eq!(request.text(), "Name=n");
    }
}

#[tokio::test]
async fn sids_and_texts_are_taken_owned_or_borrowed() {
    let server = Server::start([Answer::json("{}")]).await;
    let client = client(&server);
    let sid: PluginSid = "FP00000000000000000000000000000001".parse().expect("that is a SID");
    let version = PluginVersionSid::unchecked("FV1");
    client.plugins().fetch(&sid).await.expect("the answer is fine");
    client.plugins().fetch(String::from(sid.clone())).await.expect("the answer is fine");
    client.plugin_versions().fetch(sid, &version).await.expect("the answer is fine");
    client.configurations().create(String::from("n")).plugins([ConfigurationPlugin::new(version)]).await.expect("fine");
    let targets: Vec<String> = server.requests().into_iter().map(|request| request.target).collect();
    let plugin = "/v1/PluginService/Plugins/FP00000000000000000000000000000001";
    assert_eq!(targets, [plugin, plugin, &format!("{plugin}/Versions/FV1"), "/v1/PluginService/Configurations"]);
}
