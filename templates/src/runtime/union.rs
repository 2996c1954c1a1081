//! Values of one of several types: which one it is, and how it is read.

#![allow(dead_code, unused_imports, unused_macros, reason = "an API may have no such values")]

use serde::de::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::fields::Fields;
use super::member::Member;

/// A value of one of several types.
pub(crate) trait Union: Sized {
    /// The member that says which type it is, if there is one.
    const TAG: Option<&'static str> = None;
    /// The types.
    const CASES: &'static [Case];

    /// Reads a value of the type with this index into [`CASES`](Self::CASES).
    fn read(case: usize, value: &Value) -> serde_json::Result<Self>;

    /// Keeps a value that is of none of the types.
    fn unknown(value: Value) -> Self;
}

/// One of the types, and what its values look like.
pub(crate) struct Case {
    /// The values of the tag that announce it.
    tags: &'static [&'static str],
    /// What its values look like: one of these.
    shapes: &'static [Shape],
}

/// What a value looks like.
pub(crate) enum Shape {
    Any,
    Text,
    Boolean,
    Integer,
    Number,
    /// With items that look like one of these; any, if there are none.
    Array(&'static [Shape]),
    Object(Members),
}

/// The members of an object.
pub(crate) struct Members {
    /// Those that are known.
    known: &'static [Member],
    /// Those that have one of a few texts.
    constants: &'static [(&'static str, &'static [&'static str])],
    /// Objects, and lists of them, that are not the same in all of the types.
    nested: &'static [(&'static str, &'static [Shape])],
    /// Whether members that are not known are kept.
    is_open: bool,
}

/// What [`union!`] says of its variants: words that no model is called.
pub(crate) mod looks {
    use super::{Case, Fields, Members, Shape};

    pub(crate) const ANY: Shape = Shape::Any;
    pub(crate) const TEXT: Shape = Shape::Text;
    pub(crate) const BOOLEAN: Shape = Shape::Boolean;
    pub(crate) const INTEGER: Shape = Shape::Integer;
    pub(crate) const NUMBER: Shape = Shape::Number;
    /// An object with any members.
    pub(crate) const MAP: Shape = Shape::Object(Members { known: &[], constants: &[], nested: &[], is_open: true });

    /// A type whose values look like one of `shapes`.
    pub(crate) const fn like(shapes: &'static [Shape]) -> Case {
        Case { tags: &[], shapes }
    }

    /// The type that these values of the tag announce.
    pub(crate) const fn tagged(tags: &'static [&'static str], shapes: &'static [Shape]) -> Case {
        Case { tags, shapes }
    }

    /// A list with items that look like one of `items`; with any, if there are none.
    pub(crate) const fn list(items: &'static [Shape]) -> Shape {
        Shape::Array(items)
    }

    /// An object with the members of `T`.
    pub(crate) const fn object<T: Fields>() -> Shape {
        Shape::Object(Members { known: T::MEMBERS, constants: &[], nested: &[], is_open: T::OTHERS })
    }
}

impl Shape {
    /// The same object, some of whose members have one of a few texts.
    pub(crate) const fn constants(self, constants: &'static [(&'static str, &'static [&'static str])]) -> Self {
        match self {
            Self::Object(members) => Self::Object(Members { constants, ..members }),
            other => other,
        }
    }

    /// The same object, some of whose members are objects, or lists of them, that are not the same in all of the types.
    pub(crate) const fn nested(self, nested: &'static [(&'static str, &'static [Self])]) -> Self {
        match self {
            Self::Object(members) => Self::Object(Members { nested, ..members }),
            other => other,
        }
    }
}

impl Members {
    /// How well `object` fits; `None` if a member is not the text that it has to be.
    fn fits(&self, object: &Map<String, Value>) -> Option<Fit> {
        let has = |name: &str| object.contains_key(name);
        let allowed = |(name, texts): &(&str, &[&str])| {
            object.get(*name).is_none_or(|value| value.as_str().is_some_and(|text| texts.contains(&text)))
        };
        let known = self.known.iter().filter(|member| has(member.name)).count();
        let nested = self.nested.iter().filter_map(|(name, shapes)| Some(best(shapes, object.get(*name)?)?.known));
        self.constants.iter().all(allowed).then(|| Fit {
            known: 2 + known + nested.sum::<usize>(),
            is_complete: self.known.iter().all(|member| !member.is_required || has(member.name)),
            constants: self.constants.iter().filter(|(name, _)| has(name)).count(),
            keeps_all: self.is_open,
        })
    }
}

/// How well a value fits a shape.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// How much of it the shape knows.
    known: usize,
    /// Whether it has all that the shape asks for.
    is_complete: bool,
    /// How many members are the texts that they have to be.
    constants: usize,
    /// Whether what the shape does not know is kept.
    keeps_all: bool,
}

impl Fit {
    fn of(known: usize) -> Self {
        Self { known, is_complete: true, constants: 0, keeps_all: true }
    }
}

/// Reads a value of one of several types. One that is of none of them is kept as it is.
pub(crate) fn read<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let read = candidates(T::TAG, T::CASES, &value).into_iter().find_map(|case| T::read(case, &value).ok());
    Ok(read.unwrap_or_else(|| T::unknown(value)))
}

/// The types that a value may have, the likeliest first: what the tag says, or else what fits. Those that know fewer of an
/// object's members than others do are none of them, whatever is wrong with it: these members would be lost.
fn candidates(tag: Option<&str>, cases: &[Case], value: &Value) -> Vec<usize> {
    if let Some(text) = tag.and_then(|tag| value.get(tag)?.as_str())
        && cases.iter().any(|case| !case.tags.is_empty())
    {
        return (0..cases.len()).filter(|case| cases[*case].tags.contains(&text)).collect();
    }
    let fit = |(index, case): (usize, &Case)| Some((index, best(case.shapes, value)?));
    let mut fitting: Vec<(usize, Fit)> = cases.iter().enumerate().filter_map(fit).collect();
    fitting.sort_by_key(|(_, fit)| std::cmp::Reverse(*fit));
    let most = fitting.first().map_or(0, |(_, fit)| fit.known);
    fitting.retain(|(_, fit)| fit.known == most || fit.keeps_all);
    fitting.into_iter().map(|(index, _)| index).collect()
}

/// How well `value` fits the one of `shapes` that it fits best; `None` if it fits none of them.
fn best(shapes: &[Shape], value: &Value) -> Option<Fit> {
    shapes.iter().filter_map(|shape| shape.fits(value)).max()
}

impl Shape {
    /// How well `value` fits; `None` if it does not.
    fn fits(&self, value: &Value) -> Option<Fit> {
        let fits = match (self, value) {
            (Self::Object(members), Value::Object(object)) => return members.fits(object),
            (Self::Array(items), Value::Array(values)) if !items.is_empty() && !values.is_empty() => {
                let fits: Option<Vec<Fit>> = values.iter().map(|value| best(items, value)).collect();
                return fits?.into_iter().min().map(|fit| Fit { known: 2 + fit.known, ..fit });
            }
            (Self::Any, _) => return Some(Fit::of(0)),
            // An integer is a number, too, but less to the point.
            (Self::Number, Value::Number(_)) => return Some(Fit::of(1)),
            (Self::Text, value) => value.is_string(),
            (Self::Boolean, value) => value.is_boolean(),
            (Self::Integer, value) => value.is_i64() || value.is_u64(),
            (Self::Array(_), value) => value.is_array(),
            (Self::Object(_) | Self::Number, _) => false,
        };
        fits.then(|| Fit::of(2))
    }
}

/// A union that requests hold. Each variant stands with what its values look like; behind `in` with its
/// [`Format`](super::format::Format), if it has one, and behind `from` with what becomes this variant by itself.
macro_rules! union {
    ($($union:tt)*) => {
        $crate::runtime::union::alternatives! { [] $($union)* }
    };
}

/// A union that only answers hold, described like a [`union!`]. It is written with the feature `serialize` alone.
macro_rules! answer_union {
    ($($union:tt)*) => {
        $crate::runtime::union::alternatives! { [#[cfg(feature = "serialize")]] $($union)* }
    };
}

/// The enum, how it is read, and under which condition and how it is written.
macro_rules! alternatives {
    (
        [$(#[$condition:meta])?]
        $(#[$meta:meta])*
        pub enum $name:ident $(: $tag:literal)? {
            $(
                $(#[$about:meta])*
                $variant:ident($ty:ty) $(in $format:ident)? $(from $from:ty)? = $case:expr,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant($ty),)*
            /// Any other value, as it is.
            Unknown(serde_json::Value),
        }

        impl $crate::runtime::union::Union for $name {
            $(const TAG: Option<&'static str> = Some($tag);)?
            const CASES: &'static [$crate::runtime::union::Case] = {
                #[allow(clippy::wildcard_imports, reason = "these are the words of the macro")]
                use $crate::runtime::union::looks::*;
                &[$($case),*]
            };

            #[inline]
            fn read(case: usize, value: &serde_json::Value) -> serde_json::Result<Self> {
                #[allow(clippy::enum_variant_names, reason = "the types are called so")]
                enum Position {
                    $($variant),*
                }
                let positions: &[Position] = &[$(Position::$variant),*];
                match positions.get(case) {
                    $(Some(Position::$variant) => {
                        let read = serde::Deserialize::deserialize(value);
                        read$(.map($crate::runtime::format::$format::value))?.map(Self::$variant)
                    })*
                    None => Ok(Self::Unknown(value.clone())),
                }
            }

            #[inline]
            fn unknown(value: serde_json::Value) -> Self {
                Self::Unknown(value)
            }
        }

        $($(impl From<$from> for $name {
            #[inline]
            fn from(value: $from) -> Self {
                Self::$variant(value.into())
            }
        })?)*

        impl $crate::runtime::fields::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::Unknown(serde_json::Value::Null)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::union::read(deserializer)
            }
        }

        $(#[$condition])?
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $($crate::runtime::format::$format::of)?(value).serialize(serializer),)*
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }
    };
}

pub(crate) use {alternatives, answer_union, union};

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::looks::{INTEGER, MAP, NUMBER, TEXT, like, list, tagged};
    use super::*;

    const fn required(name: &'static str) -> Member {
        Member::required(name)
    }

    const fn optional(name: &'static str) -> Member {
        Member::optional(name)
    }

    const fn object(known: &'static [Member]) -> Shape {
        Shape::Object(Members { known, constants: &[], nested: &[], is_open: false })
    }

    const TAGGED: &[Case] = &[
        tagged(&["card"], &[object(&[required("number"), optional("kind")])]),
        tagged(&["wire", "sepa"], &[object(&[optional("kind"), optional("iban")])]),
    ];

    const SHAPED: &[Case] = &[
        like(&[TEXT]),
        like(&[NUMBER]),
        like(&[INTEGER]),
        like(&[object(&[optional("id")])]),
        like(&[object(&[required("id"), required("name"), optional("age")])]),
        like(&[object(&[optional("object")]).constants(&[("object", &["card"])]), list(&[])]),
        like(&[list(&[object(&[required("id")]), TEXT])]),
        like(&[MAP]),
    ];

    #[test]
    fn the_tag_decides_where_there_is_one() {
        for (value, expected) in [
            (json!({"kind": "card"}), vec![0]),
            (json!({"kind": "sepa", "number": "1"}), vec![1]),
            (json!({"kind": "cash", "number": "1"}), vec![]),
            (json!({"number": "1"}), vec![0]),
            (json!({"other": "1"}), vec![1, 0]),
            (json!({"iban": "1"}), vec![1]),
            (json!("card"), vec![]),
        ] {
            assert_eq!(candidates(Some("kind"), TAGGED, &value), expected, "{value}");
        }
    }

    const NESTED: &[Case] = &[
        like(&[object(&[optional("value")]).nested(&[("value", &[object(&[required("name")])])])]),
        like(&[object(&[optional("value")]).nested(&[(
            "value",
            &[object(&[optional("name"), optional("previous")]), list(&[object(&[optional("name")])])],
        )])]),
    ];

    #[test]
    fn members_of_members_tell_apart() {
        for (value, expected) in [
            (json!({"value": {"name": 1}}), vec![0, 1]),
            (json!({"value": {"name": 1, "previous": 2}}), vec![1]),
            (json!({"value": {"previous": 2}}), vec![1]),
            (json!({"value": [{"name": 1}]}), vec![1]),
            (json!({"value": "text"}), vec![0, 1]),
            (json!({}), vec![0, 1]),
        ] {
            assert_eq!(candidates(None, NESTED, &value), expected, "{value}");
        }
    }

    #[test]
    fn what_fits_best_comes_first() {
        for (value, expected) in [
            (json!("text"), vec![0]),
            (json!(1), vec![2, 1]),
            (json!(1.5), vec![1]),
            (json!({"id": 1}), vec![3, 4, 7]),
            (json!({"id": 1, "name": 2}), vec![4, 7]),
            (json!({"id": 1, "age": 2}), vec![4, 7]),
            (json!({"other": 1}), vec![7, 3, 5, 4]),
            (json!({"object": "card"}), vec![5, 7]),
            (json!({"object": "cash"}), vec![7, 3, 4]),
            (json!([]), vec![5, 6]),
            (json!(["text", {"id": 1}]), vec![6, 5]),
            (json!(["text", 1]), vec![5]),
            (json!(null), vec![]),
            (json!(true), vec![]),
        ] {
            assert_eq!(candidates(None, SHAPED, &value), expected, "{value}");
        }
    }

    union! {
        /// One of two.
        pub enum Either {
            /// An integer.
            Number(i64) from i64 = like(&[INTEGER]),
            /// A text.
            Text(Box<String>) from String = like(&[TEXT]),
        }
    }

    #[test]
    fn what_is_unknown_is_kept() {
        let values = r#"[1, "x", 18446744073709551615, {"a": [null]}]"#;
        let read: Vec<Either> = serde_json::from_str(values).expect("values");
        let expected =
            [1.into(), "x".to_owned().into(), Either::Unknown(json!(u64::MAX)), Either::Unknown(json!({"a": [null]}))];
        assert_eq!(read, expected);
        assert_eq!(serde_json::to_string(&read).expect("JSON"), values.replace(' ', ""));
    }
}
