//! [`ConfigurationPlugin`].

use serde::de::MapAccess;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::runtime::fields::{Fields, given, record};
use crate::PluginVersionSid;

/// A plugin version to put into a configuration.
///
/// The plugin follows from the version.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConfigurationPlugin {
    /// The SID of the version. A plugin's name or a version string will not do.
    pub plugin_version: PluginVersionSid,
    /// The phase of the start of Flex in which the plugin is started.
    ///
    /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
    ///
    /// Range: 0 to 2147483647. Default: `3`.
    pub phase: Option<i64>,
}

impl ConfigurationPlugin {
    /// A value with what it cannot do without.
    #[must_use]
    pub fn new(plugin_version: impl AsRef<str>) -> Self {
        Self {
            plugin_version: PluginVersionSid::unchecked(plugin_version.as_ref()),
            phase: None,
        }
    }

    /// The phase of the start of Flex in which the plugin is started.
    ///
    /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
    ///
    /// Range: 0 to 2147483647. Default: `3`.
    #[must_use]
    pub fn phase(mut self, phase: i64) -> Self {
        self.phase = Some(phase);
        self
    }
}

impl Fields for ConfigurationPlugin {
    const NAMES: &'static [&'static str] = &["plugin_version", "phase"];

    const REQUIRED: &'static [usize] = &[0];

    fn empty() -> Self {
        Self {
            plugin_version: PluginVersionSid::unchecked(""),
            phase: None,
        }
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.plugin_version = map.next_value()?,
            _ => self.phase = map.next_value()?,
        }
        Ok(())
    }
}

record!(ConfigurationPlugin);

impl Serialize for ConfigurationPlugin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("plugin_version", &self.plugin_version)?;
        given(&mut map, "phase", self.phase.as_ref())?;
        map.end()
    }
}
