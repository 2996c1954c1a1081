//! [`PluginVersionList`].

use serde::de::MapAccess;

use crate::models::{PageMeta, PluginVersion};
use crate::runtime::fields::{Fields, record};

/// A page of the versions of a plugin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PluginVersionList {
    /// The versions of this page, newest first.
    pub plugin_versions: Option<Vec<PluginVersion>>,
    /// Where this page stands in the list.
    pub meta: Option<PageMeta>,
}

impl Fields for PluginVersionList {
    const NAMES: &'static [&'static str] = &["plugin_versions", "meta"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.plugin_versions = map.next_value()?,
            _ => self.meta = map.next_value()?,
        }
        Ok(())
    }
}

record!(PluginVersionList);

#[cfg(feature = "serialize")]
impl serde::Serialize for PluginVersionList {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugin_versions", self.plugin_versions.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
