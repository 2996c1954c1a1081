//! From tokens to a line of text, as a hand would space it.

use std::fmt::{Display, Write as _};

use proc_macro2::{Delimiter, Group, Spacing, TokenTree};

use super::macros::content;

/// How wide a struct literal may be on a line, in bytes, without its last brace: so prettyplease has it.
pub(super) const LITERAL_WIDTH: usize = 34;

/// What stands before braces that hold code.
const BEFORE_CODE: &[&str] = &["if ", "else ", "match ", "for ", "loop ", "move ", "async ", "unsafe "];

/// A line that grows token by token. Between its signs `<` and `>` stand types, never numbers to compare.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    /// Whether nothing separates what comes next from what was last.
    is_tight: bool,
    /// Whether the parameters of a closure have begun, and not ended.
    in_parameters: bool,
    declares: bool,
    /// Where the line is best broken: behind the last `=` or `=>` that stands in nothing else.
    half: Option<usize>,
    /// How many groups the line is in.
    depth: usize,
    /// How many lists of type arguments have begun, and not ended.
    open: usize,
    /// Whether the last sign and the next one are one.
    is_joint: bool,
    /// Whether there is more to the line than spaces: an operator, code in braces, or many members in an expression.
    needs_parser: bool,
}

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether braces that come next are a block of entries: the line declares a type, ends with a list, or is no more
    /// than a name.
    pub(super) fn has_block(&self) -> bool {
        let is_name = || self.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        self.declares || self.text.ends_with(')') || is_name()
    }

    /// Whether the line is no more than a path so far.
    pub(super) fn is_path(&self) -> bool {
        self.last_word().len() == self.text.len()
    }

    /// The line in two halves, the second of which may be empty.
    pub(super) fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.half.unwrap_or(self.text.len()))
    }

    /// The line as far as it has come.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Begins the next line, in the same memory.
    pub(super) fn clear(&mut self) {
        let mut text = std::mem::take(self).text;
        text.clear();
        self.text = text;
    }

    /// Whether it takes a parser to lay out the line: for an operator, code in braces, or many members of a value.
    pub(super) fn needs_parser(&self) -> bool {
        self.needs_parser
    }

    /// Adds text, as part of what was last.
    pub(super) fn append(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Whether the line is within a list of type arguments.
    pub(super) fn is_open(&self) -> bool {
        self.open > 0
    }

    /// The line; the next one begins.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(self).text
    }

    pub(super) fn push(&mut self, token: TokenTree) {
        match token {
            TokenTree::Group(group) => self.group(group),
            TokenTree::Ident(name) => {
                self.declares |= name == "struct" || name == "enum" || name == "trait";
                self.word(name);
            }
            TokenTree::Literal(literal) => self.word(literal),
            TokenTree::Punct(sign) => self.sign(sign.as_char(), sign.spacing() == Spacing::Joint),
        }
    }

    fn word(&mut self, word: impl Display) {
        self.is_joint = false;
        self.space();
        // Nothing can go wrong that is written to memory.
        let _ = write!(self.text, "{word}");
        self.is_tight = false;
    }

    /// Sets apart what comes next, unless it belongs to what was last.
    fn space(&mut self) {
        if !self.is_tight && !self.is_empty() {
            self.text.push(' ');
        }
    }

    /// `is_joint` says whether another sign follows that belongs to this one.
    fn sign(&mut self, sign: char, is_joint: bool) {
        let last = self.text.chars().next_back();
        match (sign, last) {
            (_, Some(last)) if self.is_joint && is_operator(last, sign) => {
                self.text.push(sign);
                self.needs_parser = true;
            }
            (',' | ';' | '?', _) => self.close(sign),
            ('!', last) => {
                // What denies something, rather than calls a macro.
                self.needs_parser |= !last.is_some_and(is_of_word);
                self.join(sign);
            }
            ('.', _) => self.join(sign),
            // The second half of `::`, and the first half behind a name; or of what separates a name from its type.
            (':', Some(':')) => {
                self.text.push(':');
                self.is_tight = true;
            }
            (':', _) => self.close(':'),
            ('<', _) => {
                // What compares, unless it follows the name of a type.
                self.needs_parser |= self.last_word().starts_with(|first: char| first.is_ascii_lowercase());
                self.open += 1;
                self.join('<');
            }
            // The second half of an arrow.
            ('>', Some('=' | '-')) => {
                self.close('>');
                self.end_half();
            }
            ('>', _) => {
                self.open = self.open.saturating_sub(1);
                self.close('>');
            }
            ('&' | '#' | '-' | '\'', _) => {
                // An attribute, or what subtracts.
                self.needs_parser |= sign == '#' || (sign == '-' && !is_joint && last.is_some_and(ends_value));
                self.space();
                self.text.push(sign);
                self.is_tight = !(sign == '-' && is_joint);
            }
            ('|', _) => {
                if !self.in_parameters {
                    self.space();
                }
                self.text.push('|');
                self.in_parameters = !self.in_parameters;
                self.is_tight = self.in_parameters;
            }
            ('=', _) => {
                self.word("=");
                self.end_half();
            }
            (other, _) => {
                self.needs_parser = true;
                self.word(other);
            }
        }
        self.is_joint = is_joint;
    }

    /// The path that the line ends with, if it ends with one.
    fn last_word(&self) -> &str {
        let start = self.text.trim_end_matches(|last: char| is_of_word(last) || last == ':').len();
        &self.text[start..]
    }

    /// Notes that the line can be broken here.
    fn end_half(&mut self) {
        if self.depth == 0 && self.open == 0 {
            self.half = Some(self.text.len());
        }
    }

    /// A sign that follows what was last, and sets apart what comes next.
    fn close(&mut self, sign: char) {
        self.text.push(sign);
        self.is_tight = false;
    }

    /// A sign that belongs to what was last and what comes next.
    fn join(&mut self, sign: char) {
        self.text.push(sign);
        self.is_tight = true;
    }

    fn group(&mut self, group: Group) {
        let delimiter = group.delimiter();
        let content = content(group);
        match delimiter {
            Delimiter::Parenthesis => self.list(content),
            Delimiter::Bracket => {
                // An index.
                self.needs_parser |= !self.is_tight && self.text.ends_with(ends_value);
                self.enclosed("[", content, "]");
            }
            Delimiter::Brace => {
                let path = self.last_word().len();
                self.needs_parser |= path == 0 || BEFORE_CODE.iter().any(|word| self.text.contains(word));
                let start = self.text.len() - path;
                self.enclosed("{ ", content, " }");
                let is_pattern = self.text.starts_with("let ") && self.half.is_none();
                self.needs_parser |= !is_pattern && self.text.len() - "}".len() - start > LITERAL_WIDTH;
            }
            Delimiter::None => self.all(content),
        }
    }

    /// What stands in parentheses; they belong to what was last, if that is called.
    pub(super) fn list(&mut self, content: impl IntoIterator<Item = TokenTree>) {
        let is_called = self.text.ends_with(|last: char| last.is_alphanumeric() || "_>!)]".contains(last));
        let is_arrow = self.text.ends_with("=>") || self.text.ends_with("->");
        self.is_tight |= is_called && !is_arrow;
        self.enclosed("(", content, ")");
    }

    fn enclosed(&mut self, open: &str, content: impl IntoIterator<Item = TokenTree>, close: &str) {
        self.space();
        let mut content = content.into_iter().peekable();
        if content.peek().is_none() {
            self.text.push_str(open.trim_end());
            self.text.push_str(close.trim_start());
        } else {
            self.text.push_str(open);
            self.is_tight = true;
            self.all(content);
            // On a line, the last one of a list has no comma.
            self.needs_parser |= self.text.ends_with(',');
            self.text.push_str(close);
        }
        self.is_tight = false;
    }

    fn all(&mut self, tokens: impl IntoIterator<Item = TokenTree>) {
        self.depth += 1;
        tokens.into_iter().for_each(|token| self.push(token));
        self.depth -= 1;
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether a value can end so, rather than a macro's name or a keyword's sign.
fn ends_value(last: char) -> bool {
    is_of_word(last) || matches!(last, ')' | ']')
}

/// Whether `first` and `second` are an operator, rather than an arrow, what stands in a path, or ends of types.
fn is_operator(first: char, second: char) -> bool {
    !matches!((first, second), (':', ':') | ('-' | '=' | '>', '>') | ('&', '\''))
}
