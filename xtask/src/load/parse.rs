//! From text to a generic tree, whatever the notation.

mod tree;

use std::ops::Range;

use crate::diagnostics::{Diagnostic, Place, Problem};

use super::Format;
pub(super) use tree::Parsed;

/// What comes of a text; boxed, because hardly any text fails.
pub(super) type Result<T> = std::result::Result<T, Box<Diagnostic>>;

/// Parses `text`: JSON if `name` ends in `.json` or the text looks like it, and YAML otherwise.
///
/// Parsers stop at the first mistake, so there is no more than one.
pub(super) fn text(name: &str, text: &str) -> (Format, Result<Parsed>) {
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

fn json(text: &str) -> Result<Parsed> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed = tree::parse(&mut deserializer, budget(text));
    parsed.and_then(|parsed| deserializer.end().map(|()| parsed)).map_err(|error| {
        let position = format!(" at line {} column {}", error.line(), error.column());
        let reason = error.to_string().replace(&position, "");
        let offset = offset_in_line(text, error.line(), error.column());
        failure("JSON", reason, text, Some(offset))
    })
}

fn yaml(text: &str) -> Result<Parsed> {
    tree::parse(serde_yaml::Deserializer::from_str(text), budget(text)).map_err(|error| {
        let location = error.location();
        let mut reason = error.to_string();
        if let Some(location) = &location {
            let position = format!(" at line {} column {}", location.line(), location.column());
            reason = reason.replacen(&position, "", 1);
        }
        let offset = location.map(|location| offset_of_character(text, location.index()));
        failure("YAML", reason, text, offset)
    })
}

/// What both parsers say of a text without anything in it; JSON that ends in the middle has other words.
const NOTHING: &str = "EOF while parsing a value";
/// What both say of too many levels.
const RECURSION: &str = "recursion limit exceeded";
/// What yaml_serde, and [`tree`], say of too many aliases.
const REPETITION: &str = "repetition limit exceeded";
/// What yaml_serde says of two documents in one file.
const SECOND_DOCUMENT: &str = "more than one document";

fn failure(format: &'static str, reason: String, text: &str, offset: Option<usize>) -> Box<Diagnostic> {
    let at_offset = offset.map_or(Place::File, |offset| Place::Text(character_at(text, offset)));
    let (place, problem) = match reason {
        reason if reason == NOTHING => (Place::File, Problem::EmptyDocument),
        reason if reason.contains(RECURSION) => (at_offset, Problem::TooDeep),
        reason if reason.contains(REPETITION) => (Place::File, Problem::TooManyAliases { limit: budget(text) }),
        reason if reason.contains(SECOND_DOCUMENT) => {
            (Place::File, Problem::Syntax { format, reason: "there is more than one document in the file".to_owned() })
        }
        reason => (at_offset, Problem::Syntax { format, reason }),
    };
    Box::new(Diagnostic { place, problem })
}

/// The range of the character at or around the byte `offset`; of nothing at the end of the text.
fn character_at(text: &str, offset: usize) -> Range<usize> {
    let offsets = 0..=offset.min(text.len());
    let start = offsets.rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or_default();
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
