//! The ways into the API.

use crate::document;
use crate::runtime::{Client, ClientBuilder};
use crate::runtime::credentials::Given;
use crate::configured_plugin::ConfiguredPlugin;
use crate::plugin::Plugin;
use crate::plugin_archive::PluginArchive;
use crate::plugin_configuration::PluginConfiguration;
use crate::plugin_configuration_archive::PluginConfigurationArchive;
use crate::plugin_release::PluginRelease;
use crate::plugin_version_archive::PluginVersionArchive;
use crate::plugin_versions::PluginVersions;

impl Client {
    /// The operations on flex v1 configured plugin.
    pub fn configured_plugin(&self) -> ConfiguredPlugin {
        ConfiguredPlugin::new(self)
    }

    /// The operations on flex v1 plugin.
    pub fn plugin(&self) -> Plugin {
        Plugin::new(self)
    }

    /// The operations on flex v1 plugin archive.
    pub fn plugin_archive(&self) -> PluginArchive {
        PluginArchive::new(self)
    }

    /// The operations on flex v1 plugin configuration.
    pub fn plugin_configuration(&self) -> PluginConfiguration {
        PluginConfiguration::new(self)
    }

    /// The operations on flex v1 plugin configuration archive.
    pub fn plugin_configuration_archive(&self) -> PluginConfigurationArchive {
        PluginConfigurationArchive::new(self)
    }

    /// The operations on flex v1 plugin release.
    pub fn plugin_release(&self) -> PluginRelease {
        PluginRelease::new(self)
    }

    /// The operations on flex v1 plugin version archive.
    pub fn plugin_version_archive(&self) -> PluginVersionArchive {
        PluginVersionArchive::new(self)
    }

    /// The operations on flex v1 plugin versions.
    pub fn plugin_versions(&self) -> PluginVersions {
        PluginVersions::new(self)
    }
}

impl ClientBuilder {
    /// The username and password of HTTP Basic authentication.
    pub fn credentials(
        self,
        username: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.give(
            &document::ACCOUNT_SID_AUTH_TOKEN,
            Given::Pair(username.into(), password.into()),
        )
    }
}
