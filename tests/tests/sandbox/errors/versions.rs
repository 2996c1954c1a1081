//! E22 to E33: versions that cannot be created or archived, and some that can.

use std::sync::Arc;

use tokio::task::JoinSet;

use crate::setup::{start, start_with};
use crate::wire::{not_found, refused};

const URL: &str = "https://example.com/plugin.js";

#[tokio::test]
async fn e22_no_version_or_no_url() {
    let setup = start().await;
    setup.plugin("one").await;
    let missing = |name: &str| format!("Missing required parameter {name} in the post body");
    for (form, name) in [
        ("", "Version"),
        ("PluginUrl=https://example.com", "Version"),
        ("Version=&PluginUrl=https://example.com", "Version"),
        ("Version=1.0.0", "PluginUrl"),
        ("Version=1.0.0&PluginUrl=", "PluginUrl"),
    ] {
        let answer = setup.post("/Plugins/one/Versions", form).await;
        assert_eq!(answer.refused(400, 20001), missing(name), "{form}");
    }
    let versions = setup.client.plugin_versions();
    assert_eq!(refused(versions.create("one", "", URL).await, 400, 20001), missing("Version"));
    assert_eq!(refused(versions.create("one", "1.0.0", "").await, 400, 20001), missing("PluginUrl"));
}

#[tokio::test]
async fn e23_urls_that_are_not_absolute() {
    let setup = start().await;
    setup.plugin("one").await;
    for url in [
        "plugin.js",
        "/plugin.js",
        "//example.com",
        "ftp://example.com",
        "http:/x",
        "http://",
        "https:///x",
        "http://a b",
    ] {
        let message = refused(setup.client.plugin_versions().create("one", "1.0.0", url).await, 400, 20001);
        assert!(message.contains("PluginUrl"), "{url}: {message}");
    }
    for (number, url) in
        ["http://localhost:3000/x.js", "HTTPS://Example.com", "https://ü.example/?a=b#c"].iter().enumerate()
    {
        let create = setup.client.plugin_versions().create("one", number.to_string(), url);
        assert_eq!(create.await.expect(url).plugin_url.as_deref(), Some(*url));
    }
}

#[tokio::test]
async fn e24_a_version_that_exists() {
    let setup = start().await;
    setup.plugin("one").await;
    setup.version("one", "1.0.0").await;
    let versions = setup.client.plugin_versions();
    assert!(refused(versions.create("one", "1.0.0", URL).await, 409, 20409).contains("1.0.0"));
    versions.archive("one", "1.0.0").await.expect("an archival");
    refused(versions.create("one", "1.0.0", URL).await, 409, 20409);
    // Another plugin has its own versions.
    setup.plugin("two").await;
    setup.version("two", "1.0.0").await;
}

#[tokio::test]
async fn e25_a_lower_version_is_accepted() {
    let setup = start().await;
    setup.plugin("one").await;
    for version in ["2.0.0", "1.0.0", "1.9.9"] {
        setup.version("one", version).await;
    }
    let page = setup.client.plugin_versions().list("one").await.expect("a page");
    let versions: Vec<&str> = page.items.iter().filter_map(|version| version.version.as_deref()).collect();
    assert_eq!(versions, ["1.9.9", "1.0.0", "2.0.0"]);
}

#[tokio::test]
async fn e26_versions_that_are_not_semantic() {
    let names = ["1", "1.0", "v1.0.0", "latest", "1.0.0 beta", "a/b?c#d%25"];
    let setup = start().await;
    setup.plugin("one").await;
    for name in names {
        let sid = setup.version("one", name).await;
        let fetched = setup.client.plugin_versions().fetch("one", name).await.expect(name);
        assert_eq!(fetched.sid().expect("a SID").as_str(), sid);
    }
    let strict = start_with(|builder| builder.strict(true)).await;
    strict.plugin("one").await;
    for name in names {
        let message = refused(strict.client.plugin_versions().create("one", name, URL).await, 400, 20001);
        assert!(message.contains("Version"), "{name}: {message}");
    }
    strict.version("one", "1.0.0-rc.1+build.5").await;
}

#[tokio::test]
async fn e27_private_is_true_or_false() {
    let setup = start().await;
    setup.plugin("one").await;
    let form = |version: &str, private: &str| format!("Version={version}&PluginUrl={URL}&Private={private}");
    for value in ["yes", "1", "0", "", "truee", "null", "true+"] {
        let message = setup.post("/Plugins/one/Versions", &form("1.0.0", value)).await.refused(400, 20001);
        assert!(message.contains("Private"), "{value}: {message}");
    }
    for (value, private) in [("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false)] {
        let created = setup.post("/Plugins/one/Versions", &form(value, value)).await;
        assert_eq!(created.json()["private"], private, "{value}");
    }
}

#[tokio::test]
async fn e28_other_validate_statuses() {
    let others = ["Success", "SUCCESS", "ok", "true", " success"];
    let setup = start().await;
    setup.plugin("one").await;
    for status in others {
        let create = setup.client.plugin_versions().create("one", status, URL).validate_status(status);
        assert_eq!(create.await.expect(status).validated, Some(false), "{status}");
    }
    let strict = start_with(|builder| builder.strict(true)).await;
    strict.plugin("one").await;
    for status in others {
        let create = strict.client.plugin_versions().create("one", "1.0.0", URL).validate_status(status);
        assert!(refused(create.await, 400, 20001).contains("ValidateStatus"), "{status}");
    }
    for (version, status) in [("1.0.0", "success"), ("2.0.0", "failure")] {
        let create = strict.client.plugin_versions().create("one", version, URL).validate_status(status);
        assert_eq!(create.await.expect(status).validated, Some(status == "success"));
    }
}

#[tokio::test]
async fn e29_a_version_of_an_unknown_plugin() {
    let setup = start().await;
    for id in ["unknown", "FP00000000000000000000000000000000"] {
        let path = format!("/Plugins/{id}/Versions");
        not_found(setup.client.plugin_versions().create(id, "1.0.0", URL).await, &path);
        not_found(setup.client.plugin_versions().list(id).await, &path);
    }
}

#[tokio::test]
async fn e30_a_version_of_an_archived_plugin() {
    let setup = start().await;
    setup.plugin("one").await;
    setup.client.plugins().archive("one").await.expect("an archival");
    refused(setup.client.plugin_versions().create("one", "1.0.0", URL).await, 400, 20400);
    assert!(setup.client.plugin_versions().list("one").await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn e31_one_version_more_than_the_limit() {
    let setup = Arc::new(start_with(|builder| builder.limit_versions(500)).await);
    setup.plugin("one").await;
    setup.plugin("two").await;
    let mut tasks = JoinSet::new();
    for number in 0..500 {
        let setup = setup.clone();
        tasks.spawn(
            async move { setup.version(if number % 2 == 0 { "one" } else { "two" }, &number.to_string()).await },
        );
    }
    assert_eq!(tasks.join_all().await.len(), 500);
    let versions = setup.client.plugin_versions();
    let message = refused(versions.create("one", "one-more", URL).await, 400, 20400);
    assert!(message.contains("500"), "{message}");
    versions.archive("two", "7").await.expect("an archival");
    setup.version("one", "one-more").await;
    refused(versions.create("two", "another", URL).await, 400, 20400);
}

#[tokio::test]
async fn e32_a_version_that_is_archived() {
    let setup = start().await;
    setup.plugin("one").await;
    let sid = setup.version("one", "1.0.0").await;
    setup.client.plugin_versions().archive("one", &sid).await.expect("an archival");
    for id in [sid.as_str(), "1.0.0"] {
        let message = refused(setup.client.plugin_versions().archive("one", id).await, 400, 20400);
        assert_eq!(message, "Plugin version is already archived.");
    }
}

#[tokio::test]
async fn e33_a_version_in_the_active_release() {
    let setup = start().await;
    let ids = setup.released().await;
    for id in [ids.version.as_str(), "1.0.0"] {
        let message = refused(setup.client.plugin_versions().archive("one", id).await, 400, 20400);
        assert_eq!(message, "Plugin version is part of an active release");
    }
    // Another version of the same plugin is not part of it, and neither is this one after another release.
    setup.version("one", "2.0.0").await;
    setup.client.plugin_versions().archive("one", "2.0.0").await.expect("an archival");
    let empty = setup.configuration(&[]).await;
    setup.release(&empty).await;
    setup.client.plugin_versions().archive("one", "1.0.0").await.expect("an archival");
}
