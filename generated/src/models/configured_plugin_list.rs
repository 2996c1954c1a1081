//! [`ConfiguredPluginList`].

use crate::models::{ConfiguredPlugin, PageMeta};
use crate::runtime::fields::answer;

answer! {
    /// A page of the plugins of a configuration.
    pub struct ConfiguredPluginList: Default {
        /// The configured plugins of this page, in the order of the configuration.
        pub plugins: Option<Vec<ConfiguredPlugin>> = optional "plugins",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}
