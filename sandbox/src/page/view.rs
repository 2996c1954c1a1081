//! What the page shows: plain data, to be filled from a store row by row.
//!
//! Every list has its newest item first, as the lists of the API do.

use jiff::Timestamp;

/// What one account has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The SID of the account.
    pub account: String,
    /// Who asks for the page, and so whom its commands ask as: the SID of the account or of an API key, or `token`.
    pub username: String,
    /// Where clients reach the sandbox, without a slash at the end: `http://127.0.0.1:8080`.
    pub base_url: String,
    /// The plugins, archived ones included; those after [`MAX_PLUGINS`](super::MAX_PLUGINS) are not shown.
    pub plugins: Vec<PluginView>,
    /// The configurations, archived ones included; those after
    /// [`MAX_CONFIGURATIONS`](super::MAX_CONFIGURATIONS) are not shown.
    pub configurations: Vec<ConfigurationView>,
    /// The releases, of which the first is active. The one after [`MAX_RELEASES`](super::MAX_RELEASES) is not shown
    /// but compared with.
    pub releases: Vec<ReleaseView>,
    /// How many there are of each, also of what is not in the lists.
    pub totals: Totals,
}

impl View {
    /// The release that is in effect; none before the first.
    pub(super) fn active(&self) -> Option<&ReleaseView> {
        self.releases.first()
    }

    /// The totals, none of them below the length of its list.
    pub(super) fn counts(&self) -> Totals {
        let Totals { plugins, configurations, releases } = self.totals;
        Totals {
            plugins: plugins.max(self.plugins.len() as u64),
            configurations: configurations.max(self.configurations.len() as u64),
            releases: releases.max(self.releases.len() as u64),
        }
    }
}

/// How many of each an account has. A number below the length of its list counts as that length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The number of plugins, archived ones included.
    pub plugins: u64,
    /// The number of configurations, archived ones included.
    pub configurations: u64,
    /// The number of releases.
    pub releases: u64,
}

/// A plugin with its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluginView {
    /// Its SID, `FP…`.
    pub sid: String,
    /// The name that it is found by.
    pub unique_name: String,
    /// The name to be shown; the unique name is shown where it is empty.
    pub friendly_name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Whether it is archived.
    pub archived: bool,
    /// When it was created.
    pub created: Timestamp,
    /// When it was changed last.
    pub updated: Timestamp,
    /// Its versions, archived ones included; those after [`MAX_VERSIONS`](super::MAX_VERSIONS) are not shown.
    pub versions: Vec<VersionView>,
    /// The number of its versions, also of those not in the list.
    pub version_total: u64,
}

/// A version of a plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    /// Its SID, `FV…`.
    pub sid: String,
    /// The version string, semantic or not.
    pub version: String,
    /// The address of its bundle, as it was given: not necessarily one of the web.
    pub plugin_url: String,
    /// What changed in it; may be empty.
    pub changelog: String,
    /// Whether its bundle is served to authorised requests only.
    pub private: bool,
    /// Whether it is archived.
    pub archived: bool,
    /// Whether it was created as validated.
    pub validated: bool,
    /// When it was created.
    pub created: Timestamp,
}

/// A configuration with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigurationView {
    /// Its SID, `FJ…`.
    pub sid: String,
    /// Its name, which is not unique.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Whether it is archived.
    pub archived: bool,
    /// When it was created.
    pub created: Timestamp,
    /// What it holds, in the order of its creation.
    pub entries: Vec<Entry>,
}

impl ConfigurationView {
    /// Whether a release may point at it: neither it nor anything in it is archived.
    pub(super) fn is_releasable(&self) -> bool {
        !self.archived && !self.entries.iter().any(|entry| entry.archived)
    }
}

/// A plugin in a configuration, at the version and in the phase that the configuration gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The SID of the plugin; a configuration holds a plugin at most once.
    pub plugin_sid: String,
    /// The unique name of the plugin.
    pub unique_name: String,
    /// The SID of the version.
    pub version_sid: String,
    /// The version string.
    pub version: String,
    /// When Flex starts the plugin, relative to others; 3 unless a configuration says otherwise.
    pub phase: i64,
    /// Whether the plugin or the version is archived by now.
    pub archived: bool,
}

/// A release with what it put into effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseView {
    /// Its SID, `FK…`.
    pub sid: String,
    /// When it was created, and so became active.
    pub created: Timestamp,
    /// The SID of its configuration, `FJ…`.
    pub configuration_sid: String,
    /// The name of its configuration.
    pub configuration_name: String,
    /// What its configuration holds.
    pub entries: Vec<Entry>,
}
