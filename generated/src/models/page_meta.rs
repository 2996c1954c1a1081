//! [`PageMeta`].

use crate::runtime::fields::answer;

answer! {
    /// Where a page stands in its list, and where to go from here.
    pub struct PageMeta: Default {
        /// The number of this page. The first one is 0.
        pub page: Option<i64> = optional "page",
        /// How many items a page has at most. 50 unless asked otherwise.
        pub page_size: Option<i64> = optional "page_size",
        /// The absolute URL of the first page.
        pub first_page_url: Option<String> = optional "first_page_url",
        /// The absolute URL of the page before this one. Null if there is none.
        pub previous_page_url: Option<String> = or_null "previous_page_url",
        /// The absolute URL of this page.
        pub url: Option<String> = optional "url",
        /// The absolute URL of the page after this one. Null if there is none.
        pub next_page_url: Option<String> = or_null "next_page_url",
        /// The name of the member beside `meta` that has the items.
        pub key: Option<String> = optional "key",
    }
}
