//! From HTML to Markdown, as far as it has a counterpart; what has none is escaped.

use std::ops::Range;

use super::breaks;
use super::code::fence;
use super::edits::Edits;
use super::leaf::Leaf;
use super::links;
use super::tags::{self, Kind, Tag};
use crate::rust::Docs;

/// Rewrites the HTML of a paragraph or the like.
pub(super) fn translate(edits: &mut Edits<'_>, leaf: &Leaf) {
    let mut tags: Vec<Tag> = leaf.html.iter().flat_map(|range| tags::scan(edits.source, range)).collect();
    while let Some((open, close)) = next_pair(&tags) {
        pair(edits, leaf, &tags[open], &tags[close]);
        if matches!(tags[open].kind, Kind::Code | Kind::Pre) {
            tags.drain(open..=close);
        } else {
            tags.remove(close);
            tags.remove(open);
        }
    }
    for tag in tags.iter().filter(|tag| !tag.kind.is_block()) {
        match tag.kind {
            Kind::Nothing => edits.remove(tag.range.clone()),
            _ => edits.escape(tag.range.start),
        }
    }
    tags.retain(|tag| tag.kind.is_block());
    breaks::replace(edits, leaf, &tags);
}

/// The first tag that opens what has to be closed, and the next that closes it.
fn next_pair(tags: &[Tag]) -> Option<(usize, usize)> {
    tags.iter().enumerate().find_map(|(open, tag)| {
        if tag.closes || !matches!(tag.kind, Kind::Mark(_) | Kind::Code | Kind::Pre | Kind::Link(_)) {
            return None;
        }
        let closes = |other: &Tag| {
            other.closes
                && std::mem::discriminant(&other.kind) == std::mem::discriminant(&tag.kind)
                && (matches!(tag.kind, Kind::Link(_)) || other.kind == tag.kind)
        };
        let length = tags[open + 1..].iter().position(closes)?;
        Some((open, open + 1 + length))
    })
}

/// Rewrites an element with text between its tags.
fn pair(edits: &mut Edits<'_>, leaf: &Leaf, open: &Tag, close: &Tag) {
    let source = edits.source;
    let (whole, inner) = (open.range.start..close.range.end, open.range.end..close.range.start);
    let (before, after) = match &open.kind {
        Kind::Code => return edits.replace(whole, Docs::code(&code(source, leaf, inner))),
        Kind::Pre => return preformatted(edits, leaf, whole, &code(source, leaf, inner)),
        Kind::Mark(sign) if is_flanking(source, open, close) => ((*sign).to_owned(), (*sign).to_owned()),
        Kind::Link(Some(address)) if links::is_absolute(address) => {
            ("[".to_owned(), format!("]({})", links::target(address)))
        }
        _ => (String::new(), String::new()),
    };
    edits.replace(open.range.clone(), before);
    edits.replace(close.range.clone(), after);
}

/// The text of an element that holds code.
fn code(source: &str, leaf: &Leaf, range: Range<usize>) -> String {
    let mut text = String::new();
    let mut at = range.start;
    for tag in tags::scan(source, &range).iter().filter(|tag| tag.kind != Kind::Unknown) {
        text.push_str(&source[at..tag.range.start]);
        if tag.kind == Kind::Break {
            text.push('\n');
        }
        at = tag.range.end;
    }
    text.push_str(&source[at..range.end]);
    tags::decoded(&text.replace(&leaf.line(), "\n"))
}

fn preformatted(edits: &mut Edits<'_>, leaf: &Leaf, range: Range<usize>, code: &str) {
    let text = if leaf.flat {
        Docs::code(code)
    } else {
        let before = if range.start == leaf.range.start { String::new() } else { leaf.paragraph() };
        let after = if range.end == leaf.range.end { String::new() } else { leaf.paragraph() };
        before + &fence(code.trim_matches('\n'), &leaf.prefix) + &after
    };
    edits.replace(range, text);
}

/// Whether a sign of emphasis in the place of these tags is one to Markdown.
fn is_flanking(source: &str, open: &Tag, close: &Tag) -> bool {
    let is_solid = |character: Option<char>| character.is_some_and(|character| !character.is_whitespace());
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let is_sign = |character: Option<char>| matches!(character, Some('*' | '_'));
    let inner = &source[open.range.end..close.range.start];
    let (first, last) = (inner.chars().next(), inner.chars().next_back());
    let (before, after) = (source[..open.range.start].chars().next_back(), source[close.range.end..].chars().next());
    is_solid(first)
        && is_solid(last)
        && (is_word(first) || !is_word(before))
        && (is_word(last) || !is_word(after))
        && ![first, last, before, after].into_iter().any(is_sign)
        && !inner.contains("\n\n")
}
