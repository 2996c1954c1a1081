//! The ways into the API.

use crate::runtime::Client;
use crate::files::Files;
use crate::lists::Lists;

impl Client {
    /// The operations on files.
    pub fn files(&self) -> Files {
        Files::new(self)
    }

    /// The operations on lists.
    pub fn lists(&self) -> Lists {
        Lists::new(self)
    }
}
