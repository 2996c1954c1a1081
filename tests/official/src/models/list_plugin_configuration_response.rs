//! [`ListPluginConfigurationResponse`].

use serde::de::MapAccess;

use crate::models::{FlexV1PluginConfiguration, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::{Fields, record};

/// The answer to `ListPluginConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPluginConfigurationResponse {
    /// `configurations` on the wire.
    pub configurations: Option<Vec<FlexV1PluginConfiguration>>,
    /// `meta` on the wire.
    pub meta: Option<ListConfiguredPluginResponseMeta>,
}

impl Fields for ListPluginConfigurationResponse {
    const NAMES: &'static [&'static str] = &["configurations", "meta"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.configurations = map.next_value()?,
            _ => self.meta = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListPluginConfigurationResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListPluginConfigurationResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "configurations", self.configurations.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
