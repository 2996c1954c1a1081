//! Members of objects: how they are read and written, by the class that a list of them names.
//!
//! The classes are those of [`record!`](super::fields::record): each is a function of [`Member`], [`Next`] and [`Object`];
//! those of `nullable` members stand in a module of their own.

#![allow(dead_code, reason = "an API may have no such members")]

use serde::de::{Deserialize, MapAccess};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// What is known of a member.
pub(crate) struct Member {
    /// Its name in JSON.
    pub(crate) name: &'static str,
    /// Whether an object cannot do without it.
    pub(crate) is_required: bool,
}

impl Member {
    pub(crate) const fn required(name: &'static str) -> Self {
        Self { name, is_required: true }
    }

    pub(crate) const fn optional(name: &'static str) -> Self {
        Self { name, is_required: false }
    }

    pub(crate) const fn or_null(name: &'static str) -> Self {
        Self::optional(name)
    }

    pub(crate) const fn any(name: &'static str) -> Self {
        Self::optional(name)
    }
}

/// The member that is next in an object; its name has been read.
pub(crate) struct Next<'a, A>(pub(crate) &'a mut A);

impl<'de, A: MapAccess<'de>> Next<'_, A> {
    /// Its value.
    #[inline]
    pub(crate) fn value<T: Deserialize<'de>>(self) -> Result<T, A::Error> {
        self.0.next_value()
    }

    #[inline]
    pub(crate) fn required<T: Deserialize<'de>>(self, place: &mut T) -> Result<(), A::Error> {
        self.value().map(|value| *place = value)
    }

    #[inline]
    pub(crate) fn optional<T: Deserialize<'de>>(self, place: &mut T) -> Result<(), A::Error> {
        self.required(place)
    }

    #[inline]
    pub(crate) fn or_null<T: Deserialize<'de>>(self, place: &mut T) -> Result<(), A::Error> {
        self.required(place)
    }

    #[inline]
    pub(crate) fn any<T: Deserialize<'de>>(self, place: &mut Option<T>) -> Result<(), A::Error> {
        self.value().map(|value| *place = Some(value))
    }
}

/// An object that is being written. What goes wrong on the way is kept to its end.
pub(crate) struct Object<M: SerializeMap> {
    map: M,
    written: Result<(), M::Error>,
}

impl<M: SerializeMap> Object<M> {
    pub(crate) fn new<S>(serializer: S) -> Result<Self, S::Error>
    where
        S: Serializer<SerializeMap = M, Ok = M::Ok, Error = M::Error>,
    {
        Ok(Self { map: serializer.serialize_map(None)?, written: Ok(()) })
    }

    pub(crate) fn required<T: Serialize>(&mut self, name: &str, value: T) {
        if self.written.is_ok() {
            self.written = self.map.serialize_entry(name, &value);
        }
    }

    pub(crate) fn optional<T: Serialize + Given>(&mut self, name: &str, value: T) {
        if value.is_given() {
            self.required(name, value);
        }
    }

    pub(crate) fn or_null<T: Serialize>(&mut self, name: &str, value: T) {
        self.required(name, value);
    }

    pub(crate) fn any<T: Serialize + Given>(&mut self, name: &str, value: T) {
        self.optional(name, value);
    }

    pub(crate) fn end(self) -> Result<M::Ok, M::Error> {
        self.written?;
        self.map.end()
    }
}

/// A value that may be left out.
pub(crate) trait Given {
    fn is_given(&self) -> bool;
}

impl<T> Given for Option<T> {
    fn is_given(&self) -> bool {
        self.is_some()
    }
}

impl<T: Given> Given for &T {
    fn is_given(&self) -> bool {
        (*self).is_given()
    }
}
