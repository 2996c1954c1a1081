//! [`Plugin`].

use jiff::Timestamp;

use crate::models::PluginLinks;
use crate::runtime::fields::answer;
use crate::{AccountSid, PluginSid};

answer! {
    /// A plugin: its names, its description and its owner.
    ///
    /// The code is in its versions.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct Plugin: Default {
        /// The SID of the plugin, also where it was addressed by name.
        pub sid: Option<PluginSid> = or_null "sid",
        /// The account that owns the plugin.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The name that no other plugin of the account has. It never changes.
        pub unique_name: Option<String> = or_null "unique_name",
        /// The name to display.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// What the plugin is for. Empty or null if nobody said.
        pub description: Option<String> = or_null "description",
        /// Whether the plugin is archived.
        ///
        /// False for a new one; never false again once it is true.
        pub archived: Option<bool> = or_null "archived",
        /// When the plugin was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// When the plugin was last changed, in UTC.
        ///
        /// The time of creation, or null, if it never was.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// The absolute URL of the plugin, with its SID.
        pub url: Option<String> = or_null "url",
        /// Where to find what belongs to the plugin.
        pub links: Option<PluginLinks> = or_null "links",
    }
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
