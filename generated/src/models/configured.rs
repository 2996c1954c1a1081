//! [`ConfiguredPlugin`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, ConfigurationSid, PluginSid, PluginVersionSid};

answer! {
    /// One plugin of a configuration, together with what its plugin and its version say.
    ///
    /// It has no SID of its own: the configuration and the plugin identify it.
    pub struct ConfiguredPlugin: Default {
        /// The account that owns the configuration.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The configuration that holds the plugin.
        pub configuration_sid: Option<ConfigurationSid> = or_null "configuration_sid",
        /// The plugin.
        pub plugin_sid: Option<PluginSid> = or_null "plugin_sid",
        /// The version of the plugin that this configuration installs.
        pub plugin_version_sid: Option<PluginVersionSid> = or_null "plugin_version_sid",
        /// The phase of the start of Flex in which the plugin is started.
        ///
        /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
        pub phase: Option<i64> = optional "phase",
        /// The URL of the JavaScript bundle of the version.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// The unique name of the plugin.
        pub unique_name: Option<String> = or_null "unique_name",
        /// The display name of the plugin.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// The description of the plugin, not that of the configuration.
        pub description: Option<String> = or_null "description",
        /// Whether the plugin is archived by now.
        pub plugin_archived: Option<bool> = or_null "plugin_archived",
        /// The version string of the installed version.
        pub version: Option<String> = or_null "version",
        /// What changed with the installed version.
        pub changelog: Option<String> = or_null "changelog",
        /// Whether the installed version is archived by now.
        pub plugin_version_archived: Option<bool> = or_null "plugin_version_archived",
        /// Whether access to the bundle is protected.
        ///
        /// If so, Flex has to authorise its request for it.
        pub private: Option<bool> = or_null "private",
        /// When the configuration was created and the plugin thus installed, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of the configured plugin, with the SIDs of configuration and plugin.
        pub url: Option<String> = or_null "url",
    }
}

impl ConfiguredPlugin {
    /// The account that owns the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ConfiguredPlugin.account_sid`
    /// is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.account_sid"))
    }

    /// The configuration that holds the plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ConfiguredPlugin.configuration_sid` is.
    pub fn configuration_sid(&self) -> crate::Result<&ConfigurationSid> {
        self.configuration_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.configuration_sid"))
    }

    /// The plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ConfiguredPlugin.plugin_sid`
    /// is.
    pub fn plugin_sid(&self) -> crate::Result<&PluginSid> {
        self.plugin_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.plugin_sid"))
    }

    /// The version of the plugin that this configuration installs.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ConfiguredPlugin.plugin_version_sid` is.
    pub fn plugin_version_sid(&self) -> crate::Result<&PluginVersionSid> {
        self.plugin_version_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.plugin_version_sid"))
    }
}
