//! Values of one of several types: which one it is, and how it is read.

#![allow(dead_code, unused_imports, unused_macros, reason = "an API may have no such values")]

use serde::de::{Deserialize, Deserializer};
use serde_json::{Map, Value};

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
    /// Those that it cannot do without.
    required: &'static [&'static str],
    /// All others that are known.
    optional: &'static [&'static str],
    /// Those that have one of a few texts.
    constants: &'static [(&'static str, &'static [&'static str])],
    /// Objects, and lists of them, that are not the same in all of the types.
    nested: &'static [(&'static str, &'static [Shape])],
    /// Whether members that are not known are kept.
    is_open: bool,
}

impl Case {
    /// A type whose values look like one of `shapes`.
    pub(crate) const fn of(shapes: &'static [Shape]) -> Self {
        Self { tags: &[], shapes }
    }

    /// The type that these values of the tag announce.
    pub(crate) const fn tagged(tags: &'static [&'static str], shapes: &'static [Shape]) -> Self {
        Self { tags, shapes }
    }
}

impl Members {
    pub(crate) const fn of(required: &'static [&'static str], optional: &'static [&'static str]) -> Self {
        Self { required, optional, constants: &[], nested: &[], is_open: false }
    }

    /// The same members, of which some have one of a few texts.
    pub(crate) const fn constants(self, constants: &'static [(&'static str, &'static [&'static str])]) -> Self {
        Self { constants, ..self }
    }

    /// The same members, of which some are objects, or lists of them, that are not the same in all of the types.
    pub(crate) const fn nested(self, nested: &'static [(&'static str, &'static [Shape])]) -> Self {
        Self { nested, ..self }
    }

    /// The same members, beside which all others are kept.
    pub(crate) const fn and_others(self) -> Self {
        Self { is_open: true, ..self }
    }

    /// How well `object` fits; `None` if a member is not the text that it has to be.
    fn fits(&self, object: &Map<String, Value>) -> Option<Fit> {
        let has = |name: &str| object.contains_key(name);
        let allowed = |(name, texts): &(&str, &[&str])| {
            object.get(*name).is_none_or(|value| value.as_str().is_some_and(|text| texts.contains(&text)))
        };
        let known = self.required.iter().chain(self.optional).filter(|name| has(name)).count();
        let nested = self.nested.iter().filter_map(|(name, shapes)| Some(best(shapes, object.get(*name)?)?.known));
        self.constants.iter().all(allowed).then(|| Fit {
            known: 2 + known + nested.sum::<usize>(),
            is_complete: self.required.iter().all(|name| has(name)),
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

/// How a union is read and written; its declaration says the rest.
macro_rules! union {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::union::read(deserializer)
            }
        }
    };
}

pub(crate) use union;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const fn object(required: &'static [&'static str], optional: &'static [&'static str]) -> Shape {
        Shape::Object(Members::of(required, optional))
    }

    const TAGGED: &[Case] = &[
        Case::tagged(&["card"], &[object(&["number"], &["kind"])]),
        Case::tagged(&["wire", "sepa"], &[object(&[], &["kind", "iban"])]),
    ];

    const SHAPED: &[Case] = &[
        Case::of(&[Shape::Text]),
        Case::of(&[Shape::Number]),
        Case::of(&[Shape::Integer]),
        Case::of(&[object(&[], &["id"])]),
        Case::of(&[object(&["id", "name"], &["age"])]),
        Case::of(&[
            Shape::Object(Members::of(&[], &["object"]).constants(&[("object", &["card"])])),
            Shape::Array(&[]),
        ]),
        Case::of(&[Shape::Array(&[object(&["id"], &[]), Shape::Text])]),
        Case::of(&[Shape::Object(Members::of(&[], &[]).and_others())]),
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
        Case::of(&[Shape::Object(Members::of(&[], &["value"]).nested(&[("value", &[object(&["name"], &[])])]))]),
        Case::of(&[Shape::Object(
            Members::of(&[], &["value"])
                .nested(&[("value", &[object(&[], &["name", "previous"]), Shape::Array(&[object(&[], &["name"])])])]),
        )]),
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

    #[derive(Debug, PartialEq)]
    enum Either {
        Number(i64),
        Text(String),
        Unknown(Value),
    }

    impl Union for Either {
        const CASES: &'static [Case] = &[Case::of(&[Shape::Integer]), Case::of(&[Shape::Text])];

        fn read(case: usize, value: &Value) -> serde_json::Result<Self> {
            Ok(match case {
                0 => Self::Number(Deserialize::deserialize(value)?),
                _ => Self::Text(Deserialize::deserialize(value)?),
            })
        }

        fn unknown(value: Value) -> Self {
            Self::Unknown(value)
        }
    }

    union!(Either);

    #[test]
    fn what_is_unknown_is_kept() {
        let values = r#"[1, "x", 18446744073709551615, {"a": [null]}]"#;
        let read: Vec<Either> = serde_json::from_str(values).expect("values");
        let expected = [
            Either::Number(1),
            Either::Text("x".to_owned()),
            Either::Unknown(json!(u64::MAX)),
            Either::Unknown(json!({"a": [null]})),
        ];
        assert_eq!(read, expected);
    }
}
