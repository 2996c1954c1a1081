//! From ranges of a text to the little of it that is shown: the renderer looks at every character that it is given.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

/// The most bytes between two places that are shown as one excerpt.
const REACH: usize = 100_000;

/// The bytes from which on a line is cut. The renderer cuts lines as well, to its width, so this leaves no trace.
const LONG: usize = 2_000;

/// The bytes that are kept on both sides of a place in a long line.
const MARGIN: usize = 500;

/// The characters that are underlined at most.
const UNDERLINED: usize = 80;

/// A range of the text, and what is written beside it.
pub(super) struct Mark {
    /// Whether it is what the diagnostic is about.
    pub kind: AnnotationKind,
    /// The range in bytes.
    pub range: Range<usize>,
    /// What it is, if it is not what the diagnostic is about.
    pub label: Option<&'static str>,
}

/// A part of the text with marks in it.
pub(super) struct Excerpt<'a> {
    text: &'a str,
    start: usize,
    line: usize,
    /// How many characters of the first line are cut off.
    cut: usize,
    marks: Vec<Mark>,
}

impl<'a> Excerpt<'a> {
    /// The parts of `text` to show: one, unless that would be too much.
    pub(super) fn of(text: &'a str, primary: Mark, related: Option<Mark>) -> Vec<Self> {
        let marks: Vec<_> = [Some(primary), related].into_iter().flatten().map(|mark| shortened(text, mark)).collect();
        let start = marks.iter().map(|mark| mark.range.start).min().unwrap_or_default();
        let end = marks.iter().map(|mark| mark.range.end).max().unwrap_or_default();
        let together = end - start <= REACH && marks.iter().all(|mark| line(text, &mark.range).len() <= LONG);
        if together {
            return vec![Self::new(text, line(text, &(start..end)), marks)];
        }
        marks.into_iter().map(|mark| Self::new(text, window(text, &mark.range), vec![mark])).collect()
    }

    fn new(text: &'a str, range: Range<usize>, marks: Vec<Mark>) -> Self {
        let line_start = line_start(text, range.start);
        Self {
            text: &text[range.clone()],
            start: range.start,
            line: text[..range.start].bytes().filter(|byte| *byte == b'\n').count() + 1,
            cut: text[line_start..range.start].chars().count(),
            marks,
        }
    }

    /// What the renderer takes.
    pub(super) fn snippet(&self, name: &'a str) -> Snippet<'a, Annotation<'a>> {
        let annotations = self.marks.iter().map(|Mark { kind, range, label }| {
            kind.span(range.start - self.start..range.end - self.start).label(*label)
        });
        Snippet::source(self.text).path(name).line_start(self.line).annotations(annotations)
    }

    /// Adds what was cut off to the column in `rendered`: the renderer can only count what it is given.
    pub(super) fn with_columns_corrected(&self, name: &str, rendered: String) -> String {
        let [Mark { range, .. }] = &self.marks[..] else {
            return rendered;
        };
        if self.cut == 0 {
            return rendered;
        }
        let column = self.text[..range.start - self.start].chars().count() + 1;
        let position = |column| format!("{name}:{}:{column}", self.line);
        rendered.replacen(&position(column), &position(column + self.cut), 1)
    }
}

/// The same mark, on characters that exist, and not too many.
fn shortened(text: &str, mark: Mark) -> Mark {
    let start = boundary(text, mark.range.start);
    let end = boundary(text, mark.range.end).max(start);
    let length = text[start..end].chars().take(UNDERLINED).map(char::len_utf8).sum::<usize>();
    Mark { range: start..start + length, ..mark }
}

/// The lines that `range` touches, without the end of the last.
fn line(text: &str, range: &Range<usize>) -> Range<usize> {
    let end = text[range.end..].find('\n').map_or(text.len(), |length| range.end + length);
    line_start(text, range.start)..end
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |end| end + 1)
}

/// The line of `range`, or the part of it around `range` if it is long.
fn window(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = line(text, range);
    if line.len() <= LONG {
        return line;
    }
    let start = boundary(text, range.start.saturating_sub(MARGIN)).max(line.start);
    start..boundary(text, range.end + MARGIN).min(line.end)
}

/// The beginning of the character at `offset`, or the end of the text.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or_default()
}
