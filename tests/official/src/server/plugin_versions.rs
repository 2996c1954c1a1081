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
        /// `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
        /// `PageSize` on the wire.
        ///
        /// Range: 1 to 1000.
        pub page_size: Option<i64> = query("PageSize"),
        /// `Page` on the wire.
        ///
        /// Range: 0 or more.
        pub page: Option<i64> = query("Page"),
        /// `PageToken` on the wire.
        pub page_token: Option<String> = query("PageToken"),
    }
}

request! {
    /// What [`Api::create_plugin_version`] is asked for.
    pub struct CreatePluginVersion: Form {
        /// `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// `Version` on the wire.
        pub version: String = form("Version"),
        /// `PluginUrl` on the wire.
        pub plugin_url: String = form("PluginUrl"),
        /// `Changelog` on the wire.
        pub changelog: Option<String> = form("Changelog"),
        /// `Private` on the wire.
        pub private: Option<bool> = form("Private"),
        /// `CliVersion` on the wire.
        pub cli_version: Option<String> = form("CliVersion"),
        /// `ValidateStatus` on the wire.
        pub validate_status: Option<String> = form("ValidateStatus"),
        /// `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::fetch_plugin_version`] is asked for.
    pub struct FetchPluginVersion {
        /// `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
