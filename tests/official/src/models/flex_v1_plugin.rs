//! [`FlexV1Plugin`].

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use crate::runtime::fields::answer;

answer! {
    /// What `CreatePlugin`, `FetchPlugin` and `UpdatePlugin` return and `ListPlugin` lists.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct FlexV1Plugin: Default {
        /// `sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// `account_sid` on the wire.
        ///
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// `unique_name` on the wire.
        pub unique_name: Option<String> = or_null "unique_name",
        /// `friendly_name` on the wire.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// `date_updated` on the wire.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// `url` on the wire.
        pub url: Option<String> = or_null "url",
        /// `links` on the wire.
        pub links: Option<BTreeMap<String, Value>> = or_null "links",
    }
}
