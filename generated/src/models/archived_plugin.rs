//! [`ArchivedPlugin`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, PluginSid};

answer! {
    /// The answer to archiving a plugin.
    ///
    /// It is the plugin without its links, and with another URL.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct ArchivedPlugin: Default {
        /// The SID of the plugin, also where it was addressed by name.
        pub sid: Option<PluginSid> = or_null "sid",
        /// The account that owns the plugin.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name that no other plugin of the account has. It stays taken.
        pub unique_name: Option<String> = or_null "unique_name",
        /// The name to display.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// What the plugin is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the plugin is archived. True from now on.
        pub archived: Option<bool> = or_null "archived",
        /// When the plugin was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// When the plugin was last changed, in UTC.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// The absolute URL of this operation.
        ///
        /// It ends in `/Archive` and is not the URL of the plugin.
        pub url: Option<String> = or_null "url",
    }
}

impl ArchivedPlugin {
    /// The SID of the plugin, also where it was addressed by name.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedPlugin.sid` is.
    pub fn sid(&self) -> crate::Result<&PluginSid> {
        self.sid.as_ref().ok_or(crate::Error::missing("ArchivedPlugin.sid"))
    }

    /// The account that owns the plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ArchivedPlugin.account_sid`
    /// is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ArchivedPlugin.account_sid"))
    }
}
