//! [`ListByUrlResponseLinks`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// The `links` of the answer to `ListByUrl`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListByUrlResponseLinks {
    /// `next` on the wire.
    pub next: Option<String>,
}

impl Fields for ListByUrlResponseLinks {
    const NAMES: &'static [&'static str] = &["next"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        _: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.next = map.next_value()?;
        Ok(())
    }
}

record!(ListByUrlResponseLinks);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListByUrlResponseLinks {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "next", self.next.as_ref())?;
        map.end()
    }
}
