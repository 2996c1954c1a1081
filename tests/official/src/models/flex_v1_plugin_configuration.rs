//! [`FlexV1PluginConfiguration`].

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// What `CreatePluginConfiguration` and `FetchPluginConfiguration` return and `ListPluginConfiguration` lists.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct FlexV1PluginConfiguration {
    /// `sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
    pub sid: Option<String>,
    /// `account_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
    pub account_sid: Option<String>,
    /// `name` on the wire.
    pub name: Option<String>,
    /// `description` on the wire.
    pub description: Option<String>,
    /// `archived` on the wire.
    pub archived: Option<bool>,
    /// `date_created` on the wire.
    pub date_created: Option<Timestamp>,
    /// `url` on the wire.
    pub url: Option<String>,
    /// `links` on the wire.
    pub links: Option<BTreeMap<String, Value>>,
}

impl Fields for FlexV1PluginConfiguration {
    const NAMES: &'static [&'static str] = &[
        "sid",
        "account_sid",
        "name",
        "description",
        "archived",
        "date_created",
        "url",
        "links",
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
            0 => self.sid = map.next_value()?,
            1 => self.account_sid = map.next_value()?,
            2 => self.name = map.next_value()?,
            3 => self.description = map.next_value()?,
            4 => self.archived = map.next_value()?,
            5 => self.date_created = map.next_value()?,
            6 => self.url = map.next_value()?,
            _ => self.links = map.next_value()?,
        }
        Ok(())
    }
}

record!(FlexV1PluginConfiguration);

#[cfg(feature = "serialize")]
impl serde::Serialize for FlexV1PluginConfiguration {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sid", &self.sid)?;
        map.serialize_entry("account_sid", &self.account_sid)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("archived", &self.archived)?;
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("url", &self.url)?;
        map.serialize_entry("links", &self.links)?;
        map.end()
    }
}
