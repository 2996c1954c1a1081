//! [`ArchivedConfiguration`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, ConfigurationSid};

/// The answer to archiving a configuration.
///
/// It is the configuration without its links, and with another URL.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct ArchivedConfiguration {
    /// The SID of the configuration.
    pub sid: Option<ConfigurationSid>,
    /// The account that owns the configuration.
    pub account_sid: Option<AccountSid>,
    /// The name of the configuration. Others may have the same one.
    pub name: Option<String>,
    /// What the configuration is for. Empty or null if nobody said.
    pub description: Option<String>,
    /// Whether the configuration is archived. True from now on.
    pub archived: Option<bool>,
    /// When the configuration was created, in UTC.
    pub date_created: Option<Timestamp>,
    /// The absolute URL of this operation.
    ///
    /// It ends in `/Archive` and is not the URL of the configuration.
    pub url: Option<String>,
}

impl ArchivedConfiguration {
    /// The SID of the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedConfiguration.sid` is.
    pub fn sid(&self) -> crate::Result<&ConfigurationSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("ArchivedConfiguration.sid"))
    }

    /// The account that owns the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ArchivedConfiguration.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedConfiguration.account_sid"))
    }
}

impl Fields for ArchivedConfiguration {
    const NAMES: &'static [&'static str] = &[
        "sid",
        "account_sid",
        "name",
        "description",
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
            1 => self.account_sid = map.next_value()?,
            2 => self.name = map.next_value()?,
            3 => self.description = map.next_value()?,
            4 => self.archived = map.next_value()?,
            5 => self.date_created = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(ArchivedConfiguration);

#[cfg(feature = "serialize")]
impl serde::Serialize for ArchivedConfiguration {
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
        map.end()
    }
}
