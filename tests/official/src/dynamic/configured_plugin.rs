//! The operations of [`configured_plugin`](crate::configured_plugin) by name.

use crate::runtime::dynamic::calls;

calls! {
    configured_plugin;
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
