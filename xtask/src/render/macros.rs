//! From the tokens of a macro's call to text. What stands between its braces is no Rust that a parser would know, but
//! entries, each on a line of its own with its documentation before it. They end with `,` or `;`; a declaration, and
//! what ends with a list in parentheses, may end with braces that have entries, too. So has a struct literal that is
//! all there is in parentheses.

use std::borrow::Cow;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::LitStr;

use super::line::Line;

pub(super) const INDENT: &str = "    ";

/// How wide a line may be, in bytes, that can be broken.
const WIDTH: usize = 120;

/// Some items, and the call of a macro with braces that follows them.
pub(super) struct Piece {
    pub(super) items: Vec<TokenTree>,
    pub(super) call: Option<(Ident, Group)>,
}

/// The items of a file in pieces, each up to such a call.
pub(super) fn pieces(tokens: TokenStream) -> impl Iterator<Item = Piece> {
    let mut tokens = tokens.into_iter();
    std::iter::from_fn(move || {
        let mut items = Vec::new();
        for token in tokens.by_ref() {
            match token {
                TokenTree::Group(braces) if braces.delimiter() == Delimiter::Brace && is_called(&items) => {
                    items.pop();
                    let name =
                        items.pop().and_then(|name| if let TokenTree::Ident(name) = name { Some(name) } else { None });
                    return Some(Piece { items, call: name.map(|name| (name, braces)) });
                }
                token => items.push(token),
            }
        }
        (!items.is_empty()).then(|| Piece { items, call: None })
    })
}

/// Whether tokens end with the name of a macro and its sign.
fn is_called(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [.., TokenTree::Ident(_), TokenTree::Punct(sign)] if sign.as_char() == '!')
}

/// Writes the call of the macro `name` with what is in `braces`.
pub(super) fn call(name: &Ident, braces: Group, text: &mut String) {
    write(&[&name.to_string(), "! {"], 0, text);
    entries(content(braces), 1, text);
    write(&["}"], 0, text);
}

/// What is in a group, which goes first: a second owner of the tokens would have each of them copied.
pub(super) fn content(group: Group) -> TokenStream {
    let stream = group.stream();
    drop(group);
    stream
}

/// Writes the entries in `tokens`, `depth` steps from the margin.
fn entries(tokens: TokenStream, depth: usize, text: &mut String) {
    let start = text.len();
    let mut line = Line::default();
    let mut tokens = tokens.into_iter();
    let mut is_attribute = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' && line.is_empty() => {
                // Statements and blocks with documentation are set apart.
                if !is_attribute && text.len() > start && (text.ends_with(";\n") || text.ends_with("}\n")) {
                    text.push('\n');
                }
                is_attribute = true;
                if let Some(TokenTree::Group(group)) = tokens.next() {
                    attribute(content(group), depth, text);
                }
                continue;
            }
            TokenTree::Group(braces) if braces.delimiter() == Delimiter::Brace && line.has_block() => {
                let content = content(braces);
                if content.is_empty() {
                    write(&[line.text(), " {}"], depth, text);
                } else {
                    write(&[line.text(), " {"], depth, text);
                    entries(content, depth + 1, text);
                    write(&["}"], depth, text);
                }
                line.clear();
            }
            TokenTree::Group(list) if list.delimiter() == Delimiter::Parenthesis => match literal(content(list)) {
                Ok((name, braces)) => {
                    write(&[line.text(), "(", &name.to_string(), " {"], depth, text);
                    entries(content(braces), depth + 1, text);
                    line.clear();
                    line.append("})");
                }
                Err(list) => line.list(list),
            },
            TokenTree::Punct(sign) if matches!(sign.as_char(), ',' | ';') && !line.is_open() => {
                line.push(TokenTree::Punct(sign));
                end(&mut line, depth, text);
            }
            token => line.push(token),
        }
        is_attribute = false;
    }
    if !line.is_empty() {
        end(&mut line, depth, text);
    }
}

/// Writes what stands in `line`, in two lines if it is too long for one; the next one begins.
fn end(line: &mut Line, depth: usize, text: &mut String) {
    let (first, second) = line.halves();
    if depth * INDENT.len() + first.len() + second.len() > WIDTH && !second.is_empty() {
        write(&[first], depth, text);
        write(&[second.trim_start()], depth + 1, text);
    } else {
        write(&[first, second], depth, text);
    }
    line.clear();
}

/// The parts of a struct literal, if `list` holds nothing but one, or else what it holds.
fn literal(list: TokenStream) -> Result<(Ident, Group), Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = list.into_iter().collect();
    match <[TokenTree; 2]>::try_from(tokens)? {
        [TokenTree::Ident(name), TokenTree::Group(braces)] if braces.delimiter() == Delimiter::Brace => {
            Ok((name, braces))
        }
        others => Err(others.into()),
    }
}

/// Writes a line, which consists of `parts`.
fn write(parts: &[&str], depth: usize, text: &mut String) {
    (0..depth).for_each(|_| text.push_str(INDENT));
    parts.iter().for_each(|part| text.push_str(part));
    text.push('\n');
}

/// Writes an attribute: documentation behind slashes, any other as it is.
pub(super) fn attribute(tokens: TokenStream, depth: usize, text: &mut String) {
    write_attribute(tokens, depth, ["///", "#["], text);
}

/// Writes an attribute of the module that it stands in.
pub(super) fn inner_attribute(tokens: TokenStream, text: &mut String) {
    write_attribute(tokens, 0, ["//!", "#!["], text);
}

fn write_attribute(tokens: TokenStream, depth: usize, [slashes, bracket]: [&str; 2], text: &mut String) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    if let [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(docs)] = &tokens[..]
        && name == "doc"
    {
        for line in unquoted(&docs.to_string()).split('\n') {
            write(&[slashes, line.trim_end()], depth, text);
        }
    } else {
        let mut line = Line::default();
        tokens.into_iter().for_each(|token| line.push(token));
        write(&[bracket, line.text(), "]"], depth, text);
    }
}

/// The text that a literal stands for.
fn unquoted(literal: &str) -> Cow<'_, str> {
    raw(literal)
        .map_or_else(|| syn::parse_str(literal).map_or(literal.into(), |text: LitStr| text.value().into()), Cow::from)
}

/// What stands between the quotes of a raw literal.
fn raw(literal: &str) -> Option<&str> {
    let (signs, text) = literal.strip_prefix('r')?.split_once('"')?;
    text.strip_suffix(signs)?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::file;

    #[test]
    fn entries_have_lines_and_their_docs() {
        let tokens = quote! {
            use crate::models;
            record! {
                #[doc = " A plugin.\n\n Nice."]
                #[non_exhaustive]
                pub struct Plugin: Default {
                    #[doc = " Its name."]
                    pub name: Option<Vec<String>> = optional "friendlyName",
                    pub at: BTreeMap<String, Timestamp> = required "at" in Rfc2822,
                    others { #[doc = " All others."] pub others: BTreeMap<String, Value>, }
                }
            }
            call! {
                static FETCH = GET "/a" as "Fetch" for document::SECURITY;
                pages = Paging { items: &["a", "b"], next: &paging::Url(&["c"]), ends: &[] };
                #[doc = " A call."]
                pub struct Fetch => Json<models::Plugin>;
                #[doc = " A setter."]
                #[deprecated]
                fn names(values: impl IntoIterator<Item = impl AsRef<str>>) =>
                    each("Name", values.into_iter().map(|text| text.as_ref().to_owned()).collect::<Vec<_>>());
                fn null() => null("name", Input { a: None, b: -1 });
            }
            const A: &str = "a";
            calls! {
                plugins {
                    "List" => list(text "Sid") { name: text "Name", null or no_null: value "Null" in Rfc2822, }
                    "Create" => create(CreateInputs { sid: text "Sid", }) { name: text "Name", }
                    "Fetch": redirect => fetch() {}
                }
            }
        };
        insta::assert_snapshot!(file([tokens]));
    }
}
