//! Text of a fixed form, such as an identifier.

#![allow(dead_code, unused_macros, unused_imports, reason = "an API may have no such texts")]

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

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

/// The texts, on their own.
pub(crate) fn owned(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    texts.into_iter().map(|text| text.as_ref().to_owned()).collect()
}

/// An enum of texts.
pub(crate) trait Choice: AsRef<str> + Clone + PartialEq + 'static {
    /// Its variants that stand for one text each.
    const KNOWN: &'static [Known<Self>];

    /// The variant that stands for any other text.
    fn unknown(text: String) -> Self;
}

/// A variant of an enum of texts.
pub(crate) struct Known<T> {
    pub(crate) name: &'static str,
    pub(crate) wire: &'static str,
    pub(crate) value: T,
}

/// What `text` stands for.
pub(crate) fn choose<T: Choice>(text: &str) -> T {
    let known = T::KNOWN.iter().find(|known| known.wire == text);
    known.map_or_else(|| T::unknown(text.to_owned()), |known| known.value.clone())
}

/// Reads a text as what it stands for.
pub(crate) fn read<'de, T: Choice, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(Chosen(PhantomData))
}

/// Writes `value` as a derived `Debug` would.
pub(crate) fn debug<T: Choice>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match T::KNOWN.iter().find(|known| known.value == *value) {
        Some(known) => f.write_str(known.name),
        None => f.debug_tuple("Unknown").field(&value.as_ref()).finish(),
    }
}

struct Chosen<T>(PhantomData<T>);

impl<T: Choice> Visitor<'_> for Chosen<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(choose(text))
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

/// An enum of texts, each variant with its own; any other text is kept in `Unknown`.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$about:meta])* $variant:ident = $wire:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            /// Any other text, as it is.
            Unknown(String),
        }

        impl $name {
            /// The text on the wire.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl Eq for $name {}

        impl $crate::runtime::text::Choice for $name {
            const KNOWN: &'static [$crate::runtime::text::Known<Self>] = {
                use $crate::runtime::text::Known;
                &[$(Known { name: stringify!($variant), wire: $wire, value: Self::$variant }),*]
            };

            #[inline]
            fn unknown(text: String) -> Self {
                Self::Unknown(text)
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                $crate::runtime::text::choose(text)
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::runtime::text::debug(self, f)
            }
        }

        impl $crate::runtime::fields::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::Unknown(String::new())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::text::read(deserializer)
            }
        }

        $crate::runtime::text::texts!($name);
    };
}

/// What follows from `as_str`.
macro_rules! texts {
    ($name:ident) => {
        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl PartialEq<str> for $name {
            #[inline]
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use {choice, newtype, texts};

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a {}: it does not match `{}`", self.text, self.name, self.expression)
    }
}

impl std::error::Error for InvalidText {}
