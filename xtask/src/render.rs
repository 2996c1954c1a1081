//! From tokens to text: prettyplease, and a blank line between items, which tokens cannot carry.

mod items;
mod line;
mod macros;
mod statements;

use proc_macro2::{TokenStream, TokenTree};

pub use self::statements::statements;

/// The text of a file, of whose items `tokens` gives some at a time.
pub fn file(tokens: impl IntoIterator<Item = TokenStream>) -> String {
    let mut text = String::new();
    for piece in tokens.into_iter().flat_map(macros::pieces) {
        if !piece.items.is_empty() {
            separate(&mut text);
            blank_lines(&laid_out(piece.items), &mut text);
        }
        if let Some((name, braces)) = piece.call {
            separate(&mut text);
            macros::call(&name, braces, &mut text);
        }
    }
    text
}

/// The text of items. In tests, it is compared with what a parser would make of them.
fn laid_out(tokens: Vec<TokenTree>) -> String {
    let parsed = cfg!(test).then(|| items::parsed(tokens.iter().cloned().collect()));
    let text = items::items(tokens);
    if let Some(parsed) = parsed {
        let (mut ours, mut theirs) = (String::new(), String::new());
        blank_lines(&text, &mut ours);
        blank_lines(&parsed, &mut theirs);
        let difference = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs);
        assert_eq!((difference, ours.len()), (None, theirs.len()), "{ours}");
    }
    text
}

/// Sets apart what comes next.
fn separate(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

/// Writes items set apart: with a blank line before each that spans lines, or follows one of another kind.
fn blank_lines(text: &str, spaced: &mut String) {
    spaced.reserve(text.len() + text.len() / 8);
    let mut before: Option<Row<'_>> = None;
    let mut rows = rows(text).peekable();
    while let Some(row) = rows.next() {
        if before.is_some_and(|before| is_apart(before, row, rows.peek().copied().unwrap_or_default())) {
            spaced.push('\n');
        }
        [row.indent, row.slashes, row.content, "\n"].into_iter().for_each(|part| spaced.push_str(part));
        before = Some(row);
    }
}

/// A line, taken apart.
#[derive(Clone, Copy, Default)]
struct Row<'a> {
    indent: &'a str,
    /// What documentation begins with.
    slashes: &'a str,
    content: &'a str,
}

impl<'a> Row<'a> {
    fn of(line: &'a str) -> Self {
        let (indent, content) = line.split_at(line.len() - line.trim_start().len());
        let is_documentation = content.starts_with("///") || content.starts_with("//!");
        let (slashes, content) = content.split_at(if is_documentation { 3 } else { 0 });
        Self { indent, slashes, content }
    }

    fn is_empty(self) -> bool {
        self.slashes.is_empty() && self.content.is_empty()
    }
}

/// The lines, with slashes before each line of documentation, where prettyplease makes a block of several.
fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    let mut block: Option<Row<'_>> = None;
    text.lines().map(move |line| {
        let row = block.map_or_else(|| Row::of(line), |first| Row { content: line, ..first });
        let slashes = match (block, row.content.get(..3)) {
            (None, Some("/**")) => "///",
            (None, Some("/*!")) => "//!",
            (None, _) => return row,
            (Some(first), _) => first.slashes,
        };
        let content = if block.is_none() { &row.content[3..] } else { row.content };
        let end = content.strip_suffix("*/");
        let row = Row { slashes, content: end.unwrap_or(content).trim_end(), ..row };
        block = end.is_none().then_some(row);
        row
    })
}

/// Whether a blank line belongs between `before` and `row`, which `next` follows.
fn is_apart(before: Row<'_>, row: Row<'_>, next: Row<'_>) -> bool {
    if before.is_empty() || row.is_empty() || before.indent.len() != row.indent.len() || !begins_item(row) {
        return false;
    }
    match (kind(before), kind(row)) {
        // Attributes and docs belong to what follows them.
        (Kind::Attribute, _) => false,
        (Kind::Inner, Kind::Inner) => before.slashes != row.slashes,
        (Kind::Import(one), Kind::Import(other)) => one != other,
        (Kind::Line, Kind::Line) => false,
        // A condition of one line among others of its kind.
        (Kind::Import(_) | Kind::Line, Kind::Attribute) => {
            ends_item(before) && !(row.content.starts_with("#[cfg(") && kind(before) == kind(next))
        }
        _ => ends_item(before),
    }
}

/// What kind of line this is, as far as it matters to the space around it.
#[derive(PartialEq)]
enum Kind {
    Inner,
    Attribute,
    /// An import from the standard library (0), another package (1), or this one (2).
    Import(u8),
    /// A declaration of one line: of a module, say.
    Line,
    Other,
}

fn kind(Row { slashes, content: line, .. }: Row<'_>) -> Kind {
    match slashes {
        "///" => return Kind::Attribute,
        "//!" => return Kind::Inner,
        _ => {}
    }
    let import = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("use ");
    match import {
        Some(path) if path.starts_with("std::") => Kind::Import(0),
        Some(path) if path.starts_with("crate::") || path.starts_with("self::") || path.starts_with("super::") => {
            Kind::Import(2)
        }
        Some(_) => Kind::Import(1),
        // The end of an import in several lines, which only names of this package take.
        None if line == "};" => Kind::Import(2),
        None if line.starts_with("#!") => Kind::Inner,
        None if line.starts_with("#[") => Kind::Attribute,
        None if line.starts_with("mod ") || line.starts_with("pub mod ") || line.starts_with("type ") => Kind::Line,
        None => Kind::Other,
    }
}

/// Whether a line is the first of an item.
fn begins_item(Row { slashes, content, .. }: Row<'_>) -> bool {
    const BEGINNINGS: &[&str] = &[
        "#[",
        "#![",
        "use ",
        "pub ",
        "pub(",
        "mod ",
        "fn ",
        "async fn ",
        "impl",
        "struct ",
        "enum ",
        "trait ",
        "type ",
        "const ",
        "static ",
        "newtype!",
    ];
    slashes == "///" || (slashes.is_empty() && BEGINNINGS.iter().any(|beginning| content.starts_with(beginning)))
}

/// Whether a line is the last of an item.
fn ends_item(Row { slashes, content, .. }: Row<'_>) -> bool {
    slashes == "//!" || content.ends_with('}') || content.ends_with(';') || content.starts_with("#![")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use quote::quote;

    use super::*;
    use crate::{Target, generate, generate_text};

    /// Of each piece, [`laid_out`] says whether it is.
    #[test]
    fn what_is_generated_is_laid_out_as_a_parser_would() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let files = |folder: &str| {
            let entries = std::fs::read_dir(format!("{root}/{folder}")).expect("a folder of documents");
            entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()).collect::<Vec<PathBuf>>()
        };
        let documents = ["spec", "tests/fixtures", "tests/fixtures/codegen"].map(files).concat();
        let target = Target { package: "an-api-of-a-rather-long-name".to_owned(), ..Target::default() };
        let crates = documents.iter().filter(|document| generate(document, &target).files.is_some()).count();
        assert!(crates > 50, "{crates}");
    }

    #[test]
    fn names_may_be_as_long_as_they_like() {
        for length in (20..100).step_by(3) {
            let name = format!("A{}", "b".repeat(length));
            let document = format!(
                r##"{{"openapi": "3.0.3", "info": {{"title": "a", "version": "1"}},
                "paths": {{"/{{{name}}}": {{"post": {{
                    "operationId": "{name}", "tags": ["{name}"],
                    "parameters": [
                        {{"name": "{name}", "in": "path", "required": true, "schema": {{"type": "string"}}}},
                        {{"name": "{name}s", "in": "query", "required": true, "schema": {{"type": "integer"}}}}
                    ],
                    "responses": {{
                        "200": {{
                            "description": "", "headers": {{"{name}": {{"schema": {{"type": "string"}}}}}},
                            "content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/{name}"}}}}}}
                        }},
                        "202": {{"description": ""}}
                    }}
                }}}}}},
                "components": {{"schemas": {{
                    "{name}": {{"type": "object", "properties": {{
                        "{name}": {{
                            "type": "string", "nullable": true, "allOf": [{{"$ref": "#/components/schemas/{name}Sid"}}]
                        }}
                    }}}},
                    "{name}Sid": {{"type": "string", "pattern": "^AC"}}
                }}}}}}"##
            );
            let crates = generate_text("long.json", &document, &Target::default());
            assert!(crates.files.is_some(), "{:?}", crates.diagnostics);
        }
    }

    #[test]
    fn items_are_set_apart_and_statements_are_not() {
        let tokens = quote! {
            #![doc = " A module."]
            use std::fmt;
            use serde::de::Deserialize;
            use crate::models::Plugin;
            mod a;
            mod b;
            #[doc = " A struct."]
            pub struct A { #[doc = " One."] pub one: u8, #[doc = " Two."] pub two: u8 }
            impl A {
                const X: u8 = 1;
                fn f(&self) { if self.one == 1 { return; } let x = 1; drop(x); }
                #[inline]
                fn g(&self) {}
            }
        };
        insta::assert_snapshot!(file([tokens]));
    }
}
