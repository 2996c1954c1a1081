use super::*;

#[tokio::test]
async fn shows_the_newest_and_counts_all() {
    let store = store();
    plugin(&store, "first").await;
    let mut versions = Vec::new();
    for number in 0..22 {
        versions.push(version(&store, "first", &number.to_string()).await);
    }
    for number in 0..100 {
        plugin(&store, &number.to_string()).await;
    }
    let oldest = release(&store, &[&versions[0]]).await;
    let next = release(&store, &[&versions[1]]).await;
    for _ in 0..100 {
        configuration(&store, &[]).await;
    }
    for _ in 0..98 {
        store.create_release(&alice(), &next.sid).await.unwrap();
    }
    let overview = store.overview(&alice().account).await.unwrap();
    assert_eq!((overview.plugins.len(), overview.plugins_total), (100, 101));
    assert_eq!(overview.plugins[0].plugin.unique_name, "99");
    assert_eq!((overview.configurations.len(), overview.configurations_total), (100, 102));
    assert_eq!((overview.releases.len(), overview.releases_total, overview.release_before), (100, 100, None));
    let older: Vec<_> = overview.older_configurations.iter().map(|shown| &shown.configuration.sid).collect();
    assert_eq!(older, [&next.sid, &oldest.sid]);
    assert_eq!(overview.older_configurations[0].plugins[0].version_sid, versions[1].sid);

    store.create_release(&alice(), &oldest.sid).await.unwrap();
    let overview = store.overview(&alice().account).await.unwrap();
    assert_eq!(overview.releases[0].configuration, oldest.sid);
    assert_eq!((overview.releases.len(), overview.releases_total), (100, 101));
    assert_eq!(overview.release_before.unwrap().configuration, oldest.sid);
}

#[tokio::test]
async fn tells_which_version_is_active() {
    let store = store();
    plugin(&store, "one").await;
    plugin(&store, "two").await;
    let first = version(&store, "one", "1").await;
    version(&store, "one", "2").await;
    let found = release(&store, &[&first]).await;
    let overview = store.overview(&alice().account).await.unwrap();
    let [two, one] = overview.plugins.try_into().unwrap();
    assert_eq!((two.active_version, two.versions_total), (None, 0));
    assert_eq!((one.active_version, one.versions_total), (Some(first.sid.clone()), 2));
    assert_eq!(one.versions.iter().map(|version| version.version.as_str()).collect::<Vec<_>>(), ["2", "1"]);
    assert_eq!(overview.configurations[0].configuration, found);
    assert_eq!(overview.configurations[0].plugins[0].version_sid, first.sid);
    assert!(overview.older_configurations.is_empty());
}

#[tokio::test]
async fn shows_nothing_of_others() {
    let store = store();
    plugin(&store, "one").await;
    release(&store, &[]).await;
    let overview = store.overview(&bob().account).await.unwrap();
    assert!(overview.plugins.is_empty() && overview.configurations.is_empty() && overview.releases.is_empty());
    assert_eq!((overview.plugins_total, overview.configurations_total, overview.releases_total), (0, 0, 0));
}
