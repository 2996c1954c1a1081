//! A text without its markup, for what resists being rewritten.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::code::{Code, fence};
use super::markdown::OPTIONS;

/// The paragraphs, cells and code of `source`, one after the other, with every sign of markup escaped.
pub(super) fn text(source: &str) -> String {
    let mut blocks = Vec::new();
    let mut block = String::new();
    let mut code = None;
    for event in Parser::new_ext(source, OPTIONS) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                blocks.push(escaped(&std::mem::take(&mut block)));
                code = Some(Code::new(&kind));
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(code.take().map(|code| fence(&code.text(), ""))),
            Event::Text(text) if code.is_some() => code.iter_mut().for_each(|code| code.push(&text)),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                block.push_str(&text);
            }
            Event::FootnoteReference(name) => block.push_str(&format!("[^{name}]")),
            Event::SoftBreak | Event::HardBreak => block.push('\n'),
            Event::Start(tag) if !is_inline(&tag) => blocks.push(escaped(&std::mem::take(&mut block))),
            _ => {}
        }
    }
    blocks.push(escaped(&block));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// Text, whatever it looks like; without empty lines, which HTML may hold.
fn escaped(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(escaped_line);
    lines.collect::<Vec<_>>().join("\n")
}

fn escaped_line(line: &str) -> String {
    let number = line.len() - line.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    let mut text = String::with_capacity(line.len() + 8);
    for (at, character) in line.char_indices() {
        // At the start of a line, or after a number there, a sign may begin a block; a colon makes an address.
        let marks =
            at == number || matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | ':');
        if marks && character.is_ascii_punctuation() {
            text.push('\\');
        }
        text.push(character);
    }
    text
}
