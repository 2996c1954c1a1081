//! The examples of the API's makers, decoded: every member of every type.

use contract_tests::examples::example;
use contract_tests::{Answer, Server, client};
use jiff::Timestamp;
use serde_json::{Value, json};
use twilio_flex_plugins::models::{
    ArchivedConfiguration, ArchivedPlugin, ArchivedPluginVersion, Configuration, ConfiguredPlugin, Plugin,
    PluginVersion, Release,
};
use twilio_flex_plugins::{Client, Page, Result};

/// What a call returns when this example is the answer.
async fn answered<T>(name: &str, status: u16, call: impl AsyncFnOnce(Client) -> Result<T>) -> T {
    let server = Server::start([Answer::json(example(name).to_string()).with_status(status)]).await;
    call(client(&server)).await.unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn plugin(plugin: &Plugin) -> Value {
    json!({
        "sid": plugin.sid().expect("it is there").as_str(),
        "account_sid": plugin.account_sid().expect("it is there").as_str(),
        "unique_name": plugin.unique_name,
        "friendly_name": plugin.friendly_name,
        "description": plugin.description,
        "archived": plugin.archived,
        "date_created": plugin.date_created,
        "date_updated": plugin.date_updated,
        "url": plugin.url,
        "links": plugin.links.as_ref().map(|links| json!({ "plugin_versions": links.plugin_versions })),
    })
}

fn archived_plugin(plugin: &ArchivedPlugin) -> Value {
    json!({
        "sid": plugin.sid().expect("it is there").as_str(),
        "account_sid": plugin.account_sid().expect("it is there").as_str(),
        "unique_name": plugin.unique_name,
        "friendly_name": plugin.friendly_name,
        "description": plugin.description,
        "archived": plugin.archived,
        "date_created": plugin.date_created,
        "date_updated": plugin.date_updated,
        "url": plugin.url,
    })
}

fn version(version: &PluginVersion) -> Value {
    json!({
        "sid": version.sid().expect("it is there").as_str(),
        "plugin_sid": version.plugin_sid().expect("it is there").as_str(),
        "account_sid": version.account_sid().expect("it is there").as_str(),
        "version": version.version,
        "plugin_url": version.plugin_url,
        "changelog": version.changelog,
        "private": version.private,
        "archived": version.archived,
        "validated": version.validated,
        "date_created": version.date_created,
        "url": version.url,
    })
}

fn archived_version(version: &ArchivedPluginVersion) -> Value {
    json!({
        "sid": version.sid().expect("it is there").as_str(),
        "plugin_sid": version.plugin_sid().expect("it is there").as_str(),
        "account_sid": version.account_sid().expect("it is there").as_str(),
        "version": version.version,
        "plugin_url": version.plugin_url,
        "changelog": version.changelog,
        "private": version.private,
        "archived": version.archived,
        "date_created": version.date_created,
        "url": version.url,
    })
}

fn configuration(configuration: &Configuration) -> Value {
    json!({
        "sid": configuration.sid().expect("it is there").as_str(),
        "account_sid": configuration.account_sid().expect("it is there").as_str(),
        "name": configuration.name,
        "description": configuration.description,
        "archived": configuration.archived,
        "date_created": configuration.date_created,
        "url": configuration.url,
        "links": configuration.links.as_ref().map(|links| json!({ "plugins": links.plugins })),
    })
}

fn archived_configuration(configuration: &ArchivedConfiguration) -> Value {
    json!({
        "sid": configuration.sid().expect("it is there").as_str(),
        "account_sid": configuration.account_sid().expect("it is there").as_str(),
        "name": configuration.name,
        "description": configuration.description,
        "archived": configuration.archived,
        "date_created": configuration.date_created,
        "url": configuration.url,
    })
}

fn configured(plugin: &ConfiguredPlugin) -> Value {
    json!({
        "account_sid": plugin.account_sid().expect("it is there").as_str(),
        "configuration_sid": plugin.configuration_sid().expect("it is there").as_str(),
        "plugin_sid": plugin.plugin_sid().expect("it is there").as_str(),
        "plugin_version_sid": plugin.plugin_version_sid().expect("it is there").as_str(),
        "phase": plugin.phase,
        "plugin_url": plugin.plugin_url,
        "unique_name": plugin.unique_name,
        "friendly_name": plugin.friendly_name,
        "description": plugin.description,
        "plugin_archived": plugin.plugin_archived,
        "version": plugin.version,
        "changelog": plugin.changelog,
        "plugin_version_archived": plugin.plugin_version_archived,
        "private": plugin.private,
        "date_created": plugin.date_created,
        "url": plugin.url,
    })
}

fn release(release: &Release) -> Value {
    json!({
        "sid": release.sid().expect("it is there").as_str(),
        "account_sid": release.account_sid().expect("it is there").as_str(),
        "configuration_sid": release.configuration_sid().expect("it is there").as_str(),
        "date_created": release.date_created,
        "url": release.url,
    })
}

/// A page as the service would write it, apart from the name of its items.
fn page<T>(page: &Page<T>, key: &str, item: impl Fn(&T) -> Value) -> Value {
    let mut whole = page.envelope().clone();
    whole.insert(key.to_owned(), page.items.iter().map(item).collect());
    whole.into()
}

#[tokio::test]
async fn plugins_are_decoded_in_full() {
    for (name, status) in [("Plugin", 201), ("Plugin", 200), ("PluginUpdated", 200)] {
        let value = answered(name, status, async |client| client.plugins().create("unique-name").await).await;
        assert_eq!(plugin(&value), example(name));
    }
    let value = answered("Plugin", 200, async |client| client.plugins().fetch("unique-name").await).await;
    assert_eq!(plugin(&value), example("Plugin"));
    let value = answered("PluginUpdated", 200, async |client| client.plugins().update("unique-name").await).await;
    assert_eq!(plugin(&value), example("PluginUpdated"));
    let value = answered("ArchivedPlugin", 200, async |client| client.plugins().archive("unique-name").await).await;
    assert_eq!(archived_plugin(&value), example("ArchivedPlugin"));
}

#[tokio::test]
async fn plugin_versions_are_decoded_in_full() {
    for name in ["PluginVersion", "PluginVersionPrivate", "PluginVersionValidated"] {
        let create = async |client: Client| client.plugin_versions().create("FP1", "1.0.0", "u").await;
        assert_eq!(version(&answered(name, 201, create).await), example(name));
        let fetch = async |client: Client| client.plugin_versions().fetch("FP1", "1.0.0").await;
        assert_eq!(version(&answered(name, 200, fetch).await), example(name));
    }
    let archive = async |client: Client| client.plugin_versions().archive("FP1", "1.0.0").await;
    let value = answered("ArchivedPluginVersion", 200, archive).await;
    assert_eq!(archived_version(&value), example("ArchivedPluginVersion"));
}

#[tokio::test]
async fn configurations_are_decoded_in_full() {
    let name = "Configuration";
    let value = answered(name, 201, async |client| client.configurations().create("some name").await).await;
    assert_eq!(configuration(&value), example(name));
    let value = answered(name, 200, async |client| client.configurations().fetch("FJ1").await).await;
    assert_eq!(configuration(&value), example(name));
    let name = "ArchivedConfiguration";
    let value = answered(name, 200, async |client| client.configurations().archive("FJ1").await).await;
    assert_eq!(archived_configuration(&value), example(name));
    let name = "ConfiguredPlugin";
    let value = answered(name, 200, async |client| client.configured_plugins().fetch("FJ1", "crm").await).await;
    assert_eq!(configured(&value), example(name));
}

#[tokio::test]
async fn releases_are_decoded_in_full() {
    let value = answered("Release", 201, async |client| client.releases().create("FJ1").await).await;
    assert_eq!(release(&value), example("Release"));
    let value = answered("Release", 200, async |client| client.releases().fetch("Active").await).await;
    assert_eq!(release(&value), example("Release"));
}

#[tokio::test]
async fn lists_are_decoded_in_full() {
    for (suffix, items) in [("ListEmpty", 0), ("List", 1)] {
        let name = format!("Plugin{suffix}");
        let value = answered(&name, 200, async |client| client.plugins().list().await).await;
        assert_eq!((page(&value, "plugins", plugin), value.items.len()), (example(&name), items));
        let name = format!("PluginVersion{suffix}");
        let value = answered(&name, 200, async |client| client.plugin_versions().list("FP1").await).await;
        assert_eq!((page(&value, "plugin_versions", version), value.items.len()), (example(&name), items));
        let name = format!("Configuration{suffix}");
        let value = answered(&name, 200, async |client| client.configurations().list().await).await;
        assert_eq!((page(&value, "configurations", configuration), value.items.len()), (example(&name), items));
        let name = format!("ConfiguredPlugin{suffix}");
        let value = answered(&name, 200, async |client| client.configured_plugins().list("FJ1").await).await;
        assert_eq!((page(&value, "plugins", configured), value.items.len()), (example(&name), items));
        let name = format!("Release{suffix}");
        let value = answered(&name, 200, async |client| client.releases().list().await).await;
        assert_eq!((page(&value, "releases", release), value.items.len()), (example(&name), items));
    }
}

#[tokio::test]
async fn dates_are_timestamps() {
    let value = answered("Plugin", 200, async |client| client.plugins().fetch("crm").await).await;
    let created: Timestamp = value.date_created.expect("it is there");
    assert_eq!(created, Timestamp::constant(1_578_686_400, 0));
    assert_eq!(value.date_updated, Some(created));
}
