//! What operations take and return.

mod plugin;
mod plugin_links;
mod archived_plugin;
mod plugin_version;
mod archived_plugin_version;
mod configuration;
mod configuration_links;
mod configuration_plugin;
mod archived_configuration;
mod configured_plugin;
mod release;

pub use self::plugin::Plugin;
pub use self::plugin_links::PluginLinks;
pub use self::archived_plugin::ArchivedPlugin;
pub use self::plugin_version::PluginVersion;
pub use self::archived_plugin_version::ArchivedPluginVersion;
pub use self::configuration::Configuration;
pub use self::configuration_links::ConfigurationLinks;
pub use self::configuration_plugin::ConfigurationPlugin;
pub use self::archived_configuration::ArchivedConfiguration;
pub use self::configured_plugin::ConfiguredPlugin;
pub use self::release::Release;
