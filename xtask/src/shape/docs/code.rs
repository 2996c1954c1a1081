//! Blocks of code: each becomes a fence that rustdoc does not take for a test.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::edits::Edits;
use super::leaf;

/// A block of code that has been opened.
pub(super) struct Code {
    /// What stands behind its fence; none if it is indented.
    info: Option<String>,
    text: String,
}

impl Code {
    pub(super) fn new(kind: &CodeBlockKind<'_>) -> Self {
        let info = match kind {
            CodeBlockKind::Indented => None,
            CodeBlockKind::Fenced(info) => Some(info.to_string()),
        };
        Self { info, text: String::new() }
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes the block, which takes `range`, as text in a fence.
    pub(super) fn close(&self, edits: &mut Edits<'_>, range: &Range<usize>) {
        let source = edits.source;
        let start = if self.info.is_none() { without_indent(source, range.start) } else { range.start };
        let end = if source[range.clone()].ends_with('\n') { "\n" } else { "" };
        edits.replace(start..range.end, fence(&self.text(), &leaf::prefix(source, start)) + end);
    }

    /// Its lines, with the one of the fence if that is more than a language.
    pub(super) fn text(&self) -> String {
        match &self.info {
            Some(info) if info.contains(char::is_whitespace) || self.text.trim().is_empty() && info != "text" => {
                format!("{info}\n{}", self.text)
            }
            _ => self.text.clone(),
        }
    }
}

/// `code` in a fence that no line of it closes; `prefix` begins each line but the first.
pub(super) fn fence(code: &str, prefix: &str) -> String {
    let ticks = longest_run(code, '`').max(2) + 1;
    let ticks = "`".repeat(ticks);
    let mut text = format!("{ticks}text\n");
    for line in code.trim_end().lines() {
        text.push_str(format!("{prefix}{line}").trim_end());
        text.push('\n');
    }
    text + prefix + &ticks
}

/// The greatest number of `wanted` in a row.
fn longest_run(text: &str, wanted: char) -> usize {
    text.split(|character| character != wanted).map(str::len).max().unwrap_or(0)
}

/// Where the four columns begin that make the text at `at` a block of code; one space after a marker stays.
fn without_indent(source: &str, at: usize) -> usize {
    let is_space = |text: &str| text.ends_with([' ', '\t']);
    let mut columns = 0;
    let mut start = at;
    while columns < 4 && is_space(&source[..start]) {
        let before = &source[..start - 1];
        if !is_space(before) && !before.is_empty() && !before.ends_with('\n') {
            break;
        }
        start -= 1;
        columns += if source[start..].starts_with('\t') { 4 } else { 1 };
    }
    start
}
