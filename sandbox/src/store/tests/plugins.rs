use crate::problem::{Problem, Resource};
use crate::store::{NewPlugin, PluginUpdate, Rules};

use super::*;

fn update(friendly_name: Option<&str>, description: Option<&str>) -> PluginUpdate {
    PluginUpdate { friendly_name: friendly_name.map(str::to_owned), description: description.map(str::to_owned) }
}

#[tokio::test]
async fn s23_defaults() {
    let store = store_with(Rules { seed: Some(1), ..Rules::default() });
    let plugin = plugin(&store, "one").await;
    assert_eq!(store.fetch_plugin(&alice(), &plugin.sid).await, Ok(plugin.clone()));
    assert_eq!(plugin.account, alice().account);
    assert_eq!((plugin.unique_name.as_str(), plugin.friendly_name.as_str()), ("one", "one"));
    assert_eq!((plugin.description.as_str(), plugin.archived), ("", false));
    assert_eq!((plugin.created, plugin.updated), (1_578_686_401, 1_578_686_401));
    let new = NewPlugin { friendly_name: Some(String::new()), description: Some("d".to_owned()), ..new_plugin("two") };
    let plugin = store.create_plugin(&alice(), new).await.unwrap();
    assert_eq!((plugin.friendly_name.as_str(), plugin.description.as_str()), ("two", "d"));
}

#[tokio::test]
async fn s13_names_and_sids_find_the_same_plugin() {
    let store = store();
    for name in ["plugin-sample", "@scope~x", "ü😀", "a+b&c=d", "'\"(*:;,.", "Active", "a\0b"] {
        let plugin = plugin(&store, name).await;
        assert_eq!(store.fetch_plugin(&alice(), name).await, Ok(plugin.clone()));
        assert_eq!(store.fetch_plugin(&alice(), &plugin.sid).await, Ok(plugin));
    }
}

#[tokio::test]
async fn e6_e7_unknown_plugins() {
    let store = store();
    let plugin = plugin(&store, "one").await;
    let version = version(&store, "one", "1.0.0").await;
    for id in ["two", "ONE", "", &plugin.sid.to_uppercase(), &version.sid, &format!("FP{:032x}", 0)] {
        assert_eq!(store.fetch_plugin(&alice(), id).await, Err(Problem::NotFound), "{id}");
        assert_eq!(store.update_plugin(&alice(), id, update(None, None)).await, Err(Problem::NotFound), "{id}");
        assert_eq!(store.archive_plugin(&alice(), id).await, Err(Problem::NotFound), "{id}");
    }
}

#[tokio::test]
async fn s2_accounts_are_worlds_of_their_own() {
    let store = store();
    let plugin = plugin(&store, "one").await;
    for id in ["one", &plugin.sid] {
        assert_eq!(store.fetch_plugin(&bob(), id).await, Err(Problem::NotFound));
        assert_eq!(store.archive_plugin(&bob(), id).await, Err(Problem::NotFound));
    }
    assert!(store.list_plugins(&bob(), sized(10)).await.unwrap().items.is_empty());
    let other = store.create_plugin(&bob(), new_plugin("one")).await.unwrap();
    assert_ne!(other.sid, plugin.sid);
    assert_eq!(store.fetch_plugin(&bob(), "one").await, Ok(other));
    assert_eq!(store.fetch_plugin(&alice(), "one").await, Ok(plugin));
}

#[tokio::test]
async fn e12_only_sids() {
    let (store, caller) = (store(), sids_only(alice()));
    let plugin = plugin(&store, "one").await;
    assert_eq!(store.fetch_plugin(&caller, &plugin.sid).await, Ok(plugin));
    assert_eq!(store.fetch_plugin(&caller, "one").await, Err(Problem::NotFound));
    assert_eq!(store.archive_plugin(&caller, "one").await, Err(Problem::NotFound));
    assert_eq!(store.list_versions(&caller, "one", sized(1)).await, Err(Problem::NotFound));
}

#[tokio::test]
async fn e13_without_a_unique_name() {
    assert_eq!(store().create_plugin(&alice(), new_plugin("")).await, Err(Problem::Missing("UniqueName")));
}

#[tokio::test]
async fn e14_unique_names_are_taken_even_by_archived_plugins() {
    let store = store();
    plugin(&store, "one").await;
    let taken = Err(Problem::UniqueNameTaken("one".to_owned()));
    assert_eq!(store.create_plugin(&alice(), new_plugin("one")).await, taken);
    store.archive_plugin(&alice(), "one").await.unwrap();
    assert_eq!(store.create_plugin(&alice(), new_plugin("one")).await, taken);
}

#[tokio::test]
async fn e15_bad_unique_names() {
    for name in ["a/b", "a b", &format!("FP{:032x}", 7)] {
        assert_invalid(store().create_plugin(&alice(), new_plugin(name)).await, "UniqueName");
    }
}

#[tokio::test]
async fn e16_long_descriptions() {
    let store = store();
    let (longest, too_long) = ("é".repeat(500), "é".repeat(501));
    let new = |name, text: &str| NewPlugin { description: Some(text.to_owned()), ..new_plugin(name) };
    assert_invalid(store.create_plugin(&alice(), new("one", &too_long)).await, "Description");
    assert_eq!(store.create_plugin(&alice(), new("one", &longest)).await.unwrap().description, longest);
    assert_invalid(store.update_plugin(&alice(), "one", update(None, Some(&too_long))).await, "Description");
    store.update_plugin(&alice(), "one", update(None, Some(&longest))).await.unwrap();
}

#[tokio::test]
async fn updates_change_what_is_given() {
    let store = store_with(Rules { seed: Some(1), ..Rules::default() });
    let before = plugin(&store, "one").await;
    let mut plugin = store.update_plugin(&alice(), "one", update(Some("name"), None)).await.unwrap();
    assert_eq!((plugin.friendly_name.as_str(), plugin.description.as_str()), ("name", ""));
    assert_eq!((plugin.created, plugin.updated), (before.created, before.updated + 1));
    plugin = store.update_plugin(&alice(), "one", update(None, Some("text"))).await.unwrap();
    assert_eq!((plugin.friendly_name.as_str(), plugin.description.as_str()), ("name", "text"));
    plugin = store.update_plugin(&alice(), "one", update(Some(""), Some(""))).await.unwrap();
    assert_eq!((plugin.friendly_name.as_str(), plugin.description.as_str()), ("", ""));
    plugin = store.update_plugin(&alice(), "one", update(None, None)).await.unwrap();
    assert_eq!(plugin.updated, before.updated + 4);
    assert_eq!(store.fetch_plugin(&alice(), "one").await, Ok(plugin));
}

#[tokio::test]
async fn e18_update_of_an_archived_plugin() {
    let store = store();
    plugin(&store, "one").await;
    store.archive_plugin(&alice(), "one").await.unwrap();
    let too_long = "e".repeat(501);
    let result = store.update_plugin(&alice(), "one", update(None, Some(&too_long))).await;
    assert_eq!(result, Err(Problem::Archived(Resource::Plugin)));
}

#[tokio::test]
async fn e19_limit_of_plugins() {
    let store = store_with(Rules { limit_plugins: Some(2), ..Rules::default() });
    plugin(&store, "one").await;
    plugin(&store, "two").await;
    let full = Err(Problem::LimitReached(Resource::Plugin, 2));
    assert_eq!(store.create_plugin(&alice(), new_plugin("three")).await, full);
    store.create_plugin(&bob(), new_plugin("three")).await.unwrap();
    store.archive_plugin(&alice(), "one").await.unwrap();
    plugin(&store, "three").await;
    assert_eq!(store.create_plugin(&alice(), new_plugin("four")).await, full);
    let none = store_with(Rules { limit_plugins: Some(0), ..Rules::default() });
    let result = none.create_plugin(&alice(), new_plugin("one")).await;
    assert_eq!(result, Err(Problem::LimitReached(Resource::Plugin, 0)));
}

#[tokio::test]
async fn e20_archive_twice() {
    let store = store_with(Rules { seed: Some(1), ..Rules::default() });
    let before = plugin(&store, "one").await;
    let archived = store.archive_plugin(&alice(), "one").await.unwrap();
    assert_eq!((archived.archived, archived.updated), (true, before.updated + 1));
    let result = store.archive_plugin(&alice(), "one").await;
    assert_eq!(result, Err(Problem::AlreadyArchived(Resource::Plugin)));
    assert_eq!(store.fetch_plugin(&alice(), "one").await, Ok(archived));
}

#[tokio::test]
async fn e21_archive_a_plugin_of_the_active_release() {
    let store = store();
    plugin(&store, "one").await;
    plugin(&store, "two").await;
    let first = version(&store, "one", "1").await;
    release(&store, &[&first]).await;
    assert_eq!(store.archive_plugin(&alice(), "one").await, Err(Problem::Active(Resource::Plugin)));
    store.archive_plugin(&alice(), "two").await.unwrap();
    release(&store, &[]).await;
    store.archive_plugin(&alice(), "one").await.unwrap();
}
