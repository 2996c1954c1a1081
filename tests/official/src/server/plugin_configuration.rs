//! What the operations of [`plugin_configuration`](crate::plugin_configuration) are asked for.

use serde_json::Value;

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_configuration;
    LIST_PLUGIN_CONFIGURATION: json(200) => list_plugin_configuration;
    CREATE_PLUGIN_CONFIGURATION: json(201) => create_plugin_configuration;
    FETCH_PLUGIN_CONFIGURATION: json(200) => fetch_plugin_configuration;
}

request! {
    /// What [`Api::list_plugin_configuration`] is asked for.
    pub struct ListPluginConfiguration {
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
    /// What [`Api::create_plugin_configuration`] is asked for.
    pub struct CreatePluginConfiguration: Form {
        /// Called `Name` on the wire.
        pub name: String = form("Name"),
        /// Called `Plugins` on the wire.
        pub plugins: Option<Vec<Value>> = form("Plugins"),
        /// Called `Description` on the wire.
        pub description: Option<String> = form("Description"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::fetch_plugin_configuration`] is asked for.
    pub struct FetchPluginConfiguration {
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
