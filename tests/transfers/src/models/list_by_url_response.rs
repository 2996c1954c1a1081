//! [`ListByUrlResponse`].

use serde::de::MapAccess;

use crate::models::{File, ListByUrlResponseLinks};
use crate::runtime::fields::{Fields, record};

/// The answer to `ListByUrl`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListByUrlResponse {
    /// `data` on the wire.
    pub data: Option<Vec<File>>,
    /// `warnings` on the wire.
    pub warnings: Option<Vec<String>>,
    /// `links` on the wire.
    pub links: Option<ListByUrlResponseLinks>,
}

impl Fields for ListByUrlResponse {
    const NAMES: &'static [&'static str] = &["data", "warnings", "links"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.data = map.next_value()?,
            1 => self.warnings = map.next_value()?,
            _ => self.links = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListByUrlResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListByUrlResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "data", self.data.as_ref())?;
        given(&mut map, "warnings", self.warnings.as_ref())?;
        given(&mut map, "links", self.links.as_ref())?;
        map.end()
    }
}
