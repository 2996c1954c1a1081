use crate::problem::Problem;
use crate::store::{Page, Plugin, Rules};

use super::*;

/// The page of two plugins that `token` points at.
async fn two(store: &Store, page: i64, token: Option<String>) -> Page<Plugin> {
    store.list_plugins(&alice(), PageRequest { size: Some(2), page: Some(page), token }).await.unwrap()
}

fn names(page: &Page<Plugin>) -> Vec<&str> {
    page.items.iter().map(|plugin| plugin.unique_name.as_str()).collect()
}

async fn plugins(store: &Store, count: usize) {
    for number in 0..count {
        plugin(store, &number.to_string()).await;
    }
}

#[tokio::test]
async fn s10_s12_forwards_and_backwards() {
    let store = store();
    plugins(&store, 5).await;
    let first = two(&store, 0, None).await;
    assert_eq!((names(&first), &first.previous, first.page, first.size), (vec!["4", "3"], &None, 0, 2));
    let second = two(&store, 1, first.next).await;
    assert_eq!((names(&second), second.page), (vec!["2", "1"], 1));
    let third = two(&store, 2, second.next).await;
    assert_eq!((names(&third), &third.next), (vec!["0"], &None));
    let second = two(&store, 1, third.previous).await;
    assert_eq!(names(&second), ["2", "1"]);
    assert_eq!(names(&two(&store, 2, second.next).await), ["0"]);
    let first = two(&store, 0, second.previous).await;
    assert_eq!((names(&first), &first.previous), (vec!["4", "3"], &None));
    assert_eq!(names(&two(&store, 1, first.next).await), ["2", "1"]);
}

#[tokio::test]
async fn s10_inserts_move_nothing() {
    let store = store();
    plugins(&store, 5).await;
    let first = two(&store, 0, None).await;
    plugin(&store, "new").await;
    let second = two(&store, 1, first.next).await;
    assert_eq!(names(&second), ["2", "1"]);
    plugin(&store, "newer").await;
    let first = two(&store, 0, second.previous).await;
    assert_eq!((names(&first), &first.previous), (vec!["4", "3"], &None));
    let before = two(&store, 1, two(&store, 1, first.next).await.previous).await;
    assert_eq!(names(&before), ["4", "3"]);
    assert_eq!(names(&two(&store, 0, before.previous).await), ["newer", "new"]);
}

#[tokio::test]
async fn exact_ends_have_no_next_page() {
    let store = store();
    assert_eq!(two(&store, 3, None).await, Page { items: vec![], page: 3, size: 2, next: None, previous: None });
    plugins(&store, 4).await;
    let first = two(&store, 0, None).await;
    let second = two(&store, 1, first.next).await;
    assert_eq!((names(&second), &second.next), (vec!["1", "0"], &None));
    assert!(second.previous.is_some());
}

#[tokio::test]
async fn s11_page_is_only_echoed() {
    let store = store();
    plugins(&store, 3).await;
    let page = two(&store, 9, None).await;
    assert_eq!((names(&page), page.page, &page.previous), (vec!["2", "1"], 9, &None));
    assert!(page.next.is_some());
    let page = store.list_plugins(&alice(), PageRequest::default()).await.unwrap();
    assert_eq!((page.items.len(), page.page, page.size), (3, 0, 50));
}

#[tokio::test]
async fn sizes_may_change_between_pages() {
    let store = store();
    plugins(&store, 6).await;
    let token = two(&store, 0, None).await.next;
    let page = PageRequest { size: Some(3), page: Some(1), token };
    assert_eq!(names(&store.list_plugins(&alice(), page).await.unwrap()), ["3", "2", "1"]);
}

#[tokio::test]
async fn configured_plugins_stay_in_the_order_given() {
    let store = store();
    let mut versions = Vec::new();
    for name in ["e", "a", "d", "b", "c"] {
        plugin(&store, name).await;
        versions.insert(0, version(&store, name, "1").await);
    }
    let configuration = configuration(&store, &versions.iter().collect::<Vec<_>>()).await;
    let page = async |page, token| {
        let request = PageRequest { size: Some(2), page: Some(page), token };
        let page = store.list_configured_plugins(&alice(), &configuration.sid, request).await.unwrap();
        let names: String = page.items.iter().map(|entry| entry.unique_name.as_str()).collect();
        (names, page.next, page.previous)
    };
    let (names, next, previous) = page(0, None).await;
    assert_eq!((names.as_str(), previous), ("cb", None));
    let (names, next, _) = page(1, next).await;
    assert_eq!(names, "da");
    let (names, next, previous) = page(2, next).await;
    assert_eq!((names.as_str(), next), ("e", None));
    let (names, _, previous) = page(1, previous).await;
    assert_eq!(names, "da");
    let (names, _, previous) = page(0, previous).await;
    assert_eq!((names.as_str(), previous), ("cb", None));
}

#[tokio::test]
async fn every_list_has_pages() {
    let store = store();
    plugin(&store, "one").await;
    for number in 1..=3 {
        version(&store, "one", &number.to_string()).await;
        release(&store, &[]).await;
    }
    let second = |token: Option<String>| PageRequest { size: Some(2), page: Some(1), token };
    let (_, first) = store.list_versions(&alice(), "one", sized(2)).await.unwrap();
    let (sid, last) = store.list_versions(&alice(), "one", second(first.next)).await.unwrap();
    assert_eq!(sid, first.items[0].plugin);
    let versions: Vec<_> = first.items.iter().chain(&last.items).map(|version| version.version.as_str()).collect();
    assert_eq!(versions, ["3", "2", "1"]);
    let first = store.list_releases(&alice(), sized(2)).await.unwrap();
    let last = store.list_releases(&alice(), second(first.next)).await.unwrap();
    assert_eq!((first.items.len(), last.items.len(), last.next), (2, 1, None));
    let first = store.list_configurations(&alice(), sized(2)).await.unwrap();
    let last = store.list_configurations(&alice(), second(first.next)).await.unwrap();
    assert_eq!((first.items.len(), last.items.len(), last.next), (2, 1, None));
}

#[tokio::test]
async fn e52_e53_e54_bad_sizes_and_pages() {
    let (store, clamping) = (store(), store_with(Rules { clamp_page_size: true, ..Rules::default() }));
    for size in [0, -1, i64::MIN] {
        assert_invalid(store.list_plugins(&alice(), sized(size)).await, "PageSize");
        assert_invalid(clamping.list_releases(&alice(), sized(size)).await, "PageSize");
    }
    assert_eq!(store.list_plugins(&alice(), sized(1001)).await, Err(Problem::PageTooLarge));
    assert_eq!(clamping.list_plugins(&alice(), sized(1001)).await.unwrap().size, 1000);
    assert_eq!(store.list_plugins(&alice(), sized(1000)).await.unwrap().size, 1000);
    let negative = PageRequest { page: Some(-1), ..PageRequest::default() };
    assert_invalid(store.list_configurations(&alice(), negative).await, "Page");
}

#[tokio::test]
async fn e55_tokens_of_others() {
    let store = store();
    plugins(&store, 2).await;
    release(&store, &[]).await;
    release(&store, &[]).await;
    for name in ["0", "1"] {
        version(&store, name, "1").await;
        version(&store, name, "2").await;
    }
    let of_plugins = store.list_plugins(&alice(), sized(1)).await.unwrap().next;
    let of_versions = store.list_versions(&alice(), "0", sized(1)).await.unwrap().1.next;
    let of_releases = store.list_releases(&alice(), sized(1)).await.unwrap().next;
    let with = |token: &Option<String>| PageRequest { token: Some(token.clone().unwrap()), ..PageRequest::default() };
    store.list_plugins(&alice(), with(&of_plugins)).await.unwrap();
    store.list_versions(&alice(), "0", with(&of_versions)).await.unwrap();
    assert_invalid(store.list_plugins(&bob(), with(&of_plugins)).await, "PageToken");
    assert_invalid(store.list_configurations(&alice(), with(&of_plugins)).await, "PageToken");
    assert_invalid(store.list_configurations(&alice(), with(&of_releases)).await, "PageToken");
    assert_invalid(store.list_versions(&alice(), "1", with(&of_versions)).await, "PageToken");
    let other = super::store();
    assert_invalid(other.list_plugins(&alice(), with(&of_plugins)).await, "PageToken");
    for text in ["", "0", "next", &"0".repeat(49)] {
        assert_invalid(store.list_plugins(&alice(), with(&Some(text.to_owned()))).await, "PageToken");
    }
}
