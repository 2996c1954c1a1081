//! The operations of [`plugin_configuration`](crate::plugin_configuration) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin_configuration;
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
