//! From the CommonMark and HTML of a document to the CommonMark of rustdoc.
//!
//! The text is parsed as rustdoc parses it, and only what rustdoc would take for something else is rewritten, where
//! it stands: a block of code is no test, brackets are no link to an item, a tag is no HTML. What one rewrite uncovers
//! is left to the next; a text that is not safe after all of them is shown without its markup.

use super::{check, markdown, plain, words};
use crate::rust::Docs;

/// How often a text is rewritten: a rewrite makes Markdown of HTML, and only then does the parser look into it.
const PASSES: usize = 8;

/// `text`, such that rustdoc takes none of it for a test, HTML or a link to an item, and nothing in it swallows what
/// follows after a blank line.
pub(crate) fn prose(text: &str) -> String {
    if is_nothing_but_words(text.trim()) {
        return text.trim().to_owned();
    }
    let text = cleaned(text);
    let safe = |text: &str| rewritten(text).filter(|text| check::is_safe(text));
    safe(&text).unwrap_or_else(|| {
        let plain = trimmed(&plain::text(&text));
        safe(&plain).unwrap_or(plain)
    })
}

/// Whether `text` has nothing that any rewrite would change: most texts are a sentence, and no parser has to find out.
fn is_nothing_but_words(text: &str) -> bool {
    let is_word =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b'.' | b'\'' | b'/' | b'-' | b'?');
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(is_word)
        && words::names(text).is_empty()
}

/// `text`, rewritten until nothing is left to do; none if there is no end to it.
fn rewritten(text: &str) -> Option<String> {
    let mut current = text.to_owned();
    for _ in 0..PASSES {
        let next = trimmed(&markdown::rewritten(&current));
        if next == current {
            return Some(current);
        }
        current = next;
    }
    None
}

/// `text` with newlines as its only line ends, and without invisible control characters.
fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().chars().filter(|&character| !Docs::is_hidden(character)).collect()
}

/// `text` without spaces at the end of its lines, except after a backslash, which would come to break the line.
fn trimmed(text: &str) -> String {
    let lines = text.trim().lines().map(|line| {
        let shorter = line.trim_end_matches([' ', '\t']);
        if shorter.ends_with('\\') { line } else { shorter }
    });
    lines.collect::<Vec<_>>().join("\n")
}
