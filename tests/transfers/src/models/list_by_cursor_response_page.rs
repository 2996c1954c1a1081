//! [`ListByCursorResponsePage`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// The `page` of the answer to `ListByCursor`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListByCursorResponsePage {
    /// `last` on the wire.
    pub last: Option<String>,
    /// `more` on the wire.
    pub more: Option<bool>,
}

impl Fields for ListByCursorResponsePage {
    const NAMES: &'static [&'static str] = &["last", "more"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.last = map.next_value()?,
            _ => self.more = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListByCursorResponsePage);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListByCursorResponsePage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "last", self.last.as_ref())?;
        given(&mut map, "more", self.more.as_ref())?;
        map.end()
    }
}
