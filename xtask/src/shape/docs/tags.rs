//! HTML as a series of tags.

use std::ops::Range;

/// A part of HTML that is not text.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// Whether it closes its element.
    pub(super) closes: bool,
}

/// What a tag means to Markdown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// `b`, `i` and the like: the sign that stands on both sides.
    Mark(&'static str),
    Code,
    Pre,
    /// A link and its address, which a closing tag has none of.
    Link(Option<String>),
    Break,
    Paragraph,
    /// A heading of this level.
    Heading(usize),
    /// A list, whether it is numbered.
    List(bool),
    Item,
    /// What looks like its text, and comments.
    Nothing,
    /// What has no counterpart.
    Unknown,
}

impl Kind {
    /// Whether the tag ends the line before it.
    pub(super) fn is_block(&self) -> bool {
        matches!(self, Self::Break | Self::Paragraph | Self::Heading(_) | Self::List(_) | Self::Item)
    }
}

/// The tags in a part of `source` that is HTML, and each `<` in it that begins none.
pub(super) fn scan(source: &str, range: &Range<usize>) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = range.start;
    while let Some(offset) = source[at..range.end].find('<') {
        let tag = tag(source, at + offset..range.end);
        at = tag.range.end;
        tags.push(tag);
    }
    tags
}

/// The tag at the start of `range`.
fn tag(source: &str, range: Range<usize>) -> Tag {
    let start = range.start;
    let text = &source[range];
    let unknown = Tag { range: start..start + 1, kind: Kind::Unknown, closes: false };
    if text.starts_with("<!--") {
        let end = text.get(4..).and_then(|text| text.find("-->"));
        return end.map_or(unknown, |end| Tag { range: start..start + end + 7, kind: Kind::Nothing, closes: false });
    }
    let closes = text.starts_with("</");
    let name_start = if closes { 2 } else { 1 };
    let rest = &text[name_start..];
    let name = &rest[..rest.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(rest.len())];
    let attributes = &rest[name.len()..];
    let Some(end) = closing_angle(attributes) else { return unknown };
    let kind = kind(&name.to_ascii_lowercase(), &attributes[..end]);
    if kind == Kind::Unknown {
        return unknown;
    }
    Tag { range: start..start + name_start + name.len() + end + 1, kind, closes }
}

/// Where the `>` is that ends a tag; none if its attributes are not such.
fn closing_angle(attributes: &str) -> Option<usize> {
    if !attributes.starts_with(|character: char| character.is_ascii_whitespace() || matches!(character, '/' | '>')) {
        return None;
    }
    let mut quote = None;
    for (at, character) in attributes.char_indices() {
        match (quote, character) {
            (None, '>') => return Some(at),
            (None, '<') => return None,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    None
}

fn kind(name: &str, attributes: &str) -> Kind {
    match name {
        "b" | "strong" => Kind::Mark("**"),
        "i" | "em" => Kind::Mark("*"),
        "code" | "tt" | "kbd" => Kind::Code,
        "pre" => Kind::Pre,
        "a" => Kind::Link(href(attributes)),
        "br" => Kind::Break,
        "p" | "div" => Kind::Paragraph,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading(usize::from(name.as_bytes()[1] - b'0')),
        "ul" => Kind::List(false),
        "ol" => Kind::List(true),
        "li" => Kind::Item,
        "span" | "font" | "u" => Kind::Nothing,
        _ => Kind::Unknown,
    }
}

/// The value of the attribute `href`.
fn href(attributes: &str) -> Option<String> {
    let (_, value) = attributes.split_once("href")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|character| matches!(character, '"' | '\''))?;
    let value = value[1..].split(quote).next()?;
    Some(decoded(value).trim().to_owned())
}

/// A text with the common character references replaced.
pub(super) fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for (reference, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
    {
        text = text.replace(reference, character);
    }
    text
}
