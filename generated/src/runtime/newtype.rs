//! Text of a fixed form, such as an identifier.

#![allow(dead_code, reason = "all forms of an API may be made of the same kind of part")]

use std::fmt;

use super::error::Error;

/// The form of a text: its parts, one after another, from the first character to the last.
pub(crate) struct Pattern {
    /// The name of the type, for messages.
    pub(crate) name: &'static str,
    /// The regular expression of the API's description that `parts` spells out.
    pub(crate) expression: &'static str,
    /// What the text is made of.
    pub(crate) parts: &'static [Part],
}

/// One part of a [`Pattern`].
pub(crate) enum Part {
    /// These characters.
    Literal(&'static str),
    /// So many characters, each within one of these ranges (both ends included).
    Class(&'static [(char, char)], usize),
}

/// A text that is not of the form that its type requires; converts into [`Error::Invalid`](super::Error::Invalid).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidText {
    name: &'static str,
    expression: &'static str,
    text: String,
}

impl Pattern {
    /// `text`, if it is of this form.
    pub(crate) fn check(&self, text: &str) -> Result<String, InvalidText> {
        let rest = self.parts.iter().try_fold(text, |rest, part| part.skip(rest));
        if rest == Some("") {
            return Ok(text.to_owned());
        }
        Err(InvalidText { name: self.name, expression: self.expression, text: text.to_owned() })
    }
}

impl Part {
    /// What follows this part in `text`; `None` if `text` does not begin with it.
    fn skip<'a>(&self, text: &'a str) -> Option<&'a str> {
        match self {
            Self::Literal(literal) => text.strip_prefix(literal),
            Self::Class(ranges, count) => {
                let mut rest = text.chars();
                for _ in 0..*count {
                    let character = rest.next()?;
                    ranges.iter().find(|(first, last)| (*first..=*last).contains(&character))?;
                }
                Some(rest.as_str())
            }
        }
    }
}

/// Everything about a newtype but its declaration and its `PATTERN`.
macro_rules! newtype {
    ($name:ident) => {
        impl $name {
            /// This text, whatever its form.
            pub fn unchecked(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::runtime::InvalidText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::PATTERN.check(text).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl $crate::runtime::fields::Empty for $name {
            fn empty() -> Self {
                Self(String::new())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self)
            }
        }

        $crate::runtime::text::texts!($name);
    };
}

pub(crate) use newtype;

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a {}: it does not match `{}`", self.text, self.name, self.expression)
    }
}

impl std::error::Error for InvalidText {}

impl From<InvalidText> for Error {
    fn from(error: InvalidText) -> Self {
        Self::invalid(error.to_string())
    }
}
