//! What the operations of [`plugin_version_archive`](crate::plugin_version_archive) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_version_archive;
    UPDATE_PLUGIN_VERSION_ARCHIVE: json(200) => update_plugin_version_archive;
}

request! {
    /// What [`Api::update_plugin_version_archive`] is asked for.
    pub struct UpdatePluginVersionArchive {
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
