//! The operations of [`plugin_archive`](crate::plugin_archive) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin_archive;
    "UpdatePluginArchive" => update(text "Sid") {
        flex_metadata: text "Flex-Metadata",
    }
}
