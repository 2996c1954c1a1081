//! [`FlexV1PluginConfigurationArchive`].

use jiff::Timestamp;

use crate::runtime::fields::answer;

answer! {
    /// What `UpdatePluginConfigurationArchive` returns.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct FlexV1PluginConfigurationArchive: Default {
        /// `sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// `account_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// `name` on the wire.
        pub name: Option<String> = or_null "name",
        /// `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}
