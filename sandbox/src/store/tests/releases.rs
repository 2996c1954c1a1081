use std::time::Duration;

use crate::problem::{Problem, Resource};
use crate::store::Rules;

use super::*;

#[tokio::test]
async fn s19_e51_the_newest_release_is_active() {
    let store = store();
    let configuration = configuration(&store, &[]).await;
    let first = store.create_release(&alice(), &configuration.sid).await.unwrap();
    assert_eq!((&first.configuration, &first.account), (&configuration.sid, &alice().account));
    assert_eq!(store.fetch_release(&alice(), "Active").await, Ok(first.clone()));
    let second = store.create_release(&alice(), &configuration.sid).await.unwrap();
    assert_ne!(second.sid, first.sid);
    assert_eq!(store.fetch_release(&alice(), "Active").await, Ok(second.clone()));
    assert_eq!(store.fetch_release(&alice(), &first.sid).await, Ok(first.clone()));
    assert_eq!(store.list_releases(&alice(), sized(10)).await.unwrap().items, [second, first]);
}

#[tokio::test]
async fn e6_e10_e11_unknown_releases() {
    let store = store();
    assert_eq!(store.fetch_release(&alice(), "Active").await, Err(Problem::NotFound));
    let configuration = release(&store, &[]).await;
    let active = store.fetch_release(&alice(), "Active").await.unwrap();
    for id in ["active", "", &configuration.sid, &active.sid.to_uppercase(), &format!("FK{:032x}", 0)] {
        assert_eq!(store.fetch_release(&alice(), id).await, Err(Problem::NotFound), "{id}");
    }
    for id in ["Active", &active.sid] {
        assert_eq!(store.fetch_release(&bob(), id).await, Err(Problem::NotFound));
    }
}

#[tokio::test]
async fn e12_only_sids() {
    let (store, caller) = (store(), sids_only(alice()));
    release(&store, &[]).await;
    let active = store.fetch_release(&alice(), "Active").await.unwrap();
    assert_eq!(store.fetch_release(&caller, "Active").await, Err(Problem::NotFound));
    assert_eq!(store.fetch_release(&caller, &active.sid).await, Ok(active));
}

#[tokio::test]
async fn e46_e47_e48_bad_configurations() {
    let store = store();
    let found = configuration(&store, &[]).await;
    let missing = Err(Problem::Missing("ConfigurationId"));
    assert_eq!(store.create_release(&alice(), "").await, missing);
    for id in ["configuration", "FJ", &found.sid[1..], &found.sid.to_lowercase(), &format!("FP{:032x}", 0)] {
        assert_invalid(store.create_release(&alice(), id).await, "ConfigurationId");
    }
    for id in [found.sid.to_uppercase(), format!("FJ{:032x}", 0)] {
        assert_eq!(store.create_release(&alice(), &id).await, Err(Problem::UnknownConfiguration(id)));
    }
    let result = store.create_release(&bob(), &found.sid).await;
    assert_eq!(result, Err(Problem::UnknownConfiguration(found.sid)));
}

#[tokio::test]
async fn e49_release_an_archived_configuration() {
    let store = store();
    let found = configuration(&store, &[]).await;
    store.archive_configuration(&alice(), &found.sid).await.unwrap();
    let result = store.create_release(&alice(), &found.sid).await;
    assert_eq!(result, Err(Problem::Archived(Resource::Configuration)));
}

#[tokio::test]
async fn e50_release_a_configuration_that_holds_something_archived() {
    let store = store();
    plugin(&store, "one").await;
    plugin(&store, "two").await;
    let one = version(&store, "one", "1").await;
    let two = version(&store, "two", "1").await;
    let found = configuration(&store, &[&one, &two]).await;
    store.archive_version(&alice(), "two", "1").await.unwrap();
    let holds = |resource| Err(Problem::HoldsArchived(resource));
    assert_eq!(store.create_release(&alice(), &found.sid).await, holds(Resource::PluginVersion));
    store.archive_plugin(&alice(), "one").await.unwrap();
    assert_eq!(store.create_release(&alice(), &found.sid).await, holds(Resource::Plugin));
    assert_eq!(store.fetch_release(&alice(), "Active").await, Err(Problem::NotFound));
}

#[tokio::test]
async fn s29_a_delayed_release_cannot_be_read_but_counts() {
    let store = store_with(Rules { release_delay: Duration::from_secs(3600), ..Rules::default() });
    let configuration = configuration(&store, &[]).await;
    let delayed = store.create_release(&alice(), &configuration.sid).await.unwrap();
    for id in [&delayed.sid, "Active"] {
        assert_eq!(store.fetch_release(&alice(), id).await, Err(Problem::NotFound));
    }
    assert!(store.list_releases(&alice(), sized(1)).await.unwrap().items.is_empty());
    assert!(store.overview(&alice().account).await.unwrap().releases.is_empty());
    let result = store.archive_configuration(&alice(), &configuration.sid).await;
    assert_eq!(result, Err(Problem::Active(Resource::Configuration)));
}

#[tokio::test]
async fn s29_a_delayed_release_can_be_read_in_the_end() {
    let store = store_with(Rules { release_delay: Duration::from_millis(1), ..Rules::default() });
    let configuration = configuration(&store, &[]).await;
    let delayed = store.create_release(&alice(), &configuration.sid).await.unwrap();
    while store.fetch_release(&alice(), "Active").await.is_err() {
        tokio::task::yield_now().await;
    }
    assert_eq!(store.fetch_release(&alice(), &delayed.sid).await, Ok(delayed));
}

#[tokio::test]
async fn s30_a_seed_makes_everything_the_same() {
    let run = |seed| async move {
        let store = store_with(Rules { seed: Some(seed), ..Rules::default() });
        plugin(&store, "one").await;
        let one = version(&store, "one", "1").await;
        release(&store, &[&one]).await;
        let page = PageRequest { size: Some(1), ..PageRequest::default() };
        plugin(&store, "two").await;
        (store.overview(&alice().account).await.unwrap(), store.list_plugins(&alice(), page).await.unwrap().next)
    };
    assert_eq!(run(7).await, run(7).await);
    assert_ne!(run(7).await.0.releases[0].sid, run(8).await.0.releases[0].sid);
    let random = || async { plugin(&store(), "one").await.sid };
    assert_ne!(random().await, random().await);
}
