//! Versions of plugins.

use contract_tests::clients::USERNAME;
use twilio_flex_plugins::models::{ArchivedPluginVersion, PluginVersion};
use twilio_flex_plugins::{AccountSid, PluginSid, PluginVersionSid};

use super::{only_page, time};
use crate::setup::{Setup, sid, start};

const URL: &str = "https://example.com/plugin.js?build=1&part=a+b#top";

/// A version `1.0.0` as it is when only what is required was given, created by the second change.
fn plain(setup: &Setup, plugin: &str, sid: &str) -> PluginVersion {
    PluginVersion {
        sid: Some(PluginVersionSid::unchecked(sid)),
        plugin_sid: Some(PluginSid::unchecked(plugin)),
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        version: Some("1.0.0".to_owned()),
        plugin_url: Some(URL.to_owned()),
        changelog: Some(String::new()),
        private: Some(false),
        archived: Some(false),
        validated: Some(false),
        date_created: time(2),
        url: Some(setup.url(&format!("/Plugins/{plugin}/Versions/{sid}"))),
    }
}

/// A plugin `one`, and its version `1.0.0`.
async fn version(setup: &Setup) -> (String, String) {
    let plugin = setup.plugin("one").await;
    let version = setup.client.plugin_versions().create("one", "1.0.0", URL).await.expect("a version");
    (plugin, sid(version.sid()))
}

#[tokio::test]
async fn create_by_sid_and_by_name() {
    let setup = start().await;
    let plugin = setup.plugin("one").await;
    let versions = setup.client.plugin_versions();
    let created = versions.create("one", "1.0.0", URL).await.expect("a version");
    let version = created.sid().expect("a SID").as_str();
    assert!(version.parse::<PluginVersionSid>().is_ok(), "{version}");
    assert_eq!(created, plain(&setup, &plugin, version));

    let create = versions.create(&plugin, "2.0.0-rc.1+5", URL).changelog("All\r\nnew: ü & +").private(true);
    let create = create.cli_version("6.3.2").validate_status("success").flex_metadata("ignored");
    let full = create.with_response().await.expect("a version");
    assert_eq!(full.status, 201);
    let expected = PluginVersion {
        version: Some("2.0.0-rc.1+5".to_owned()),
        changelog: Some("All\r\nnew: ü & +".to_owned()),
        private: Some(true),
        validated: Some(true),
        date_created: time(3),
        ..plain(&setup, &plugin, full.value.sid().expect("a SID").as_str())
    };
    assert_eq!(full.value, expected);
}

#[tokio::test]
async fn fetch_by_sid_and_by_version_string() {
    let setup = start().await;
    let (plugin, version) = version(&setup).await;
    for (plugin_id, id) in
        [(plugin.as_str(), version.as_str()), ("one", &version), (&plugin, "1.0.0"), ("one", "1.0.0")]
    {
        let fetch = setup.client.plugin_versions().fetch(plugin_id, id).flex_metadata("ignored");
        let fetched = fetch.with_response().await.expect("a version");
        assert_eq!(fetched.status, 200);
        assert_eq!(fetched.value, plain(&setup, &plugin, &version), "{plugin_id} {id}");
    }
}

#[tokio::test]
async fn list_by_sid_and_by_name() {
    let setup = start().await;
    let (plugin, first) = version(&setup).await;
    // Neither the greater version nor the one that was archived last comes first: the newest does.
    let second = setup.version("one", "0.9.0").await;
    setup.client.plugin_versions().archive("one", &first).await.expect("an archival");
    for id in [plugin.as_str(), "one"] {
        let page = setup.client.plugin_versions().list(id).flex_metadata("ignored").await.expect("a page");
        assert_eq!(page.items.len(), 2);
        assert_eq!(page.items[0].sid().expect("a SID").as_str(), second);
        assert_eq!(page.items[1], PluginVersion { archived: Some(true), ..plain(&setup, &plugin, &first) });
        let path = format!("/Plugins/{plugin}/Versions");
        assert_eq!(page.envelope()["meta"], only_page(&setup, &path, "plugin_versions"), "{id}");
    }
}

#[tokio::test]
async fn archive_by_sid_and_by_version_string() {
    let setup = start().await;
    let (plugin, first) = version(&setup).await;
    let archive = setup.client.plugin_versions().archive("one", "1.0.0").flex_metadata("ignored");
    let archived = archive.with_response().await.expect("an archival");
    assert_eq!(archived.status, 200);
    let expected = ArchivedPluginVersion {
        sid: Some(PluginVersionSid::unchecked(first.as_str())),
        plugin_sid: Some(PluginSid::unchecked(plugin.as_str())),
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        version: Some("1.0.0".to_owned()),
        plugin_url: Some(URL.to_owned()),
        changelog: Some(String::new()),
        private: Some(false),
        archived: Some(true),
        date_created: time(2),
        url: Some(setup.url(&format!("/Plugins/{plugin}/Versions/{first}/Archive"))),
    };
    assert_eq!(archived.value, expected);

    let second = setup.version("one", "2.0.0").await;
    setup.client.plugin_versions().archive(&plugin, &second).await.expect("an archival");
    let fetched = setup.client.plugin_versions().fetch("one", "2.0.0").await.expect("a version");
    assert_eq!(fetched.archived, Some(true));
}
