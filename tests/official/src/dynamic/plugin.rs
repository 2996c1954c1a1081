//! The operations of [`plugin`](crate::plugin) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin;
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
