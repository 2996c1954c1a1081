//! Values that a request can leave out, or send as null.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A value that may be absent, null, or there. Requests tell the three apart: what is absent usually stays as it is,
/// and null takes away what was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// Nothing is said about the value.
    #[default]
    Absent,
    /// There is to be none.
    Null,
    /// It is this one.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether nothing is said about the value.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The same with another value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(change(value)),
        }
    }

    /// The value, if there is one.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    /// Reads what is there: null or a value. What is absent is not read.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

impl<T: Serialize> Serialize for Nullable<T> {
    /// Writes null or the value. An object leaves out its absent members, rather than writing them.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_is_not_absent() {
        let read: Vec<Nullable<i64>> = serde_json::from_str("[null, 5]").expect("values");
        assert_eq!(read, [Nullable::Null, 5.into()]);
        assert!(read[0].is_null() && !read[0].is_absent());
        assert_eq!((read[0].value(), read[1].value(), read[1].into_value()), (None, Some(&5), Some(5)));
        assert_eq!(serde_json::to_string(&read).expect("JSON"), "[null,5]");
        assert!(Nullable::<i64>::default().is_absent());
    }
}
