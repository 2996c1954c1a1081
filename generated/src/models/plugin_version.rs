//! [`PluginVersion`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, PluginSid, PluginVersionSid};

/// A build of a plugin.
///
/// It never changes, except that it can be archived.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct PluginVersion {
    /// The SID of the version, also where it was addressed by its version string.
    pub sid: Option<PluginVersionSid>,
    /// The plugin that the version belongs to.
    pub plugin_sid: Option<PluginSid>,
    /// The account that owns the version.
    pub account_sid: Option<AccountSid>,
    /// The version string, which no other version of the plugin has.
    ///
    /// By convention it is a semantic version, for example `1.0.0`.
    pub version: Option<String>,
    /// The URL of the JavaScript bundle.
    pub plugin_url: Option<String>,
    /// What changed with this version. Empty or null if nobody said.
    pub changelog: Option<String>,
    /// Whether access to the bundle is protected.
    ///
    /// If so, Flex has to authorise its request for it.
    pub private: Option<bool>,
    /// Whether the version is archived.
    ///
    /// False for a new one; never false again once it is true. The plugin is archived separately.
    pub archived: Option<bool>,
    /// Whether the bundle passed the checks of its author's tools.
    ///
    /// True if the version was created with the validation status `success`, false otherwise. The service
    /// does not look into the bundle.
    pub validated: Option<bool>,
    /// When the version was created, in UTC.
    pub date_created: Option<Timestamp>,
    /// The absolute URL of the version, with its SID and that of its plugin.
    pub url: Option<String>,
}

impl PluginVersion {
    /// The SID of the version, also where it was addressed by its version string.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `PluginVersion.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginVersionSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("PluginVersion.sid"))
    }

    /// The plugin that the version belongs to.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `PluginVersion.plugin_sid` is.
    pub fn plugin_sid(&self) -> crate::Result<&PluginSid> {
        self.plugin_sid.as_ref().ok_or(crate::Error::missing("PluginVersion.plugin_sid"))
    }

    /// The account that owns the version.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `PluginVersion.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("PluginVersion.account_sid"))
    }
}

impl Fields for PluginVersion {
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

record!(PluginVersion);

#[cfg(feature = "serialize")]
impl serde::Serialize for PluginVersion {
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
