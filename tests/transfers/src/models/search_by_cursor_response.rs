//! [`SearchByCursorResponse`].

use serde::de::MapAccess;

use crate::models::SearchByCursorResponseResult;
use crate::runtime::fields::{Fields, record};

/// The answer to `SearchByCursor`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchByCursorResponse {
    /// `next` on the wire.
    pub next: Option<String>,
    /// `result` on the wire.
    pub result: Option<SearchByCursorResponseResult>,
}

impl Fields for SearchByCursorResponse {
    const NAMES: &'static [&'static str] = &["next", "result"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.next = map.next_value()?,
            _ => self.result = map.next_value()?,
        }
        Ok(())
    }
}

record!(SearchByCursorResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for SearchByCursorResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("next", &self.next)?;
        given(&mut map, "result", self.result.as_ref())?;
        map.end()
    }
}
