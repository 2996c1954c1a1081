//! [`SearchByCursorBodyPage`].

use crate::runtime::build::build;
use crate::runtime::fields::record;

record! {
    /// The `page` of the body of `SearchByCursor`.
    #[non_exhaustive]
    pub struct SearchByCursorBodyPage: Default {
        /// Called `after` on the wire.
        pub after: Option<String> = optional "after",
        /// Called `size` on the wire.
        pub size: Option<i64> = optional "size",
    }
}

build! {
    impl SearchByCursorBodyPage;
    new {}

    /// Called `after` on the wire.
    fn after(after: impl AsRef<str>) => after = Some(after.as_ref().to_owned());

    /// Called `size` on the wire.
    fn size(size: i64) => size = Some(size);
}
