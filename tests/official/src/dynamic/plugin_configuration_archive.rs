//! The operations of [`plugin_configuration_archive`](crate::plugin_configuration_archive) by name.

use crate::runtime::dynamic::calls;

calls! {
    plugin_configuration_archive;
    "UpdatePluginConfigurationArchive" => update(text "Sid") {
        flex_metadata: text "Flex-Metadata",
    }
}
