//! The operations of [`configurations`](crate::configurations) by name.

use crate::runtime::dynamic::calls;

calls! {
    configurations;
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
