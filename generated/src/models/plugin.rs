//! [`Plugin`], [`PluginLinks`], [`PluginVersion`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, PluginSid, PluginVersionSid};

answer! {
    /// A plugin: its names, its description and its owner.
    ///
    /// The code is in its versions.
    pub struct Plugin: Default {
        /// The SID of the plugin, also where it was addressed by name.
        pub sid: Option<PluginSid> = or_null "sid",
        /// The account that owns the plugin.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name that no other plugin of the account has. It never changes.
        pub unique_name: Option<String> = or_null "unique_name",
        /// The name to display.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// What the plugin is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the plugin is archived.
        ///
        /// False for a new one; never false again once it is true.
        pub archived: Option<bool> = or_null "archived",
        /// When the plugin was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// When the plugin was last changed, in UTC.
        ///
        /// The time of creation, or null, if it never was.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// The absolute URL of the plugin, with its SID.
        pub url: Option<String> = or_null "url",
        /// Where to find what belongs to the plugin.
        pub links: Option<PluginLinks> = or_null "links",
    }
}

impl Plugin {
    /// The SID of the plugin, also where it was addressed by name.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Plugin.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("Plugin.sid"))
    }

    /// The account that owns the plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Plugin.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid.as_ref().ok_or(crate::Error::missing("Plugin.account_sid"))
    }
}

answer! {
    /// The URLs of what belongs to a plugin.
    pub struct PluginLinks: Default {
        /// The absolute URL of the list of its versions.
        pub plugin_versions: Option<String> = optional "plugin_versions",
    }
}

answer! {
    /// A build of a plugin.
    ///
    /// It never changes, except that it can be archived.
    pub struct PluginVersion: Default {
        /// The SID of the version, also where it was addressed by its version string.
        pub sid: Option<PluginVersionSid> = or_null "sid",
        /// The plugin that the version belongs to.
        pub plugin_sid: Option<PluginSid> = or_null "plugin_sid",
        /// The account that owns the version.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The version string, which no other version of the plugin has.
        ///
        /// By convention it is a semantic version, for example `1.0.0`.
        pub version: Option<String> = or_null "version",
        /// The URL of the JavaScript bundle.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// What changed with this version. Empty or null if nobody said.
        pub changelog: Option<String> = or_null "changelog",
        /// Whether access to the bundle is protected.
        ///
        /// If so, Flex has to authorise its request for it.
        pub private: Option<bool> = or_null "private",
        /// Whether the version is archived.
        ///
        /// False for a new one; never false again once it is true. The plugin is archived separately.
        pub archived: Option<bool> = or_null "archived",
        /// Whether the bundle passed the checks of its author's tools.
        ///
        /// True if the version was created with the validation status `success`, false otherwise. The service
        /// does not look into the bundle.
        pub validated: Option<bool> = or_null "validated",
        /// When the version was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of the version, with its SID and that of its plugin.
        pub url: Option<String> = or_null "url",
    }
}

impl PluginVersion {
    /// The SID of the version, also where it was addressed by its version string.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `PluginVersion.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginVersionSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("PluginVersion.sid"))
    }

    /// The plugin that the version belongs to.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `PluginVersion.plugin_sid` is.
    pub fn plugin_sid(&self) -> crate::Result<&PluginSid> {
        self.plugin_sid.as_ref().ok_or(crate::Error::missing("PluginVersion.plugin_sid"))
    }

    /// The account that owns the version.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `PluginVersion.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("PluginVersion.account_sid"))
    }
}
