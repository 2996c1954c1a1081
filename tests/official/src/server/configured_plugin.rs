//! What the operations of [`configured_plugin`](crate::configured_plugin) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    configured_plugin;
    LIST_CONFIGURED_PLUGIN: json(200) => list_configured_plugin;
    FETCH_CONFIGURED_PLUGIN: json(200) => fetch_configured_plugin;
}

request! {
    /// What [`Api::list_configured_plugin`] is asked for.
    pub struct ListConfiguredPlugin {
        /// Called `ConfigurationSid` on the wire.
        pub configuration_sid: String = path("ConfigurationSid"),
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
    /// What [`Api::fetch_configured_plugin`] is asked for.
    pub struct FetchConfiguredPlugin {
        /// Called `ConfigurationSid` on the wire.
        pub configuration_sid: String = path("ConfigurationSid"),
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
