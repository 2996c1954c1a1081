//! The operations of [`plugin_release`](crate::plugin_release) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin_release;
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
