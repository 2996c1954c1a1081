//! The store as its callers see it. Tests are named after the rows of the list of invalid inputs that they show.

mod configurations;
mod files;
mod overview;
mod paging;
mod plugins;
mod releases;
mod sharing;
mod versions;

use crate::problem::Problem;
use crate::store::{
    Caller, Configuration, Entry, NewConfiguration, NewPlugin, NewVersion, PageRequest, Place, Plugin, Rules, Store,
    Version,
};

/// A store in memory with the given rules.
fn store_with(rules: Rules) -> Store {
    Store::open(Place::Memory, rules).unwrap()
}

/// A store in memory.
fn store() -> Store {
    store_with(Rules::default())
}

/// The first of two accounts.
fn alice() -> Caller {
    Caller { account: format!("AC{:032x}", 1), sids_only: false }
}

/// The second of two accounts.
fn bob() -> Caller {
    Caller { account: format!("AC{:032x}", 2), sids_only: false }
}

/// `caller` with credentials that know only SIDs.
fn sids_only(caller: Caller) -> Caller {
    Caller { sids_only: true, ..caller }
}

fn new_plugin(name: &str) -> NewPlugin {
    NewPlugin { unique_name: name.to_owned(), ..NewPlugin::default() }
}

fn new_version(version: &str) -> NewVersion {
    let (version, plugin_url) = (version.to_owned(), "https://example.com/plugin.js".to_owned());
    NewVersion { version, plugin_url, ..NewVersion::default() }
}

fn new_configuration(versions: &[&Version]) -> NewConfiguration {
    let plugins = versions.iter().map(|version| entry(&version.sid)).collect();
    NewConfiguration { name: "configuration".to_owned(), plugins, ..NewConfiguration::default() }
}

fn entry(version: &str) -> Entry {
    Entry { plugin_version: version.to_owned(), phase: None }
}

/// A plugin of alice's.
async fn plugin(store: &Store, name: &str) -> Plugin {
    store.create_plugin(&alice(), new_plugin(name)).await.unwrap()
}

/// A version of a plugin of alice's.
async fn version(store: &Store, plugin: &str, version: &str) -> Version {
    store.create_version(&alice(), plugin, new_version(version)).await.unwrap()
}

/// A configuration of alice's.
async fn configuration(store: &Store, versions: &[&Version]) -> Configuration {
    store.create_configuration(&alice(), new_configuration(versions)).await.unwrap()
}

/// A release of a new configuration of alice's.
async fn release(store: &Store, versions: &[&Version]) -> Configuration {
    let configuration = configuration(store, versions).await;
    store.create_release(&alice(), &configuration.sid).await.unwrap();
    configuration
}

/// A page of this many items.
fn sized(size: i64) -> PageRequest {
    PageRequest { size: Some(size), ..PageRequest::default() }
}

/// Asserts that a parameter is refused.
#[track_caller]
fn assert_invalid<T: std::fmt::Debug>(result: Result<T, Problem>, parameter: &str) {
    match result {
        Err(Problem::Invalid { name, .. }) if name == parameter => {}
        other => panic!("expected a problem with {parameter}, found {other:?}"),
    }
}
