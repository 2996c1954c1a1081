//! What operations take and return.

mod flex;

pub use self::flex::{
    FlexV1PluginConfigurationConfiguredPlugin, FlexV1Plugin, FlexV1PluginArchive,
    FlexV1PluginConfiguration, FlexV1PluginConfigurationArchive, FlexV1PluginRelease,
    FlexV1PluginPluginVersion, FlexV1PluginVersionArchive,
};
#[cfg(feature = "server")]
pub use crate::server::pages::{
    ListConfiguredPluginResponse, ListConfiguredPluginResponseMeta, ListPluginResponse,
    ListPluginConfigurationResponse, ListPluginReleaseResponse, ListPluginVersionResponse,
};
