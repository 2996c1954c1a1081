//! [`SearchByCursorResponseResult`].

use serde::de::MapAccess;

use crate::models::File;
use crate::runtime::fields::{Fields, record};

/// The `result` of the answer to `SearchByCursor`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchByCursorResponseResult {
    /// `files` on the wire.
    pub files: Option<Vec<File>>,
    /// `seconds` on the wire.
    pub seconds: Option<f64>,
}

impl Fields for SearchByCursorResponseResult {
    const NAMES: &'static [&'static str] = &["files", "seconds"];

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
            _ => self.seconds = map.next_value()?,
        }
        Ok(())
    }
}

record!(SearchByCursorResponseResult);

#[cfg(feature = "serialize")]
impl serde::Serialize for SearchByCursorResponseResult {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "files", self.files.as_ref())?;
        given(&mut map, "seconds", self.seconds.as_ref())?;
        map.end()
    }
}
