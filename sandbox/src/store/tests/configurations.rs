use crate::problem::{Problem, Resource};
use crate::store::{Entry, NewConfiguration};

use super::*;

async fn create(store: &Store, plugins: Vec<Entry>) -> Result<Configuration, Problem> {
    let new = NewConfiguration { name: "c".to_owned(), plugins, ..NewConfiguration::default() };
    store.create_configuration(&alice(), new).await
}

#[tokio::test]
async fn e42_e43_empty_and_equal_configurations() {
    let store = store();
    let one = create(&store, vec![]).await.unwrap();
    let two = create(&store, vec![]).await.unwrap();
    assert_ne!(one.sid, two.sid);
    assert_eq!((one.name.as_str(), one.description.as_str(), one.archived), ("c", "", false));
    assert_eq!(store.fetch_configuration(&alice(), &one.sid).await, Ok(one.clone()));
    let page = store.list_configured_plugins(&alice(), &one.sid, sized(1)).await.unwrap();
    assert_eq!((page.items, page.next), (vec![], None));
}

#[tokio::test]
async fn s21_entries_are_fixed_and_show_what_is_now() {
    let store = store();
    for name in ["one", "two", "three"] {
        plugin(&store, name).await;
        version(&store, name, "1").await;
    }
    let one = store.fetch_version(&alice(), "one", "1").await.unwrap();
    let two = store.fetch_version(&alice(), "two", "1").await.unwrap();
    let entries = vec![Entry { phase: Some(0), ..entry(&two.sid) }, entry(&one.sid)];
    let configuration = create(&store, entries).await.unwrap();
    version(&store, "one", "2").await;
    store.archive_version(&alice(), "one", "1").await.unwrap();
    let update = crate::store::PluginUpdate { friendly_name: Some("name".to_owned()), description: None };
    store.update_plugin(&alice(), "two", update).await.unwrap();
    store.archive_plugin(&alice(), "two").await.unwrap();
    let page = store.list_configured_plugins(&alice(), &configuration.sid, sized(50)).await.unwrap();
    let [first, second] = page.items.try_into().unwrap();
    assert_eq!((&first.version_sid, &first.plugin, &first.configuration), (&two.sid, &two.plugin, &configuration.sid));
    assert_eq!((first.phase, first.unique_name.as_str(), first.friendly_name.as_str()), (0, "two", "name"));
    assert_eq!((first.plugin_archived, first.version_archived, first.private), (true, false, false));
    assert_eq!((first.plugin_url, first.changelog, first.description), (two.plugin_url, two.changelog, String::new()));
    assert_eq!((first.account, first.created), (two.account, configuration.created));
    assert_eq!((second.phase, second.version.as_str(), second.unique_name.as_str()), (3, "1", "one"));
    assert_eq!((second.plugin_archived, second.version_archived), (false, true));
    for id in ["one", &one.plugin] {
        let found = store.fetch_configured_plugin(&alice(), &configuration.sid, id).await;
        assert_eq!(found, Ok(second.clone()));
    }
    for id in ["three", "four", &one.sid] {
        let found = store.fetch_configured_plugin(&alice(), &configuration.sid, id).await;
        assert_eq!(found, Err(Problem::NotFound), "{id}");
    }
}

#[tokio::test]
async fn e6_e9_unknown_configurations() {
    let store = store();
    plugin(&store, "one").await;
    let one = version(&store, "one", "1").await;
    let found = release(&store, &[&one]).await;
    for id in ["configuration", "Active", "", &one.sid, &found.sid.to_uppercase(), &format!("FJ{:032x}", 0)] {
        let missing = Err(Problem::NotFound);
        assert_eq!(store.fetch_configuration(&alice(), id).await, missing, "{id}");
        assert_eq!(store.archive_configuration(&alice(), id).await, missing, "{id}");
        let bad = PageRequest { size: Some(0), ..PageRequest::default() };
        assert_eq!(store.list_configured_plugins(&alice(), id, bad).await, Err(Problem::NotFound), "{id}");
        let configured = store.fetch_configured_plugin(&alice(), id, "one").await;
        assert_eq!(configured, Err(Problem::NotFound), "{id}");
    }
    assert_eq!(store.fetch_configuration(&bob(), &found.sid).await, Err(Problem::NotFound));
    let result = store.fetch_configured_plugin(&bob(), &found.sid, &one.plugin).await;
    assert_eq!(result, Err(Problem::NotFound));
    assert_eq!(store.list_configured_plugins(&bob(), &found.sid, sized(1)).await, Err(Problem::NotFound));
}

#[tokio::test]
async fn e12_only_sids() {
    let (store, caller) = (store(), sids_only(alice()));
    plugin(&store, "one").await;
    let one = version(&store, "one", "1").await;
    let configuration = configuration(&store, &[&one]).await;
    store.fetch_configured_plugin(&caller, &configuration.sid, &one.plugin).await.unwrap();
    let by_name = store.fetch_configured_plugin(&caller, &configuration.sid, "one").await;
    assert_eq!(by_name, Err(Problem::NotFound));
}

#[tokio::test]
async fn e34_without_a_name() {
    let new = NewConfiguration { plugins: vec![entry("")], ..NewConfiguration::default() };
    assert_eq!(store().create_configuration(&alice(), new).await, Err(Problem::Missing("Name")));
}

#[tokio::test]
async fn e37_e38_e39_bad_entries() {
    let store = store();
    let plugin = plugin(&store, "one").await;
    let one = version(&store, "one", "1").await;
    store.create_plugin(&bob(), new_plugin("one")).await.unwrap();
    let foreign = store.create_version(&bob(), "one", new_version("1")).await.unwrap();
    let negative = Entry { phase: Some(-1), ..entry(&one.sid) };
    let unknown = one.sid.to_uppercase();
    for bad in [entry(""), entry("1"), entry(&plugin.sid), entry(&unknown), entry(&foreign.sid), negative] {
        assert_invalid(create(&store, vec![entry(&one.sid), bad.clone()]).await, "Plugins");
        assert_invalid(create(&store, vec![bad]).await, "Plugins");
    }
    assert!(store.list_configurations(&alice(), sized(1)).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn e40_duplicate_plugins() {
    let store = store();
    plugin(&store, "one").await;
    let first = version(&store, "one", "1").await;
    let second = version(&store, "one", "2").await;
    for again in [&first, &second] {
        let result = create(&store, vec![entry(&first.sid), entry(&again.sid)]).await;
        assert_eq!(result, Err(Problem::DuplicatePlugin(again.sid.clone())));
    }
}

#[tokio::test]
async fn e41_archived_entries() {
    let store = store();
    plugin(&store, "one").await;
    let one = version(&store, "one", "1").await;
    store.archive_version(&alice(), "one", "1").await.unwrap();
    let archived = |resource| Err(Problem::Archived(resource));
    assert_eq!(create(&store, vec![entry(&one.sid)]).await, archived(Resource::PluginVersion));
    store.archive_plugin(&alice(), "one").await.unwrap();
    assert_eq!(create(&store, vec![entry(&one.sid)]).await, archived(Resource::Plugin));
}

#[tokio::test]
async fn e44_archive_twice() {
    let store = store();
    let found = configuration(&store, &[]).await;
    let archived = store.archive_configuration(&alice(), &found.sid).await.unwrap();
    assert_eq!(archived, Configuration { archived: true, ..found.clone() });
    let again = store.archive_configuration(&alice(), &found.sid).await;
    assert_eq!(again, Err(Problem::AlreadyArchived(Resource::Configuration)));
    assert_eq!(store.fetch_configuration(&alice(), &found.sid).await, Ok(archived));
}

#[tokio::test]
async fn e45_archive_the_active_configuration() {
    let store = store();
    let found = release(&store, &[]).await;
    let result = store.archive_configuration(&alice(), &found.sid).await;
    assert_eq!(result, Err(Problem::Active(Resource::Configuration)));
    release(&store, &[]).await;
    store.archive_configuration(&alice(), &found.sid).await.unwrap();
}
