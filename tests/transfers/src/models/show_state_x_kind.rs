//! [`ShowStateXKind`].

use crate::runtime::text::choice;

/// The `X-Kind` of `ShowState`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ShowStateXKind {
    /// `warm`.
    Warm,
    /// `cold`.
    Cold,
    /// Any other text, as it is.
    Unknown(String),
}

impl ShowStateXKind {
    /// The text on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Warm => "warm",
            Self::Cold => "cold",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for ShowStateXKind {
    fn from(text: &str) -> Self {
        match text {
            "warm" => Self::Warm,
            "cold" => Self::Cold,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

choice!(ShowStateXKind);
