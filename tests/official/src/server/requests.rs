//! What operations are asked for.

use serde_json::Value;

use crate::runtime::server::inputs::request;

request! {
    /// What [`list_configured_plugin`](super::Api::list_configured_plugin) is asked for.
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
    /// What [`fetch_configured_plugin`](super::Api::fetch_configured_plugin) is asked for.
    pub struct FetchConfiguredPlugin {
        /// Called `ConfigurationSid` on the wire.
        pub configuration_sid: String = path("ConfigurationSid"),
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_plugin`](super::Api::list_plugin) is asked for.
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
    /// What [`create_plugin`](super::Api::create_plugin) is asked for.
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
    /// What [`fetch_plugin`](super::Api::fetch_plugin) is asked for.
    pub struct FetchPlugin {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`update_plugin`](super::Api::update_plugin) is asked for.
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

request! {
    /// What [`update_plugin_archive`](super::Api::update_plugin_archive) is asked for.
    pub struct UpdatePluginArchive {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_plugin_configuration`](super::Api::list_plugin_configuration) is asked for.
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
    /// What [`create_plugin_configuration`](super::Api::create_plugin_configuration) is asked for.
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
    /// What [`fetch_plugin_configuration`](super::Api::fetch_plugin_configuration) is asked for.
    pub struct FetchPluginConfiguration {
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`update_plugin_configuration_archive`](super::Api::update_plugin_configuration_archive) is asked for.
    pub struct UpdatePluginConfigurationArchive {
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_plugin_release`](super::Api::list_plugin_release) is asked for.
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
    /// What [`create_plugin_release`](super::Api::create_plugin_release) is asked for.
    pub struct CreatePluginRelease: Form {
        /// Called `ConfigurationId` on the wire.
        pub configuration_id: String = form("ConfigurationId"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`fetch_plugin_release`](super::Api::fetch_plugin_release) is asked for.
    pub struct FetchPluginRelease {
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`update_plugin_version_archive`](super::Api::update_plugin_version_archive) is asked for.
    pub struct UpdatePluginVersionArchive {
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_plugin_version`](super::Api::list_plugin_version) is asked for.
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
    /// What [`create_plugin_version`](super::Api::create_plugin_version) is asked for.
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
    /// What [`fetch_plugin_version`](super::Api::fetch_plugin_version) is asked for.
    pub struct FetchPluginVersion {
        /// Called `PluginSid` on the wire.
        pub plugin_sid: String = path("PluginSid"),
        /// Called `Sid` on the wire.
        pub sid: String = path("Sid"),
        /// Called `Flex-Metadata` on the wire.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
