//! A life of a plugin: released, replaced, rolled back, turned off, and archived.

use crate::setup::{Setup, start};
use crate::wire::refused;

/// What Flex would load now: the SID of each version, in the order of the configuration.
async fn active(setup: &Setup) -> Vec<String> {
    let release = setup.client.releases().fetch("Active").await.expect("a release");
    let configuration = release.configuration_sid().expect("a configuration");
    let plugins = setup.client.configured_plugins().list(configuration).await.expect("a page").items;
    plugins.iter().map(|plugin| plugin.plugin_version_sid().expect("a version").as_str().to_owned()).collect()
}

#[tokio::test]
async fn a_plugin_from_its_first_release_to_its_archival() {
    let setup = start().await;
    let (plugins, versions) = (setup.client.plugins(), setup.client.plugin_versions());
    let (configurations, releases) = (setup.client.configurations(), setup.client.releases());
    assert!(releases.fetch("Active").await.expect_err("nothing was released").is_not_found());

    setup.plugin("one").await;
    let v1 = setup.version("one", "1.0.0").await;
    let first = setup.configuration(&[&v1]).await;
    let release = setup.release(&first).await;
    assert_eq!(active(&setup).await, [v1.as_str()]);

    let v2 = setup.version("one", "2.0.0").await;
    assert_eq!(active(&setup).await, [v1.as_str()]);
    let second = setup.configuration(&[&v2]).await;
    assert_eq!(active(&setup).await, [v1.as_str()]);
    setup.release(&second).await;
    assert_eq!(active(&setup).await, [v2.as_str()]);

    let back = setup.release(&first).await;
    assert_ne!(back, release);
    assert_eq!(active(&setup).await, [v1.as_str()]);

    // What is active cannot be archived; what was active can.
    assert_eq!(refused(plugins.archive("one").await, 400, 20400), "Plugin is part of an active release");
    let error = versions.archive("one", "1.0.0").await;
    assert_eq!(refused(error, 400, 20400), "Plugin version is part of an active release");
    refused(configurations.archive(&first).await, 400, 20400);
    versions.archive("one", "2.0.0").await.expect("an archival");
    refused(releases.create(&second).await, 400, 20400);
    assert_eq!(active(&setup).await, [v1.as_str()]);
    configurations.archive(&second).await.expect("an archival");

    let nothing = setup.configuration(&[]).await;
    setup.release(&nothing).await;
    assert_eq!(active(&setup).await, [""; 0]);

    plugins.archive("one").await.expect("an archival");
    refused(releases.create(&first).await, 400, 20400);
    refused(versions.create("one", "3.0.0", "https://example.com/plugin.js").await, 400, 20400);
    configurations.archive(&first).await.expect("an archival");
    refused(configurations.archive(&nothing).await, 400, 20400);

    // Nothing of it is gone.
    assert_eq!(plugins.list().await.expect("a page").items.len(), 1);
    assert_eq!(versions.list("one").await.expect("a page").items.len(), 2);
    assert_eq!(configurations.list().await.expect("a page").items.len(), 3);
    assert_eq!(releases.list().await.expect("a page").items.len(), 4);
}
