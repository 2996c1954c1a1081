//! [`ConfigurationPlugin`].

use crate::runtime::fields::{Empty, record, setters};
use crate::PluginVersionSid;

record! {
    /// A plugin version to put into a configuration.
    ///
    /// The plugin follows from the version.
    #[non_exhaustive]
    pub struct ConfigurationPlugin {
        /// The SID of the version. A plugin's name or a version string will not do.
        pub plugin_version: PluginVersionSid = required "plugin_version",
        /// The phase of the start of Flex in which the plugin is started.
        ///
        /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
        ///
        /// Range: 0 to 2147483647. Default: `3`.
        pub phase: Option<i64> = optional "phase",
    }
}

impl ConfigurationPlugin {
    /// A value with what it cannot do without.
    #[must_use]
    pub fn new(plugin_version: impl AsRef<str>) -> Self {
        Self {
            plugin_version: PluginVersionSid::unchecked(plugin_version.as_ref()),
            ..Empty::empty()
        }
    }
}

setters! {
    impl ConfigurationPlugin;

    /// The phase of the start of Flex in which the plugin is started.
    ///
    /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
    ///
    /// Range: 0 to 2147483647. Default: `3`.
    fn phase(phase: i64) => phase = Some(phase);
}
