//! [`ListPluginReleaseResponse`].

use serde::de::MapAccess;

use crate::models::{FlexV1PluginRelease, ListConfiguredPluginResponseMeta};
use crate::runtime::fields::{Fields, record};

/// The answer to `ListPluginRelease`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPluginReleaseResponse {
    /// `releases` on the wire.
    pub releases: Option<Vec<FlexV1PluginRelease>>,
    /// `meta` on the wire.
    pub meta: Option<ListConfiguredPluginResponseMeta>,
}

impl Fields for ListPluginReleaseResponse {
    const NAMES: &'static [&'static str] = &["releases", "meta"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.releases = map.next_value()?,
            _ => self.meta = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListPluginReleaseResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListPluginReleaseResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "releases", self.releases.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
