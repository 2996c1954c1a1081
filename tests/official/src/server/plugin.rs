//! What the operations of [`plugin`](crate::plugin) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin;
    LIST_PLUGIN: json(200) => list_plugin;
    CREATE_PLUGIN: json(201) => create_plugin;
    FETCH_PLUGIN: json(200) => fetch_plugin;
    UPDATE_PLUGIN: json(200) => update_plugin;
}

request! {
    /// What [`Api::list_plugin`] is asked for.
    pub struct ListPlugin {
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
    /// What [`Api::create_plugin`] is asked for.
    pub struct CreatePlugin: Form {
        /// Called `UniqueName` on the wire.
        pub unique_name: String = form("UniqueName"),
        /// Called `FriendlyName` on the wire.
        pub friendly_name: Option<String> = form("FriendlyName"),
        /// Called `Description` on the wire.
        pub description: Option<String> = form("Description"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::fetch_plugin`] is asked for.
    pub struct FetchPlugin {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::update_plugin`] is asked for.
    pub struct UpdatePlugin: Form {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `FriendlyName` on the wire.
        pub friendly_name: Option<String> = form("FriendlyName"),
        /// Called `Description` on the wire.
        pub description: Option<String> = form("Description"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
