//! What the operations of [`plugin_release`](crate::plugin_release) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_release;
    LIST_PLUGIN_RELEASE: json(200) => list_plugin_release;
    CREATE_PLUGIN_RELEASE: json(201) => create_plugin_release;
    FETCH_PLUGIN_RELEASE: json(200) => fetch_plugin_release;
}

request! {
    /// What [`Api::list_plugin_release`] is asked for.
    pub struct ListPluginRelease {
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
        /// Range: 1 to 1000.
        pub page_size: Option<i64> = query("PageSize"),
        /// Range: 0 or more.
        pub page: Option<i64> = query("Page"),
        /// Called `PageToken` on the wire.
        pub page_token: Option<String> = query("PageToken"),
    }
}

request! {
    /// What [`Api::create_plugin_release`] is asked for.
    pub struct CreatePluginRelease: Form {
        /// Called `ConfigurationId` on the wire.
        pub configuration_id: String = form("ConfigurationId"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::fetch_plugin_release`] is asked for.
    pub struct FetchPluginRelease {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
