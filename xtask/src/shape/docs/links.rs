//! Links: those to an address stay, of the others the text does.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::edits::Edits;

/// A link or an image that has been opened.
pub(super) struct Link {
    kind: LinkType,
    target: String,
    /// What stands before its text.
    open: Range<usize>,
    /// Where its text ends, as far as known.
    end: usize,
}

impl Link {
    pub(super) fn new(kind: LinkType, target: &str, open: Range<usize>) -> Self {
        Self { kind, target: target.to_owned(), end: open.end, open }
    }

    /// Whether its text is its address.
    pub(super) fn is_automatic(&self) -> bool {
        matches!(self.kind, LinkType::Autolink | LinkType::Email)
    }

    /// Makes `range` a part of its text.
    pub(super) fn extend(&mut self, range: &Range<usize>) {
        self.end = self.end.max(range.end);
    }

    /// Rewrites the link, which takes `range`.
    pub(super) fn close(self, edits: &mut Edits<'_>, range: &Range<usize>) {
        match self.kind {
            LinkType::Email => {}
            LinkType::Autolink if is_absolute(&self.target) => {}
            LinkType::Autolink => edits.escape(range.start),
            _ if !is_absolute(&self.target) => {
                edits.remove(self.open);
                edits.remove(self.end..range.end);
            }
            LinkType::Inline => {}
            // The definition goes, lest it be taken for one of brackets of ours.
            _ => edits.replace(self.end..range.end, format!("]({})", target(&self.target))),
        }
    }
}

/// Removes the definition of a link, unless it is rather a text with brackets: that is escaped.
pub(super) fn definition(edits: &mut Edits<'_>, target: &str, range: Range<usize>) {
    if is_absolute(target) || target.starts_with(['/', '#', '.']) {
        edits.remove(range);
    } else {
        edits.escape(range.start);
    }
}

/// Whether an address is one wherever the docs are read. One of mail needs a dot, or rustdoc looks for an item.
pub(super) fn is_absolute(target: &str) -> bool {
    target.contains("://") || (target.starts_with("mailto:") && target.contains('.'))
}

/// An address as the target of a link.
pub(super) fn target(address: &str) -> String {
    let address: String = address.chars().flat_map(percent).collect();
    if address.contains(['(', ')', '\\', '*', '_', '&']) { format!("<{address}>") } else { address }
}

/// A character of an address, encoded if it would end it.
fn percent(character: char) -> Vec<char> {
    if character.is_whitespace() || character.is_control() || matches!(character, '<' | '>' | '\\' | '`' | '|') {
        let mut bytes = [0; 4];
        let bytes = character.encode_utf8(&mut bytes).bytes();
        return bytes.flat_map(|byte| format!("%{byte:02X}").chars().collect::<Vec<_>>()).collect();
    }
    vec![character]
}

/// Puts an address that begins at `at`, if one does, in angle brackets.
pub(super) fn address(edits: &mut Edits<'_>, at: usize) {
    let rest = &edits.source[at..];
    let Some(host) = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://")) else { return };
    if !host.starts_with(|character: char| character.is_alphanumeric() || character == '{') {
        return;
    }
    let end = rest.find(|character: char| character.is_whitespace() || "<>\"`[]|".contains(character));
    let address = without_punctuation(&rest[..end.unwrap_or(rest.len())]);
    edits.replace(at..at + address.len(), format!("<{}>", unescaped(address)));
}

/// An address without what rather belongs to the sentence around it.
fn without_punctuation(mut address: &str) -> &str {
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', '\\']);
        let closes = shorter.ends_with(')') && shorter.matches(')').count() > shorter.matches('(').count();
        let shorter = if closes { &shorter[..shorter.len() - 1] } else { shorter };
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}

/// A text without the backslashes of escapes, which angle brackets do not know.
fn unescaped(text: &str) -> String {
    let mut characters = text.chars().peekable();
    let mut unescaped = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        if character != '\\' || !characters.peek().is_some_and(char::is_ascii_punctuation) {
            unescaped.push(character);
        }
    }
    unescaped
}
