//! [`FlexV1PluginArchive`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// What `UpdatePluginArchive` returns.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct FlexV1PluginArchive {
    /// `sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
    pub sid: Option<String>,
    /// `account_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
    pub account_sid: Option<String>,
    /// `unique_name` on the wire.
    pub unique_name: Option<String>,
    /// `friendly_name` on the wire.
    pub friendly_name: Option<String>,
    /// `description` on the wire.
    pub description: Option<String>,
    /// `archived` on the wire.
    pub archived: Option<bool>,
    /// `date_created` on the wire.
    pub date_created: Option<Timestamp>,
    /// `date_updated` on the wire.
    pub date_updated: Option<Timestamp>,
    /// `url` on the wire.
    pub url: Option<String>,
}

impl Fields for FlexV1PluginArchive {
    const NAMES: &'static [&'static str] = &[
        "sid",
        "account_sid",
        "unique_name",
        "friendly_name",
        "description",
        "archived",
        "date_created",
        "date_updated",
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
            0 => self.sid = map.next_value()?,
            1 => self.account_sid = map.next_value()?,
            2 => self.unique_name = map.next_value()?,
            3 => self.friendly_name = map.next_value()?,
            4 => self.description = map.next_value()?,
            5 => self.archived = map.next_value()?,
            6 => self.date_created = map.next_value()?,
            7 => self.date_updated = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(FlexV1PluginArchive);

#[cfg(feature = "serialize")]
impl serde::Serialize for FlexV1PluginArchive {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sid", &self.sid)?;
        map.serialize_entry("account_sid", &self.account_sid)?;
        map.serialize_entry("unique_name", &self.unique_name)?;
        map.serialize_entry("friendly_name", &self.friendly_name)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("archived", &self.archived)?;
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("date_updated", &self.date_updated)?;
        map.serialize_entry("url", &self.url)?;
        map.end()
    }
}
