//! [`ListByPageResponse`].

use serde::de::MapAccess;

use crate::models::File;
use crate::runtime::fields::{Fields, record};

/// The answer to `ListByPage`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListByPageResponse {
    /// `files` on the wire.
    pub files: Option<Vec<File>>,
    /// `pages` on the wire.
    pub pages: Option<i64>,
    /// `total` on the wire.
    pub total: Option<i64>,
}

impl Fields for ListByPageResponse {
    const NAMES: &'static [&'static str] = &["files", "pages", "total"];

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
            1 => self.pages = map.next_value()?,
            _ => self.total = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListByPageResponse);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListByPageResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "files", self.files.as_ref())?;
        given(&mut map, "pages", self.pages.as_ref())?;
        given(&mut map, "total", self.total.as_ref())?;
        map.end()
    }
}
