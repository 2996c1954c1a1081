//! Views to render in tests, with SIDs that are told apart at a glance.

use jiff::{Timestamp, ToSpan as _};

use crate::page::{ConfigurationView, Entry, PluginView, ReleaseView, Totals, VersionView, View};

/// An account with a history: plugins in all states, and releases with each kind of change.
pub fn lived_in() -> View {
    let menu = ["1.2.0", "1.1.0", "1.0.0", "0.9.1", "0.9.0", "0.3.0", "0.2.0", "0.1.0"];
    let mut queue = plugin("queue-stats", "Queue statistics", &["2.0.0-beta.1", "1.4.2"]);
    queue.description = "Shows how long callers wait, per queue and in total.".to_owned();
    queue.versions[0].private = true;
    queue.versions[0].changelog = "Reads the numbers from the live stream.\nThe old endpoint is gone.".to_owned();
    queue.versions[1].archived = true;
    let mut old = plugin("legacy-dialpad", "", &["0.0.9"]);
    old.archived = true;
    let mut long = plugin(&"plugin-with-a-name-that-goes-on-".repeat(4), "", &[&"9".repeat(80)]);
    long.versions[0].plugin_url = format!("https://example.com/{}.js", "bundle".repeat(30));
    let plugins = vec![plugin("crm-sidebar", "", &[]), long, queue, plugin("agent-menu", "Agent menu", &menu), old];

    let menu = |version| entry("agent-menu", version, 3);
    let queue = |version, phase| entry("queue-stats", version, phase);
    let dialpad = Entry { archived: true, ..entry("legacy-dialpad", "0.0.9", 3) };
    let configurations = vec![
        configuration("Autumn rollout", vec![menu("1.2.0"), queue("2.0.0-beta.1", 4)]),
        configuration("Everything off", vec![]),
        configuration("Statistics for all", vec![menu("1.1.0"), queue("1.4.2", 3), dialpad.clone()]),
        ConfigurationView { archived: true, ..configuration("Pilot", vec![menu("1.0.0"), dialpad]) },
    ];
    let releases = [0, 2, 1, 2, 2, 3].iter().enumerate().map(|(index, of)| release(index, &configurations[*of]));
    let releases = releases.collect();
    let totals = Totals { plugins: 5, configurations: 4, releases: 6 };
    View { plugins, configurations, releases, totals, ..empty() }
}

/// An account that has nothing.
pub fn empty() -> View {
    View {
        account: "AC00000000000000000000000000000001".to_owned(),
        username: "SK00000000000000000000000000000002".to_owned(),
        base_url: "http://127.0.0.1:8080".to_owned(),
        ..View::default()
    }
}

/// An account with `text` wherever there is a text.
pub fn full_of(text: &str) -> View {
    let mut plugin = plugin(text, text, &[text]);
    plugin.description = text.to_owned();
    plugin.sid = text.to_owned();
    plugin.versions[0].changelog = text.to_owned();
    plugin.versions[0].plugin_url = text.to_owned();
    plugin.versions[0].sid = text.to_owned();
    let bare = PluginView { versions: vec![], version_total: 0, ..plugin.clone() };
    let entry = Entry {
        plugin_sid: text.to_owned(),
        unique_name: text.to_owned(),
        version_sid: text.to_owned(),
        version: text.to_owned(),
        phase: 3,
        archived: true,
    };
    let changed = Entry { version: format!("{text}2"), version_sid: format!("{text}2"), phase: 4, ..entry.clone() };
    let configuration = ConfigurationView {
        sid: text.to_owned(),
        description: text.to_owned(),
        ..configuration(text, vec![entry.clone()])
    };
    let release = |index, entries| ReleaseView {
        sid: text.to_owned(),
        configuration_sid: text.to_owned(),
        entries,
        ..release(index, &configuration)
    };
    View {
        account: text.to_owned(),
        username: text.to_owned(),
        base_url: text.to_owned(),
        releases: vec![release(0, vec![]), release(1, vec![changed]), release(2, vec![entry])],
        plugins: vec![plugin, bare],
        configurations: vec![configuration],
        totals: Totals { plugins: 500, configurations: 500, releases: 500 },
    }
}

/// A plugin with `versions`, the newest first.
pub fn plugin(name: &str, friendly_name: &str, versions: &[&str]) -> PluginView {
    PluginView {
        sid: sid("FP", name),
        unique_name: name.to_owned(),
        friendly_name: friendly_name.to_owned(),
        description: String::new(),
        archived: false,
        created: ago(90),
        updated: ago(if versions.is_empty() { 90 } else { 3 }),
        versions: versions.iter().enumerate().map(|(index, version)| self::version(name, version, index)).collect(),
        version_total: versions.len() as u64,
    }
}

/// A configuration that holds `entries`.
pub fn configuration(name: &str, entries: Vec<Entry>) -> ConfigurationView {
    ConfigurationView {
        sid: sid("FJ", name),
        name: name.to_owned(),
        description: String::new(),
        archived: false,
        created: ago(30),
        entries,
    }
}

/// The release of `configuration` that is the newest but `index`.
pub fn release(index: usize, configuration: &ConfigurationView) -> ReleaseView {
    ReleaseView {
        sid: sid("FK", &format!("release {index}")),
        created: ago(index as i64),
        configuration_sid: configuration.sid.clone(),
        configuration_name: configuration.name.clone(),
        entries: configuration.entries.clone(),
    }
}

/// The plugin `name` at `version`, as a configuration holds it.
pub fn entry(name: &str, version: &str, phase: i64) -> Entry {
    Entry {
        plugin_sid: sid("FP", name),
        unique_name: name.to_owned(),
        version_sid: sid("FV", &format!("{name}{version}")),
        version: version.to_owned(),
        phase,
        archived: false,
    }
}

fn version(plugin: &str, version: &str, index: usize) -> VersionView {
    VersionView {
        sid: sid("FV", &format!("{plugin}{version}")),
        version: version.to_owned(),
        plugin_url: format!("https://assets.example.com/{plugin}/{version}/bundle.js"),
        changelog: String::new(),
        private: false,
        archived: false,
        validated: index == 0,
        created: ago(3 + index as i64),
    }
}

/// A SID that the text alone decides (FNV-1a).
fn sid(prefix: &str, text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{prefix}{hash:016x}{hash:016x}")
}

/// So many days before a certain time.
fn ago(days: i64) -> Timestamp {
    let now: Timestamp = "2026-05-14T09:26:53Z".parse().expect("a time");
    now - (24 * days).hours()
}
