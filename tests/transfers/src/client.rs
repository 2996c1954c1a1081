//! The ways into the API.

use crate::runtime::client::handles;

handles! {
    /// The operations on files.
    fn files() -> crate::files::Files;

    /// The operations on lists.
    fn lists() -> crate::lists::Lists;
}
