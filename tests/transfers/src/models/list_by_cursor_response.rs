//! [`ListByCursorResponse`].

use serde::de::MapAccess;

use crate::models::{File, ListByCursorResponsePage};
use crate::runtime::fields::{Fields, record};

/// The answer to `ListByCursor`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListByCursorResponse {
    /// `files` on the wire.
    pub files: Option<Vec<File>>,
    /// `page` on the wire.
    pub page: Option<ListByCursorResponsePage>,
}

impl Fields for ListByCursorResponse {
    const NAMES: &'static [&'static str] = &["files", "page"];

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
            _ => self.page = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListByCursorResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListByCursorResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "files", self.files.as_ref())?;
        given(&mut map, "page", self.page.as_ref())?;
        map.end()
    }
}
