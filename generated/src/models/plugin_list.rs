//! [`PluginList`].

use crate::models::{PageMeta, Plugin};
use crate::runtime::fields::answer;

answer! {
    /// A page of plugins.
    pub struct PluginList: Default {
        /// The plugins of this page, newest first.
        pub plugins: Option<Vec<Plugin>> = optional "plugins",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}
