//! From the tokens of items to text, as prettyplease lays it out. Imports, modules, and implementations whose methods
//! have nothing but simple statements, are most of what stands outside of macros: these take no parser, all others do.

use std::fmt;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

use super::line::Line;
use super::macros::{INDENT, attribute, content, inner_attribute};
use super::statements;

/// How wide a line is at most, in bytes: prettyplease's margin.
pub(super) const WIDTH: usize = 89;

/// The text of the items in `tokens`.
pub(super) fn items(tokens: impl IntoIterator<Item = TokenTree>) -> String {
    let mut text = String::new();
    let mut tokens = tokens.into_iter();
    while let Some(item) = Item::read(&mut tokens, &mut text) {
        item.write(&mut text);
    }
    text
}

/// The text of the items in `tokens`, by way of a parser.
pub(super) fn parsed(tokens: TokenStream) -> String {
    // A second owner of the tokens would have them copied here, just to be shown if something is wrong.
    printed(syn::parse2(tokens))
}

fn printed(file: syn::Result<syn::File>) -> String {
    prettyplease::unparse(&file.unwrap_or_else(|error| unreachable!("emitted tokens are no Rust: {error}")))
}

/// The lines of what `code`, an item with a block, has in that.
pub(super) fn lines_in_block(code: &str) -> String {
    within(&printed(syn::parse_str(code)))
}

fn within(item: &str) -> String {
    item.split_inclusive('\n').skip(1).take_while(|line| *line != "}\n").collect()
}

/// An item, or one of an implementation.
#[derive(Default)]
struct Item {
    /// What stands between the brackets of each of its attributes.
    attributes: Vec<Group>,
    /// What it says before its block, or the sign at its end.
    head: Vec<TokenTree>,
    block: Option<Group>,
}

impl Item {
    /// The next item; attributes of what is around it go to `text`.
    fn read(tokens: &mut impl Iterator<Item = TokenTree>, text: &mut String) -> Option<Self> {
        let (mut item, mut is_inner) = (Self::default(), false);
        for token in tokens {
            match token {
                TokenTree::Punct(sign) if item.head.is_empty() => is_inner = sign.as_char() == '!',
                TokenTree::Group(group) if item.head.is_empty() && is_inner => inner_attribute(content(group), text),
                TokenTree::Group(group) if item.head.is_empty() => item.attributes.push(group),
                TokenTree::Punct(sign) if sign.as_char() == ';' => {
                    item.head.push(TokenTree::Punct(sign));
                    return Some(item);
                }
                TokenTree::Group(block) if block.delimiter() == Delimiter::Brace && item.has_block() => {
                    item.block = Some(block);
                    return Some(item);
                }
                token => item.head.push(token),
            }
        }
        (!item.head.is_empty()).then_some(item)
    }

    /// Whether braces are its block.
    fn has_block(&self) -> bool {
        let is_value = (self.is("const") || self.is("static")) && !self.has("fn");
        !is_value && !self.is("use")
    }

    fn words(&self) -> impl Iterator<Item = &Ident> {
        self.head.iter().filter_map(|token| if let TokenTree::Ident(word) = token { Some(word) } else { None })
    }

    fn has(&self, word: &str) -> bool {
        self.words().any(|other| other == word)
    }

    /// Whether `keyword` says what kind of item it is.
    fn is(&self, keyword: &str) -> bool {
        self.words().find(|word| *word != "pub").is_some_and(|word| word == keyword)
    }

    fn write(self, text: &mut String) {
        if self.is("use") || (self.is("mod") && self.block.is_none()) {
            self.write_line(text);
        } else if self.is("impl") && !self.has("where") {
            self.write_implementation(text);
        } else {
            text.push_str(&parsed(self.into_tokens()));
        }
    }

    fn into_tokens(self) -> TokenStream {
        let Self { attributes, head, block } = self;
        let attributes = attributes.iter();
        quote!(#(# #attributes)* #(#head)* #block)
    }

    fn write_attributes(&mut self, depth: usize, text: &mut String) {
        for group in std::mem::take(&mut self.attributes) {
            let start = text.len();
            attribute(content(group), depth, text);
            if text[start..].trim_end().len() > WIDTH && !text[start..].trim_start().starts_with("///") {
                break_attribute(start, depth, text);
            }
        }
    }

    fn write_line(mut self, text: &mut String) {
        self.write_attributes(0, text);
        let mut line = Line::default();
        for token in self.head {
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => match &list(content(group)).0[..] {
                    [name] if name != "self" => line.append(name),
                    names => line.append(&format!("{{{}}}", names.join(", "))),
                },
                token => line.push(token),
            }
        }
        if line.text().len() <= WIDTH {
            text.extend([line.text(), "\n"]);
        } else {
            text.push_str(&printed(syn::parse_str(line.text())));
        }
    }

    fn write_implementation(mut self, text: &mut String) {
        self.write_attributes(0, text);
        let mut line = Line::default();
        self.head.into_iter().for_each(|token| line.push(token));
        let members = self.block.map(content).unwrap_or_default();
        if line.needs_parser() || members.is_empty() || line.text().len() + " {".len() > WIDTH {
            let empty = printed(syn::parse_str(&format!("{} {{}}", line.text())));
            text.push_str(empty.trim_end_matches("}\n"));
        } else {
            text.extend([line.text(), " {"]);
        }
        if !members.is_empty() {
            text.push('\n');
        }
        let mut tokens = members.into_iter();
        while let Some(item) = Self::read(&mut tokens, text) {
            item.write_member(text);
        }
        text.push_str("}\n");
    }

    /// Writes an item of an implementation.
    fn write_member(mut self, text: &mut String) {
        match self.block.take() {
            Some(block) if self.has("fn") && !self.has("where") => {
                self.write_attributes(1, text);
                let (signature, body) = (Signature::of(self.head), statements::read(content(block)));
                match signature.lines().zip(statements::lines(&body, 2, WIDTH - 2 * INDENT.len())) {
                    Some((signature, body)) if !body.is_empty() => {
                        text.extend([signature.as_str(), "\n", &body, INDENT, "}\n"]);
                    }
                    _ => {
                        let body: String = body.iter().map(ToString::to_string).collect();
                        text.push_str(&lines_in_block(&format!("impl X {{ {signature} {{ {body} }} }}")));
                    }
                }
            }
            block => {
                let item = Self { block, ..self }.into_tokens();
                text.push_str(&within(&parsed(quote!(impl X { #item }))));
            }
        }
    }
}

/// Breaks the attribute that begins at `start` before each of its arguments.
fn break_attribute(start: usize, depth: usize, text: &mut String) {
    let line = text.split_off(start);
    let indent = INDENT.repeat(depth);
    let list = line.split_once('(').and_then(|(name, rest)| Some((name, rest.trim_end().strip_suffix(")]")?)));
    match list.and_then(|(name, list)| Some((name, list.parse().ok()?))) {
        Some((name, tokens)) => {
            let (arguments, _) = self::list(tokens);
            let arguments = arguments.join(&format!(",\n{indent}{INDENT}"));
            text.extend([name, "(\n", &indent, INDENT, &arguments, "\n", &indent, ")]\n"]);
        }
        None => text.push_str(&line),
    }
}

/// What stands before the body of a method.
#[derive(Default)]
struct Signature {
    /// `pub fn create`.
    name: String,
    parameters: Vec<String>,
    /// ` -> Create`, or nothing.
    result: String,
}

impl Signature {
    fn of(head: Vec<TokenTree>) -> Self {
        let mut signature = Self::default();
        let (mut line, mut is_named) = (Line::default(), false);
        for token in head {
            match token {
                TokenTree::Group(group) if is_named && !line.is_open() && signature.name.is_empty() => {
                    signature.name = line.take();
                    signature.parameters = list(content(group)).0;
                }
                token => {
                    is_named |= matches!(&token, TokenTree::Ident(word) if word == "fn");
                    line.push(token);
                }
            }
        }
        signature.result = if line.is_empty() { String::new() } else { format!(" {}", line.text()) };
        signature
    }

    /// Its lines in an implementation, up to the body; `None` if they have to be broken further.
    fn lines(&self) -> Option<String> {
        let fits = |text: &str| text.lines().all(|line| line.len() <= WIDTH);
        let line = format!("{INDENT}{self} {{");
        if fits(&line) {
            return Some(line);
        }
        let Self { name, parameters, result } = self;
        let parameters: String = parameters.iter().map(|parameter| format!("{INDENT}{INDENT}{parameter},\n")).collect();
        Some(format!("{INDENT}{name}(\n{parameters}{INDENT}){result} {{")).filter(|text| fits(text))
    }
}

/// What stands between commas, and whether it takes a parser to lay it out.
pub(super) fn list(tokens: TokenStream) -> (Vec<String>, bool) {
    let (mut entries, mut line, mut needs_parser) = (Vec::new(), Line::default(), false);
    for token in tokens {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == ',' && !line.is_open() => {
                needs_parser |= line.needs_parser();
                entries.push(line.take());
            }
            token => line.push(token),
        }
    }
    if !line.is_empty() {
        needs_parser |= line.needs_parser();
        entries.push(line.take());
    }
    (entries, needs_parser)
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, parameters, result } = self;
        write!(f, "{name}({}){result}", parameters.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_laid_out_as_a_parser_would() {
        for tokens in [
            quote!(
                pub mod a;
                #[cfg(test)]
                mod b;
            ),
            quote!(
                use crate::a::{one};
                pub use crate::b::{self};
                use crate::c::{self, two, Three};
            ),
            quote!(
                use crate::names::{AbcdefghijklmnopqrstuvwxyZ, BcdefghijklmnopqrstuvwxyzA, CdefghijklmnopqrstuvwxyzAB};
            ),
            quote!(
                const ONE: One = One { a: 1, b: 2 };
                static TWO: &[&str] = &["a", "b"];
                type Three = Four<5>;
            ),
            quote!(impl From<&HeaderMap> for AbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqr {}),
            quote! {
                impl<'a, T: Clone> From<&'a HeaderMap> for AbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqrstuvwxyz<'a, T> {
                    const NAMES: &'static [&'static str] = &["a", "b"];
                    fn none() {}
                    fn from(map: &'a HeaderMap) -> Self { Self { one: one(map, "one", parse), two: two(map) } }
                    fn generic<F: Fn(u8) -> u8>(self, f: F) -> Box<dyn Fn(u8) -> u8> where F: 'static { Box::new(f) }
                }
            },
            quote! {
                impl Plugins {
                    #[allow(clippy::similar_names, reason = "they are called so by the description of the API")]
                    pub fn create(&self, unique_name: impl AsRef<str>, values: impl IntoIterator<Item = u8>,)
                        -> Create {
                        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN);
                        request.form("UniqueName", unique_name.as_ref()).form("Values", values.into_iter().map(of));
                        Create { request }.friendly_name(models::Name::None)
                    }
                    pub(crate) async fn answer(self) -> Result<Answer> {
                        match self.client.answer().await?.status.as_u16() {
                            200 | 201 => self.answer(),
                            _ if self.one == 1 && !self.is_two() => { let x = -1; Err(x) }
                            _ => Ok(Answer { a_member: Default::default(), ..Answer::default() }),
                        }
                    }
                    fn odd(&mut self) { *self.x = 1; let b = !self.b; self.c(a - 1, a < b, a[0],); let d = [1, 2,]; }
                    fn odder(&mut self) {
                        while a { f(); }
                        #[allow(x)] let y = Yyyy { abcdefghijklm: 1, nopqrstuvw: 2 };
                    }
                    fn oddest(&mut self) -> B { Abcdefghijkl { mnop: a + 1, qrst: Abc { d: 1 }, uvw: { x } } }
                    fn of(&self, b: u8)
                        -> crate::Result<&AbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqrstuvwxyzAbcdefghi>
                    {
                        self.a
                    }
                    fn long(&self) -> AVeryLongNameForAnOperation {
                        AVeryLongNameForAnOperation { request: self.request }
                    }
                    fn sid(&self) -> Result<&Sid> {
                        self.configuration_sid.as_ref().ok_or(Error::missing("configuration_sid"))
                    }
                }
            },
        ] {
            assert_eq!(items(tokens.clone()), parsed(tokens));
        }
    }
}
