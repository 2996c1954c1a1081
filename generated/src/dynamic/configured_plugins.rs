//! The operations of [`configured_plugins`](crate::configured_plugins) by name.

use crate::runtime::dynamic::calls;

calls! {
    configured_plugins;
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
