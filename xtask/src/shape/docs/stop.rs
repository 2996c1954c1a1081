//! The full stop at the end of a first paragraph, which rustdoc shows as the summary of an item.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::markdown::OPTIONS;

/// `text`, which is safe, with a full stop behind its first paragraph if that is a sentence, or part of one, without.
pub(super) fn stopped(mut text: String) -> String {
    if let Some(end) = end(&text) {
        text.insert(end, '.');
    }
    text
}

/// Where the first paragraph ends, if it needs a full stop there.
fn end(text: &str) -> Option<usize> {
    let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let Some((Event::Start(Tag::Paragraph), _)) = events.next() else { return None };
    let (mut links, mut has_words) = (0, false);
    let range = loop {
        match events.next()? {
            (Event::End(TagEnd::Paragraph), range) => break range,
            // Lines that are kept apart are rather a list.
            (Event::HardBreak, _) => return None,
            (Event::Start(Tag::Link { .. } | Tag::Image { .. }), _) => links += 1,
            (Event::End(TagEnd::Link | TagEnd::Image), _) => links -= 1,
            (Event::Text(text), _) => has_words |= links == 0 && text.contains(char::is_alphanumeric),
            (Event::Code(_), _) => has_words |= links == 0,
            _ => {}
        }
    };
    // A list or code would go on with the sentence.
    let is_whole = matches!(events.next(), None | Some((Event::Start(Tag::Paragraph | Tag::Heading { .. }), _)));
    let paragraph = text[range.clone()].trim_end();
    (is_whole && has_words && lacks_stop(paragraph)).then(|| range.start + paragraph.len())
}

/// Whether `paragraph` ends like a sentence of a script with full stops, but without one.
fn lacks_stop(paragraph: &str) -> bool {
    let closes = |character: char| matches!(character, ')' | ']' | '\\' | '"' | '\'' | '”' | '’' | '`');
    let is_word = |character: char| {
        character.is_lowercase() || character.is_uppercase() || character.is_ascii_digit() || matches!(character, '%')
    };
    let is_code = paragraph.ends_with('`');
    paragraph.trim_end_matches(closes).chars().next_back().is_some_and(|last| is_word(last) || is_code)
}

#[cfg(test)]
mod tests {
    use super::stopped;

    #[test]
    fn first_paragraphs_end_with_a_full_stop() {
        for (text, expected) in [
            ("Get point", "Get point."),
            ("Get point\n\nBy its id", "Get point.\n\nBy its id"),
            ("Get point (by id)\n\n# More", "Get point (by id).\n\n# More"),
            ("Of `a[]`", "Of `a[]`."),
            ("See [there](https://e.com)", "See [there](https://e.com)."),
        ] {
            assert_eq!(stopped(text.to_owned()), expected);
        }
        for text in [
            "",
            "Get point.",
            "Get it!",
            "Get \"it.\"",
            "One of:",
            "One of\n- a\n- b",
            "One of\n\n```text\na\n```",
            "# Heading",
            "- item",
            "a\\\nb",
            "[there](https://e.com)",
            "<https://e.com>",
            "**Note**",
            "取得",
        ] {
            assert_eq!(stopped(text.to_owned()), text);
        }
    }
}
