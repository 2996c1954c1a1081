//! What operations take and return.

mod flex;
#[cfg(feature = "server")]
mod pages;

pub use self::flex::{
    FlexV1PluginConfigurationConfiguredPlugin, FlexV1Plugin, FlexV1PluginArchive,
    FlexV1PluginConfiguration, FlexV1PluginConfigurationArchive, FlexV1PluginRelease,
    FlexV1PluginPluginVersion, FlexV1PluginVersionArchive,
};
#[cfg(feature = "server")]
pub use self::pages::{
    ListConfiguredPluginResponse, ListConfiguredPluginResponseMeta, ListPluginResponse,
    ListPluginConfigurationResponse, ListPluginReleaseResponse, ListPluginVersionResponse,
};
