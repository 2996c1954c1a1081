//! [`SearchByCursorBodyPage`].

use serde::de::MapAccess;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::runtime::fields::{Fields, given, record};

/// The `page` of the body of `SearchByCursor`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SearchByCursorBodyPage {
    /// `after` on the wire.
    pub after: Option<String>,
    /// `size` on the wire.
    pub size: Option<i64>,
}

impl SearchByCursorBodyPage {
    /// A value with what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { after: None, size: None }
    }

    /// `after` on the wire.
    #[must_use]
    pub fn after(mut self, after: impl AsRef<str>) -> Self {
        self.after = Some(after.as_ref().to_owned());
        self
    }

    /// `size` on the wire.
    #[must_use]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

impl Fields for SearchByCursorBodyPage {
    const NAMES: &'static [&'static str] = &["after", "size"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.after = map.next_value()?,
            _ => self.size = map.next_value()?,
        }
        Ok(())
    }
}

record!(SearchByCursorBodyPage);

impl Serialize for SearchByCursorBodyPage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "after", self.after.as_ref())?;
        given(&mut map, "size", self.size.as_ref())?;
        map.end()
    }
}
