//! What the operations of [`lists`](crate::lists) are asked for.

use super::Api;
use crate::models;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    lists;
    LIST_BY_URL: json(200) => list_by_url;
    LIST_BY_LINK: json(200) => list_by_link;
    LIST_BY_CURSOR: json(200) => list_by_cursor;
    SEARCH_BY_CURSOR: json(200) => search_by_cursor;
    LIST_BY_PAGE: json(200) => list_by_page;
    LIST_BY_OFFSET: json(200) => list_by_offset;
}

request! {
    /// What [`Api::list_by_url`] is asked for.
    pub struct ListByUrl {}
}

request! {
    /// What [`Api::list_by_link`] is asked for.
    pub struct ListByLink {
        /// Called `per_page` on the wire.
        pub per_page: Option<i64> = query("per_page"),
    }
}

request! {
    /// What [`Api::list_by_cursor`] is asked for.
    pub struct ListByCursor {
        /// Called `after` on the wire.
        pub after: Option<String> = query("after"),
        /// Called `kind` on the wire.
        pub kind: Option<String> = query("kind"),
    }
}

request! {
    /// What [`Api::search_by_cursor`] is asked for.
    pub struct SearchByCursor: Members {
        /// Called `text` on the wire.
        pub text: String = member("text"),
        /// Called `page` on the wire.
        pub page: Option<models::SearchByCursorBodyPage> = optional_member("page"),
    }
}

request! {
    /// What [`Api::list_by_page`] is asked for.
    pub struct ListByPage {
        /// Default: `1`.
        pub page_number: Option<i64> = query("page[number]"),
    }
}

request! {
    /// What [`Api::list_by_offset`] is asked for.
    pub struct ListByOffset {
        /// Called `offset` on the wire.
        pub offset: Option<i64> = query("offset"),
        /// Range: 2 or less.
        pub limit: Option<i64> = query("limit"),
    }
}
