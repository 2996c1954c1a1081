//! [`ConfiguredPluginList`].

use serde::de::MapAccess;

use crate::models::{ConfiguredPlugin, PageMeta};
use crate::runtime::fields::{Fields, record};

/// A page of the plugins of a configuration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfiguredPluginList {
    /// The configured plugins of this page, in the order of the configuration.
    pub plugins: Option<Vec<ConfiguredPlugin>>,
    /// Where this page stands in the list.
    pub meta: Option<PageMeta>,
}

impl Fields for ConfiguredPluginList {
    const NAMES: &'static [&'static str] = &["plugins", "meta"];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.plugins = map.next_value()?,
            _ => self.meta = map.next_value()?,
        }
        Ok(())
    }
}

record!(ConfiguredPluginList);

#[cfg(feature = "serialize")]
impl serde::Serialize for ConfiguredPluginList {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugins", self.plugins.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
