//! What the operations of [`plugin_configuration_archive`](crate::plugin_configuration_archive) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_configuration_archive;
    UPDATE_PLUGIN_CONFIGURATION_ARCHIVE: json(200) => update_plugin_configuration_archive;
}

request! {
    /// What [`Api::update_plugin_configuration_archive`] is asked for.
    pub struct UpdatePluginConfigurationArchive {
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
