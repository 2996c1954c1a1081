//! [`Plugin`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::models::PluginLinks;
use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, PluginSid};

/// A plugin: its names, its description and its owner.
///
/// The code is in its versions.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct Plugin {
    /// The SID of the plugin, also where it was addressed by name.
    pub sid: Option<PluginSid>,
    /// The account that owns the plugin.
    pub account_sid: Option<AccountSid>,
    /// The name that no other plugin of the account has. It never changes.
    pub unique_name: Option<String>,
    /// The name to display.
    pub friendly_name: Option<String>,
    /// What the plugin is for. Empty or null if nobody said.
    pub description: Option<String>,
    /// Whether the plugin is archived.
    ///
    /// False for a new one; never false again once it is true.
    pub archived: Option<bool>,
    /// When the plugin was created, in UTC.
    pub date_created: Option<Timestamp>,
    /// When the plugin was last changed, in UTC.
    ///
    /// The time of creation, or null, if it never was.
    pub date_updated: Option<Timestamp>,
    /// The absolute URL of the plugin, with its SID.
    pub url: Option<String>,
    /// Where to find what belongs to the plugin.
    pub links: Option<PluginLinks>,
}

impl Plugin {
    /// The SID of the plugin, also where it was addressed by name.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Plugin.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("Plugin.sid"))
    }

    /// The account that owns the plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Plugin.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid.as_ref().ok_or(crate::Error::missing("Plugin.account_sid"))
    }
}

impl Fields for Plugin {
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
            2 => self.unique_name = map.next_value()?,
            3 => self.friendly_name = map.next_value()?,
            4 => self.description = map.next_value()?,
            5 => self.archived = map.next_value()?,
            6 => self.date_created = map.next_value()?,
            7 => self.date_updated = map.next_value()?,
            8 => self.url = map.next_value()?,
            _ => self.links = map.next_value()?,
        }
        Ok(())
    }
}

record!(Plugin);

#[cfg(feature = "serialize")]
impl serde::Serialize for Plugin {
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
        map.serialize_entry("links", &self.links)?;
        map.end()
    }
}
