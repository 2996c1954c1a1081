//! [`ArchivedPluginVersion`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, PluginSid, PluginVersionSid};

/// The answer to archiving a version.
///
/// It is the version without the result of its validation, and with another URL.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct ArchivedPluginVersion {
    /// The SID of the version, also where it was addressed by its version string.
    pub sid: Option<PluginVersionSid>,
    /// The plugin that the version belongs to.
    pub plugin_sid: Option<PluginSid>,
    /// The account that owns the version.
    pub account_sid: Option<AccountSid>,
    /// The version string, which no other version of the plugin has. It stays taken.
    pub version: Option<String>,
    /// The URL of the JavaScript bundle.
    pub plugin_url: Option<String>,
    /// What changed with this version. Empty or null if nobody said.
    pub changelog: Option<String>,
    /// Whether access to the bundle is protected.
    ///
    /// If so, Flex has to authorise its request for it.
    pub private: Option<bool>,
    /// Whether the version is archived. True from now on.
    pub archived: Option<bool>,
    /// When the version was created, in UTC.
    pub date_created: Option<Timestamp>,
    /// The absolute URL of this operation.
    ///
    /// It ends in `/Archive` and is not the URL of the version.
    pub url: Option<String>,
}

impl ArchivedPluginVersion {
    /// The SID of the version, also where it was addressed by its version string.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedPluginVersion.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginVersionSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("ArchivedPluginVersion.sid"))
    }

    /// The plugin that the version belongs to.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ArchivedPluginVersion.plugin_sid` is.
    pub fn plugin_sid(&self) -> crate::Result<&PluginSid> {
        self.plugin_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedPluginVersion.plugin_sid"))
    }

    /// The account that owns the version.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ArchivedPluginVersion.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedPluginVersion.account_sid"))
    }
}

impl Fields for ArchivedPluginVersion {
    const NAMES: &'static [&'static str] = &[
        "sid",
        "plugin_sid",
        "account_sid",
        "version",
        "plugin_url",
        "changelog",
        "private",
        "archived",
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
            8 => self.date_created = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(ArchivedPluginVersion);

#[cfg(feature = "serialize")]
impl serde::Serialize for ArchivedPluginVersion {
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
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("url", &self.url)?;
        map.end()
    }
}
