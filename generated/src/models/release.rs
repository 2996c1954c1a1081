//! [`Release`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, ConfigurationSid, ReleaseSid};

/// The event of making a configuration the active one.
///
/// It does not say whether it still is; the newest release of the account is.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct Release {
    /// The SID of the release, also where it was addressed as `Active`.
    pub sid: Option<ReleaseSid>,
    /// The account that owns the release.
    pub account_sid: Option<AccountSid>,
    /// The configuration that was released.
    pub configuration_sid: Option<ConfigurationSid>,
    /// When the configuration was released, in UTC.
    pub date_created: Option<Timestamp>,
    /// The absolute URL of the release, with its SID.
    pub url: Option<String>,
}

impl Release {
    /// The SID of the release, also where it was addressed as `Active`.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Release.sid` is.
    pub fn sid(&self) -> crate::Result<&ReleaseSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("Release.sid"))
    }

    /// The account that owns the release.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Release.account_sid` is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid.as_ref().ok_or(crate::Error::missing("Release.account_sid"))
    }

    /// The configuration that was released.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `Release.configuration_sid` is.
    pub fn configuration_sid(&self) -> crate::Result<&ConfigurationSid> {
        self.configuration_sid
            .as_ref()
            .ok_or(crate::Error::missing("Release.configuration_sid"))
    }
}

impl Fields for Release {
    const NAMES: &'static [&'static str] = &[
        "sid",
        "account_sid",
        "configuration_sid",
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
            2 => self.configuration_sid = map.next_value()?,
            3 => self.date_created = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(Release);

#[cfg(feature = "serialize")]
impl serde::Serialize for Release {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sid", &self.sid)?;
        map.serialize_entry("account_sid", &self.account_sid)?;
        map.serialize_entry("configuration_sid", &self.configuration_sid)?;
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("url", &self.url)?;
        map.end()
    }
}
