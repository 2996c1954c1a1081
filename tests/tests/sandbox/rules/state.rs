//! S17, S21 to S23, S26 and S29: what is remembered, and what changes it.

use std::time::Duration;

use flex_sandbox::{Fault, Faults, When};
use twilio_flex_plugins::models::ConfiguredPlugin;

use crate::setup::{SERVICE, start, start_with};
use crate::wire::{AUTHORIZED, FORM, not_found, refused};

#[tokio::test]
async fn s17_only_plugins_can_be_changed() {
    let setup = start().await;
    let ids = setup.released().await;
    let configuration = format!("/Configurations/{}", ids.configuration);
    let form =
        "UniqueName=x&FriendlyName=x&Description=x&Version=x&PluginUrl=https://x&Name=x&ConfigurationId=x&Phase=1";
    let paths = [
        format!("/Plugins/one/Versions/{}", ids.version),
        format!("{configuration}/Plugins/one"),
        format!("/Releases/{}", ids.release),
        configuration,
    ];
    for path in paths {
        let before = setup.get(&path).await.json();
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            setup.send(method, &format!("{SERVICE}{path}"), &[AUTHORIZED, FORM], form).await.refused(405, 20004);
        }
        assert_eq!(setup.get(&path).await.json(), before);
    }
}

#[tokio::test]
async fn s21_configured_plugins_show_their_plugin_as_it_is_now() {
    let setup = start().await;
    setup.plugin("one").await;
    let version = setup.version("one", "1.0.0").await;
    let configuration = setup.configuration(&[&version]).await;
    let fetch = async || setup.client.configured_plugins().fetch(&configuration, "one").await.expect("a plugin");
    let before = fetch().await;

    setup.version("one", "2.0.0").await;
    setup.client.plugins().update("one").friendly_name("New").description("Newer.").await.expect("a plugin");
    let friendly_name = Some("New".to_owned());
    let renamed = ConfiguredPlugin { friendly_name, description: Some("Newer.".to_owned()), ..before };
    assert_eq!(fetch().await, renamed);
    setup.client.plugin_versions().archive("one", "1.0.0").await.expect("an archival");
    assert_eq!(fetch().await, ConfiguredPlugin { plugin_version_archived: Some(true), ..renamed.clone() });
    setup.client.plugins().archive("one").await.expect("an archival");
    let archived = ConfiguredPlugin { plugin_version_archived: Some(true), plugin_archived: Some(true), ..renamed };
    assert_eq!(fetch().await, archived);
    assert_eq!(setup.client.configured_plugins().list(&configuration).await.expect("a page").items, [archived]);
}

#[tokio::test]
async fn s22_validated_follows_from_the_status() {
    let setup = start().await;
    setup.plugin("one").await;
    for (status, validated) in [(None, false), (Some("success"), true), (Some("failure"), false), (Some(""), false)] {
        let create = setup.client.plugin_versions().create("one", format!("{status:?}"), "https://example.com");
        let create = match status {
            Some(status) => create.validate_status(status),
            None => create,
        };
        assert_eq!(create.await.expect("a version").validated, Some(validated), "{status:?}");
    }
}

#[tokio::test]
async fn s23_what_is_left_out_has_a_default() {
    let setup = start().await;
    let plugin = setup.client.plugins().create("one").await.expect("a plugin");
    assert_eq!((plugin.friendly_name.as_deref(), plugin.description.as_deref()), (Some("one"), Some("")));
    let empty = setup.client.plugins().create("two").friendly_name("").description("").await.expect("a plugin");
    assert_eq!((empty.friendly_name.as_deref(), empty.description.as_deref()), (Some("two"), Some("")));
    let version = setup.client.plugin_versions().create("one", "1.0.0", "https://example.com").await;
    assert_eq!(version.expect("a version").changelog.as_deref(), Some(""));
    let configuration = setup.client.configurations().create("one").await.expect("a configuration");
    assert_eq!(configuration.description.as_deref(), Some(""));
}

#[tokio::test]
async fn s26_there_are_no_limits_unless_asked_for() {
    let setup = start().await;
    for number in 0..26 {
        setup.plugin(&format!("plugin-{number}")).await;
    }
    for number in 0..501 {
        setup.version("plugin-0", &number.to_string()).await;
    }
}

#[tokio::test]
async fn s29_a_release_can_be_seen_late() {
    let setup = start_with(|builder| builder.release_delay(Duration::from_secs(1_000_000))).await;
    let ids = setup.released().await;
    not_found(setup.client.releases().fetch("Active").await, "/Releases/Active");
    not_found(setup.client.releases().fetch(&ids.release).await, &format!("/Releases/{}", ids.release));
    assert!(setup.client.releases().list().await.expect("a page").items.is_empty());
    // It counts all the same.
    refused(setup.client.plugins().archive("one").await, 400, 20400);
}

#[tokio::test]
async fn s29_a_fault_comes_before_or_after_the_work() {
    for (when, done) in [(When::Before, 0), (When::After, 1)] {
        for kind in [Fault::TooManyRequests, Fault::Internal, Fault::Unavailable, Fault::Reset] {
            let directory = tempfile::tempdir().expect("a directory");
            let file = directory.path().join("sandbox.db");
            let faults = Faults { rate: 1.0, kind, when, ..Faults::default() };
            let faulty = start_with(|builder| builder.database(&file).faults(faults)).await;
            let sound = start_with(|builder| builder.database(&file)).await;
            let once = contract_tests::builder(faulty.sandbox.url()).no_retry().build().expect("settings");
            assert!(once.plugins().create("one").await.is_err());
            let count = sound.client.plugins().list().await.expect("a page").items.len();
            assert_eq!(count, done, "{kind:?} {when:?}");
        }
    }
}
