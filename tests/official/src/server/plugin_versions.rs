//! What the operations of [`plugin_versions`](crate::plugin_versions) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_versions;
    LIST_PLUGIN_VERSION: json(200) => list_plugin_version;
    CREATE_PLUGIN_VERSION: json(201) => create_plugin_version;
    FETCH_PLUGIN_VERSION: json(200) => fetch_plugin_version;
}

request! {
    /// What [`Api::list_plugin_version`] is asked for.
    pub struct ListPluginVersion {
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
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
    /// What [`Api::create_plugin_version`] is asked for.
    pub struct CreatePluginVersion: Form {
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Version` on the wire.
        pub version: String = form("Version"),
        /// Called `PluginUrl` on the wire.
        pub plugin_url: String = form("PluginUrl"),
        /// Called `Changelog` on the wire.
        pub changelog: Option<String> = form("Changelog"),
        /// Called `Private` on the wire.
        pub private: Option<bool> = form("Private"),
        /// Called `CliVersion` on the wire.
        pub cli_version: Option<String> = form("CliVersion"),
        /// Called `ValidateStatus` on the wire.
        pub validate_status: Option<String> = form("ValidateStatus"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::fetch_plugin_version`] is asked for.
    pub struct FetchPluginVersion {
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
