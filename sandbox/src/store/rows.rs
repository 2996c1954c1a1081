//! What the store answers with: a struct for each kind of resource, with the fields of the API that do not depend on
//! HTTP. Times are unix seconds.

/// A plugin: names and an owner, no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plugin {
    /// Its SID, `FP…`.
    pub sid: String,
    /// The SID of its account.
    pub account: String,
    /// Its name, which no other plugin of the account has, and which never changes.
    pub unique_name: String,
    /// Its name for people.
    pub friendly_name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Whether it is out of use for good.
    pub archived: bool,
    /// When it was created.
    pub created: i64,
    /// When it was created, updated or archived last.
    pub updated: i64,
}

/// A version of a plugin: one build of its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its SID, `FV…`.
    pub sid: String,
    /// The SID of its plugin.
    pub plugin: String,
    /// The SID of its account.
    pub account: String,
    /// The version string, which no other version of the plugin has.
    pub version: String,
    /// Where the code is.
    pub plugin_url: String,
    /// What has changed; may be empty.
    pub changelog: String,
    /// Whether the code needs credentials.
    pub private: bool,
    /// Whether it is out of use for good.
    pub archived: bool,
    /// Whether the plugin was validated with success before the upload.
    pub validated: bool,
    /// When it was created.
    pub created: i64,
}

/// A configuration: a set of versions that never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    /// Its SID, `FJ…`.
    pub sid: String,
    /// The SID of its account.
    pub account: String,
    /// Its name; others may have the same.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Whether it is out of use for good.
    pub archived: bool,
    /// When it was created.
    pub created: i64,
}

/// A plugin in a configuration, with what is known of it and its version now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfiguredPlugin {
    /// The SID of the account.
    pub account: String,
    /// The SID of the configuration.
    pub configuration: String,
    /// The SID of the plugin.
    pub plugin: String,
    /// The SID of the version.
    pub version_sid: String,
    /// In which phase it is loaded, 0 or more.
    pub phase: i64,
    /// Where the code is.
    pub plugin_url: String,
    /// The plugin's unique name.
    pub unique_name: String,
    /// The plugin's name for people.
    pub friendly_name: String,
    /// What the plugin is for; may be empty.
    pub description: String,
    /// The version string.
    pub version: String,
    /// What has changed in the version; may be empty.
    pub changelog: String,
    /// Whether the plugin is archived.
    pub plugin_archived: bool,
    /// Whether the version is archived.
    pub version_archived: bool,
    /// Whether the code needs credentials.
    pub private: bool,
    /// When the configuration was created.
    pub created: i64,
}

/// A release: from its creation to that of the next one, its configuration is what Flex loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its SID, `FK…`.
    pub sid: String,
    /// The SID of its account.
    pub account: String,
    /// The SID of its configuration.
    pub configuration: String,
    /// When it was created.
    pub created: i64,
}
