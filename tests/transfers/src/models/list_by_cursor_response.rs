//! [`ListByCursorResponse`].

use crate::models::{File, ListByCursorResponsePage};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListByCursor`.
    pub struct ListByCursorResponse: Default {
        /// `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// `page` on the wire.
        pub page: Option<ListByCursorResponsePage> = optional "page",
    }
}
