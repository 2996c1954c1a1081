//! What the operations of [`releases`](crate::releases) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    releases;
    LIST_RELEASES: json(200) => list_releases;
    CREATE_RELEASE: json(201) => create_release;
    FETCH_RELEASE: json(200) => fetch_release;
}

request! {
    /// What [`Api::list_releases`] is asked for.
    pub struct ListReleases {
        /// How many items a page has.
        ///
        /// Range: 1 to 1000. Default: `50`.
        pub page_size: Option<i64> = query("PageSize"),
        /// The number of the page, for the caller's own use.
        ///
        /// It is repeated in the answer and does not choose the page; the page token does.
        ///
        /// Range: 0 to 2147483647. Default: `0`.
        pub page: Option<i64> = query("Page"),
        /// Which page to return. Without it, that is the first one.
        ///
        /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
        /// outside the list and the account that it comes from.
        pub page_token: Option<String> = query("PageToken"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::create_release`] is asked for.
    pub struct CreateRelease: Form {
        /// The SID of the configuration to release.
        ///
        /// Configurations once had versions that could be given here. They have none today, and their names
        /// identify nothing.
        pub configuration_id: String = form("ConfigurationId"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`Api::fetch_release`] is asked for.
    pub struct FetchRelease {
        /// The SID of the release, or `Active` for the active one.
        ///
        /// `Active` is written with a capital letter.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
