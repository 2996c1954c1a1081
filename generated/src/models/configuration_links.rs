//! [`ConfigurationLinks`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// The URLs of what belongs to a configuration.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct ConfigurationLinks {
    /// The absolute URL of the list of its plugins.
    pub plugins: Option<String>,
}

impl Fields for ConfigurationLinks {
    const NAMES: &'static [&'static str] = &["plugins"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        _: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.plugins = map.next_value()?;
        Ok(())
    }
}

record!(ConfigurationLinks);

#[cfg(feature = "serialize")]
impl serde::Serialize for ConfigurationLinks {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugins", self.plugins.as_ref())?;
        map.end()
    }
}
