//! [`UpdateFileBodyKind`].

use crate::runtime::text::choice;

choice! {
    /// The `kind` of the body of `UpdateFile`.
    pub enum UpdateFileBodyKind {
        /// `file`.
        File = "file",
    }
}
