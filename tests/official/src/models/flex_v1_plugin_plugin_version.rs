//! [`FlexV1PluginPluginVersion`].

use jiff::Timestamp;

use crate::runtime::fields::answer;

answer! {
    /// What `CreatePluginVersion` and `FetchPluginVersion` return and `ListPluginVersion` lists.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct FlexV1PluginPluginVersion: Default {
        /// `sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// `plugin_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub plugin_sid: Option<String> = or_null "plugin_sid",
        /// `account_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// `version` on the wire.
        pub version: Option<String> = or_null "version",
        /// `plugin_url` on the wire.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// `changelog` on the wire.
        pub changelog: Option<String> = or_null "changelog",
        /// `private` on the wire.
        pub private: Option<bool> = or_null "private",
        /// `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// `validated` on the wire.
        pub validated: Option<bool> = or_null "validated",
        /// `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}
