//! [`FlexV1PluginConfigurationConfiguredPlugin`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// What `FetchConfiguredPlugin` returns and `ListConfiguredPlugin` lists.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct FlexV1PluginConfigurationConfiguredPlugin {
    /// `account_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
    pub account_sid: Option<String>,
    /// `configuration_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
    pub configuration_sid: Option<String>,
    /// `plugin_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
    pub plugin_sid: Option<String>,
    /// `plugin_version_sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
    pub plugin_version_sid: Option<String>,
    /// `phase` on the wire.
    ///
    /// Default: `0`.
    pub phase: Option<i64>,
    /// `plugin_url` on the wire.
    pub plugin_url: Option<String>,
    /// `unique_name` on the wire.
    pub unique_name: Option<String>,
    /// `friendly_name` on the wire.
    pub friendly_name: Option<String>,
    /// `description` on the wire.
    pub description: Option<String>,
    /// `plugin_archived` on the wire.
    pub plugin_archived: Option<bool>,
    /// `version` on the wire.
    pub version: Option<String>,
    /// `changelog` on the wire.
    pub changelog: Option<String>,
    /// `plugin_version_archived` on the wire.
    pub plugin_version_archived: Option<bool>,
    /// `private` on the wire.
    pub private: Option<bool>,
    /// `date_created` on the wire.
    pub date_created: Option<Timestamp>,
    /// `url` on the wire.
    pub url: Option<String>,
}

impl Fields for FlexV1PluginConfigurationConfiguredPlugin {
    const NAMES: &'static [&'static str] = &[
        "account_sid",
        "configuration_sid",
        "plugin_sid",
        "plugin_version_sid",
        "phase",
        "plugin_url",
        "unique_name",
        "friendly_name",
        "description",
        "plugin_archived",
        "version",
        "changelog",
        "plugin_version_archived",
        "private",
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
            0 => self.account_sid = map.next_value()?,
            1 => self.configuration_sid = map.next_value()?,
            2 => self.plugin_sid = map.next_value()?,
            3 => self.plugin_version_sid = map.next_value()?,
            4 => self.phase = map.next_value()?,
            5 => self.plugin_url = map.next_value()?,
            6 => self.unique_name = map.next_value()?,
            7 => self.friendly_name = map.next_value()?,
            8 => self.description = map.next_value()?,
            9 => self.plugin_archived = map.next_value()?,
            10 => self.version = map.next_value()?,
            11 => self.changelog = map.next_value()?,
            12 => self.plugin_version_archived = map.next_value()?,
            13 => self.private = map.next_value()?,
            14 => self.date_created = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(FlexV1PluginConfigurationConfiguredPlugin);

#[cfg(feature = "serialize")]
impl serde::Serialize for FlexV1PluginConfigurationConfiguredPlugin {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account_sid", &self.account_sid)?;
        map.serialize_entry("configuration_sid", &self.configuration_sid)?;
        map.serialize_entry("plugin_sid", &self.plugin_sid)?;
        map.serialize_entry("plugin_version_sid", &self.plugin_version_sid)?;
        given(&mut map, "phase", self.phase.as_ref())?;
        map.serialize_entry("plugin_url", &self.plugin_url)?;
        map.serialize_entry("unique_name", &self.unique_name)?;
        map.serialize_entry("friendly_name", &self.friendly_name)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("plugin_archived", &self.plugin_archived)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("changelog", &self.changelog)?;
        map.serialize_entry("plugin_version_archived", &self.plugin_version_archived)?;
        map.serialize_entry("private", &self.private)?;
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("url", &self.url)?;
        map.end()
    }
}
