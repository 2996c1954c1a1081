//! [`ListPluginConfigurationResponse`].

use crate::models::{FlexV1PluginConfiguration, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListPluginConfiguration`.
    pub struct ListPluginConfigurationResponse: Default {
        /// `configurations` on the wire.
        pub configurations: Option<Vec<FlexV1PluginConfiguration>> = optional "configurations",
        /// `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}
