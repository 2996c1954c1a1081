//! Long lists, and lists that grow while they are read.
//!
//! Tokens of other lists and accounts: `e55_…`.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::task::JoinSet;
use twilio_flex_plugins::models::{Plugin, PluginVersion};
use twilio_flex_plugins::runtime::PageStream;

use crate::setup::{Setup, start};

const CALLERS: usize = 64;

/// All items of a stream.
async fn names(mut stream: PageStream<Plugin>) -> Vec<String> {
    let mut names = Vec::new();
    while let Some(plugin) = stream.next().await {
        names.push(plugin.expect("a plugin").unique_name.expect("a name"));
    }
    names
}

/// The numbers from below `end` down to 0, as names of plugins.
fn descending(end: usize) -> Vec<String> {
    (0..end).rev().map(|number| format!("plugin-{number}")).collect()
}

/// Creates plugins with these numbers.
async fn create(setup: &Setup, numbers: std::ops::Range<usize>) {
    for number in numbers {
        setup.plugin(&format!("plugin-{number}")).await;
    }
}

#[tokio::test]
async fn ten_thousand_versions_come_once_each_and_newest_first() {
    const TOTAL: usize = 10_000;
    let setup = Arc::new(start().await);
    setup.plugin("one").await;
    let mut tasks = JoinSet::new();
    for caller in 0..CALLERS {
        let setup = setup.clone();
        tasks.spawn(async move {
            for number in (caller..TOTAL).step_by(CALLERS) {
                setup.version("one", &format!("{caller}.{number}.0")).await;
            }
        });
    }
    tasks.join_all().await;

    let mut stream = setup.client.plugin_versions().list("one").page_size(300).stream();
    let mut seen = 0;
    // The last number of each caller, and the last time.
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut time = Timestamp::MAX;
    while let Some(version) = stream.next().await {
        let PluginVersion { version, date_created, .. } = version.expect("a version");
        let version = version.expect("a version string");
        let numbers: Vec<usize> = version.split('.').map(|number| number.parse().expect("a number")).collect();
        let (caller, number) = (numbers[0], numbers[1]);
        assert_eq!(number % CALLERS, caller);
        // What a caller created later comes earlier, so that nothing comes twice, either.
        assert!(last.insert(caller, number).is_none_or(|later| number < later), "{version}");
        let created = date_created.expect("a time");
        assert!(created < time, "{version} is not older than the one before it");
        time = created;
        seen += 1;
    }
    assert_eq!(seen, TOTAL);
}

#[tokio::test]
async fn what_is_created_meanwhile_moves_nothing() {
    let setup = start().await;
    create(&setup, 0..40).await;
    let expected = descending(40);

    // Some come between any two pages, so that offsets would be wrong; at the end, there are as many new ones as old.
    let mut page = setup.client.plugins().list().page_size(6).await.expect("a page");
    let (mut seen, mut pages, mut created) = (Vec::new(), Vec::new(), 40);
    loop {
        seen.extend(page.items.iter().filter_map(|plugin| plugin.unique_name.clone()));
        pages.push(page.envelope()["meta"].clone());
        create(&setup, created..created + 6).await;
        created += 6;
        match page.next().await.expect("a page") {
            Some(next) => page = next,
            None => break,
        }
    }
    assert_eq!(seen, expected);

    // And back: page by page the same, up to the first, which has got neighbours that are newer.
    let last = pages.last().expect("pages");
    let mut previous = last["previous_page_url"].clone();
    for number in (0..pages.len() - 1).rev() {
        let url = previous.as_str().and_then(|url| url.strip_prefix(&setup.url(""))).expect("a URL of the sandbox");
        let body = setup.get(url).await.json();
        let plugins = body["plugins"].as_array().expect("a list");
        let names: Vec<_> = plugins.iter().filter_map(|plugin| plugin["unique_name"].as_str()).collect();
        assert_eq!(names, expected[6 * number..6 * number + 6], "page {number}");
        assert_eq!(body["meta"]["page"], number);
        assert_eq!(body["meta"]["next_page_url"].is_null(), number + 1 == pages.len());
        create(&setup, created..created + 1).await;
        created += 1;
        previous = body["meta"]["previous_page_url"].clone();
    }
    assert!(previous.is_null(), "{previous}");
    assert_eq!(names(setup.client.plugins().list().stream()).await, descending(created));
}

#[tokio::test]
async fn streams_are_whole_while_others_create() {
    let setup = Arc::new(start().await);
    create(&setup, 0..200).await;
    let mut tasks = JoinSet::new();
    for caller in 1..5 {
        let setup = setup.clone();
        tasks.spawn(async move { create(&setup, 1000 * caller..1000 * caller + 50).await });
    }
    for size in [1, 7, 50, 1000] {
        let seen = names(setup.client.plugins().list().page_size(size).stream()).await;
        let old: Vec<String> = seen.iter().filter(|name| name.len() < "plugin-1000".len()).cloned().collect();
        assert_eq!(old, descending(200), "page size {size}");
        assert!(seen.ends_with(&old), "what was there before comes last");
    }
    tasks.join_all().await;
    assert_eq!(names(setup.client.plugins().list().stream()).await.len(), 400);
}
