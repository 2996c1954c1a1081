//! [`ListPluginVersionResponse`].

use crate::models::{FlexV1PluginPluginVersion, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListPluginVersion`.
    pub struct ListPluginVersionResponse: Default {
        /// `plugin_versions` on the wire.
        pub plugin_versions: Option<Vec<FlexV1PluginPluginVersion>> = optional "plugin_versions",
        /// `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}
