//! From text to what it consists of, with its place: one stream for both notations.

use std::borrow::Cow;
use std::iter::Peekable;
use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::super::{Format, Source};

/// The text in order; it ends where the text cannot be parsed.
pub(super) type Tokens<'a> = Peekable<Box<dyn Iterator<Item = Token<'a>> + 'a>>;

/// A part of the text.
pub(super) struct Token<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// Where it is, in bytes.
    pub range: Range<usize>,
}

/// What a part of the text is. Keys and values of mappings alternate.
pub(super) enum Kind<'a> {
    /// A string, number or other word, without quotes.
    Scalar(Cow<'a, str>),
    /// A reference to an anchor, in YAML.
    Alias,
    /// The beginning of an object.
    Mapping,
    /// The beginning of an array.
    Sequence,
    /// The end of an object or array.
    End,
}

/// The tokens of the text.
pub(super) fn of(source: &Source) -> Tokens<'_> {
    let tokens: Box<dyn Iterator<Item = Token<'_>>> = match source.format {
        Format::Json => Box::new(json(&source.text)),
        Format::Yaml => Box::new(yaml(&source.text)),
    };
    tokens.peekable()
}

fn yaml(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut offsets = Offsets { text, characters: 0, bytes: 0 };
    // After an error, the parser goes on to return it for ever.
    let events = Parser::new_from_str(text).map_while(Result::ok);
    events.filter_map(move |(event, span)| {
        let kind = match event {
            Event::Scalar(text, ..) => Kind::Scalar(text),
            Event::Alias(_) => Kind::Alias,
            Event::MappingStart(..) => Kind::Mapping,
            Event::SequenceStart(..) => Kind::Sequence,
            Event::MappingEnd | Event::SequenceEnd => Kind::End,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                return None;
            }
        };
        let start = offsets.of(span.start.index());
        let end = offsets.of(span.end.index()).max(start);
        Some(Token { kind, range: start..end })
    })
}

/// From numbers of characters, as saphyr counts, to bytes: always on from the one before, since they hardly go back.
struct Offsets<'a> {
    text: &'a str,
    characters: usize,
    bytes: usize,
}

impl Offsets<'_> {
    fn of(&mut self, index: usize) -> usize {
        while self.characters > index {
            self.characters -= 1;
            self.bytes -= self.text[..self.bytes].chars().next_back().map_or(0, char::len_utf8);
        }
        for character in self.text[self.bytes..].chars().take(index - self.characters) {
            self.characters += 1;
            self.bytes += character.len_utf8();
        }
        self.bytes
    }
}

/// The tokens of JSON that serde_json has read without complaint. (saphyr stumbles over `\ud83d\ude00`.)
fn json(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut position = 0;
    std::iter::from_fn(move || {
        let is_between = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':');
        position += text.as_bytes()[position..].iter().take_while(|byte| is_between(byte)).count();
        let range = position..position + json_length(&text[position..])?;
        let token = &text[range.clone()];
        position = range.end;
        let kind = match token {
            "{" => Kind::Mapping,
            "[" => Kind::Sequence,
            "}" | "]" => Kind::End,
            string if string.starts_with('"') => Kind::Scalar(unquoted(string)),
            word => Kind::Scalar(Cow::Borrowed(word)),
        };
        Some(Token { kind, range })
    })
}

/// The length of the token that `text` starts with; `None` at the end.
fn json_length(text: &str) -> Option<usize> {
    let mut bytes = text.bytes();
    match bytes.next()? {
        b'{' | b'}' | b'[' | b']' => Some(1),
        b'"' => {
            let mut escaped = false;
            let end = bytes.position(|byte| {
                let closes = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                closes
            });
            end.map(|end| end + 2)
        }
        _ => {
            let is_end = |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b'}' | b']');
            Some(text.bytes().position(is_end).unwrap_or(text.len()))
        }
    }
}

fn unquoted(string: &str) -> Cow<'_, str> {
    match serde_json::from_str(string) {
        Ok(text) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(string),
    }
}
