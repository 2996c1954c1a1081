//! [`PluginVersionList`].

use crate::models::{PageMeta, PluginVersion};
use crate::runtime::fields::answer;

answer! {
    /// A page of the versions of a plugin.
    pub struct PluginVersionList: Default {
        /// The versions of this page, newest first.
        pub plugin_versions: Option<Vec<PluginVersion>> = optional "plugin_versions",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}
