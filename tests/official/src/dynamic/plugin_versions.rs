//! The operations of [`plugin_versions`](crate::plugin_versions) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin_versions;
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
