//! [`Configuration`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::models::ConfigurationLinks;
use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, ConfigurationSid};

/// A fixed set of plugin versions, under a name.
///
/// The plugins themselves are not part of it; list the configured plugins for them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct Configuration {
    /// The SID of the configuration.
    pub sid: Option<ConfigurationSid>,
    /// The account that owns the configuration.
    pub account_sid: Option<AccountSid>,
    /// The name of the configuration. Others may have the same one.
    pub name: Option<String>,
    /// What the configuration is for. Empty or null if nobody said.
    pub description: Option<String>,
    /// Whether the configuration is archived.
    ///
    /// False for a new one; never false again once it is true.
    pub archived: Option<bool>,
    /// When the configuration was created, in UTC.
    pub date_created: Option<Timestamp>,
    /// The absolute URL of the configuration.
    pub url: Option<String>,
    /// Where to find what belongs to the configuration.
    pub links: Option<ConfigurationLinks>,
}

impl Configuration {
    /// The SID of the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Configuration.sid` is.
    pub fn sid(&self) -> crate::Result<&ConfigurationSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("Configuration.sid"))
    }

    /// The account that owns the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Configuration.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("Configuration.account_sid"))
    }
}

impl Fields for Configuration {
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

record!(Configuration);

#[cfg(feature = "serialize")]
impl serde::Serialize for Configuration {
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
