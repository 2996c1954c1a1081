//! Decoding of objects, for all models at once.
//!
//! A model says what its members are called and how to read one; the rest is here, compiled once. A derived
//! `Deserialize` for each model would do the same at several times the compile time.

#![allow(dead_code, reason = "an API may have no models")]

use std::fmt;
use std::marker::PhantomData;
use std::mem;

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
        let (mut record, mut seen) = (T::empty(), Seen::default());
        let (mut expected, mut other) = (0, String::new());
        while let Some(field) = map.next_key_seed(Name::<T> { expected, other: &mut other, record: PhantomData })? {
            if field == T::NAMES.len() {
                record.other(mem::take(&mut other), &mut map)?;
                continue;
            }
            record.set(field, &mut map)?;
            expected = field + 1;
            if !T::REQUIRED.is_empty() {
                seen.insert(field);
            }
        }
        match T::REQUIRED.iter().find(|field| !seen.contains(**field)) {
            Some(missing) => Err(Error::missing_field(T::NAMES[*missing])),
            None => Ok(record),
        }
    }
}

/// Which members have been read: the first ones in bits, since hardly any object has more.
#[derive(Default)]
struct Seen {
    first: u128,
    others: Vec<usize>,
}

impl Seen {
    #[inline]
    fn insert(&mut self, field: usize) {
        if field < 128 {
            self.first |= 1 << field;
        } else {
            self.others.push(field);
        }
    }

    #[inline]
    fn contains(&self, field: usize) -> bool {
        if field < 128 { self.first & (1 << field) != 0 } else { self.others.contains(&field) }
    }
}

/// Reads the name of a member of `T` and finds its index; that of names that are not known is one more than the last.
struct Name<'a, T> {
    /// Where the name stands if the members come in the order of the description, as they mostly do.
    expected: usize,
    /// Where another name is kept, if it counts: others are not copied.
    other: &'a mut String,
    record: PhantomData<T>,
}

impl<'de, T: Fields> DeserializeSeed<'de> for Name<'_, T> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Fields> Visitor<'_> for Name<'_, T> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        if T::NAMES.get(self.expected) == Some(&name) {
            return Ok(self.expected);
        }
        let found = find(T::NAMES, self.expected, name);
        if T::OTHERS && found == T::NAMES.len() {
            name.clone_into(self.other);
        }
        Ok(found)
    }
}

/// The index of `name`, or one more than the last. It is looked for from where it was expected: that members are left
/// out is the usual reason why it is not there.
fn find(names: &[&str], expected: usize, name: &str) -> usize {
    let (before, after) = names.split_at(expected);
    let place = |names: &[&str]| names.iter().position(|known| *known == name);
    place(after).map(|found| expected + found).or_else(|| place(before)).unwrap_or(names.len())
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

    #[test]
    fn members_are_found_in_any_order() {
        const NAMES: &[&str] = &["a", "bc", "d", "bd"];
        for (expected, name, found) in [(0, "a", 0), (0, "bd", 3), (2, "bc", 1), (4, "a", 0), (4, "x", 4), (1, "b", 4)]
        {
            assert_eq!(find(NAMES, expected, name), found, "{name} where {expected} was");
        }
    }

    #[test]
    fn members_are_remembered_however_many_there_are() {
        let mut seen = Seen::default();
        for field in [0, 127, 128, 1000] {
            assert!(!seen.contains(field));
            seen.insert(field);
            assert!(seen.contains(field) && !seen.contains(field + 2));
        }
    }
}
