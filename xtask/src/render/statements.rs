//! From the tokens of statements to text, as prettyplease lays it out. Most stand on a line, or have one for each call of
//! their chain, which takes no parser to find out; the others are left to one.

use std::{fmt, mem};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::line::Line;
use super::macros::{INDENT, content};

/// How wide a line of a function may be, in bytes: prettyplease has 89 columns, of which a function leaves 4 free.
const WIDTH: usize = 85;

/// The text of statements, as they stand in a function.
pub fn statements(tokens: TokenStream) -> String {
    let statements = read(tokens);
    lines(&statements, 0).unwrap_or_else(|| parsed(&statements))
}

/// A statement, or a loop.
#[derive(Default)]
struct Statement {
    /// What it says up to each `.` that stands in nothing else.
    links: Vec<String>,
    block: Option<Vec<Statement>>,
}

impl Statement {
    /// Whether braces that come next are its block: all loops have a call in their head.
    fn is_loop(&self) -> bool {
        self.links.first().is_some_and(|first| first.starts_with("while "))
    }
}

fn read(tokens: TokenStream) -> Vec<Statement> {
    let mut statements = Vec::new();
    let (mut statement, mut line) = (Statement::default(), Line::default());
    for token in tokens {
        match token {
            TokenTree::Group(block) if block.delimiter() == Delimiter::Brace && statement.is_loop() => {
                statement.links.push(line.take());
                statement.block = Some(read(content(block)));
                statements.push(mem::take(&mut statement));
            }
            TokenTree::Punct(dot) if dot.as_char() == '.' => {
                statement.links.push(line.take());
                line.push(TokenTree::Punct(dot));
            }
            TokenTree::Punct(end) if end.as_char() == ';' => {
                line.push(TokenTree::Punct(end));
                statement.links.push(line.take());
                statements.push(mem::take(&mut statement));
            }
            token => line.push(token),
        }
    }
    statements
}

/// The lines of statements that stand `depth` steps from the margin; `None` if a parser has to find out how to break one.
fn lines(statements: &[Statement], depth: usize) -> Option<String> {
    let indent = INDENT.repeat(depth);
    let room = WIDTH.checked_sub(indent.len())?;
    let mut text = String::new();
    for Statement { links, block } in statements {
        let end = if block.is_some() { " {" } else { "" };
        let is_line = links.iter().map(String::len).sum::<usize>() + end.len() <= room;
        let is_chain = block.is_none() && links.iter().all(|link| INDENT.len() + link.len() <= room);
        let between = match () {
            () if is_line => String::new(),
            () if is_chain => format!("\n{indent}{INDENT}"),
            () => return None,
        };
        text.extend([indent.as_str(), &links.join(&between), end, "\n"]);
        if let Some(block) = block {
            text.extend([lines(block, depth + 1)?.as_str(), &indent, "}\n"]);
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
    let function: String = statements.iter().map(Statement::to_string).collect();
    let file = syn::parse_str(&format!("async fn example() {{ {function} }}"))
        .unwrap_or_else(|error| unreachable!("emitted statements are no Rust: {error}"));
    let text = prettyplease::unparse(&file);
    let body = text.lines().skip(1).take_while(|line| *line != "}");
    body.map(|line| format!("{}\n", line.strip_prefix(INDENT).unwrap_or(line))).collect()
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
            quote!(let plugin = client.plugins().create("crm", -1, [1.5, 2.5]).unique(#text).await?; println!("{plugin:?}");),
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
            assert_eq!(lines(&statements, 0), Some(parsed(&statements)));
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
