//! [`ListConfiguredPluginResponseMeta`].

use crate::runtime::fields::answer;

answer! {
    /// The `meta` of the answer to `ListConfiguredPlugin`, among others.
    pub struct ListConfiguredPluginResponseMeta: Default {
        /// `first_page_url` on the wire.
        pub first_page_url: Option<String> = optional "first_page_url",
        /// `key` on the wire.
        pub key: Option<String> = optional "key",
        /// `next_page_url` on the wire.
        pub next_page_url: Option<String> = or_null "next_page_url",
        /// `page` on the wire.
        pub page: Option<i64> = optional "page",
        /// `page_size` on the wire.
        pub page_size: Option<i64> = optional "page_size",
        /// `previous_page_url` on the wire.
        pub previous_page_url: Option<String> = or_null "previous_page_url",
        /// `url` on the wire.
        pub url: Option<String> = optional "url",
    }
}
