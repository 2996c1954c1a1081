//! [`ListPluginResponse`].

use crate::models::{FlexV1Plugin, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListPlugin`.
    pub struct ListPluginResponse: Default {
        /// `plugins` on the wire.
        pub plugins: Option<Vec<FlexV1Plugin>> = optional "plugins",
        /// `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}
