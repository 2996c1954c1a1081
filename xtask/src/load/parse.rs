//! From text to a generic tree, whatever the notation.
//!
//! `serde_json::Value` would keep the last of two members of the same name and say nothing, and take aliases for as
//! much memory as they ask for; hence a visitor of our own.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::diagnostics::{Place, Problem};

use super::Format;

/// The tree of a text.
pub(super) struct Parsed {
    /// The tree; of members of the same name, the last.
    pub value: Value,
    /// Whether an object has two members of the same name.
    pub repeats: bool,
    /// Whether an object has a merge key, which is still a member like others.
    pub merges: bool,
}

/// Why there is no tree.
pub(super) struct Failure {
    /// Where the parser stopped.
    pub place: Place,
    /// What it says.
    pub problem: Problem,
}

/// Parses `text`: JSON if it looks like it or `name` ends in `.json`, and YAML otherwise.
pub(super) fn text(name: &str, text: &str) -> (Format, Result<Parsed, Failure>) {
    if name.ends_with(".json") {
        return (Format::Json, json(text));
    }
    // YAML contains JSON, but its parsers refuse some of it (`\ud83d\ude00`) and are slower.
    if text.trim_start().starts_with('{')
        && let Ok(parsed) = json(text)
    {
        return (Format::Json, Ok(parsed));
    }
    (Format::Yaml, yaml(text))
}

fn json(text: &str) -> Result<Parsed, Failure> {
    let notes = Notes::new(text);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Tree { notes: &notes }.deserialize(&mut deserializer);
    match value.and_then(|value| deserializer.end().map(|()| value)) {
        Ok(value) => Ok(Parsed { value, repeats: notes.repeats.get(), merges: false }),
        Err(_) if text.trim().is_empty() => Err(Failure { place: Place::File, problem: Problem::EmptyDocument }),
        Err(error) => {
            let position = format!(" at line {} column {}", error.line(), error.column());
            let reason = error.to_string().replace(&position, "");
            let offset = offset_in_line(text, error.line(), error.column());
            Err(failure("JSON", reason, text, Some(offset)))
        }
    }
}

fn yaml(text: &str) -> Result<Parsed, Failure> {
    let notes = Notes::new(text);
    let value = Tree { notes: &notes }.deserialize(serde_yaml::Deserializer::from_str(text));
    match value {
        Ok(value) => Ok(Parsed { value, repeats: notes.repeats.get(), merges: notes.merges.get() }),
        Err(error) => {
            let location = error.location();
            let mut reason = error.to_string();
            if let Some(location) = &location {
                let position = format!(" at line {} column {}", location.line(), location.column());
                reason = reason.replacen(&position, "", 1);
            }
            if notes.budget.get() == 0 {
                reason = REPETITION.to_owned();
            }
            let offset = location.map(|location| offset_of_character(text, location.index()));
            Err(failure("YAML", reason, text, offset))
        }
    }
}

/// What serde_json and yaml_serde say of too many levels.
const RECURSION: &str = "recursion limit exceeded";
/// What yaml_serde says of too many aliases.
const REPETITION: &str = "repetition limit exceeded";

fn failure(format: &'static str, reason: String, text: &str, offset: Option<usize>) -> Failure {
    let place = offset.map_or(Place::File, |offset| Place::Text(character_at(text, offset)));
    let problem = match reason {
        reason if reason.contains(RECURSION) => Problem::TooDeep,
        reason if reason.contains(REPETITION) => Problem::TooManyAliases { limit: budget(text) },
        reason if reason.contains("more than one document") => {
            Problem::Syntax { format, reason: "it holds more than one document".to_owned() }
        }
        reason => Problem::Syntax { format, reason },
    };
    Failure { place, problem }
}

/// The range of the character at or around the byte `offset`; of nothing at the end of the text.
fn character_at(text: &str, offset: usize) -> Range<usize> {
    let start = (0..=offset.min(text.len())).rev().find(|start| text.is_char_boundary(*start)).unwrap_or_default();
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + length
}

/// The offset of the byte in `column` of `line`, both counted from 1, as serde_json does.
fn offset_in_line(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}

/// The offset in bytes of a character, as libyaml counts them.
fn offset_of_character(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(offset, _)| offset)
}

/// How many bytes of strings and nodes a document may grow to by its aliases.
fn budget(text: &str) -> usize {
    16 * text.len() + 1_000_000
}

/// What is noticed on the way. Cells, because every level of the tree has the same notes.
struct Notes {
    repeats: Cell<bool>,
    merges: Cell<bool>,
    budget: Cell<usize>,
}

impl Notes {
    fn new(text: &str) -> Self {
        Self { repeats: Cell::new(false), merges: Cell::new(false), budget: Cell::new(budget(text)) }
    }

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
        self.visit_string(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.notes.spend(1 + value.len())?;
        Ok(Value::String(value))
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
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            self.notes.spend(name.len())?;
            if name == super::merge::KEY {
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
