//! Values whose text is not the one that their type in Rust has by itself.

#![allow(dead_code, reason = "an API may have no such values")]

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::member::{Given, Next};
use super::nullable::Nullable;

/// How values of type `T` are read and written; a list, for instance, has the format of its items.
pub(crate) trait Format<T>: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Points in time as in mails: `Fri, 10 Jan 2020 20:00:00 +0000`.
pub(crate) enum Rfc2822 {}

impl Rfc2822 {
    /// `value` as text, in UTC.
    pub(crate) fn text(value: impl Borrow<Timestamp>) -> String {
        let value = value.borrow();
        let time = value.to_zoned_datetime(TimeZone::UTC);
        // Years that RFC 2822 has no digits for have them in RFC 3339.
        rfc2822::to_string(&time).unwrap_or_else(|_| value.to_string())
    }

    /// What `text` says, or what is wrong with it. A wrong day of the week does no harm; nor does RFC 3339.
    pub(crate) fn parse(text: &str) -> Result<Timestamp, String> {
        const PARSER: rfc2822::DateTimeParser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
        let time = PARSER.parse_timestamp(text).or_else(|_| text.parse());
        time.map_err(|_| "it must be a time such as Fri, 10 Jan 2020 20:00:00 +0000".to_owned())
    }
}

/// Bytes in Base64 (RFC 4648, section 4).
pub(crate) enum Base64 {}

impl Base64 {
    /// `value` as text, padded.
    pub(crate) fn text(value: impl AsRef<[u8]>) -> String {
        base64::engine::general_purpose::STANDARD.encode(value)
    }

    /// What `text` says, or what is wrong with it. It may lack its padding, be broken into lines, or be made for URLs.
    pub(crate) fn parse(text: &str) -> Result<Vec<u8>, String> {
        const LENIENT: GeneralPurpose = GeneralPurpose::new(
            &STANDARD,
            GeneralPurposeConfig::new()
                .with_decode_padding_mode(DecodePaddingMode::Indifferent)
                .with_decode_allow_trailing_bits(true),
        );
        let symbols = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        });
        LENIENT.decode(symbols.collect::<Vec<u8>>()).map_err(|_| "it must be Base64".to_owned())
    }
}

/// What follows from `text` and `parse`.
macro_rules! format {
    ($format:ident, $value:ty) => {
        impl Format<$value> for $format {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$value, D::Error> {
                deserializer.deserialize_str(Parsed(Self::parse))
            }

            fn write<S: Serializer>(value: &$value, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&Self::text(value))
            }
        }

        impl $format {
            /// `value` as something that can be written.
            pub(crate) fn of<T>(value: &T) -> Of<'_, Self, T> {
                Of(value, PhantomData)
            }

            /// `value` as something that can be written.
            pub(crate) fn owned<T>(value: T) -> As<Self, T> {
                As(value, PhantomData)
            }

            /// What has been read.
            pub(crate) fn value<T>(read: As<Self, T>) -> T {
                read.0
            }
        }
    };
}

format!(Rfc2822, Timestamp);
format!(Base64, Vec<u8>);

/// Reads a text as what it says.
struct Parsed<T>(fn(&str) -> Result<T, String>);

impl<T> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}

/// A value that is read and written in the format `F`.
pub(crate) struct As<F, T>(T, PhantomData<F>);

impl<'de, F: Format<T>, T> Deserialize<'de> for As<F, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        F::read(deserializer).map(|value| Self(value, PhantomData))
    }
}

impl<F: Format<T>, T> Serialize for As<F, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        F::write(&self.0, serializer)
    }
}

/// The member that is next in an object, in the format `F`.
pub(crate) struct Within<'a, A, F>(Next<'a, A>, PhantomData<F>);

impl<'a, A> Next<'a, A> {
    pub(crate) fn within<F>(self) -> Within<'a, A, F> {
        Within(self, PhantomData)
    }
}

/// All classes of members are read alike: what null means is up to their types.
macro_rules! classes {
    ($($class:ident)*) => {
        impl<'de, A: MapAccess<'de>, F> Within<'_, A, F> {
            $(pub(crate) fn $class<T>(self, place: &mut T) -> Result<(), A::Error>
            where
                F: Format<T>,
            {
                self.0.value().map(|read: As<F, T>| *place = read.0)
            })*
        }
    };
}

classes!(required optional or_null nullable any);

/// A value that is written in the format `F`.
pub(crate) struct Of<'a, F, T>(&'a T, PhantomData<F>);

impl<F: Format<T>, T> Serialize for Of<'_, F, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        F::write(self.0, serializer)
    }
}

impl<F, T: Given> Given for Of<'_, F, T> {
    fn is_given(&self) -> bool {
        self.0.is_given()
    }
}

impl<F: Format<T>, T> Format<Option<T>> for F {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        let read: Option<As<F, T>> = Option::deserialize(deserializer)?;
        Ok(read.map(|read| read.0))
    }

    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(|value| Of::<F, T>(value, PhantomData)).serialize(serializer)
    }
}

impl<F: Format<T>, T> Format<Nullable<T>> for F {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Nullable<T>, D::Error> {
        let read: Nullable<As<F, T>> = Nullable::deserialize(deserializer)?;
        Ok(read.map(|read| read.0))
    }

    fn write<S: Serializer>(value: &Nullable<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.value().map(|value| Of::<F, T>(value, PhantomData)).serialize(serializer)
    }
}

impl<F: Format<T>, T> Format<Vec<T>> for F {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        let read: Vec<As<F, T>> = Vec::deserialize(deserializer)?;
        Ok(read.into_iter().map(|read| read.0).collect())
    }

    fn write<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(value.iter().map(|value| Of::<F, T>(value, PhantomData)))
    }
}

impl<F: Format<T>, T> Format<BTreeMap<String, T>> for F {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error> {
        let read: BTreeMap<String, As<F, T>> = BTreeMap::deserialize(deserializer)?;
        Ok(read.into_iter().map(|(name, read)| (name, read.0)).collect())
    }

    fn write<S: Serializer>(value: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(value.iter().map(|(name, value)| (name, Of::<F, T>(value, PhantomData))))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn times_are_read_as_they_come() {
        let time: Timestamp = "2020-01-10T20:00:00Z".parse().expect("a time");
        assert_eq!(Rfc2822::text(time), "Fri, 10 Jan 2020 20:00:00 +0000");
        for text in [
            "Fri, 10 Jan 2020 20:00:00 +0000",
            "Fri, 10 Jan 2020 12:00:00 -0800",
            "Mon, 10 Jan 2020 20:00:00 GMT",
            "2020-01-10T20:00:00Z",
        ] {
            assert_eq!(Rfc2822::parse(text), Ok(time), "{text}");
        }
        assert!(Rfc2822::parse("yesterday").is_err_and(|message| message.starts_with("it must be a time")));
    }

    #[test]
    fn bytes_are_read_leniently_and_written_strictly() {
        assert_eq!(Base64::text([0xfb, 0xff, 0x61, 0x62]), "+/9hYg==");
        for text in ["+/9hYg==", "+/9hYg", "-_9hYg=", "+/9h\r\nYg==\n", "+/9hYh=="] {
            assert_eq!(Base64::parse(text), Ok(vec![0xfb, 0xff, 0x61, 0x62]), "{text}");
        }
        assert!(Base64::parse("é").is_err());
        assert!(Base64::parse("a").is_err());
    }

    #[test]
    fn what_holds_values_has_their_format() {
        type Nested = Vec<Option<BTreeMap<String, Vec<u8>>>>;
        let text = json!([null, {"a": "YQ=="}]);
        let read: Nested = Base64::value(Deserialize::deserialize(&text).expect("values"));
        assert_eq!(read, [None, Some(BTreeMap::from([("a".to_owned(), b"a".to_vec())]))]);
        assert_eq!(serde_json::to_value(Base64::of(&read)).expect("JSON"), text);
        let null: Nullable<Vec<u8>> = Base64::value(Deserialize::deserialize(json!(null)).expect("null"));
        assert_eq!(null, Nullable::Null);
        let times = json!(["Fri, 10 Jan 2020 20:00:00 +0000", "2020-01-10T20:00:00Z", 5]);
        assert!(As::<Rfc2822, Vec<Timestamp>>::deserialize(times).is_err_and(|error| error.to_string().contains('5')));
    }
}
