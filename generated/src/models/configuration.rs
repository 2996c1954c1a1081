//! [`Configuration`], [`ConfigurationLinks`], [`ConfigurationPlugin`].

use jiff::Timestamp;

use crate::runtime::build::build;
use crate::runtime::fields::{answer, record};
use crate::{AccountSid, ConfigurationSid, PluginVersionSid};

answer! {
    /// A fixed set of plugin versions, under a name.
    ///
    /// The plugins themselves are not part of it; list the configured plugins for them.
    pub struct Configuration: Default {
        /// The SID of the configuration.
        pub sid: Option<ConfigurationSid> = or_null "sid",
        /// The account that owns the configuration.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name of the configuration. Others may have the same one.
        pub name: Option<String> = or_null "name",
        /// What the configuration is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the configuration is archived.
        ///
        /// False for a new one; never false again once it is true.
        pub archived: Option<bool> = or_null "archived",
        /// When the configuration was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of the configuration.
        pub url: Option<String> = or_null "url",
        /// Where to find what belongs to the configuration.
        pub links: Option<ConfigurationLinks> = or_null "links",
    }
}

impl Configuration {
    /// The SID of the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Configuration.sid` is.
    pub fn sid(&self) -> crate::Result<&ConfigurationSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("Configuration.sid"))
    }

    /// The account that owns the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Configuration.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("Configuration.account_sid"))
    }
}

answer! {
    /// The URLs of what belongs to a configuration.
    pub struct ConfigurationLinks: Default {
        /// The absolute URL of the list of its plugins.
        pub plugins: Option<String> = optional "plugins",
    }
}

record! {
    /// A plugin version to put into a configuration.
    ///
    /// The plugin follows from the version.
    #[non_exhaustive]
    pub struct ConfigurationPlugin {
        /// The SID of the version. A plugin's name or a version string will not do.
        pub plugin_version: PluginVersionSid = required "plugin_version",
        /// The phase of the start of Flex in which the plugin is started.
        ///
        /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
        ///
        /// Range: 0 to 2147483647. Default: `3`.
        pub phase: Option<i64> = optional "phase",
    }
}

build! {
    impl ConfigurationPlugin;
    new {
        plugin_version: impl AsRef<str> = PluginVersionSid::unchecked(plugin_version.as_ref()),
    }

    /// The phase of the start of Flex in which the plugin is started.
    ///
    /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
    ///
    /// Range: 0 to 2147483647. Default: `3`.
    fn phase(phase: i64) => phase = Some(phase);
}
