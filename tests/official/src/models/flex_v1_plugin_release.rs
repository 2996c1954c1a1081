//! [`FlexV1PluginRelease`].

use jiff::Timestamp;

use crate::runtime::fields::answer;

answer! {
    /// What `CreatePluginRelease` and `FetchPluginRelease` return and `ListPluginRelease` lists.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct FlexV1PluginRelease: Default {
        /// `sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FK[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// `account_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// `configuration_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub configuration_sid: Option<String> = or_null "configuration_sid",
        /// `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}
