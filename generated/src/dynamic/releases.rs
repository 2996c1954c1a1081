//! The operations of [`releases`](crate::releases) by name.

use crate::runtime::dynamic::calls;

calls! {
    releases;
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
