//! From the tokens of statements to text, as prettyplease lays it out. Most stand on a line, or have one for each call
//! of their chain, which takes no parser to find out; the others are left to one.

use std::{fmt, mem};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::items::{WIDTH, lines_in_block, list};
use super::line::{LITERAL_WIDTH, Line};
use super::macros::{INDENT, content};

/// The text of statements, as they stand in a function.
pub fn statements(tokens: TokenStream) -> String {
    let statements = read(tokens);
    let lines = lines(&statements, 0, WIDTH - INDENT.len());
    if cfg!(test)
        && let Some(lines) = &lines
    {
        assert_eq!(*lines, parsed(&statements));
    }
    lines.unwrap_or_else(|| parsed(&statements))
}

/// A statement, a loop, or the value at the end.
#[derive(Default)]
pub(super) struct Statement {
    /// What it says up to each `.` that stands in nothing else.
    links: Vec<String>,
    block: Option<Vec<Statement>>,
    /// Whether it takes a parser to lay it out.
    needs_parser: bool,
}

impl Statement {
    /// Whether braces that come next are its block, once it has come as far as `line`.
    fn is_loop(&self, line: &Line) -> bool {
        self.links.first().map_or(line.text(), String::as_str).starts_with("while ")
    }

    /// Whether it is no more than the path in `line` so far.
    fn is_path(&self, line: &Line) -> bool {
        self.links.is_empty() && line.is_path()
    }

    /// Adds what `line` has, and begins the next one. Nothing breaks behind a name as short as `self`.
    fn add(&mut self, line: &mut Line) {
        self.needs_parser |= line.needs_parser();
        match self.links.as_mut_slice() {
            [name] if name.len() <= INDENT.len() => name.push_str(&line.take()),
            _ => self.links.push(line.take()),
        }
    }
}

pub(super) fn read(tokens: TokenStream) -> Vec<Statement> {
    let mut statements = Vec::new();
    let (mut statement, mut line) = (Statement::default(), Line::default());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(block) if block.delimiter() == Delimiter::Brace && statement.is_loop(&line) => {
                statement.add(&mut line);
                statement.block = Some(read(content(block)));
                statements.push(mem::take(&mut statement));
            }
            TokenTree::Punct(dot) if dot.as_char() == '.' => {
                statement.add(&mut line);
                line.push(TokenTree::Punct(dot));
            }
            TokenTree::Punct(end) if end.as_char() == ';' => {
                line.push(TokenTree::Punct(end));
                statement.add(&mut line);
                statements.push(mem::take(&mut statement));
            }
            TokenTree::Group(members)
                if members.delimiter() == Delimiter::Brace && statement.is_path(&line) && tokens.peek().is_none() =>
            {
                let (members, needs_parser) = list(content(members));
                statement.needs_parser |= needs_parser;
                let literal = format!("{} {{ {} }}", line.text(), members.join(", "));
                if literal.len() <= LITERAL_WIDTH + "}".len() {
                    line.clear();
                    line.append(&literal);
                } else {
                    let member = |member| Statement { links: vec![member + ","], ..Statement::default() };
                    statement.block = Some(members.into_iter().map(member).collect());
                }
            }
            token => {
                // A call before braces is what a `match` is about, or an `if`.
                let has_braces = matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                statement.needs_parser |= has_braces && !statement.links.is_empty();
                line.push(token);
            }
        }
    }
    if !line.is_empty() {
        statement.add(&mut line);
        statements.push(statement);
    }
    statements
}

/// The lines of statements that stand `depth` steps from the margin and have `room` for so many bytes; `None` if a
/// parser has to find out how to break one.
pub(super) fn lines(statements: &[Statement], depth: usize, room: usize) -> Option<String> {
    let indent = INDENT.repeat(depth);
    let mut text = String::new();
    for Statement { links, block, needs_parser } in statements {
        let end = if block.is_some() { " {" } else { "" };
        let is_line = links.iter().map(String::len).sum::<usize>() + end.len() <= room;
        let is_chain = block.is_none() && links.iter().all(|link| INDENT.len() + link.len() <= room);
        if *needs_parser || !(is_line || is_chain) {
            return None;
        }
        let between = if is_line { String::new() } else { format!("\n{indent}{INDENT}") };
        text.extend([indent.as_str(), &links.join(&between), end, "\n"]);
        if let Some(block) = block {
            let inner = lines(block, depth + 1, room.checked_sub(INDENT.len())?)?;
            text.extend([inner.as_str(), &indent, "}\n"]);
        }
    }
    Some(text)
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.links.iter().try_for_each(|link| f.write_str(link))?;
        if let Some(block) = &self.block {
            f.write_str(" {")?;
            block.iter().try_for_each(|statement| write!(f, "{statement}"))?;
            f.write_str("}")?;
        }
        Ok(())
    }
}

fn parsed(statements: &[Statement]) -> String {
    let code: String = statements.iter().map(Statement::to_string).collect();
    let lines = lines_in_block(&format!("async fn example() {{ {code} }}"));
    lines.split_inclusive('\n').map(|line| line.strip_prefix(INDENT).unwrap_or(line)).collect()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn lines_are_those_that_a_parser_would_make() {
        let text = "a".repeat(40);
        for tokens in [
            quote!(client.plugins().archive("sid").await?;),
            quote! {
                let plugin = client.plugins().create("crm", -1, [1.5, 2.5]).unique(#text).await?;
                println!("{plugin:?}");
            },
            quote! {
                let mut plugins = client.plugins().list().after(models::Sid::from(b"a")).stream();
                while let Some(plugin) = plugins.next().await {
                    let plugin = plugin?;
                    let inner = client.plugins().of(vec![plugin.sid], Inputs { one: 1, two: None }).named(#text).await?;
                    println!("{} bytes", inner.content.len());
                }
            },
        ] {
            let statements = read(tokens);
            assert_eq!(lines(&statements, 0, WIDTH - INDENT.len()), Some(parsed(&statements)));
        }
    }

    #[test]
    fn what_has_to_break_within_is_left_to_a_parser() {
        let text = "a".repeat(70);
        let broken = statements(quote!(let plugin = client.plugins().create("crm", #text).await?;));
        assert_eq!(
            broken.lines().map(|line| line.replace(&text, "…")).collect::<Vec<_>>(),
            [
                "let plugin = client",
                "    .plugins()",
                "    .create(",
                "        \"crm\",",
                "        \"…\",",
                "    )",
                "    .await?;"
            ]
        );
    }
}
