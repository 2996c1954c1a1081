//! A paragraph, a heading, a cell or a block of HTML: what holds text and tags, but no other block.

use std::ops::Range;

/// Where a block of text stands, and the HTML in it.
pub(super) struct Leaf {
    pub(super) range: Range<usize>,
    /// The parts that are HTML; a block of HTML is a single one where nothing comes between its lines.
    pub(super) html: Vec<Range<usize>>,
    /// What begins a further line of it: `> `, and the indent of lists.
    pub(super) prefix: String,
    /// Whether it cannot have further lines.
    pub(super) flat: bool,
}

impl Leaf {
    pub(super) fn new(source: &str, start: usize, flat: bool) -> Self {
        // A sign that is escaped begins with its backslash.
        let begin = if source[..start].ends_with('\\') { start - 1 } else { start };
        Self { range: start..start, html: Vec::new(), prefix: prefix(source, begin), flat }
    }

    pub(super) fn extend(&mut self, range: &Range<usize>) {
        self.range.end = self.range.end.max(range.end);
    }

    pub(super) fn html(&mut self, range: &Range<usize>) {
        match self.html.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.html.push(range.clone()),
        }
    }

    /// A new line of the block.
    pub(super) fn line(&self) -> String {
        format!("\n{}", self.prefix)
    }

    /// An empty line of the block, and a new one.
    pub(super) fn paragraph(&self) -> String {
        format!("\n{}\n{}", self.prefix.trim_end(), self.prefix)
    }
}

/// What has to begin the lines after the one at `at` for them to be in the same block: its quotes, and the markers of
/// its lists as spaces.
pub(super) fn prefix(source: &str, at: usize) -> String {
    let line = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let mut prefix = String::new();
    for (column, character) in columns(&source[line..at]) {
        if prefix.ends_with('>') && !matches!(character, ' ' | '\t') {
            prefix.push(' ');
        }
        match character {
            '>' => prefix.push('>'),
            '\t' => prefix.push_str(&" ".repeat(4 - column % 4)),
            _ => prefix.push(' '),
        }
    }
    if prefix.ends_with('>') {
        prefix.push(' ');
    }
    prefix
}

/// The characters of a line, each with the column that it stands in.
fn columns(line: &str) -> impl Iterator<Item = (usize, char)> {
    line.chars().scan(0, |next, character| {
        let column = *next;
        *next += if character == '\t' { 4 - column % 4 } else { 1 };
        Some((column, character))
    })
}
