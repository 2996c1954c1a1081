//! The operations by name, for [`Client::call`](crate::Client::call).

use crate::runtime::dynamic::{Entry, calls};

/// All operations.
pub(crate) const TABLES: &[&[Entry]] = &[OPERATIONS];

calls! {
    configured_plugin {
        "ListConfiguredPlugin" => list(text "ConfigurationSid") {
            flex_metadata: text "Flex-Metadata",
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
        }
        "FetchConfiguredPlugin" => fetch(text "ConfigurationSid", text "PluginSid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin {
        "ListPlugin" => list() {
            flex_metadata: text "Flex-Metadata",
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
        }
        "CreatePlugin" => create(text "UniqueName") {
            friendly_name: text "FriendlyName",
            description: text "Description",
            flex_metadata: text "Flex-Metadata",
        }
        "FetchPlugin" => fetch(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
        "UpdatePlugin" => update(text "Sid") {
            friendly_name: text "FriendlyName",
            description: text "Description",
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_archive {
        "UpdatePluginArchive" => update(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_configuration {
        "ListPluginConfiguration" => list() {
            flex_metadata: text "Flex-Metadata",
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
        }
        "CreatePluginConfiguration" => create(text "Name") {
            plugins: values "Plugins",
            description: text "Description",
            flex_metadata: text "Flex-Metadata",
        }
        "FetchPluginConfiguration" => fetch(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_configuration_archive {
        "UpdatePluginConfigurationArchive" => update(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_release {
        "ListPluginRelease" => list() {
            flex_metadata: text "Flex-Metadata",
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
        }
        "CreatePluginRelease" => create(text "ConfigurationId") {
            flex_metadata: text "Flex-Metadata",
        }
        "FetchPluginRelease" => fetch(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_version_archive {
        "UpdatePluginVersionArchive" => update(text "PluginSid", text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_versions {
        "ListPluginVersion" => list(text "PluginSid") {
            flex_metadata: text "Flex-Metadata",
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
        }
        "CreatePluginVersion" => create(text "PluginSid", text "Version", text "PluginUrl") {
            changelog: text "Changelog",
            private: value "Private",
            cli_version: text "CliVersion",
            validate_status: text "ValidateStatus",
            flex_metadata: text "Flex-Metadata",
        }
        "FetchPluginVersion" => fetch(text "PluginSid", text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
}
