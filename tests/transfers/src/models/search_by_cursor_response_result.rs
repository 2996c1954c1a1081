//! [`SearchByCursorResponseResult`].

use crate::models::File;
use crate::runtime::fields::answer;

answer! {
    /// The `result` of the answer to `SearchByCursor`.
    pub struct SearchByCursorResponseResult: Default {
        /// `files` on the wire.
        pub files: Option<Vec<File>> = optional "files",
        /// `seconds` on the wire.
        pub seconds: Option<f64> = optional "seconds",
    }
}
