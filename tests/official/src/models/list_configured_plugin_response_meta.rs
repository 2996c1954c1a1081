//! [`ListConfiguredPluginResponseMeta`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// The `meta` of the answer to `ListConfiguredPlugin`, among others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListConfiguredPluginResponseMeta {
    /// `first_page_url` on the wire.
    pub first_page_url: Option<String>,
    /// `key` on the wire.
    pub key: Option<String>,
    /// `next_page_url` on the wire.
    pub next_page_url: Option<String>,
    /// `page` on the wire.
    pub page: Option<i64>,
    /// `page_size` on the wire.
    pub page_size: Option<i64>,
    /// `previous_page_url` on the wire.
    pub previous_page_url: Option<String>,
    /// `url` on the wire.
    pub url: Option<String>,
}

impl Fields for ListConfiguredPluginResponseMeta {
    const NAMES: &'static [&'static str] = &[
        "first_page_url",
        "key",
        "next_page_url",
        "page",
        "page_size",
        "previous_page_url",
        "url",
    ];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.first_page_url = map.next_value()?,
            1 => self.key = map.next_value()?,
            2 => self.next_page_url = map.next_value()?,
            3 => self.page = map.next_value()?,
            4 => self.page_size = map.next_value()?,
            5 => self.previous_page_url = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(ListConfiguredPluginResponseMeta);

#[cfg(feature = "serialize")]
impl serde::Serialize for ListConfiguredPluginResponseMeta {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "first_page_url", self.first_page_url.as_ref())?;
        given(&mut map, "key", self.key.as_ref())?;
        map.serialize_entry("next_page_url", &self.next_page_url)?;
        given(&mut map, "page", self.page.as_ref())?;
        given(&mut map, "page_size", self.page_size.as_ref())?;
        map.serialize_entry("previous_page_url", &self.previous_page_url)?;
        given(&mut map, "url", self.url.as_ref())?;
        map.end()
    }
}
