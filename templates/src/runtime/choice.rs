//! Enums of texts.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

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

        impl std::cmp::Eq for $name {}

        impl $crate::runtime::choice::Choice for $name {
            const KNOWN: &'static [$crate::runtime::choice::Known<Self>] = {
                use $crate::runtime::choice::Known;
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
                $crate::runtime::choice::choose(text)
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::runtime::choice::debug(self, f)
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
                $crate::runtime::choice::read(deserializer)
            }
        }

        $crate::runtime::text::texts!($name);
    };
}

pub(crate) use choice;
