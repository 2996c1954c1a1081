//! [`File`].

use serde::de::MapAccess;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::runtime::fields::{Fields, record};

/// What `CreateFile` and `WatchFiles` return and `ListByUrl` and 5 other operations list, among others.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct File {
    /// `name` on the wire.
    pub name: String,
}

impl File {
    /// A value with what it cannot do without.
    #[must_use]
    pub fn new(name: impl AsRef<str>) -> Self {
        Self {
            name: name.as_ref().to_owned(),
        }
    }
}

impl Fields for File {
    const NAMES: &'static [&'static str] = &["name"];

    const REQUIRED: &'static [usize] = &[0];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        _: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.name = map.next_value()?;
        Ok(())
    }
}

record!(File);

impl Serialize for File {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.end()
    }
}
