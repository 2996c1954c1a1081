//! [`SearchByCursorResponse`].

use crate::models::SearchByCursorResponseResult;
use crate::runtime::fields::answer;

answer! {
    /// The answer to `SearchByCursor`.
    pub struct SearchByCursorResponse: Default {
        /// `next` on the wire.
        pub next: Option<String> = or_null "next",
        /// `result` on the wire.
        pub result: Option<SearchByCursorResponseResult> = optional "result",
    }
}
