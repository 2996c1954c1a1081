//! [`Problem`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// What `FetchFile` refuses with.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct Problem {
    /// `title` on the wire.
    pub title: String,
}

impl Fields for Problem {
    const NAMES: &'static [&'static str] = &["title"];

    const REQUIRED: &'static [usize] = &[0];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        _: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.title = map.next_value()?;
        Ok(())
    }
}

record!(Problem);

#[cfg(feature = "serialize")]
impl serde::Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &self.title)?;
        map.end()
    }
}
