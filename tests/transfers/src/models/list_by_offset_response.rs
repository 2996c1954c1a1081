//! [`ListByOffsetResponse`].

use serde::de::MapAccess;

use crate::models::File;
use crate::runtime::fields::{Fields, record};

/// The answer to `ListByOffset`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListByOffsetResponse {
    /// `files` on the wire.
    pub files: Option<Vec<File>>,
    /// `total` on the wire.
    pub total: Option<i64>,
}

impl Fields for ListByOffsetResponse {
    const NAMES: &'static [&'static str] = &["files", "total"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.files = map.next_value()?,
            _ => self.total = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListByOffsetResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListByOffsetResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "files", self.files.as_ref())?;
        given(&mut map, "total", self.total.as_ref())?;
        map.end()
    }
}
