//! [`Release`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, ConfigurationSid, ReleaseSid};

answer! {
    /// The event of making a configuration the active one.
    ///
    /// It does not say whether it still is; the newest release of the account is.
    pub struct Release: Default {
        /// The SID of the release, also where it was addressed as `Active`.
        pub sid: Option<ReleaseSid> = or_null "sid",
        /// The account that owns the release.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The configuration that was released.
        pub configuration_sid: Option<ConfigurationSid> = or_null "configuration_sid",
        /// When the configuration was released, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of the release, with its SID.
        pub url: Option<String> = or_null "url",
    }
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
