//! [`File`].

use crate::runtime::fields::record;

record! {
    /// What `CreateFile` and `WatchFiles` return and `ListByUrl` and 5 other operations list, among others.
    #[non_exhaustive]
    pub struct File: Default {
        /// Called `name` on the wire.
        pub name: String = required "name",
    }
}

impl File {
    /// A value with what it cannot do without.
    #[must_use]
    pub fn new(name: impl AsRef<str>) -> Self {
        Self {
            name: name.as_ref().to_owned(),
        }
    }
}
