//! The tags of HTML that end a line: paragraphs, lists, headings and breaks.

use std::ops::Range;

use super::edits::Edits;
use super::leaf::Leaf;
use super::tags::{Kind, Tag};

/// Rewrites `tags`, which all end a line; those with nothing between them make one break.
pub(super) fn replace(edits: &mut Edits<'_>, leaf: &Leaf, tags: &[Tag]) {
    let mut lists = Lists::default();
    let mut rest = tags;
    while let Some(first) = rest.first() {
        let mut range = widened(edits.source, leaf, &first.range);
        let mut count = 1;
        while let Some(next) = rest.get(count).filter(|next| next.range.start <= range.end) {
            range.end = widened(edits.source, leaf, &next.range).end;
            count += 1;
        }
        let (group, others) = rest.split_at(count);
        rest = others;
        let text = line_break(edits.source, leaf, &range, group, &mut lists);
        edits.replace(range, text);
    }
}

/// The lists around a tag: whether each is numbered.
#[derive(Default)]
struct Lists(Vec<bool>);

impl Lists {
    /// The spaces before text in the innermost list.
    fn indent(&self) -> String {
        " ".repeat(self.0.iter().map(|numbered| if *numbered { 3 } else { 2 }).sum())
    }

    /// What a new item of the innermost list begins with.
    fn item(&self) -> String {
        let Some((innermost, outer)) = self.0.split_last() else { return "- ".to_owned() };
        Self(outer.to_vec()).indent() + if *innermost { "1. " } else { "- " }
    }

    /// Takes in a tag; what it makes the next line begin with.
    fn follow(&mut self, tag: &Tag) -> Option<String> {
        match (&tag.kind, tag.closes) {
            (Kind::List(numbered), false) => self.0.push(*numbered),
            (Kind::List(_), true) => {
                self.0.pop();
            }
            (Kind::Item, false) => return Some(self.item()),
            (Kind::Heading(level), false) => return Some(self.indent() + &"#".repeat(*level) + " "),
            _ => {}
        }
        None
    }
}

/// What stands for `group`, which takes `range`.
fn line_break(source: &str, leaf: &Leaf, range: &Range<usize>, group: &[Tag], lists: &mut Lists) -> String {
    let marker = group.iter().fold(None, |marker, tag| lists.follow(tag).or(marker.filter(|_| !tag.closes)));
    let (at_start, at_end) = (range.start <= leaf.range.start, range.end >= leaf.range.end);
    if leaf.flat {
        return if at_start || at_end { "" } else { " " }.to_owned();
    }
    if at_end {
        return if source[range.clone()].ends_with('\n') { "\n" } else { "" }.to_owned();
    }
    let is_items = group.iter().all(|tag| tag.kind == Kind::Item);
    let is_break = group.len() == 1 && group[0].kind == Kind::Break;
    let before = match () {
        () if at_start => String::new(),
        () if is_items => leaf.line(),
        () if is_break && begins_block(&source[range.end..]) => leaf.line(),
        () if is_break => format!("\\{}", leaf.line()),
        () => leaf.paragraph(),
    };
    before + &marker.unwrap_or_else(|| lists.indent())
}

/// Whether a line with this text may be something else than the further text of a paragraph.
pub(super) fn begins_block(text: &str) -> bool {
    let number = text.trim_start_matches(|character: char| character.is_ascii_digit());
    text.starts_with(['-', '*', '+', '#', '>', '=', '~', '|', '<', ':'])
        || text.starts_with("```")
        || (number.len() < text.len() && number.starts_with(['.', ')']))
}

/// `range` with the spaces and line ends around it, but not beyond `leaf`.
fn widened(source: &str, leaf: &Leaf, range: &Range<usize>) -> Range<usize> {
    let quote = leaf.prefix.trim();
    let start = leaf.range.start.min(range.start);
    let mut before = source[start..range.start].trim_end();
    while let Some(shorter) = before.strip_suffix(quote).filter(|rest| !quote.is_empty() && rest.ends_with('\n')) {
        before = shorter.trim_end();
    }
    let end = leaf.range.end.max(range.end);
    let mut after = source[range.end..end].trim_start();
    while !quote.is_empty() && source[..end - after.len()].trim_end_matches(' ').ends_with('\n') {
        let Some(shorter) = after.strip_prefix(quote) else { break };
        after = shorter.trim_start();
    }
    start + before.len()..end - after.len()
}
