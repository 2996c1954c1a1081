//! Decoding of objects, for all models at once.
//!
//! A model is a list of its members: [`record!`] and [`answer!`] make a struct of it, and say how one member is read;
//! the rest is here, compiled once. A derived `Deserialize` for each model would do the same at several times the
//! compile time.

#![allow(dead_code, unused_imports, unused_macros, reason = "an API may have no models")]

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::mem;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::member::{Member, Next};

/// An object with known members.
pub(crate) trait Fields: Empty {
    /// The members that are known.
    const MEMBERS: &'static [Member];
    /// Whether others count.
    const OTHERS: bool = false;

    /// Reads the value of the member with this index into [`MEMBERS`](Self::MEMBERS).
    fn set<'de, A: MapAccess<'de>>(&mut self, field: usize, next: Next<'_, A>) -> Result<(), A::Error>;

    /// Reads the value of a member with another name.
    #[inline]
    fn other<'de, A: MapAccess<'de>>(&mut self, _: String, next: Next<'_, A>) -> Result<(), A::Error> {
        next.value::<IgnoredAny>().map(drop)
    }
}

/// Reads an object: unknown members are skipped, and of a repeated one the last counts.
#[inline]
pub(crate) fn read<'de, T: Fields, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
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
        let (mut record, mut seen) = (T::empty(), Seen::default());
        let (mut expected, mut other) = (0, String::new());
        while let Some(field) = map.next_key_seed(Name::<T> { expected, other: &mut other, record: PhantomData })? {
            if field == T::MEMBERS.len() {
                record.other(mem::take(&mut other), Next(&mut map))?;
                continue;
            }
            record.set(field, Next(&mut map))?;
            expected = field + 1;
            seen.insert(field);
        }
        let required = const { Seen::all(T::MEMBERS) };
        if T::MEMBERS.len() <= Seen::BITS && seen.first & required == required {
            return Ok(record);
        }
        let is_missing = |field: &usize| T::MEMBERS[*field].is_required && !seen.contains(*field);
        let missing = (0..T::MEMBERS.len()).find(is_missing);
        missing.map_or(Ok(record), |missing| Err(Error::missing_field(T::MEMBERS[missing].name)))
    }
}

/// Which members have been read: the first ones in bits, since hardly any object has more.
#[derive(Default)]
struct Seen {
    first: u128,
    others: Vec<bool>,
}

impl Seen {
    const BITS: usize = 128;

    /// The bits of all `members` that are required.
    const fn all(members: &[Member]) -> u128 {
        let (mut bits, mut field) = (0, 0);
        while field < members.len() && field < Self::BITS {
            bits |= (members[field].is_required as u128) << field;
            field += 1;
        }
        bits
    }

    #[inline]
    fn insert(&mut self, field: usize) {
        if field < Self::BITS {
            self.first |= 1 << field;
        } else {
            self.insert_other(field - Self::BITS);
        }
    }

    #[cold]
    fn insert_other(&mut self, field: usize) {
        self.others.resize(self.others.len().max(field + 1), false);
        self.others[field] = true;
    }

    fn contains(&self, field: usize) -> bool {
        match field.checked_sub(Self::BITS) {
            None => self.first & (1 << field) != 0,
            Some(field) => self.others.get(field) == Some(&true),
        }
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
        if T::MEMBERS.get(self.expected).is_some_and(|member| member.name == name) {
            return Ok(self.expected);
        }
        let found = find(T::MEMBERS, self.expected, name);
        if T::OTHERS && found == T::MEMBERS.len() {
            name.clone_into(self.other);
        }
        Ok(found)
    }
}

/// The index of `name`, or one more than the last. It is looked for from where it was expected: that members are left
/// out is the usual reason why it is not there.
fn find(members: &[Member], expected: usize, name: &str) -> usize {
    let (before, after) = members.split_at(expected);
    let place = |members: &[Member]| members.iter().position(|member| member.name == name);
    place(after).map(|found| expected + found).or_else(|| place(before)).unwrap_or(members.len())
}

/// A value to begin with: what an object cannot do without is read before anybody sees it.
pub(crate) trait Empty: Sized {
    fn empty() -> Self;
}

/// Values that are empty by default.
macro_rules! empty_by_default {
    ($($ty:ty),*) => {
        $(impl Empty for $ty {
            fn empty() -> Self {
                Self::default()
            }
        })*
    };
}

empty_by_default!(String, bool, i32, i64, u32, u64, f32, f64, Timestamp, Date, Value);

impl<T> Empty for Option<T> {
    fn empty() -> Self {
        None
    }
}

impl<T> Empty for Vec<T> {
    fn empty() -> Self {
        Self::new()
    }
}

impl<T> Empty for BTreeMap<String, T> {
    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Empty> Empty for Box<T> {
    fn empty() -> Self {
        Self::new(T::empty())
    }
}

/// An object that requests hold. Each field stands with what becomes of it in JSON, and with its name there:
///
/// - `required`: it has to be there;
/// - `optional`: `None` is left out;
/// - `or_null`: `None` is null;
/// - `nullable`: left out or null, as its `Nullable` says;
/// - `any`: `None` is left out, and null is one of the values.
///
/// Behind `in` stands a [`Format`](super::format::Format), if its text is not the one that its type has by itself.
macro_rules! record {
    ($($object:tt)*) => {
        $crate::runtime::fields::object! { [] $($object)* }
    };
}

/// An object that only answers hold, described like a [`record!`]. It is written with the feature `serialize` alone. Only
/// servers make values of it, and are to notice a field that is new.
macro_rules! answer {
    ($($object:tt)*) => {
        $crate::runtime::fields::object! {
            [#[cfg(feature = "serialize")]]
            #[cfg_attr(not(feature = "server"), non_exhaustive)]
            $($object)*
        }
    };
}

/// The struct, how it is read, and under which condition and how it is written.
macro_rules! object {
    (
        [$(#[$condition:meta])?]
        $(#[$meta:meta])*
        pub struct $name:ident $(: $default:ident)? {
            $(
                $(#[$about:meta])*
                pub $field:ident: $ty:ty = $class:ident $wire:literal $(in $format:ident)?,
            )*
            $(others {
                $(#[$others_about:meta])*
                pub $others:ident: $others_ty:ty $(= in $others_format:ident)?,
            })?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$about])* pub $field: $ty,)*
            $($(#[$others_about])* pub $others: $others_ty,)?
        }

        #[allow(deprecated, reason = "deprecated fields are read like others")]
        impl $crate::runtime::fields::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self {
                    $($field: $crate::runtime::fields::Empty::empty(),)*
                    $($others: $crate::runtime::fields::Empty::empty())?
                }
            }
        }

        $(impl $default for $name {
            #[inline]
            fn default() -> Self {
                $crate::runtime::fields::Empty::empty()
            }
        })?

        #[allow(deprecated, reason = "deprecated fields are read like others")]
        impl $crate::runtime::fields::Fields for $name {
            const MEMBERS: &'static [$crate::runtime::member::Member] =
                &[$($crate::runtime::member::Member::$class($wire)),*];

            #[allow(unused_variables, reason = "there may be no fields")]
            fn set<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                field: usize,
                next: $crate::runtime::member::Next<'_, A>,
            ) -> Result<(), A::Error> {
                #[allow(non_camel_case_types, clippy::enum_variant_names, reason = "the fields are called so")]
                enum Position {
                    $($field),*
                }
                // A match without guards is much less for the compiler to look at.
                let positions: &[Position] = &[$(Position::$field),*];
                match positions.get(field) {
                    $(Some(Position::$field) => {
                        next$(.within::<$crate::runtime::format::$format>())?.$class(&mut self.$field)
                    })*
                    _ => Ok(()),
                }
            }

            $(
                const OTHERS: bool = true;

                fn other<'de, A: serde::de::MapAccess<'de>>(
                    &mut self,
                    name: String,
                    next: $crate::runtime::member::Next<'_, A>,
                ) -> Result<(), A::Error> {
                    self.$others.insert(name, $($crate::runtime::format::$others_format::value)?(next.value()?));
                    Ok(())
                }
            )?
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::fields::read(deserializer)
            }
        }

        $(#[$condition])?
        #[allow(deprecated, reason = "deprecated fields are written like others")]
        impl serde::Serialize for $name {
            #[allow(unused_mut, reason = "there may be no fields")]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = $crate::runtime::member::Object::new(serializer)?;
                $(object.$class($wire, $($crate::runtime::format::$format::of)?(&self.$field));)*
                $(for (name, value) in &self.$others {
                    object.required(name, $($crate::runtime::format::$others_format::of)?(value));
                })?
                object.end()
            }
        }
    };
}

pub(crate) use {answer, object, record};

#[cfg(test)]
mod tests {
    use super::*;

    record! {
        /// What is known, and what is not.
        pub struct Labels: Default {
            pub name: String = required "name",
            pub at: Option<Timestamp> = or_null "at",
            pub r#type: Option<bool> = optional "type",
            pub note: Option<Value> = any "note",
            others {
                pub others: BTreeMap<String, i64>,
            }
        }
    }

    fn read(text: &str) -> serde_json::Result<Labels> {
        serde_json::from_str(text)
    }

    #[test]
    fn members_without_a_name_are_kept_where_they_count() {
        let labels = read(r#"{"a": 1, "n\u0061me": "x", "b": 2}"#).expect("labels");
        let others = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
        assert_eq!(labels, Labels { name: "x".to_owned(), others, ..Labels::default() });
        assert!(read(r#"{"a": 1}"#).is_err_and(|error| error.to_string().contains("missing field `name`")));
        assert!(read(r#"{"name": "x", "a": "text"}"#).is_err());
    }

    #[test]
    fn members_are_written_as_their_class_says() {
        for (text, expected) in [
            (r#"{"name":""}"#, r#"{"name":"","at":null}"#),
            (r#"{"note":null,"type":null,"name":"x"}"#, r#"{"name":"x","at":null,"note":null}"#),
            (
                r#"{"name":"x","type":true,"at":"2020-01-10T20:00:00Z","c":3}"#,
                r#"{"name":"x","at":"2020-01-10T20:00:00Z","type":true,"c":3}"#,
            ),
        ] {
            let written = serde_json::to_string(&read(text).expect("labels")).expect("JSON");
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn members_are_found_in_any_order() {
        let members = ["a", "bc", "d", "bd"].map(Member::optional);
        for (expected, name, found) in [(0, "a", 0), (0, "bd", 3), (2, "bc", 1), (4, "a", 0), (4, "x", 4), (1, "b", 4)]
        {
            assert_eq!(find(&members, expected, name), found, "{name} where {expected} was");
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
