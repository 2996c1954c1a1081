//! [`ListPluginVersionResponse`].

use serde::de::MapAccess;

use crate::models::{FlexV1PluginPluginVersion, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::{Fields, record};

/// The answer to `ListPluginVersion`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPluginVersionResponse {
    /// `plugin_versions` on the wire.
    pub plugin_versions: Option<Vec<FlexV1PluginPluginVersion>>,
    /// `meta` on the wire.
    pub meta: Option<ListConfiguredPluginResponseMeta>,
}

impl Fields for ListPluginVersionResponse {
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

record!(ListPluginVersionResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListPluginVersionResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugin_versions", self.plugin_versions.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
