use crate::problem::{Problem, Resource};
use crate::store::{NewVersion, Rules};

use super::*;

fn strict() -> Rules {
    Rules { strict: true, ..Rules::default() }
}

fn with_status(version: &str, status: &str) -> NewVersion {
    NewVersion { validate_status: Some(status.to_owned()), ..new_version(version) }
}

#[tokio::test]
async fn s23_defaults() {
    let store = store_with(Rules { seed: Some(1), ..Rules::default() });
    let plugin = plugin(&store, "one").await;
    let found = version(&store, "one", "1.0.0+build").await;
    assert_eq!((&found.plugin, &found.account, found.created), (&plugin.sid, &plugin.account, plugin.created + 1));
    assert_eq!((found.version.as_str(), found.plugin_url.as_str()), ("1.0.0+build", "https://example.com/plugin.js"));
    assert_eq!((found.changelog.as_str(), found.private, found.archived, found.validated), ("", false, false, false));
    for id in [&found.sid, "1.0.0+build"] {
        for plugin in [&plugin.sid, "one"] {
            assert_eq!(store.fetch_version(&alice(), plugin, id).await, Ok(found.clone()));
        }
    }
    let new = NewVersion {
        changelog: Some("all".to_owned()),
        private: Some(true),
        cli_version: Some("7".to_owned()),
        ..with_status("2.0.0", "success")
    };
    let found = store.create_version(&alice(), "one", new).await.unwrap();
    assert_eq!((found.changelog.as_str(), found.private, found.validated), ("all", true, true));
    assert_eq!(store.fetch_version(&alice(), "one", "2.0.0").await, Ok(found));
}

#[tokio::test]
async fn e6_e8_unknown_versions() {
    let store = store();
    let plugin = plugin(&store, "one").await;
    super::plugin(&store, "two").await;
    let found = version(&store, "one", "1").await;
    let unknown = format!("FV{:032x}", 0);
    for (owner, id) in [
        ("two", found.sid.as_str()),
        ("two", "1"),
        ("three", "1"),
        ("one", "2"),
        ("one", &unknown),
        ("one", &plugin.sid),
        ("one", ""),
    ] {
        assert_eq!(store.fetch_version(&alice(), owner, id).await, Err(Problem::NotFound), "{owner} {id}");
        assert_eq!(store.archive_version(&alice(), owner, id).await, Err(Problem::NotFound), "{owner} {id}");
    }
    assert_eq!(store.fetch_version(&bob(), &plugin.sid, &found.sid).await, Err(Problem::NotFound));
}

#[tokio::test]
async fn e12_only_sids() {
    let (store, caller) = (store(), sids_only(alice()));
    let plugin = plugin(&store, "one").await;
    let version = version(&store, "one", "1").await;
    assert_eq!(store.fetch_version(&caller, &plugin.sid, &version.sid).await, Ok(version.clone()));
    assert_eq!(store.fetch_version(&caller, &plugin.sid, "1").await, Err(Problem::NotFound));
    assert_eq!(store.fetch_version(&caller, "one", &version.sid).await, Err(Problem::NotFound));
}

#[tokio::test]
async fn e22_without_version_or_url() {
    let store = store();
    plugin(&store, "one").await;
    let no_url = NewVersion { plugin_url: String::new(), ..new_version("1") };
    for (new, name) in [(new_version(""), "Version"), (no_url, "PluginUrl"), (NewVersion::default(), "Version")] {
        assert_eq!(store.create_version(&alice(), "one", new).await, Err(Problem::Missing(name)));
    }
}

#[tokio::test]
async fn e23_bad_urls() {
    let store = store();
    plugin(&store, "one").await;
    for url in ["plugin.js", "ftp://x", "https://", "https://x y"] {
        let new = NewVersion { plugin_url: url.to_owned(), ..new_version("1") };
        assert_invalid(store.create_version(&alice(), "one", new).await, "PluginUrl");
    }
}

#[tokio::test]
async fn e24_versions_are_taken_even_by_archived_ones() {
    let store = store();
    plugin(&store, "one").await;
    plugin(&store, "two").await;
    version(&store, "one", "1").await;
    version(&store, "two", "1").await;
    let taken = Err(Problem::VersionTaken("1".to_owned()));
    assert_eq!(store.create_version(&alice(), "one", new_version("1")).await, taken);
    store.archive_version(&alice(), "one", "1").await.unwrap();
    assert_eq!(store.create_version(&alice(), "one", new_version("1")).await, taken);
}

#[tokio::test]
async fn e25_lower_versions() {
    let store = store_with(strict());
    plugin(&store, "one").await;
    version(&store, "one", "2.0.0").await;
    version(&store, "one", "1.0.0").await;
    let (_, page) = store.list_versions(&alice(), "one", sized(1)).await.unwrap();
    assert_eq!(page.items[0].version, "1.0.0");
}

#[tokio::test]
async fn e26_versions_that_are_not_semantic() {
    let (lenient, strict) = (store(), store_with(strict()));
    for store in [&lenient, &strict] {
        plugin(store, "one").await;
        version(store, "one", "1.0.0-rc.1+7").await;
    }
    version(&lenient, "one", "v1").await;
    assert_invalid(strict.create_version(&alice(), "one", new_version("v1")).await, "Version");
}

#[tokio::test]
async fn e28_validate_status() {
    let (lenient, strict) = (store(), store_with(strict()));
    for store in [&lenient, &strict] {
        plugin(store, "one").await;
        for (number, status, validated) in [(1, "success", true), (2, "failure", false), (3, "", false)] {
            let new = with_status(&format!("{number}.0.0"), status);
            assert_eq!(store.create_version(&alice(), "one", new).await.unwrap().validated, validated, "{status}");
        }
    }
    let new = with_status("4.0.0", "Success");
    assert!(!lenient.create_version(&alice(), "one", new.clone()).await.unwrap().validated);
    assert_invalid(strict.create_version(&alice(), "one", new).await, "ValidateStatus");
}

#[tokio::test]
async fn e29_e30_order_of_checks() {
    let store = store();
    plugin(&store, "one").await;
    version(&store, "one", "1").await;
    store.archive_plugin(&alice(), "one").await.unwrap();
    let create = |plugin: &'static str, version| {
        let store = store.clone();
        async move { store.create_version(&alice(), plugin, new_version(version)).await }
    };
    assert_eq!(create("two", "").await, Err(Problem::NotFound));
    assert_eq!(create("one", "").await, Err(Problem::Missing("Version")));
    assert_eq!(create("one", "1").await, Err(Problem::Archived(Resource::Plugin)));
    assert_eq!(create("one", "2").await, Err(Problem::Archived(Resource::Plugin)));
}

#[tokio::test]
async fn e31_limit_of_versions() {
    let store = store_with(Rules { limit_versions: Some(2), ..Rules::default() });
    plugin(&store, "one").await;
    plugin(&store, "two").await;
    version(&store, "one", "1").await;
    version(&store, "two", "1").await;
    let full = Err(Problem::LimitReached(Resource::PluginVersion, 2));
    assert_eq!(store.create_version(&alice(), "one", new_version("2")).await, full);
    store.archive_version(&alice(), "two", "1").await.unwrap();
    version(&store, "one", "2").await;
}

#[tokio::test]
async fn e32_archive_twice() {
    let store = store();
    plugin(&store, "one").await;
    version(&store, "one", "1").await;
    let archived = store.archive_version(&alice(), "one", "1").await.unwrap();
    assert!(archived.archived);
    let result = store.archive_version(&alice(), "one", "1").await;
    assert_eq!(result, Err(Problem::AlreadyArchived(Resource::PluginVersion)));
    assert_eq!(store.fetch_version(&alice(), "one", "1").await, Ok(archived));
}

#[tokio::test]
async fn e33_archive_a_version_of_the_active_release() {
    let store = store();
    plugin(&store, "one").await;
    let first = version(&store, "one", "1").await;
    let second = version(&store, "one", "2").await;
    release(&store, &[&first]).await;
    configuration(&store, &[&second]).await;
    assert_eq!(store.archive_version(&alice(), "one", "1").await, Err(Problem::Active(Resource::PluginVersion)));
    store.archive_version(&alice(), "one", "2").await.unwrap();
    release(&store, &[]).await;
    store.archive_version(&alice(), "one", "1").await.unwrap();
}
