//! [`ConfigurationList`].

use serde::de::MapAccess;

use crate::models::{Configuration, PageMeta};
use crate::runtime::fields::{Fields, record};

/// A page of configurations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfigurationList {
    /// The configurations of this page, newest first.
    pub configurations: Option<Vec<Configuration>>,
    /// Where this page stands in the list.
    pub meta: Option<PageMeta>,
}

impl Fields for ConfigurationList {
    const NAMES: &'static [&'static str] = &["configurations", "meta"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.configurations = map.next_value()?,
            _ => self.meta = map.next_value()?,
        }
        Ok(())
    }
}

record!(ConfigurationList);

#[cfg(feature = "serialize")]
impl serde::Serialize for ConfigurationList {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "configurations", self.configurations.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
