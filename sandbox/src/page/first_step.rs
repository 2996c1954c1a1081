//! From what an account has to what it needs next for its first release.

use super::curl::{self, Line};
use super::view::{PluginView, VersionView, View};

/// A request that brings an account closer to a release.
pub(super) struct Step {
    /// What to do, and what for.
    pub why: &'static str,
    /// The command that does it.
    pub command: Vec<Line>,
}

/// The last step that can be done already: release, configure, add a version or create a plugin.
pub(super) fn next(view: &View) -> Step {
    if let Some(configuration) = view.configurations.iter().find(|configuration| configuration.is_releasable()) {
        let fields = [format!("ConfigurationId={}", configuration.sid)];
        return Step {
            why: "Release a configuration to make it the one that Flex loads:",
            command: curl::post(view, "/Releases", &fields),
        };
    }
    if let Some(version) = usable_version(view) {
        let plugins = format!(r#"Plugins={{"plugin_version":"{}","phase":3}}"#, version.sid);
        return Step {
            why: "Create a configuration, the set of versions to be released:",
            command: curl::post(view, "/Configurations", &["Name=first".to_owned(), plugins]),
        };
    }
    match view.plugins.iter().find(|plugin| !plugin.archived) {
        Some(plugin) => Step {
            why: "Add a version to a plugin, with the address of its bundle:",
            command: add_version(view, plugin),
        },
        None => Step {
            why: "Create a plugin:",
            command: curl::post(view, "/Plugins", &["UniqueName=plugin-sample".to_owned()]),
        },
    }
}

/// The command that adds a version to `plugin`.
pub(super) fn add_version(view: &View, plugin: &PluginView) -> Vec<Line> {
    let fields = ["Version=1.0.0".to_owned(), "PluginUrl=https://example.com/plugin.js".to_owned()];
    curl::post(view, &format!("/Plugins/{}/Versions", plugin.sid), &fields)
}

/// The newest version that a configuration may hold, of the newest plugin that has one.
fn usable_version(view: &View) -> Option<&VersionView> {
    let plugins = view.plugins.iter().filter(|plugin| !plugin.archived);
    plugins.flat_map(|plugin| &plugin.versions).find(|version| !version.archived)
}
