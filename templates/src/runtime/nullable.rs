//! Values that a request can leave out, or send as null; the class of members that have them.

#![allow(dead_code, reason = "it may be that only parameters have them")]

use serde::de::{Deserialize, Deserializer, MapAccess};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fields::Empty;
use super::member::{Given, Member, Next, Object};

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

impl<T> Empty for Nullable<T> {
    fn empty() -> Self {
        Self::Absent
    }
}

impl<T> Given for Nullable<T> {
    fn is_given(&self) -> bool {
        !self.is_absent()
    }
}

impl Member {
    pub(crate) const fn nullable(name: &'static str) -> Self {
        Self::optional(name)
    }
}

impl<'de, A: MapAccess<'de>> Next<'_, A> {
    #[inline]
    pub(crate) fn nullable<T: Deserialize<'de>>(self, place: &mut T) -> Result<(), A::Error> {
        self.required(place)
    }
}

impl<M: SerializeMap> Object<M> {
    pub(crate) fn nullable<T: Serialize + Given>(&mut self, name: &str, value: T) {
        self.optional(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::fields::record;

    record! {
        /// What can be taken away.
        pub struct Label: Default {
            pub text: Nullable<String> = nullable "text",
        }
    }

    #[test]
    fn members_are_null_or_left_out() {
        for text in ["{}", r#"{"text":null}"#, r#"{"text":"x"}"#] {
            let label: Label = serde_json::from_str(text).expect("a label");
            assert_eq!(serde_json::to_string(&label).expect("JSON"), text);
        }
    }

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
