//! What operations take and return.

mod flex_v1_plugin_configuration_configured_plugin;
mod flex_v1_plugin;
mod flex_v1_plugin_archive;
mod flex_v1_plugin_configuration;
mod flex_v1_plugin_configuration_archive;
mod flex_v1_plugin_release;
mod flex_v1_plugin_plugin_version;
mod flex_v1_plugin_version_archive;

pub use self::flex_v1_plugin_configuration_configured_plugin::FlexV1PluginConfigurationConfiguredPlugin;
pub use self::flex_v1_plugin::FlexV1Plugin;
pub use self::flex_v1_plugin_archive::FlexV1PluginArchive;
pub use self::flex_v1_plugin_configuration::FlexV1PluginConfiguration;
pub use self::flex_v1_plugin_configuration_archive::FlexV1PluginConfigurationArchive;
pub use self::flex_v1_plugin_release::FlexV1PluginRelease;
pub use self::flex_v1_plugin_plugin_version::FlexV1PluginPluginVersion;
pub use self::flex_v1_plugin_version_archive::FlexV1PluginVersionArchive;
