//! The ways into the API.

use crate::document;
use crate::runtime::client::handles;
use crate::runtime::credentials::Given;
use crate::runtime::ClientBuilder;

handles! {
    /// The operations on flex v1 configured plugin.
    fn configured_plugin() -> crate::configured_plugin::ConfiguredPlugin;

    /// The operations on flex v1 plugin.
    fn plugin() -> crate::plugin::Plugin;

    /// The operations on flex v1 plugin archive.
    fn plugin_archive() -> crate::plugin_archive::PluginArchive;

    /// The operations on flex v1 plugin configuration.
    fn plugin_configuration() -> crate::plugin_configuration::PluginConfiguration;

    /// The operations on flex v1 plugin configuration archive.
    fn plugin_configuration_archive() -> crate::plugin_configuration_archive::PluginConfigurationArchive;

    /// The operations on flex v1 plugin release.
    fn plugin_release() -> crate::plugin_release::PluginRelease;

    /// The operations on flex v1 plugin version archive.
    fn plugin_version_archive() -> crate::plugin_version_archive::PluginVersionArchive;

    /// The operations on flex v1 plugin versions.
    fn plugin_versions() -> crate::plugin_versions::PluginVersions;
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
