//! Many callers of one client at a service that fails now and then: nothing is lost, and the client does nothing twice.
//!
//! A second sandbox on the same file has no faults, and tells what was done.

mod callers;

use std::collections::HashMap;
use std::time::Duration;

use contract_tests::clients::quick;
use flex_sandbox::{Fault, Faults, When};
use tempfile::TempDir;
use tokio::task::JoinSet;
use tokio::time::timeout;
use twilio_flex_plugins::{CallOptions, Client};

use self::callers::{Deeds, call};
use crate::setup::{Setup, start_with};

const CALLERS: usize = 200;

/// Only for a test that would never end; all of them take seconds.
const NEVER: Duration = Duration::from_secs(500);

/// A sandbox with faults and one without them, on the same file.
struct Pair {
    faulty: Setup,
    sound: Setup,
    _directory: TempDir,
}

async fn pair(faults: Faults) -> Pair {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("sandbox.db");
    let faulty = start_with(|builder| builder.database(&file).faults(faults)).await;
    let sound = start_with(|builder| builder.database(&file)).await;
    Pair { faulty, sound, _directory: directory }
}

/// What comes of all callers at once.
async fn all(client: &Client) -> Vec<Deeds> {
    let mut tasks = JoinSet::new();
    for number in 0..CALLERS {
        tasks.spawn(call(client.clone(), number));
    }
    timeout(NEVER, tasks.join_all()).await.expect("no call hangs")
}

/// How often a caller's configuration and its release can be there.
type Range = std::ops::RangeInclusive<usize>;

/// Checks that what was done is there, and there as often as `range` says of what succeeded, and of what failed.
async fn check(sound: &Client, deeds: &[Deeds], done: Range, failed: Range) {
    let configurations = count_configurations(sound).await;
    let releases = count_releases(sound).await;
    for deed in deeds {
        let (number, range) = (deed.number, |ok: bool| if ok { &done } else { &failed });
        for name in [format!("configuration-{number}"), format!("spare-{number}")] {
            let count = configurations.get(&name).copied().unwrap_or(0);
            let ok = if name.starts_with("spare") { &deed.spare } else { &deed.configuration };
            assert!(range(ok.is_some()).contains(&count), "{name} is there {count} times: {deed:?}");
        }
        if let Some(configuration) = &deed.configuration {
            let count = releases.get(configuration).copied().unwrap_or(0);
            assert!(range(deed.release.is_some()).contains(&count), "{count} releases: {deed:?}");
        }
        present(sound, deed).await;
    }
}

/// Checks that what a caller was told of is there, as it was told.
async fn present(sound: &Client, deed: &Deeds) {
    let plugin = format!("plugin-{}", deed.number);
    if let Some(sid) = &deed.plugin {
        let found = sound.plugins().fetch(&plugin).await.expect("the plugin is there");
        assert_eq!(found.sid().expect("a SID").as_str(), sid);
        assert!(!deed.described || found.description.as_deref() == Some("described"), "{deed:?}");
    }
    for (version, sid) in [("1.0.0", &deed.version), ("2.0.0", &deed.archived)] {
        if let Some(sid) = sid {
            let found = sound.plugin_versions().fetch(&plugin, version).await.expect("the version is there");
            assert_eq!(found.sid().expect("a SID").as_str(), sid);
            assert_eq!(found.archived, Some(version == "2.0.0"));
        }
    }
    if let (Some(configuration), Some(version)) = (&deed.configuration, &deed.version) {
        let entry = sound.configured_plugins().fetch(configuration, &plugin).await.expect("the entry is there");
        assert_eq!(entry.plugin_version_sid().expect("a SID").as_str(), version);
    }
}

/// How many configurations have each name.
async fn count_configurations(client: &Client) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let mut stream = client.configurations().list().page_size(1000).stream();
    while let Some(configuration) = stream.next().await {
        let name = configuration.expect("a configuration").name.expect("a name");
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// How many releases each configuration has.
async fn count_releases(client: &Client) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let mut stream = client.releases().list().page_size(1000).stream();
    while let Some(release) = stream.next().await {
        let release = release.expect("a release");
        *counts.entry(release.configuration_sid().expect("a SID").as_str().to_owned()).or_default() += 1;
    }
    counts
}

/// Checks that a list is the same through faults as without them; the calls are tried until they succeed.
async fn exact(pair: &Pair) {
    let patient = CallOptions::new().retry(quick().tries(100)).timeout(NEVER);
    let mut faulty = pair.faulty.client.plugins().list().page_size(30).with(patient).stream();
    let mut sound = pair.sound.client.plugins().list().stream();
    while let Some(expected) = sound.next().await {
        let found = faulty.next().await.expect("another plugin").expect("a plugin");
        let mut expected = expected.expect("a plugin");
        // They differ in nothing but where they were asked for.
        let elsewhere = |url: String| url.replace(pair.sound.sandbox.url(), pair.faulty.sandbox.url());
        expected.url = expected.url.map(elsewhere);
        expected.links = expected.links.map(|mut links| {
            links.plugin_versions = links.plugin_versions.map(elsewhere);
            links
        });
        assert_eq!(found, expected);
    }
    assert!(faulty.next().await.is_none(), "nothing comes twice");
}

/// Every fifth request fails in this way.
fn often(kind: Fault, when: When) -> Faults {
    Faults { rate: 0.2, kind, when, ..Faults::default() }
}

#[tokio::test]
async fn without_faults_everything_succeeds() {
    let pair = pair(Faults::default()).await;
    let deeds = all(&pair.faulty.client).await;
    for deed in &deeds {
        assert!(deed.errors.is_empty() && deed.is_whole(), "{deed:?}");
    }
    check(&pair.sound.client, &deeds, 1..=1, 0..=0).await;
    exact(&pair).await;
}

/// What fails is not done, and what is tried again is done once.
async fn fails_before(kind: Fault) {
    let pair = pair(often(kind, When::Before)).await;
    let deeds = all(&pair.faulty.client).await;
    check(&pair.sound.client, &deeds, 1..=1, 0..=0).await;
    exact(&pair).await;
}

#[tokio::test]
async fn status_429_before_the_work() {
    fails_before(Fault::TooManyRequests).await;
}

#[tokio::test]
async fn status_500_before_the_work() {
    fails_before(Fault::Internal).await;
}

#[tokio::test]
async fn status_503_before_the_work() {
    fails_before(Fault::Unavailable).await;
}

#[tokio::test]
async fn a_reset_before_the_work() {
    fails_before(Fault::Reset).await;
}

/// What fails may be done, and is not tried again, so that it is not done twice.
async fn fails_after(kind: Fault) {
    let pair = pair(often(kind, When::After)).await;
    let deeds = all(&pair.faulty.client).await;
    check(&pair.sound.client, &deeds, 1..=1, 0..=1).await;
    assert!(deeds.iter().any(|deed| !deed.errors.is_empty()), "some calls fail");
    exact(&pair).await;
}

#[tokio::test]
async fn status_500_after_the_work() {
    fails_after(Fault::Internal).await;
}

#[tokio::test]
async fn a_reset_after_the_work() {
    fails_after(Fault::Reset).await;
}

/// A service that asks to try again says that it has done nothing. If that is not so, a try may do it once more, and
/// only names are still unique: there is no idempotency key.
async fn asks_again_after(kind: Fault) {
    let pair = pair(often(kind, When::After)).await;
    let deeds = all(&pair.faulty.client).await;
    check(&pair.sound.client, &deeds, 1..=4, 0..=4).await;
    exact(&pair).await;
}

#[tokio::test]
async fn status_429_after_the_work() {
    asks_again_after(Fault::TooManyRequests).await;
}

#[tokio::test]
async fn status_503_after_the_work() {
    asks_again_after(Fault::Unavailable).await;
}
