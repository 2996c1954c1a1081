//! [`ReleaseList`].

use serde::de::MapAccess;

use crate::models::{PageMeta, Release};
use crate::runtime::fields::{Fields, record};

/// A page of releases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReleaseList {
    /// The releases of this page, newest first.
    pub releases: Option<Vec<Release>>,
    /// Where this page stands in the list.
    pub meta: Option<PageMeta>,
}

impl Fields for ReleaseList {
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

record!(ReleaseList);

#[cfg(feature = "serialize")]
impl serde::Serialize for ReleaseList {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "releases", self.releases.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
