//! One rewrite of CommonMark.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::code::Code;
use super::edits::Edits;
use super::html;
use super::leaf::Leaf;
use super::links::{self, Link};
use super::{breaks, words};
use crate::rust::Docs;

/// What rustdoc parses beyond CommonMark; typographic quotes make no difference here.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// `source` with what rustdoc would misunderstand rewritten; HTML becomes Markdown that is for the next rewrite.
pub(super) fn rewritten(source: &str) -> String {
    let parser = Parser::new_ext(source, OPTIONS);
    let mut rewrite = Rewrite::new(source);
    for (_, definition) in parser.reference_definitions().iter() {
        links::definition(&mut rewrite.edits, &definition.dest, definition.span.clone());
    }
    for (event, range) in parser.into_offset_iter() {
        rewrite.event(&event, &range);
    }
    rewrite.flush();
    rewrite.edits.apply()
}

struct Rewrite<'a> {
    edits: Edits<'a>,
    /// The links and images around the current event.
    links: Vec<Link>,
    /// The block of code around the current event.
    code: Option<Code>,
    /// The paragraph, or the like, around the current event, and the HTML in it.
    leaf: Option<Leaf>,
    /// Whether the current block has a single line, like a heading.
    flat: bool,
    /// Where the last piece of text ended.
    text_end: usize,
    /// How many items of lists, quotes and notes are around the current event.
    depth: usize,
    /// Where the line begins whose text is next.
    line: Option<usize>,
}

impl<'a> Rewrite<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            edits: Edits::new(source),
            links: Vec::new(),
            code: None,
            leaf: None,
            flat: false,
            text_end: 0,
            depth: 0,
            line: None,
        }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if let Some(line) = self.line.take().filter(|_| !matches!(event, Event::End(_))) {
            self.further_line(line, range.start.max(line), matches!(event, Event::Text(_)));
        }
        if matches!(event, Event::SoftBreak | Event::HardBreak) && !self.flat {
            self.line = self.edits.source[range.clone()].find('\n').map(|newline| range.start + newline + 1);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(text) if self.code.is_some() => self.code.iter_mut().for_each(|code| code.push(text)),
            Event::Rule => self.flush(),
            inline => {
                self.inline(inline, range);
                self.extend(range);
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, .. } => {
                self.extend(&(range.start..range.start));
                self.links.push(Link::new(*link_type, dest_url, range.start..range.start + 1));
            }
            Tag::Image { link_type, dest_url, .. } => {
                self.extend(&(range.start..range.start));
                self.links.push(Link::new(*link_type, dest_url, range.start..range.start + 2));
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.extend(&(range.start..range.start)),
            _ => {
                self.flush();
                self.flat = matches!(tag, Tag::Heading { .. } | Tag::TableCell);
                self.depth += usize::from(is_container(&tag.to_end()));
                match tag {
                    Tag::CodeBlock(kind) => self.code = Some(Code::new(kind)),
                    Tag::FootnoteDefinition(_) => self.edits.escape(range.start),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Link | TagEnd::Image => {
                if let Some(link) = self.links.pop() {
                    link.close(&mut self.edits, range);
                }
                self.extend(range);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.extend(range),
            _ => {
                self.flush();
                self.depth -= usize::from(is_container(&tag));
                if let Some(code) = self.code.take() {
                    code.close(&mut self.edits, range);
                }
            }
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.text(text, range),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.extend(&(range.start..range.start));
                self.leaf.iter_mut().for_each(|leaf| leaf.html(range));
            }
            Event::FootnoteReference(_) => self.edits.escape(range.start),
            // rustdoc's parser takes the box of a task for one only before a space.
            Event::TaskListMarker(_) if !self.edits.source[range.end..].starts_with([' ', '\t']) => {
                self.edits.escape(range.start);
            }
            // Spaces at the end of a line would not survive.
            Event::HardBreak if !self.flat => {
                let spaces = self.edits.source[range.clone()].find('\n').unwrap_or(0);
                if self.edits.source[range.clone()].starts_with(' ') {
                    self.edits.replace(range.start..range.start + spaces, "\\");
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let source = self.edits.source;
        // A backslash that is not part of the text before escapes the first character.
        let escaped = self.text_end < range.start && source[..range.start].ends_with('\\');
        self.text_end = range.end;
        // A character reference is safe, and the text of an address is not Markdown.
        if &source[range.clone()] != text || self.links.iter().any(Link::is_automatic) {
            return;
        }
        for (offset, character) in text.char_indices() {
            let at = range.start + offset;
            match character {
                '[' | ']' | '<' | '`' if offset > 0 || !escaped => self.edits.escape(at),
                'h' if self.links.is_empty() => links::address(&mut self.edits, at),
                _ => {}
            }
        }
        // Beside a backtick, another would not begin a name.
        let beside = |at: usize| source[..at].ends_with('`');
        for name in words::names(text) {
            let range = range.start + name.start..range.start + name.end;
            if !(beside(range.start) || source[range.end..].starts_with('`')) {
                self.edits.replace(range, Docs::code(&text[name]));
            }
        }
    }

    /// Makes the line of a paragraph that begins at `at`, and goes on with what is at `next`, begin like the others.
    fn further_line(&mut self, at: usize, next: usize, is_text: bool) {
        let (source, Some(leaf)) = (self.edits.source, &self.leaf) else { return };
        let text = source[at..next].trim_start_matches([' ', '\t', '>']);
        let start = next - text.len();
        if source[at..start] == leaf.prefix {
            return;
        }
        self.edits.replace(at..start, leaf.prefix.clone());
        // With another indent, text could begin a block of its own; some signs are escaped wherever they stand.
        let rest = &source[start..];
        if is_text && breaks::begins_block(rest) && !rest.starts_with(['<', '`']) {
            let digits = rest.len() - rest.trim_start_matches(|character: char| character.is_ascii_digit()).len();
            self.edits.escape(start + digits);
        }
    }

    /// Makes `range` a part of the links and of the paragraph that it stands in.
    fn extend(&mut self, range: &Range<usize>) {
        if let Some(link) = self.links.last_mut() {
            link.extend(range);
        }
        let (source, flat) = (self.edits.source, self.flat);
        if self.leaf.is_none() {
            let mut leaf = Leaf::new(source, range.start, flat);
            // Spaces before a paragraph mean nothing where they are of no list.
            if self.depth == 0 && !flat {
                self.edits.remove(range.start - indent(&source[..range.start])..range.start);
                leaf.prefix.clear();
            }
            self.leaf = Some(leaf);
        }
        self.leaf.iter_mut().for_each(|leaf| leaf.extend(range));
    }

    /// Ends a paragraph or the like.
    fn flush(&mut self) {
        if let Some(leaf) = self.leaf.take() {
            html::translate(&mut self.edits, &leaf);
        }
    }
}

/// Whether blocks stand in it, rather than text.
fn is_container(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition)
}

/// How many spaces and tabs a text ends with.
fn indent(text: &str) -> usize {
    text.len() - text.trim_end_matches([' ', '\t']).len()
}
