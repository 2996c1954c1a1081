//! Decoding of objects, for all models at once.
//!
//! A model says what its members are called and how to read one; the rest is here, compiled once. A derived
//! `Deserialize` for each model would do the same at several times the compile time.

#![allow(dead_code, reason = "an API may have no models")]

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

/// An object with known members.
pub(crate) trait Fields: Sized {
    /// The members' names in JSON.
    const NAMES: &'static [&'static str];
    /// The members, by index into [`NAMES`](Self::NAMES), that an object cannot do without.
    const REQUIRED: &'static [usize] = &[];

    /// A value to begin with: what is required is read before anybody sees it.
    fn empty() -> Self;

    /// Reads the value of the member with this index into [`NAMES`](Self::NAMES).
    fn set<'de, A: MapAccess<'de>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;
}

/// Reads an object: unknown members are skipped, and of a repeated one the last counts.
#[inline]
pub(crate) fn record<'de, T: Fields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Record(PhantomData))
}

struct Record<T>(PhantomData<T>);

impl<'de, T: Fields> Visitor<'de> for Record<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut record = T::empty();
        let mut seen = vec![false; if T::REQUIRED.is_empty() { 0 } else { T::NAMES.len() }];
        let mut expected = 0;
        while let Some(found) = map.next_key_seed(Name { names: T::NAMES, expected })? {
            let Some(field) = found else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            record.set(field, &mut map)?;
            expected = field + 1;
            if let Some(seen) = seen.get_mut(field) {
                *seen = true;
            }
        }
        match T::REQUIRED.iter().find(|field| !seen[**field]) {
            Some(missing) => Err(Error::missing_field(T::NAMES[*missing])),
            None => Ok(record),
        }
    }
}

/// Reads a member's name and finds its index, without a copy of the name.
struct Name {
    names: &'static [&'static str],
    /// Where the name stands if the members come in the order of the description, as they mostly do.
    expected: usize,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        if self.names.get(self.expected) == Some(&name) {
            return Ok(Some(self.expected));
        }
        Ok(self.names.iter().position(|known| *known == name))
    }
}
