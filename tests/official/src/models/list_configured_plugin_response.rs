//! [`ListConfiguredPluginResponse`].

use crate::models::{
    FlexV1PluginConfigurationConfiguredPlugin, ListConfiguredPluginResponseMeta,
};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListConfiguredPlugin`.
    pub struct ListConfiguredPluginResponse: Default {
        /// `plugins` on the wire.
        pub plugins: Option<Vec<FlexV1PluginConfigurationConfiguredPlugin>> = optional "plugins",
        /// `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}
