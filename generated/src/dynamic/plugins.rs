//! The operations of [`plugins`](crate::plugins) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugins;
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
