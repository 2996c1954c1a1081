//! The ways into the API.

use crate::runtime::Client;
use crate::files::Files;

impl Client {
    /// The operations on files.
    pub fn files(&self) -> Files {
        Files::new(self)
    }
}
