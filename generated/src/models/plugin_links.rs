//! [`PluginLinks`].

use crate::runtime::fields::answer;

answer! {
    /// The URLs of what belongs to a plugin.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct PluginLinks: Default {
        /// The absolute URL of the list of its versions.
        pub plugin_versions: Option<String> = optional "plugin_versions",
    }
}
