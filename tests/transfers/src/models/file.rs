//! [`File`].

use crate::runtime::build::build;
use crate::runtime::fields::record;

record! {
    /// What `CreateFile` and `WatchFiles` return and `ListByUrl` and 6 other operations list, among others.
    #[non_exhaustive]
    pub struct File: Default {
        /// Called `name` on the wire.
        pub name: String = required "name",
    }
}

build! {
    impl File;
    new {
        name: impl AsRef<str> = name.as_ref().to_owned(),
    }
}
