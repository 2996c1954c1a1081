//! [`ListByUrlResponse`], [`ListByUrlResponseLinks`], [`ListByCursorResponse`],
//! [`ListByCursorResponsePage`], [`SearchByCursorResponse`], [`SearchByCursorResponseResult`],
//! [`ListByAnythingResponse`], [`ListByPageResponse`], [`ListByOffsetResponse`].

use crate::models::File;
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListByUrl`.
    pub struct ListByUrlResponse: Default {
        /// Called `data` on the wire.
        pub data: Option<Vec<File>> = optional "data",
        /// Called `warnings` on the wire.
        pub warnings: Option<Vec<String>> = optional "warnings",
        /// Called `links` on the wire.
        pub links: Option<ListByUrlResponseLinks> = optional "links",
    }
}

answer! {
    /// The `links` of the answer to `ListByUrl`.
    pub struct ListByUrlResponseLinks: Default {
        /// Called `next` on the wire.
        pub next: Option<String> = optional "next",
    }
}

answer! {
    /// The answer to `ListByCursor`.
    pub struct ListByCursorResponse: Default {
        /// Called `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// Called `page` on the wire.
        pub page: Option<ListByCursorResponsePage> = optional "page",
    }
}

answer! {
    /// The `page` of the answer to `ListByCursor`.
    pub struct ListByCursorResponsePage: Default {
        /// Called `last` on the wire.
        pub last: Option<String> = optional "last",
        /// Called `more` on the wire.
        pub more: Option<bool> = optional "more",
    }
}

answer! {
    /// The answer to `SearchByCursor`.
    pub struct SearchByCursorResponse: Default {
        /// Called `next` on the wire.
        pub next: Option<String> = or_null "next",
        /// Called `result` on the wire.
        pub result: Option<SearchByCursorResponseResult> = optional "result",
    }
}

answer! {
    /// The `result` of the answer to `SearchByCursor`.
    pub struct SearchByCursorResponseResult: Default {
        /// Called `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// Called `seconds` on the wire.
        pub seconds: Option<f64> = optional "seconds",
    }
}

answer! {
    /// The answer to `ListByAnything`.
    pub struct ListByAnythingResponse: Default {
        /// Called `next` on the wire.
        pub next: Option<String> = optional "next",
        /// Called `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
    }
}

answer! {
    /// The answer to `ListByPage`.
    pub struct ListByPageResponse: Default {
        /// Called `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// Called `pages` on the wire.
        pub pages: Option<i64> = optional "pages",
        /// Called `total` on the wire.
        pub total: Option<i64> = optional "total",
    }
}

answer! {
    /// The answer to `ListByOffset`.
    pub struct ListByOffsetResponse: Default {
        /// Called `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// Called `total` on the wire.
        pub total: Option<i64> = optional "total",
    }
}
