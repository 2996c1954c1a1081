//! How values are read: each as the type that is asked for, with nothing of the tree copied.

use indexmap::IndexMap;
use openapiv3::{
    CookieStyle, Discriminator, ExternalDocumentation, HeaderStyle, Info, Link, PathStyle, QueryStyle, ReferenceOr,
    SecurityScheme, Server, Tag,
};
use serde::Deserialize as _;
use serde::de::Error as _;
use serde_json::{Error, Number, Result, Value as Json};

pub(super) use super::super::structure::is_extension;
use super::super::structure::kind;
use super::super::value::Map;
pub(super) use super::super::value::Value;

/// What a value can be read as.
pub(super) trait Read: Sized {
    /// Reads `value`, which the tables have no objection to.
    ///
    /// # Errors
    ///
    /// If it is of another type all the same.
    fn read(value: &Value) -> Result<Self>;
}

/// Reads `value` as whatever is needed.
pub(super) fn read<T: Read>(value: &Value) -> Result<T> {
    T::read(value)
}

/// The members of an object that say something. Null is only left where any value may stand, and there is the same as
/// nothing to openapiv3, except in extensions.
pub(super) fn members(value: &Value) -> Result<impl Iterator<Item = (&str, &Value)>> {
    Ok(object(value)?.iter().filter(|(name, value)| !value.is_null() || is_extension(name)))
}

/// Has objects of these types read member by member; those that are not listed are extensions, or nothing.
macro_rules! objects {
    ($($object:ident { $($name:literal => $field:ident,)* })*) => {$(
        impl Read for openapiv3::$object {
            fn read(value: &Value) -> Result<Self> {
                let mut object = Self::default();
                for (name, value) in members(value)? {
                    match name {
                        $($name => object.$field = read(value)?,)*
                        name if is_extension(name) => drop(object.extensions.insert(name.to_owned(), value.into())),
                        _ => {}
                    }
                }
                // A field that openapiv3 adds stops the build.
                let Self { $($field: _,)* extensions: _ } = &object;
                Ok(object)
            }
        }
    )*};
}
pub(super) use objects;

impl Read for Json {
    fn read(value: &Value) -> Result<Self> {
        Ok(value.into())
    }
}

fn object(value: &Value) -> Result<&Map> {
    value.as_object().ok_or_else(|| unexpected(value, "an object"))
}

impl Read for String {
    fn read(value: &Value) -> Result<Self> {
        value.as_str().map(str::to_owned).ok_or_else(|| unexpected(value, "a string"))
    }
}

impl Read for bool {
    fn read(value: &Value) -> Result<Self> {
        value.as_bool().ok_or_else(|| unexpected(value, "a boolean"))
    }
}

impl Read for usize {
    fn read(value: &Value) -> Result<Self> {
        let count = value.as_number().and_then(Number::as_u64).and_then(|count| count.try_into().ok());
        count.ok_or_else(|| unexpected(value, "an integer from 0 up"))
    }
}

impl Read for Number {
    fn read(value: &Value) -> Result<Self> {
        value.as_number().cloned().ok_or_else(|| unexpected(value, "a number"))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value) -> Result<Self> {
        read(value).map(Some)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(value: &Value) -> Result<Self> {
        read(value).map(Self::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Result<Self> {
        let array = value.as_array().ok_or_else(|| unexpected(value, "an array"))?;
        let mut items = Self::with_capacity(array.len());
        for item in array {
            items.push(read(item)?);
        }
        Ok(items)
    }
}

impl<T: Read> Read for IndexMap<String, T> {
    fn read(value: &Value) -> Result<Self> {
        let object = object(value)?;
        let mut members = Self::with_capacity(object.len());
        for (name, value) in object.iter() {
            members.insert(name.to_string(), read(value)?);
        }
        Ok(members)
    }
}

impl<T: Read> Read for ReferenceOr<T> {
    fn read(value: &Value) -> Result<Self> {
        match value.get("$ref") {
            Some(Value::String(reference)) => Ok(Self::Reference { reference: reference.to_string() }),
            _ => read(value).map(Self::Item),
        }
    }
}

/// Has what is small, or rare, read by openapiv3.
macro_rules! by_openapiv3 {
    ($($type:ty,)*) => {$(
        impl Read for $type {
            fn read(value: &Value) -> Result<Self> {
                Self::deserialize(Json::from(value))
            }
        }
    )*};
}

by_openapiv3! {
    CookieStyle,
    Discriminator,
    ExternalDocumentation,
    HeaderStyle,
    Info,
    Link,
    PathStyle,
    QueryStyle,
    SecurityScheme,
    Server,
    Tag,
}

fn unexpected(value: &Value, expected: &str) -> Error {
    Error::custom(format!("expected {expected} and found {}", kind(value)))
}
