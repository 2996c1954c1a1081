//! From the prose of a document to rustdoc.

use crate::ir;
use crate::rust::Docs;

/// The docs of a schema, a field or an input, with what the document says about its values.
pub(super) fn of(docs: &ir::Docs, fallback: impl FnOnce() -> String, limits: Option<&ir::Limits>) -> Docs {
    let mut text =
        docs.summary.iter().chain(&docs.description).map(|text| prose(text)).collect::<Vec<_>>().join("\n\n");
    if text.is_empty() {
        text = fallback();
    }
    let sentences = limits.map(sentences).unwrap_or_default();
    if !sentences.is_empty() {
        text.push_str("\n\n");
        text.push_str(&sentences.join(" "));
    }
    Docs(text)
}

/// What `limits` say, a sentence each.
fn sentences(limits: &ir::Limits) -> Vec<String> {
    let ir::Limits { min_length, max_length, pattern, minimum, maximum, values, default } = limits;
    let mut sentences = Vec::new();
    match (min_length, max_length) {
        (Some(least), Some(most)) if least == most => sentences.push(format!("Length: {least} characters.")),
        (Some(0) | None, Some(most)) => sentences.push(format!("Length: at most {most} characters.")),
        (Some(least), Some(most)) => sentences.push(format!("Length: {least} to {most} characters.")),
        (Some(1..), None) => sentences.push(format!("Length: at least {}.", characters(min_length.unwrap_or(1)))),
        (Some(0) | None, None) => {}
    }
    match (minimum, maximum) {
        (Some(least), Some(most)) => sentences.push(format!("Range: {least} to {most}.")),
        (Some(least), None) => sentences.push(format!("Range: {least} or more.")),
        (None, Some(most)) => sentences.push(format!("Range: {most} or less.")),
        (None, None) => {}
    }
    if let Some(pattern) = pattern {
        sentences.push(format!("Pattern: {}.", code(pattern)));
    }
    if !values.is_empty() {
        sentences.push(format!("Values: {}.", values.iter().map(|value| code(value)).collect::<Vec<_>>().join(", ")));
    }
    if let Some(default) = default {
        sentences.push(format!("Default: {}.", code(&default.to_string())));
    }
    sentences
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

/// `text` as inline code, whatever backticks it holds.
pub(super) fn code(text: &str) -> String {
    let fence = "`".repeat(text.split(|character| character != '`').map(str::len).max().unwrap_or(0) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", text.replace('\n', " "))
}

/// CommonMark as rustdoc wants it: code is no test, brackets are no links to items, addresses are links.
pub(super) fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut lines = Vec::new();
    let mut after_blank = true;
    for line in text.trim().lines() {
        let line = line.trim_end();
        let content = line.trim_start();
        if content.starts_with("```") || content.starts_with("~~~") {
            lines.push(if fenced {
                line.to_owned()
            } else {
                format!("{}```text", &line[..line.len() - content.len()])
            });
            fenced = !fenced;
        } else if fenced {
            lines.push(line.to_owned());
        } else if after_blank && line.len() - content.len() >= 4 && !is_item(content) {
            // An indented block of code would be taken for a test.
            lines.push(format!("    {}", words(content)).trim_start().to_owned());
        } else {
            lines.push(format!("{}{}", &line[..line.len() - content.len()], words(content)));
        }
        after_blank = content.is_empty();
    }
    if fenced {
        lines.push("```".to_owned());
    }
    lines.join("\n")
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|character: char| character.is_ascii_digit());
    line.starts_with(['-', '*', '+']) || (number.len() < line.len() && number.starts_with(['.', ')']))
}

/// A line of prose, outside of code.
fn words(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let taken = match character {
            '`' => code_span(rest),
            '[' => link(rest),
            '<' => escaped_angle(rest),
            'h' if !text.ends_with(char::is_alphanumeric) => address(rest),
            _ => None,
        };
        let (length, replacement) = taken.unwrap_or((character.len_utf8(), character.to_string()));
        text.push_str(&replacement);
        rest = &rest[length..];
    }
    text
}

/// Inline code, as it is.
fn code_span(text: &str) -> Option<(usize, String)> {
    let fence = text.len() - text.trim_start_matches('`').len();
    let end = fence + text[fence..].find(&text[..fence])? + fence;
    Some((end, text[..end].to_owned()))
}

/// A link with an address as it is; any other brackets escaped, so that rustdoc looks for no item.
fn link(text: &str) -> Option<(usize, String)> {
    let close = text.find(']')?;
    let end = match text[close + 1..].strip_prefix('(') {
        Some(target) => close + 2 + target.find(')')? + 1,
        None => return Some((close + 1, format!("\\[{}\\]", words(&text[1..close])))),
    };
    let target = &text[close + 2..end - 1];
    // A link relative to a page that is not this one leads nowhere.
    if !target.contains("://") {
        return Some((end, words(&text[1..close])));
    }
    Some((end, text[..end].to_owned()))
}

/// An address in angle brackets as it is; any other `<` escaped, since it may look like HTML.
fn escaped_angle(text: &str) -> Option<(usize, String)> {
    match text.find('>') {
        Some(end) if text.starts_with("<http") && !text[..end].contains(' ') => {
            Some((end + 1, text[..=end].to_owned()))
        }
        _ => Some((1, "\\<".to_owned())),
    }
}

/// A bare address, in angle brackets.
fn address(text: &str) -> Option<(usize, String)> {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return None;
    }
    let end =
        text.find(|character: char| character.is_whitespace() || "<>\"`)]".contains(character)).unwrap_or(text.len());
    let end = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']).len();
    Some((end, format!("<{}>", &text[..end])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_becomes_rustdoc() {
        for (text, expected) in [
            ("Plain.", "Plain."),
            ("See https://example.com/a_b.", "See <https://example.com/a_b>."),
            ("A [link](https://example.com).", "A [link](https://example.com)."),
            ("A [link](/docs).", "A link."),
            ("An [array].", "An \\[array\\]."),
            ("A <b>tag</b>.", "A \\<b>tag\\</b>."),
            ("Code `[x] <y>` stays.", "Code `[x] <y>` stays."),
            ("```\nlet x;\n```", "```text\nlet x;\n```"),
            ("```json\n{}", "```text\n{}\n```"),
            ("Text\n\n    indented", "Text\n\nindented"),
            ("- one\n  - two", "- one\n  - two"),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }

    #[test]
    fn code_holds_any_text() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }

    #[test]
    fn limits_are_said_in_words() {
        let limits = ir::Limits { max_length: Some(500), default: Some("x".into()), ..ir::Limits::default() };
        let docs = of(&ir::Docs::default(), || "A name.".to_owned(), Some(&limits));
        assert_eq!(docs.0, "A name.\n\nLength: at most 500 characters. Default: `\"x\"`.");
    }
}
