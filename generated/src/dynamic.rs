//! The operations by name, for [`Client::call`](crate::Client::call).

use crate::runtime::dynamic::{Entry, calls};

/// All operations.
pub(crate) const TABLES: &[&[Entry]] = &[OPERATIONS];

calls! {
    plugins {
        "ListPlugins" => list() {
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
            flex_metadata: text "Flex-Metadata",
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
        "ArchivePlugin" => archive(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    plugin_versions {
        "ListPluginVersions" => list(text "PluginSid") {
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
            flex_metadata: text "Flex-Metadata",
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
        "ArchivePluginVersion" => archive(text "PluginSid", text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    configurations {
        "ListConfigurations" => list() {
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
            flex_metadata: text "Flex-Metadata",
        }
        "CreateConfiguration" => create(text "Name") {
            plugins: values "Plugins",
            description: text "Description",
            flex_metadata: text "Flex-Metadata",
        }
        "FetchConfiguration" => fetch(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
        "ArchiveConfiguration" => archive(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    configured_plugins {
        "ListConfiguredPlugins" => list(text "ConfigurationSid") {
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
            flex_metadata: text "Flex-Metadata",
        }
        "FetchConfiguredPlugin" => fetch(text "ConfigurationSid", text "PluginSid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
    releases {
        "ListReleases" => list() {
            page_size: value "PageSize",
            page: value "Page",
            page_token: text "PageToken",
            flex_metadata: text "Flex-Metadata",
        }
        "CreateRelease" => create(text "ConfigurationId") {
            flex_metadata: text "Flex-Metadata",
        }
        "FetchRelease" => fetch(text "Sid") {
            flex_metadata: text "Flex-Metadata",
        }
    }
}
