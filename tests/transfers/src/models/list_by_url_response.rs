//! [`ListByUrlResponse`].

use crate::models::{File, ListByUrlResponseLinks};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListByUrl`.
    pub struct ListByUrlResponse: Default {
        /// `data` on the wire.
        pub data: Option<Vec<File>> = optional "data",
        /// `warnings` on the wire.
        pub warnings: Option<Vec<String>> = optional "warnings",
        /// `links` on the wire.
        pub links: Option<ListByUrlResponseLinks> = optional "links",
    }
}
