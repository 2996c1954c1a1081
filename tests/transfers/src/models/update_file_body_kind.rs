//! [`UpdateFileBodyKind`].

use crate::runtime::text::choice;

/// The `kind` of the body of `UpdateFile`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UpdateFileBodyKind {
    /// `file`.
    File,
    /// Any other text, as it is.
    Unknown(String),
}

impl UpdateFileBodyKind {
    /// The text on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::File => "file",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for UpdateFileBodyKind {
    fn from(text: &str) -> Self {
        match text {
            "file" => Self::File,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

choice!(UpdateFileBodyKind);
