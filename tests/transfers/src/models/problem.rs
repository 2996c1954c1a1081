//! [`Problem`].

use crate::runtime::fields::answer;

answer! {
    /// What `FetchFile` refuses with.
    #[cfg_attr(not(feature = "server"), non_exhaustive)]
    pub struct Problem: Default {
        /// Called `title` on the wire.
        pub title: String = required "title",
    }
}
