//! [`ListPluginReleaseResponse`].

use crate::models::{FlexV1PluginRelease, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListPluginRelease`.
    pub struct ListPluginReleaseResponse: Default {
        /// `releases` on the wire.
        pub releases: Option<Vec<FlexV1PluginRelease>> = optional "releases",
        /// `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}
