//! Documentation as tokens: one `#[doc]` for all lines, which [`render`](crate::render) takes apart again.

use std::borrow::Cow;

use memchr::memchr;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::rust::Docs;

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(blocks(&self.0).iter().map(|block| literal(block)).map(|block| quote!(#[doc = #block])));
    }
}

/// Documentation of the module that it stands in.
pub(super) struct Inner<'a>(pub(super) &'a str);

impl ToTokens for Inner<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(blocks(self.0).iter().map(|block| literal(block)).map(|block| quote!(#![doc = #block])));
    }
}

/// The text between quotes that need no escapes, which take a parser and a printer several times as long.
fn literal(text: &str) -> Literal {
    let mut signs = String::new();
    while memchr(b'"', text.as_bytes()).is_some() && text.contains(&format!("\"{signs}")) {
        signs.push('#');
    }
    // There is one text that cannot be written so: a return without a line feed.
    format!("r{signs}\"{text}\"{signs}").parse().unwrap_or_else(|_| Literal::string(text))
}

/// How much longer than its text a piece may easily become: by a space for each line.
const ROOM: usize = 24;

/// The text in as few pieces as can be: each has to be parsed and printed. What would begin or end a comment within a
/// comment is in a piece of its own. All lines are as a hand would write them after slashes: with a space before.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(shown) {
        let is_comment = is_comment(&line);
        let mut block = match blocks.pop_if(|_| is_open && !is_comment) {
            Some(block) => block + "\n",
            None if blocks.is_empty() => String::with_capacity(text.len() + ROOM),
            None => String::new(),
        };
        if !line.is_empty() {
            block.extend([" ", &line]);
        }
        blocks.push(block);
        is_open = !is_comment;
    }
    blocks
}

// Most lines are short: for these, memchr is several times as fast as the standard library.
fn is_comment(line: &str) -> bool {
    memchr(b'/', line.as_bytes()).is_some() && (line.contains("/*") || line.contains("*/") || line.ends_with('/'))
}

/// A line without what no editor shows.
fn shown(line: &str) -> Cow<'_, str> {
    // Hardly any line has anything to leave out.
    if line.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return line.into();
    }
    let is_shown = |character: &char| !Docs::is_hidden(*character);
    line.replace('\t', "    ").chars().filter(is_shown).collect()
}

impl Docs {
    /// These docs, and then a paragraph.
    pub(super) fn and(&self, paragraph: impl AsRef<str>) -> Self {
        let separator = if self.0.is_empty() { "" } else { "\n\n" };
        Self(format!("{}{separator}{}", self.0, wrapped(paragraph.as_ref())))
    }

    /// These docs, and then others, if there are any.
    pub(super) fn then(&self, others: &Self) -> Self {
        if others.0.is_empty() { self.clone() } else { Self(format!("{}\n\n{}", self.0, others.0)) }
    }

    /// These docs, and then a section with a heading.
    pub(super) fn section(&self, heading: &str, text: &str) -> Self {
        self.and(format!("# {heading}")).and(text)
    }
}

/// The widest line of a paragraph.
const WIDTH: usize = 105;

/// A paragraph in lines of a readable width; anything of several lines, tables and lists as they are.
fn wrapped(text: &str) -> String {
    if text.contains('\n') || text.starts_with(['|', '-']) {
        return text.to_owned();
    }
    let mut lines = String::with_capacity(text.len());
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += length;
    }
    lines
}

/// The attribute of an item that new code should do without.
pub(super) fn deprecated(deprecated: bool) -> Option<TokenStream> {
    deprecated.then(|| quote!(#[deprecated]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render;

    #[test]
    fn every_line_has_its_slashes() {
        for text in [
            "One line.",
            "Two\n\nparagraphs.",
            "A glob: `a/**/b`.\nAnd */ what /* else\nthere is.",
            "https://example.com/\nhttps://example.com/",
            "*\n/\n*/",
            "    code\n\n  - item  \n",
            "\"quoted\" \\ and more\n#[doc] = r#\"x\"#",
        ] {
            let (docs, inner) = (Docs(text.to_owned()), Inner(text));
            let slashes = |marker: &str| -> String {
                let line = |line: &str| format!("{marker} {line}").trim_end().to_owned() + "\n";
                text.lines().map(line).collect()
            };
            let outer = render::file([quote!(pub mod a { #docs pub struct A; })]);
            let indented: String = slashes("///").lines().map(|line| format!("    {line}\n")).collect();
            assert_eq!(outer, format!("pub mod a {{\n{indented}    pub struct A;\n}}\n"));
            assert_eq!(render::file([quote!(#inner)]), slashes("//!"));
        }
    }
}
