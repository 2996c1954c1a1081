//! From what a parser finds to a generic tree.
//!
//! `serde_json::Value` would keep the last of two members of the same name and say nothing, and take aliases for as
//! much memory as they ask for; hence a visitor of our own.

use std::cell::Cell;
use std::fmt;

use compact_str::CompactString;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::super::merge;
use super::super::value::{Map, Value};
use super::REPETITION;

/// The tree of a text.
pub(in super::super) struct Parsed {
    /// The tree; of members of the same name, the last.
    pub value: Value,
    /// Whether an object has two members of the same name.
    pub repeats: bool,
    /// Whether an object has a merge key, which is still a member like others.
    pub merges: bool,
}

/// Reads a tree that takes no more than `budget` bytes or so.
pub(super) fn parse<'de, D: Deserializer<'de>>(deserializer: D, budget: usize) -> Result<Parsed, D::Error> {
    let notes = Notes { budget: Cell::new(budget), ..Notes::default() };
    let value = Tree { notes: &notes }.deserialize(deserializer)?;
    let Notes { repeats, merges, budget: _ } = notes;
    Ok(Parsed { value, repeats: repeats.get(), merges: merges.get() })
}

/// What is noticed on the way. Cells, because every level of the tree has the same notes.
#[derive(Default)]
struct Notes {
    repeats: Cell<bool>,
    merges: Cell<bool>,
    budget: Cell<usize>,
}

impl Notes {
    /// Takes `bytes` off what is left for the tree.
    fn spend<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let left = self.budget.get().saturating_sub(bytes);
        self.budget.set(left);
        if left == 0 { Err(E::custom(REPETITION)) } else { Ok(()) }
    }
}

/// Makes a tree of whatever comes.
#[derive(Clone, Copy)]
struct Tree<'a> {
    notes: &'a Notes,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.notes.spend(1)?;
        Ok(Value::Null)
    }

    /// A YAML text without anything in it.
    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.notes.spend(1)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.notes.spend(1)?;
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.notes.spend(1)?;
        Ok(Value::from(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    /// `.inf` and `.nan` become null: JSON has no word for them.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.notes.spend(1)?;
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.notes.spend(1 + value.len())?;
        Ok(Value::from(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.notes.spend(1 + value.len())?;
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.notes.spend(1)?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.notes.spend(1)?;
        let mut object = Map::default();
        while let Some(name) = members.next_key::<CompactString>()? {
            self.notes.spend(name.len())?;
            if name == merge::KEY {
                self.notes.merges.set(true);
            }
            if object.insert(name, members.next_value_seed(self)?).is_some() {
                self.notes.repeats.set(true);
            }
        }
        Ok(Value::Object(object))
    }

    /// A YAML tag such as `!include`: nothing that JSON could express, and too meaningful to be dropped.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let (tag, _) = data.variant::<String>()?;
        Err(A::Error::custom(format!("the tag `!{tag}` has no meaning in an OpenAPI document")))
    }
}
