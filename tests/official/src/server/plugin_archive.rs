//! What the operations of [`plugin_archive`](crate::plugin_archive) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_archive;
    UPDATE_PLUGIN_ARCHIVE: json(200) => update_plugin_archive;
}

request! {
    /// What [`Api::update_plugin_archive`] is asked for.
    pub struct UpdatePluginArchive {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
