//! [`Problem`].

use crate::runtime::fields::answer;

answer! {
    /// What `FetchFile` refuses with.
    pub struct Problem: Default {
        /// Called `title` on the wire.
        pub title: String = required "title",
    }
}
