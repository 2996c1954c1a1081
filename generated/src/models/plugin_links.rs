//! [`PluginLinks`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// The URLs of what belongs to a plugin.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct PluginLinks {
    /// The absolute URL of the list of its versions.
    pub plugin_versions: Option<String>,
}

impl Fields for PluginLinks {
    const NAMES: &'static [&'static str] = &["plugin_versions"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        _: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.plugin_versions = map.next_value()?;
        Ok(())
    }
}

record!(PluginLinks);

#[cfg(feature = "serialize")]
impl serde::Serialize for PluginLinks {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugin_versions", self.plugin_versions.as_ref())?;
        map.end()
    }
}
