//! [`ListByCursorResponsePage`].

use crate::runtime::fields::answer;

answer! {
    /// The `page` of the answer to `ListByCursor`.
    pub struct ListByCursorResponsePage: Default {
        /// `last` on the wire.
        pub last: Option<String> = optional "last",
        /// `more` on the wire.
        pub more: Option<bool> = optional "more",
    }
}
