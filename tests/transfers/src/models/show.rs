//! [`ShowStateXKind`].

use crate::runtime::text::choice;

choice! {
    /// The `X-Kind` of `ShowState`.
    pub enum ShowStateXKind {
        /// `warm`.
        Warm = "warm",
        /// `cold`.
        Cold = "cold",
    }
}
