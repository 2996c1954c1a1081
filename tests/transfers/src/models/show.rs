//! [`ShowStateXKind`].

use crate::runtime::choice::choice;

choice! {
    /// The `X-Kind` of `ShowState`.
    pub enum ShowStateXKind {
        /// `warm`.
        Warm = "warm",
        /// `cold`.
        Cold = "cold",
    }
}
