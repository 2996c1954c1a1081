//! What operations take and return.

mod plugin;
mod api;
mod archived;
mod configuration;
mod configured;
mod release;

pub use self::plugin::{Plugin, PluginLinks, PluginVersion};
#[cfg(feature = "server")]
pub use crate::server::pages::{
    PluginList, PageMeta, PluginVersionList, ConfigurationList, ConfiguredPluginList,
    ReleaseList,
};
pub use self::api::ApiError;
pub use self::archived::{ArchivedPlugin, ArchivedPluginVersion, ArchivedConfiguration};
pub use self::configuration::{Configuration, ConfigurationLinks, ConfigurationPlugin};
pub use self::configured::ConfiguredPlugin;
pub use self::release::Release;
