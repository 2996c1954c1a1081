//! E34 to E45: configurations that cannot be created or archived, and some that can.

use twilio_flex_plugins::models::ConfigurationPlugin;

use crate::setup::{OTHER_ACCOUNT, Setup, other_credential, start, start_with};
use crate::wire::{Answer, refused};

const UNKNOWN: &str = "FV00000000000000000000000000000000";

/// Creates a configuration whose form has these values of `Plugins`, as they are written.
async fn create(setup: &Setup, plugins: &[&str]) -> Answer {
    let plugins: String = plugins.iter().map(|value| format!("&Plugins={value}")).collect();
    setup.post("/Configurations", &format!("Name=one{plugins}")).await
}

/// Checks that none of these values of `Plugins` is taken, for a reason that names the parameter.
async fn invalid(setup: &Setup, values: &[&str]) {
    for value in values {
        let message = create(setup, &[value]).await.refused(400, 20001);
        assert!(message.contains("Plugins"), "{value}: {message}");
    }
    assert!(setup.client.configurations().list().await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn e34_no_name() {
    let setup = start().await;
    let expected = "Missing required parameter Name in the post body";
    for form in ["", "Name=", "name=one", "Description=x"] {
        assert_eq!(setup.post("/Configurations", form).await.refused(400, 20001), expected, "{form}");
    }
    assert_eq!(refused(setup.client.configurations().create("").await, 400, 20001), expected);
}

#[tokio::test]
async fn e35_plugins_that_are_no_json_objects() {
    invalid(&start().await, &["one", "{", UNKNOWN, "3", "true", "null", "%22FV%22", "{}x", "{plugin_version:1}"]).await;
}

#[tokio::test]
async fn e36_plugins_in_one_array() {
    let setup = start().await;
    setup.plugin("one").await;
    let version = setup.version("one", "1.0.0").await;
    let array = format!(r#"[{{"plugin_version":"{version}","phase":3}}]"#);
    invalid(&setup, &["[]", &array, &format!(r#"["{version}"]"#), r#"[["plugin_version"]]"#]).await;
}

#[tokio::test]
async fn e37_entries_without_the_sid_of_a_version() {
    let setup = start().await;
    let plugin = setup.plugin("one").await;
    setup.version("one", "1.0.0").await;
    let of = |value: &str| format!(r#"{{"plugin_version":{value}}}"#);
    let bad = [of("\"1.0.0\""), of("\"\""), of("null"), of("7"), of("\"one\""), of(&format!("\"{plugin}\""))];
    invalid(&setup, &["{}", r#"{"phase":3}"#, r#"{"PluginVersion":"FV00000000000000000000000000000000"}"#]).await;
    invalid(&setup, &bad.each_ref().map(String::as_str)).await;
}

#[tokio::test]
async fn e38_unknown_versions() {
    let setup = start_with(|builder| builder.credential(other_credential())).await;
    let ids = setup.released().await;
    let other = setup.client_of(OTHER_ACCOUNT);
    let create = |version: &str| other.configurations().create("one").plugins([ConfigurationPlugin::new(version)]);
    for version in [UNKNOWN, &ids.version] {
        let message = refused(create(version).await, 400, 20001);
        assert!(message.contains(version), "{message}");
    }
    assert!(other.configurations().list().await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn e39_phases_that_are_no_integers_or_negative() {
    let setup = start().await;
    setup.plugin("one").await;
    let version = setup.version("one", "1.0.0").await;
    let entry = |phase: &str| format!(r#"{{"plugin_version":"{version}","phase":{phase}}}"#);
    for phase in ["-1", "1.5", "\"3\"", "true", "[]", "{}", "2147483648", "1e400", "99999999999999999999"] {
        invalid(&setup, &[&entry(phase)]).await;
    }
    for phase in [0, 3, i64::from(i32::MAX)] {
        let created = create(&setup, &[&entry(&phase.to_string())]).await.json();
        let sid = created["sid"].as_str().expect("a SID");
        let fetched = setup.client.configured_plugins().fetch(sid, "one").await.expect("a plugin");
        assert_eq!(fetched.phase, Some(phase));
    }
}

#[tokio::test]
async fn e40_the_same_plugin_twice() {
    let setup = start().await;
    setup.plugin("one").await;
    let first = setup.version("one", "1.0.0").await;
    let second = setup.version("one", "2.0.0").await;
    for pair in [[&first, &second], [&first, &first]] {
        let create = setup.client.configurations().create("one").plugins(pair.map(ConfigurationPlugin::new));
        let message = refused(create.await, 400, 20400);
        assert!(message.contains("duplicate"), "{message}");
    }
    assert!(setup.client.configurations().list().await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn e41_archived_versions_and_plugins() {
    let setup = start().await;
    setup.plugin("one").await;
    setup.plugin("two").await;
    let version = setup.version("one", "1.0.0").await;
    let other = setup.version("one", "2.0.0").await;
    let of_plugin = setup.version("two", "1.0.0").await;
    setup.client.plugin_versions().archive("one", "1.0.0").await.expect("an archival");
    setup.client.plugins().archive("two").await.expect("an archival");
    for version in [version, of_plugin] {
        let plugins = [&other, &version].map(ConfigurationPlugin::new);
        let message = refused(setup.client.configurations().create("one").plugins(plugins).await, 400, 20400);
        assert!(message.contains("archived"), "{message}");
    }
    assert!(setup.client.configurations().list().await.expect("a page").items.is_empty());
    setup.configuration(&[&other]).await;
}

#[tokio::test]
async fn e42_no_plugins() {
    let setup = start().await;
    let without = setup.client.configurations().create("one").await.expect("a configuration");
    let empty = setup.client.configurations().create("one").plugins([]).await.expect("a configuration");
    for created in [without, empty] {
        let sid = created.sid().expect("a SID");
        assert!(setup.client.configured_plugins().list(sid).await.expect("a page").items.is_empty());
    }
}

#[tokio::test]
async fn e43_the_same_name_and_content() {
    let setup = start().await;
    let ids = setup.released().await;
    let again = setup.configuration(&[&ids.version]).await;
    assert_ne!(again, ids.configuration);
    assert_eq!(setup.client.configurations().list().await.expect("a page").items.len(), 2);
}

#[tokio::test]
async fn e44_a_configuration_that_is_archived() {
    let setup = start().await;
    let sid = setup.configuration(&[]).await;
    setup.client.configurations().archive(&sid).await.expect("an archival");
    let message = refused(setup.client.configurations().archive(&sid).await, 400, 20400);
    assert!(message.contains("already archived"), "{message}");
}

#[tokio::test]
async fn e45_the_active_configuration() {
    let setup = start().await;
    let first = setup.configuration(&[]).await;
    let second = setup.configuration(&[]).await;
    setup.release(&first).await;
    let message = refused(setup.client.configurations().archive(&first).await, 400, 20400);
    assert!(message.contains("active release"), "{message}");
    setup.release(&second).await;
    setup.client.configurations().archive(&first).await.expect("an archival");
    refused(setup.client.configurations().archive(&second).await, 400, 20400);
}
