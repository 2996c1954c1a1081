//! [`ListByPageResponse`].

use crate::models::File;
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListByPage`.
    pub struct ListByPageResponse: Default {
        /// `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// `pages` on the wire.
        pub pages: Option<i64> = optional "pages",
        /// `total` on the wire.
        pub total: Option<i64> = optional "total",
    }
}
