//! Plugins in configurations.

use contract_tests::clients::USERNAME;
use twilio_flex_plugins::models::{ConfigurationPlugin, ConfiguredPlugin};
use twilio_flex_plugins::{AccountSid, ConfigurationSid, PluginSid, PluginVersionSid};

use super::{only_page, time};
use crate::setup::{Setup, sid, start};

/// Two plugins in a configuration, the newer one first: the configuration, and both as they are there.
async fn configured(setup: &Setup) -> (String, [ConfiguredPlugin; 2]) {
    let create = setup.client.plugins().create("one").friendly_name("One").description("The first.");
    let one = sid(create.await.expect("a plugin").sid());
    let create = setup.client.plugin_versions().create("one", "1.0.0", "https://example.com/one.js");
    let version = sid(create.changelog("All new.").private(true).await.expect("a version").sid());
    let two = setup.plugin("two").await;
    let other_version = setup.version("two", "2.0.0").await;
    let entries = [ConfigurationPlugin::new(&other_version), ConfigurationPlugin::new(&version).phase(0)];
    let create = setup.client.configurations().create("both").description("Not shown.").plugins(entries);
    let configuration = sid(create.await.expect("a configuration").sid());

    let url = |plugin: &str| Some(setup.url(&format!("/Configurations/{configuration}/Plugins/{plugin}")));
    let first = ConfiguredPlugin {
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        configuration_sid: Some(ConfigurationSid::unchecked(configuration.as_str())),
        plugin_sid: Some(PluginSid::unchecked(one.as_str())),
        plugin_version_sid: Some(PluginVersionSid::unchecked(version)),
        phase: Some(0),
        plugin_url: Some("https://example.com/one.js".to_owned()),
        unique_name: Some("one".to_owned()),
        friendly_name: Some("One".to_owned()),
        description: Some("The first.".to_owned()),
        plugin_archived: Some(false),
        version: Some("1.0.0".to_owned()),
        changelog: Some("All new.".to_owned()),
        plugin_version_archived: Some(false),
        private: Some(true),
        date_created: time(5),
        url: url(&one),
    };
    let second = ConfiguredPlugin {
        plugin_sid: Some(PluginSid::unchecked(two.as_str())),
        plugin_version_sid: Some(PluginVersionSid::unchecked(other_version)),
        phase: Some(3),
        plugin_url: Some("https://example.com/plugin.js".to_owned()),
        unique_name: Some("two".to_owned()),
        friendly_name: Some("two".to_owned()),
        description: Some(String::new()),
        version: Some("2.0.0".to_owned()),
        changelog: Some(String::new()),
        private: Some(false),
        url: url(&two),
        ..first.clone()
    };
    (configuration, [second, first])
}

#[tokio::test]
async fn list_keeps_the_order_that_was_given() {
    let setup = start().await;
    let (configuration, expected) = configured(&setup).await;
    let page = setup.client.configured_plugins().list(&configuration).flex_metadata("ignored").await.expect("a page");
    assert_eq!(page.items, expected);
    let path = format!("/Configurations/{configuration}/Plugins");
    assert_eq!(page.envelope()["meta"], only_page(&setup, &path, "plugins"));

    let empty = setup.configuration(&[]).await;
    assert!(setup.client.configured_plugins().list(&empty).await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn fetch_by_sid_and_by_name() {
    let setup = start().await;
    let (configuration, [_, expected]) = configured(&setup).await;
    let plugin = expected.plugin_sid().expect("a SID").as_str();
    for id in [plugin, "one"] {
        let fetch = setup.client.configured_plugins().fetch(&configuration, id).flex_metadata("ignored");
        let fetched = fetch.with_response().await.expect("a plugin");
        assert_eq!(fetched.status, 200);
        assert_eq!(fetched.value, expected, "{id}");
    }
}
