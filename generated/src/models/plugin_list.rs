//! [`PluginList`].

use serde::de::MapAccess;

use crate::models::{PageMeta, Plugin};
use crate::runtime::fields::{Fields, record};

/// A page of plugins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PluginList {
    /// The plugins of this page, newest first.
    pub plugins: Option<Vec<Plugin>>,
    /// Where this page stands in the list.
    pub meta: Option<PageMeta>,
}

impl Fields for PluginList {
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

record!(PluginList);

#[cfg(feature = "serialize")]
impl serde::Serialize for PluginList {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "plugins", self.plugins.as_ref())?;
        given(&mut map, "meta", self.meta.as_ref())?;
        map.end()
    }
}
