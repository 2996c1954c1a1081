//! From tokens to text: prettyplease, and a blank line between items, which tokens cannot carry.

mod line;
mod macros;

use std::borrow::Cow;

use proc_macro2::TokenStream;
use quote::quote;

/// The text of a file, of whose items `tokens` gives some at a time.
pub fn file(tokens: impl IntoIterator<Item = TokenStream>) -> String {
    let mut text = String::new();
    for piece in tokens.into_iter().flat_map(macros::pieces) {
        if !piece.items.is_empty() {
            separate(&mut text);
            text.push_str(&blank_lines(&items(piece.items)));
        }
        if let Some((name, braces)) = piece.call {
            separate(&mut text);
            text.push_str(&macros::call(&name, braces));
        }
    }
    text
}

/// Sets apart what comes next.
fn separate(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

fn items(tokens: TokenStream) -> String {
    // A second owner of the tokens would have them copied here, just to be shown if something is wrong.
    let file: syn::File =
        syn::parse2(tokens).unwrap_or_else(|error| unreachable!("emitted tokens are no Rust: {error}"));
    prettyplease::unparse(&file)
}

/// The text of statements, as they stand in a function.
pub fn statements(tokens: TokenStream) -> String {
    let function = quote!(async fn example() { #tokens });
    let text = blank_lines(&items(function));
    let body = text.lines().skip(1).take_while(|line| *line != "}");
    body.map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
}

/// Sets items apart: a blank line before each that spans lines, or follows one of another kind.
fn blank_lines(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut before: Option<Cow<'_, str>> = None;
    let mut lines = with_slashes(text).peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().map_or("", |next| next);
        if before.as_ref().is_some_and(|before| is_apart(before, &line, next)) {
            spaced.push('\n');
        }
        spaced.push_str(&line);
        spaced.push('\n');
        before = Some(line);
    }
    spaced
}

/// The lines, with slashes before each line of documentation, where prettyplease makes a block of several.
fn with_slashes(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut block: Option<(&str, &str)> = None;
    text.lines().map(move |line| {
        let (indent, slashes, content) = match block {
            Some((indent, slashes)) => (indent, slashes, line),
            None => {
                let content = line.trim_start();
                let indent = &line[..line.len() - content.len()];
                match (content.strip_prefix("/**"), content.strip_prefix("/*!")) {
                    (Some(content), _) => (indent, "///", content),
                    (_, Some(content)) => (indent, "//!", content),
                    _ => return Cow::Borrowed(line),
                }
            }
        };
        let end = content.strip_suffix("*/");
        block = if end.is_none() { Some((indent, slashes)) } else { None };
        Cow::Owned(format!("{indent}{slashes}{}", end.unwrap_or(content).trim_end()))
    })
}

/// Whether a blank line belongs between `before` and `line`, which `next` follows.
fn is_apart(before: &str, line: &str, next: &str) -> bool {
    let (indent, content) = (indentation(line), line.trim_start());
    if before.is_empty() || content.is_empty() || indentation(before) != indent || !begins_item(content) {
        return false;
    }
    let before = before.trim_start();
    match (kind(before), kind(content)) {
        // Attributes and docs belong to what follows them.
        (Kind::Attribute, _) => false,
        (Kind::Inner, Kind::Inner) => before.starts_with("//!") != content.starts_with("//!"),
        (Kind::Import(one), Kind::Import(other)) => one != other,
        (Kind::Line, Kind::Line) => false,
        // A condition of one line among others of its kind.
        (Kind::Import(_) | Kind::Line, Kind::Attribute) => {
            ends_item(before) && !(content.starts_with("#[cfg(") && kind(before) == kind(next.trim_start()))
        }
        _ => ends_item(before),
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
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

fn kind(line: &str) -> Kind {
    let import = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("use ");
    match import {
        Some(path) if path.starts_with("std::") => Kind::Import(0),
        Some(path) if path.starts_with("crate::") || path.starts_with("self::") || path.starts_with("super::") => {
            Kind::Import(2)
        }
        Some(_) => Kind::Import(1),
        // The end of an import in several lines, which only names of this package take.
        None if line == "};" => Kind::Import(2),
        None if line.starts_with("//!") || line.starts_with("#!") => Kind::Inner,
        None if line.starts_with("///") || line.starts_with("#[") => Kind::Attribute,
        None if line.starts_with("mod ") || line.starts_with("pub mod ") || line.starts_with("type ") => Kind::Line,
        None => Kind::Other,
    }
}

/// Whether a line is the first of an item.
fn begins_item(line: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "///",
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
    BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
}

/// Whether a line is the last of an item.
fn ends_item(line: &str) -> bool {
    line.ends_with('}') || line.ends_with(';') || line.starts_with("//!") || line.starts_with("#![")
}

#[cfg(test)]
mod tests {
    use super::*;

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
