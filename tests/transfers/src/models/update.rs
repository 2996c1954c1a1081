//! [`UpdateFileBodyKind`].

use crate::runtime::choice::choice;

choice! {
    /// The `kind` of the body of `UpdateFile`.
    pub enum UpdateFileBodyKind {
        /// `file`.
        File = "file",
    }
}
