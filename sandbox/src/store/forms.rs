//! What the store is asked to create or change: the form fields of the API, as they came.
//!
//! `None` is a field that is absent. An empty required field counts as absent, too.

/// A plugin to create.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPlugin {
    /// Its name in paths: not empty, without `/`, `?`, `#`, `%` and whitespace, and not like a SID.
    pub unique_name: String,
    /// Its name for people; the unique name if absent or empty.
    pub friendly_name: Option<String>,
    /// What it is for, at most 500 characters; empty if absent.
    pub description: Option<String>,
}

/// What to change of a plugin; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PluginUpdate {
    /// Its name for people; may be empty.
    pub friendly_name: Option<String>,
    /// What it is for, at most 500 characters; may be empty.
    pub description: Option<String>,
}

/// A version to create.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewVersion {
    /// The version string: not empty; a semantic version where the rules are strict.
    pub version: String,
    /// Where the code is, an absolute http or https URL.
    pub plugin_url: String,
    /// What has changed; empty if absent.
    pub changelog: Option<String>,
    /// Whether the code needs credentials; no if absent.
    pub private: Option<bool>,
    /// With which version of the command line it was built; kept, but never shown.
    pub cli_version: Option<String>,
    /// The version counts as validated if this is `success`.
    pub validate_status: Option<String>,
}

/// A configuration to create.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewConfiguration {
    /// Its name, not empty.
    pub name: String,
    /// What it is for; empty if absent.
    pub description: Option<String>,
    /// What it holds, in this order.
    pub plugins: Vec<Entry>,
}

/// A version in a new configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The SID of the version; empty if the entry has none.
    pub plugin_version: String,
    /// In which phase it is loaded, 0 or more; 3 if absent.
    pub phase: Option<i64>,
}
