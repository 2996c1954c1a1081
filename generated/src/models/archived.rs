//! [`ArchivedPlugin`], [`ArchivedPluginVersion`], [`ArchivedConfiguration`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, ConfigurationSid, PluginSid, PluginVersionSid};

answer! {
    /// The answer to archiving a plugin.
    ///
    /// It is the plugin without its links, and with another URL.
    pub struct ArchivedPlugin: Default {
        /// The SID of the plugin, also where it was addressed by name.
        pub sid: Option<PluginSid> = or_null "sid",
        /// The account that owns the plugin.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name that no other plugin of the account has. It stays taken.
        pub unique_name: Option<String> = or_null "unique_name",
        /// The name to display.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// What the plugin is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the plugin is archived. True from now on.
        pub archived: Option<bool> = or_null "archived",
        /// When the plugin was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// When the plugin was last changed, in UTC.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// The absolute URL of this operation.
        ///
        /// It ends in `/Archive` and is not the URL of the plugin.
        pub url: Option<String> = or_null "url",
    }
}

impl ArchivedPlugin {
    /// The SID of the plugin, also where it was addressed by name.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedPlugin.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("ArchivedPlugin.sid"))
    }

    /// The account that owns the plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedPlugin.account_sid`
    /// is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedPlugin.account_sid"))
    }
}

answer! {
    /// The answer to archiving a version.
    ///
    /// It is the version without the result of its validation, and with another URL.
    pub struct ArchivedPluginVersion: Default {
        /// The SID of the version, also where it was addressed by its version string.
        pub sid: Option<PluginVersionSid> = or_null "sid",
        /// The plugin that the version belongs to.
        pub plugin_sid: Option<PluginSid> = or_null "plugin_sid",
        /// The account that owns the version.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The version string, which no other version of the plugin has. It stays taken.
        pub version: Option<String> = or_null "version",
        /// The URL of the JavaScript bundle.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// What changed with this version. Empty or null if nobody said.
        pub changelog: Option<String> = or_null "changelog",
        /// Whether access to the bundle is protected.
        ///
        /// If so, Flex has to authorise its request for it.
        pub private: Option<bool> = or_null "private",
        /// Whether the version is archived. True from now on.
        pub archived: Option<bool> = or_null "archived",
        /// When the version was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of this operation.
        ///
        /// It ends in `/Archive` and is not the URL of the version.
        pub url: Option<String> = or_null "url",
    }
}

impl ArchivedPluginVersion {
    /// The SID of the version, also where it was addressed by its version string.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedPluginVersion.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginVersionSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("ArchivedPluginVersion.sid"))
    }

    /// The plugin that the version belongs to.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ArchivedPluginVersion.plugin_sid` is.
    pub fn plugin_sid(&self) -> crate::Result<&PluginSid> {
        self.plugin_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedPluginVersion.plugin_sid"))
    }

    /// The account that owns the version.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ArchivedPluginVersion.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedPluginVersion.account_sid"))
    }
}

answer! {
    /// The answer to archiving a configuration.
    ///
    /// It is the configuration without its links, and with another URL.
    pub struct ArchivedConfiguration: Default {
        /// The SID of the configuration.
        pub sid: Option<ConfigurationSid> = or_null "sid",
        /// The account that owns the configuration.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name of the configuration. Others may have the same one.
        pub name: Option<String> = or_null "name",
        /// What the configuration is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the configuration is archived. True from now on.
        pub archived: Option<bool> = or_null "archived",
        /// When the configuration was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of this operation.
        ///
        /// It ends in `/Archive` and is not the URL of the configuration.
        pub url: Option<String> = or_null "url",
    }
}

impl ArchivedConfiguration {
    /// The SID of the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedConfiguration.sid` is.
    pub fn sid(&self) -> crate::Result<&ConfigurationSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("ArchivedConfiguration.sid"))
    }

    /// The account that owns the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ArchivedConfiguration.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedConfiguration.account_sid"))
    }
}
