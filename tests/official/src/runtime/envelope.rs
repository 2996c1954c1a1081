//! What is around the items of a list.

use std::fmt;
use std::marker::PhantomData;
use std::result::Result;
use std::sync::OnceLock;

use bytes::Bytes;
use serde::de::{Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::paging::{Paging, Path};

/// The answer that a page came in. Few callers want more of it than the items: the rest is read when it is asked for.
#[derive(Clone)]
pub(crate) struct Answer {
    paging: &'static Paging,
    body: Bytes,
    envelope: OnceLock<Map<String, Value>>,
}

impl Answer {
    pub(crate) fn new(paging: &'static Paging, body: Bytes) -> Self {
        Self { paging, body, envelope: OnceLock::new() }
    }

    /// All of it but the items. Compiled by the crates that ask for it.
    #[inline]
    pub(crate) fn envelope(&self) -> &Map<String, Value> {
        self.envelope.get_or_init(|| {
            let all = Place { all: true, ..Place::outermost(self.paging) };
            let read = Envelope::<IgnoredAny>(all, PhantomData)
                .deserialize(&mut serde_json::Deserializer::from_slice(&self.body));
            read.map(|(_, envelope)| envelope).unwrap_or_default()
        })
    }
}

/// Reads an answer: the list of `T` in it, and what is around that.
pub(crate) struct Envelope<T>(Place, PhantomData<fn() -> T>);

impl<T> Envelope<T> {
    /// Reads the items, and of what is around them that which tells where the next page is.
    pub(crate) fn new(paging: &'static Paging) -> Self {
        Self(Place::outermost(paging), PhantomData)
    }
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Envelope<T> {
    type Value = (Vec<T>, Map<String, Value>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.0.items.is_empty() {
            let items: Option<Vec<T>> = Deserialize::deserialize(deserializer)?;
            return Ok((items.unwrap_or_default(), Map::new()));
        }
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Envelope<T> {
    type Value = (Vec<T>, Map<String, Value>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut items, mut rest) = (Vec::new(), Map::new());
        while let Some(member) = map.next_key_seed(self.0)? {
            let (Member::Items, [name, inner @ ..]) = (&member, self.0.items) else {
                self.0.read(member, &mut map, &mut rest)?;
                continue;
            };
            let around;
            (items, around) = map.next_value_seed(Self(Place { items: inner, ..self.0.inner() }, PhantomData))?;
            if !inner.is_empty() {
                rest.insert((*name).to_owned(), Value::Object(around));
            }
        }
        Ok((items, rest))
    }
}

/// An object of an answer: it reads the names of its members.
#[derive(Clone, Copy)]
struct Place {
    paging: &'static Paging,
    /// The way from here to the items; none if they are elsewhere.
    items: Path,
    /// In how many other objects it is.
    depth: usize,
    /// Whether all that is around the items is wanted, rather than what tells where the next page is.
    all: bool,
}

/// A member of an answer.
enum Member {
    /// The items are there.
    Items,
    /// It is wanted as it is.
    Whole(String),
    /// Something in it is wanted.
    Part(String),
    Ignored,
}

impl Place {
    fn outermost(paging: &'static Paging) -> Self {
        Self { paging, items: paging.items, depth: 0, all: false }
    }

    /// A member of it that does not lead to the items.
    fn inner(self) -> Self {
        Self { items: &[], depth: self.depth + 1, ..self }
    }

    /// What is to become of the member `name`.
    fn member(self, name: &str) -> Member {
        if self.items.first() == Some(&name) {
            return Member::Items;
        }
        // That a member of this name is wanted at this depth is enough: hardly any other has the same.
        let lengths = self.paging.leading().filter(|path| path.get(self.depth) == Some(&name)).map(<[_]>::len);
        match lengths.min() {
            _ if self.all => Member::Whole(name.to_owned()),
            Some(length) if length == self.depth + 1 => Member::Whole(name.to_owned()),
            Some(_) => Member::Part(name.to_owned()),
            None => Member::Ignored,
        }
    }

    /// Reads the value of `member` into `rest`, if it is wanted.
    fn read<'de, A: MapAccess<'de>>(
        self,
        member: Member,
        map: &mut A,
        rest: &mut Map<String, Value>,
    ) -> Result<(), A::Error> {
        match member {
            Member::Whole(name) => drop(rest.insert(name, map.next_value()?)),
            Member::Part(name) => drop(rest.insert(name, map.next_value_seed(Around(self.inner()))?)),
            Member::Items | Member::Ignored => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Place {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Place {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
        Ok(self.member(name))
    }
}

/// Reads what is wanted of a value that does not lead to the items. Nothing is of one that is no object.
struct Around(Place);

impl<'de> DeserializeSeed<'de> for Around {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Around {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut wanted = Map::new();
        while let Some(member) = map.next_key_seed(self.0)? {
            self.0.read(member, &mut map, &mut wanted)?;
        }
        Ok(Value::Object(wanted))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Null)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
}
