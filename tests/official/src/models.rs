//! What operations take and return.

mod flex_v1_plugin_configuration_configured_plugin;
#[cfg(feature = "server")]
mod list_configured_plugin_response;
#[cfg(feature = "server")]
mod list_configured_plugin_response_meta;
mod flex_v1_plugin;
#[cfg(feature = "server")]
mod list_plugin_response;
mod flex_v1_plugin_archive;
mod flex_v1_plugin_configuration;
#[cfg(feature = "server")]
mod list_plugin_configuration_response;
mod flex_v1_plugin_configuration_archive;
mod flex_v1_plugin_release;
#[cfg(feature = "server")]
mod list_plugin_release_response;
mod flex_v1_plugin_plugin_version;
#[cfg(feature = "server")]
mod list_plugin_version_response;
mod flex_v1_plugin_version_archive;

pub use self::flex_v1_plugin_configuration_configured_plugin::FlexV1PluginConfigurationConfiguredPlugin;
#[cfg(feature = "server")]
pub use self::list_configured_plugin_response::ListConfiguredPluginResponse;
#[cfg(feature = "server")]
pub use self::list_configured_plugin_response_meta::ListConfiguredPluginResponseMeta;
pub use self::flex_v1_plugin::FlexV1Plugin;
#[cfg(feature = "server")]
pub use self::list_plugin_response::ListPluginResponse;
pub use self::flex_v1_plugin_archive::FlexV1PluginArchive;
pub use self::flex_v1_plugin_configuration::FlexV1PluginConfiguration;
#[cfg(feature = "server")]
pub use self::list_plugin_configuration_response::ListPluginConfigurationResponse;
pub use self::flex_v1_plugin_configuration_archive::FlexV1PluginConfigurationArchive;
pub use self::flex_v1_plugin_release::FlexV1PluginRelease;
#[cfg(feature = "server")]
pub use self::list_plugin_release_response::ListPluginReleaseResponse;
pub use self::flex_v1_plugin_plugin_version::FlexV1PluginPluginVersion;
#[cfg(feature = "server")]
pub use self::list_plugin_version_response::ListPluginVersionResponse;
pub use self::flex_v1_plugin_version_archive::FlexV1PluginVersionArchive;
