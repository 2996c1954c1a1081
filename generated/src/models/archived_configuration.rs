//! [`ArchivedConfiguration`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, ConfigurationSid};

answer! {
    /// The answer to archiving a configuration.
    ///
    /// It is the configuration without its links, and with another URL.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct ArchivedConfiguration: Default {
        /// The SID of the configuration.
        pub sid: Option<ConfigurationSid> = or_null "sid",
        /// The account that owns the configuration.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name of the configuration. Others may have the same one.
        pub name: Option<String> = or_null "name",
        /// What the configuration is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the configuration is archived. True from now on.
        pub archived: Option<bool> = or_null "archived",
        /// When the configuration was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of this operation.
        ///
        /// It ends in `/Archive` and is not the URL of the configuration.
        pub url: Option<String> = or_null "url",
    }
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
