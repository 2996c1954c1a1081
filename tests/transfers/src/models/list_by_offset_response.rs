//! [`ListByOffsetResponse`].

use crate::models::File;
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListByOffset`.
    pub struct ListByOffsetResponse: Default {
        /// `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// `total` on the wire.
        pub total: Option<i64> = optional "total",
    }
}
