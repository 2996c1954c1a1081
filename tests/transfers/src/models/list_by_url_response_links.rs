//! [`ListByUrlResponseLinks`].

use crate::runtime::fields::answer;

answer! {
    /// The `links` of the answer to `ListByUrl`.
    pub struct ListByUrlResponseLinks: Default {
        /// `next` on the wire.
        pub next: Option<String> = optional "next",
    }
}
