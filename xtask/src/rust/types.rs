//! The types of values.

use super::Name;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "most are called what they are")]
pub enum Type {
    String,
    Bool,
    I32,
    I64,
    U32,
    U64,
    F32,
    F64,
    /// `jiff::Timestamp`.
    Timestamp,
    /// `jiff::Timestamp`, written as in mails.
    MailTime,
    /// `jiff::civil::Date`.
    Date,
    /// `Vec<u8>`, written in Base64.
    Bytes,
    /// `serde_json::Value`.
    Value,
    Vec(Box<Type>),
    /// `BTreeMap` with `String` keys.
    Map(Box<Type>),
    Box(Box<Type>),
    /// Within a list or a map.
    Option(Box<Type>),
    /// A type of module `models`.
    Model(Name),
    /// An enum of module `models`.
    Choice(Name),
    /// An enum of module `models` that stands for integers.
    Integers(Name),
    /// An enum of module `models` whose variants hold values.
    Union(Name),
    /// A newtype at the root.
    Newtype(Name),
}

/// How values are written whose type in Rust would write them in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Points in time as in mails.
    Rfc2822,
    /// Bytes as text.
    Base64,
}

impl Type {
    /// How its values are written, or those that they hold, if not as the type itself would do it.
    pub fn format(&self) -> Option<Format> {
        match self {
            Self::MailTime => Some(Format::Rfc2822),
            Self::Bytes => Some(Format::Base64),
            Self::Vec(inner) | Self::Map(inner) | Self::Box(inner) | Self::Option(inner) => inner.format(),
            _ => None,
        }
    }

    /// The same type with text in place of what has a format.
    #[must_use]
    pub fn without_format(self) -> Self {
        let within = |inner: Box<Self>| Box::new(inner.without_format());
        match self {
            Self::MailTime | Self::Bytes => Self::String,
            Self::Vec(inner) => Self::Vec(within(inner)),
            Self::Map(inner) => Self::Map(within(inner)),
            Self::Box(inner) => Self::Box(within(inner)),
            Self::Option(inner) => Self::Option(within(inner)),
            other => other,
        }
    }
}
