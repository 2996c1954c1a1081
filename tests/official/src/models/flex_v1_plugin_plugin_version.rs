//! [`FlexV1PluginPluginVersion`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// What `CreatePluginVersion` and `FetchPluginVersion` return and `ListPluginVersion` lists.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct FlexV1PluginPluginVersion {
    /// `sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
    pub sid: Option<String>,
    /// `plugin_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
    pub plugin_sid: Option<String>,
    /// `account_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
    pub account_sid: Option<String>,
    /// `version` on the wire.
    pub version: Option<String>,
    /// `plugin_url` on the wire.
    pub plugin_url: Option<String>,
    /// `changelog` on the wire.
    pub changelog: Option<String>,
    /// `private` on the wire.
    pub private: Option<bool>,
    /// `archived` on the wire.
    pub archived: Option<bool>,
    /// `validated` on the wire.
    pub validated: Option<bool>,
    /// `date_created` on the wire.
    pub date_created: Option<Timestamp>,
    /// `url` on the wire.
    pub url: Option<String>,
}

impl Fields for FlexV1PluginPluginVersion {
    const NAMES: &'static [&'static str] = &[
        "sid",
        "plugin_sid",
        "account_sid",
        "version",
        "plugin_url",
        "changelog",
        "private",
        "archived",
        "validated",
        "date_created",
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
            1 => self.plugin_sid = map.next_value()?,
            2 => self.account_sid = map.next_value()?,
            3 => self.version = map.next_value()?,
            4 => self.plugin_url = map.next_value()?,
            5 => self.changelog = map.next_value()?,
            6 => self.private = map.next_value()?,
            7 => self.archived = map.next_value()?,
            8 => self.validated = map.next_value()?,
            9 => self.date_created = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(FlexV1PluginPluginVersion);

#[cfg(feature = "serialize")]
impl serde::Serialize for FlexV1PluginPluginVersion {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sid", &self.sid)?;
        map.serialize_entry("plugin_sid", &self.plugin_sid)?;
        map.serialize_entry("account_sid", &self.account_sid)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("plugin_url", &self.plugin_url)?;
        map.serialize_entry("changelog", &self.changelog)?;
        map.serialize_entry("private", &self.private)?;
        map.serialize_entry("archived", &self.archived)?;
        map.serialize_entry("validated", &self.validated)?;
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("url", &self.url)?;
        map.end()
    }
}
