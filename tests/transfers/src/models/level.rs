//! [`Level`].

use crate::runtime::integer::integers;

integers! {
    /// An item of `levels` of `FetchFile`, among others.
    pub enum Level {
        /// `1`.
        Low = 1,
        /// `2`.
        High = 2,
    }
}
