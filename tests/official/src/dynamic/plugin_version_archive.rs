//! The operations of [`plugin_version_archive`](crate::plugin_version_archive) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin_version_archive;
    "UpdatePluginVersionArchive" => update(text "PluginSid", text "Sid") {
        flex_metadata: text "Flex-Metadata",
    }
}
