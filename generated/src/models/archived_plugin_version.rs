//! [`ArchivedPluginVersion`].

use jiff::Timestamp;

use crate::runtime::fields::answer;
use crate::{AccountSid, PluginSid, PluginVersionSid};

answer! {
    /// The answer to archiving a version.
    ///
    /// It is the version without the result of its validation, and with another URL.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct ArchivedPluginVersion: Default {
        /// The SID of the version, also where it was addressed by its version string.
        pub sid: Option<PluginVersionSid> = or_null "sid",
        /// The plugin that the version belongs to.
        pub plugin_sid: Option<PluginSid> = or_null "plugin_sid",
        /// The account that owns the version.
        pub account_sid: Option<AccountSid> = or_null "account_sid",
        /// The version string, which no other version of the plugin has. It stays taken.
        pub version: Option<String> = or_null "version",
        /// The URL of the JavaScript bundle.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// What changed with this version. Empty or null if nobody said.
        pub changelog: Option<String> = or_null "changelog",
        /// Whether access to the bundle is protected.
        ///
        /// If so, Flex has to authorise its request for it.
        pub private: Option<bool> = or_null "private",
        /// Whether the version is archived. True from now on.
        pub archived: Option<bool> = or_null "archived",
        /// When the version was created, in UTC.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// The absolute URL of this operation.
        ///
        /// It ends in `/Archive` and is not the URL of the version.
        pub url: Option<String> = or_null "url",
    }
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
