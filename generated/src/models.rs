//! What operations take and return.

mod plugin;
mod plugin_links;
#[cfg(feature = "server")]
mod plugin_list;
#[cfg(feature = "server")]
mod page_meta;
mod api_error;
mod archived_plugin;
mod plugin_version;
#[cfg(feature = "server")]
mod plugin_version_list;
mod archived_plugin_version;
mod configuration;
mod configuration_links;
#[cfg(feature = "server")]
mod configuration_list;
mod configuration_plugin;
mod archived_configuration;
mod configured_plugin;
#[cfg(feature = "server")]
mod configured_plugin_list;
mod release;
#[cfg(feature = "server")]
mod release_list;

pub use self::plugin::Plugin;
pub use self::plugin_links::PluginLinks;
#[cfg(feature = "server")]
pub use self::plugin_list::PluginList;
#[cfg(feature = "server")]
pub use self::page_meta::PageMeta;
pub use self::api_error::ApiError;
pub use self::archived_plugin::ArchivedPlugin;
pub use self::plugin_version::PluginVersion;
#[cfg(feature = "server")]
pub use self::plugin_version_list::PluginVersionList;
pub use self::archived_plugin_version::ArchivedPluginVersion;
pub use self::configuration::Configuration;
pub use self::configuration_links::ConfigurationLinks;
#[cfg(feature = "server")]
pub use self::configuration_list::ConfigurationList;
pub use self::configuration_plugin::ConfigurationPlugin;
pub use self::archived_configuration::ArchivedConfiguration;
pub use self::configured_plugin::ConfiguredPlugin;
#[cfg(feature = "server")]
pub use self::configured_plugin_list::ConfiguredPluginList;
pub use self::release::Release;
#[cfg(feature = "server")]
pub use self::release_list::ReleaseList;
