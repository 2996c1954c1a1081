//! Decoding of objects, for all models at once.
//!
//! A model says what its members are called and how to read one; the rest is here, compiled once. A derived
//! `Deserialize` for each model would do the same at several times the compile time.

#![allow(dead_code, reason = "an API may have no models")]

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

/// An object with known members.
pub(crate) trait Fields: Sized {
    /// The members' names in JSON.
    const NAMES: &'static [&'static str];
    /// The members, by index into [`NAMES`](Self::NAMES), that an object cannot do without.
    const REQUIRED: &'static [usize] = &[];
    /// Whether members of other names count.
    const OTHERS: bool = false;

    /// A value to begin with: what is required is read before anybody sees it.
    fn empty() -> Self;

    /// Reads the value of the member with this index into [`NAMES`](Self::NAMES).
    fn set<'de, A: MapAccess<'de>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;

    /// Reads the value of a member with another name.
    #[inline]
    fn other<'de, A: MapAccess<'de>>(&mut self, _: String, map: &mut A) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

/// Reads an object: unknown members are skipped, and of a repeated one the last counts.
#[inline]
pub(crate) fn read<'de, T: Fields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Record(PhantomData))
}

/// Writes a member, if there is anything to write.
pub(crate) fn given<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    value: Option<&T>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, value))
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
        while let Some(found) = map.next_key_seed(Name { names: T::NAMES, expected, others: T::OTHERS })? {
            let field = match found {
                Ok(field) => field,
                Err(name) => {
                    record.other(name, &mut map)?;
                    continue;
                }
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

/// Reads a member's name and finds its index, without a copy of the name unless it is another one that counts.
struct Name {
    names: &'static [&'static str],
    /// Where the name stands if the members come in the order of the description, as they mostly do.
    expected: usize,
    /// Whether other names count.
    others: bool,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Result<usize, String>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        if self.names.get(self.expected) == Some(&name) {
            return Ok(Ok(self.expected));
        }
        let found = self.names.iter().position(|known| *known == name);
        Ok(found.ok_or_else(|| if self.others { name.to_owned() } else { String::new() }))
    }
}

/// How a struct is read; its [`Fields`] say the rest.
#[allow(unused_macros, reason = "an API may have no models")]
macro_rules! record {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::fields::read(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use record;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq)]
    struct Labels {
        name: String,
        others: Vec<(String, i64)>,
    }

    impl Fields for Labels {
        const NAMES: &'static [&'static str] = &["name"];
        const REQUIRED: &'static [usize] = &[0];
        const OTHERS: bool = true;

        fn empty() -> Self {
            Self::default()
        }

        fn set<'de, A: MapAccess<'de>>(&mut self, _: usize, map: &mut A) -> Result<(), A::Error> {
            self.name = map.next_value()?;
            Ok(())
        }

        fn other<'de, A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
            self.others.push((name, map.next_value()?));
            Ok(())
        }
    }

    fn read(text: &str) -> serde_json::Result<Labels> {
        super::read(&mut serde_json::Deserializer::from_str(text))
    }

    #[test]
    fn members_without_a_name_are_kept_where_they_count() {
        let labels = read(r#"{"a": 1, "n\u0061me": "x", "b": 2}"#).expect("labels");
        let others = vec![("a".to_owned(), 1), ("b".to_owned(), 2)];
        assert_eq!(labels, Labels { name: "x".to_owned(), others });
        assert!(read(r#"{"a": 1}"#).is_err_and(|error| error.to_string().contains("missing field `name`")));
        assert!(read(r#"{"name": "x", "a": "text"}"#).is_err());
    }
}
