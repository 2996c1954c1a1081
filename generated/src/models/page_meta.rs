//! [`PageMeta`].

use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// Where a page stands in its list, and where to go from here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageMeta {
    /// The number of this page. The first one is 0.
    pub page: Option<i64>,
    /// How many items a page has at most. 50 unless asked otherwise.
    pub page_size: Option<i64>,
    /// The absolute URL of the first page.
    pub first_page_url: Option<String>,
    /// The absolute URL of the page before this one. Null if there is none.
    pub previous_page_url: Option<String>,
    /// The absolute URL of this page.
    pub url: Option<String>,
    /// The absolute URL of the page after this one. Null if there is none.
    pub next_page_url: Option<String>,
    /// The name of the member beside `meta` that has the items.
    pub key: Option<String>,
}

impl Fields for PageMeta {
    const NAMES: &'static [&'static str] = &[
        "page",
        "page_size",
        "first_page_url",
        "previous_page_url",
        "url",
        "next_page_url",
        "key",
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
            0 => self.page = map.next_value()?,
            1 => self.page_size = map.next_value()?,
            2 => self.first_page_url = map.next_value()?,
            3 => self.previous_page_url = map.next_value()?,
            4 => self.url = map.next_value()?,
            5 => self.next_page_url = map.next_value()?,
            _ => self.key = map.next_value()?,
        }
        Ok(())
    }
}

record!(PageMeta);

#[cfg(feature = "serialize")]
impl serde::Serialize for PageMeta {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "page", self.page.as_ref())?;
        given(&mut map, "page_size", self.page_size.as_ref())?;
        given(&mut map, "first_page_url", self.first_page_url.as_ref())?;
        map.serialize_entry("previous_page_url", &self.previous_page_url)?;
        given(&mut map, "url", self.url.as_ref())?;
        map.serialize_entry("next_page_url", &self.next_page_url)?;
        given(&mut map, "key", self.key.as_ref())?;
        map.end()
    }
}
