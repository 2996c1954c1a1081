//! [`ListPluginResponse`].

use serde::de::MapAccess;

use crate::models::{FlexV1Plugin, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::{Fields, record};

/// The answer to `ListPlugin`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPluginResponse {
    /// `plugins` on the wire.
    pub plugins: Option<Vec<FlexV1Plugin>>,
    /// `meta` on the wire.
    pub meta: Option<ListConfiguredPluginResponseMeta>,
}

impl Fields for ListPluginResponse {
    const NAMES: &'static [&'static str] = &["plugins", "meta"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.plugins = map.next_value()?,
            _ => self.meta = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListPluginResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListPluginResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugins", self.plugins.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
