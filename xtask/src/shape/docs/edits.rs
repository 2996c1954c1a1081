//! Changes to a text by offset.

use std::ops::Range;

/// A text, and what is to be written in the place of its parts.
pub(super) struct Edits<'a> {
    pub(super) source: &'a str,
    list: Vec<(Range<usize>, String)>,
}

impl<'a> Edits<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, list: Vec::new() }
    }

    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.list.push((range, text.into()));
    }

    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// Puts a backslash before the character at `at`.
    pub(super) fn escape(&mut self, at: usize) {
        self.replace(at..at, "\\");
    }

    /// The text with the changes made; a change within a part that is replaced is not.
    pub(super) fn apply(mut self) -> String {
        self.list.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
        let mut text = String::with_capacity(self.source.len() + self.list.len());
        let mut done = 0;
        for (range, replacement) in self.list {
            if range.start < done {
                continue;
            }
            text.push_str(&self.source[done..range.start]);
            text.push_str(&replacement);
            done = range.end;
        }
        text + &self.source[done..]
    }
}
