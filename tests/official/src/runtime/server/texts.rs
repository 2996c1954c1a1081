//! Values whose parts are texts: what a text stands for is up to the type that is read.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Map, Value};

/// A text, or an array or object of such values. An object whose members are numbered may be an array, too.
pub(super) struct Texts(pub(super) Value);

impl IntoDeserializer<'_, Error> for Texts {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Methods that read a text as something else, if that is what it says.
macro_rules! parsed {
    ($($method:ident: $ty:ty => $visit:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0.as_str().map(str::parse::<$ty>) {
                Some(Ok(value)) => visitor.$visit(value),
                _ => self.deserialize_any(visitor),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Texts {
    type Error = Error;

    parsed! {
        deserialize_bool: bool => visit_bool;
        deserialize_i8: i64 => visit_i64;
        deserialize_i16: i64 => visit_i64;
        deserialize_i32: i64 => visit_i64;
        deserialize_i64: i64 => visit_i64;
        deserialize_u8: u64 => visit_u64;
        deserialize_u16: u64 => visit_u64;
        deserialize_u32: u64 => visit_u64;
        deserialize_u64: u64 => visit_u64;
        deserialize_f32: f64 => visit_f64;
        deserialize_f64: f64 => visit_f64;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(members) if numbered(&members).is_some() => {
                Self(Value::Object(members)).deserialize_seq(visitor)
            }
            Value::Object(members) => Self(Value::Object(members)).deserialize_map(visitor),
            Value::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Self))),
            text => text.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Some(names) = self.0.as_object().and_then(numbered) else { return self.deserialize_any(visitor) };
        let Value::Object(mut members) = self.0 else { unreachable!("it has numbered members") };
        let items = names.iter().filter_map(|name| members.remove(name)).map(Self);
        visitor.visit_seq(SeqDeserializer::new(items))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(members) => {
                visitor.visit_map(MapDeserializer::new(members.into_iter().map(|(name, value)| (name, Self(value)))))
            }
            other => Self(other).deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// The names of an object's members in the order of the numbers that they are; `None` if there are none, or others.
fn numbered(members: &Map<String, Value>) -> Option<Vec<String>> {
    let names: Option<Vec<(usize, &String)>> = members.keys().map(|name| Some((name.parse().ok()?, name))).collect();
    let mut names = names.filter(|names| !names.is_empty())?;
    names.sort_unstable();
    Some(names.into_iter().map(|(_, name)| name.clone()).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Pet {
        name: String,
        age: Option<u8>,
        is_wild: bool,
        weights: Vec<f64>,
    }

    fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
        T::deserialize(Texts(value)).ok()
    }

    #[test]
    fn texts_are_what_is_asked_for() {
        let pet = json!({ "name": "123", "age": "5", "is_wild": "true", "weights": { "1": "2.5", "0": "1" } });
        let expected = Pet { name: "123".to_owned(), age: Some(5), is_wild: true, weights: vec![1.0, 2.5] };
        assert_eq!(read(pet), Some(expected));
        assert_eq!(read::<i64>(json!("x")), None);
        assert_eq!(read::<u8>(json!("256")), None);
    }

    #[test]
    fn numbered_members_are_items_where_a_list_is_asked_for() {
        let numbered = || json!({ "10": "b", "9": "a" });
        assert_eq!(read(numbered()), Some(vec!["a".to_owned(), "b".to_owned()]));
        let texts = [("10", "b"), ("9", "a")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(read(numbered()), Some(BTreeMap::from(texts)));
        assert_eq!(read(numbered()), Some(json!(["a", "b"])));
        assert_eq!(read::<Vec<String>>(json!({ "a": "b" })), None);
    }
}
