//! [`FlexV1PluginConfigurationConfiguredPlugin`].

use jiff::Timestamp;

use crate::runtime::fields::answer;

answer! {
    /// What `FetchConfiguredPlugin` returns and `ListConfiguredPlugin` lists.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct FlexV1PluginConfigurationConfiguredPlugin: Default {
        /// `account_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// `configuration_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub configuration_sid: Option<String> = or_null "configuration_sid",
        /// `plugin_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub plugin_sid: Option<String> = or_null "plugin_sid",
        /// `plugin_version_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
        pub plugin_version_sid: Option<String> = or_null "plugin_version_sid",
        /// `phase` on the wire.
        ///
        /// Default: `0`.
        pub phase: Option<i64> = optional "phase",
        /// `plugin_url` on the wire.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// `unique_name` on the wire.
        pub unique_name: Option<String> = or_null "unique_name",
        /// `friendly_name` on the wire.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// `plugin_archived` on the wire.
        pub plugin_archived: Option<bool> = or_null "plugin_archived",
        /// `version` on the wire.
        pub version: Option<String> = or_null "version",
        /// `changelog` on the wire.
        pub changelog: Option<String> = or_null "changelog",
        /// `plugin_version_archived` on the wire.
        pub plugin_version_archived: Option<bool> = or_null "plugin_version_archived",
        /// `private` on the wire.
        pub private: Option<bool> = or_null "private",
        /// `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}
