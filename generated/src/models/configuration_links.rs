//! [`ConfigurationLinks`].

use crate::runtime::fields::answer;

answer! {
    /// The URLs of what belongs to a configuration.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct ConfigurationLinks: Default {
        /// The absolute URL of the list of its plugins.
        pub plugins: Option<String> = optional "plugins",
    }
}
