//! Documentation.

/// Documentation in rustdoc's CommonMark; empty if there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs(pub String);

impl Docs {
    /// `text` as inline code, whatever backticks it holds; in quotes if it is empty, which code cannot be.
    pub fn code(text: &str) -> String {
        let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
        if !text.is_empty() && text.bytes().all(is_plain) {
            return format!("`{text}`");
        }
        let shown = |character: &char| !Self::is_hidden(*character);
        let text: String = text.replace(['\r', '\n'], " ").chars().filter(shown).collect();
        let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
        let (ticks, blank) = ("`".repeat(longest + 1), text.trim().is_empty());
        let text = if text.is_empty() { "\"\"" } else { &text };
        let stripped = text.starts_with(' ') && text.ends_with(' ') && !blank;
        let space = if stripped || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        format!("{ticks}{space}{text}{space}{ticks}")
    }

    /// Whether a character is a control, or changes the direction of the text around it, which rustc refuses.
    pub fn is_hidden(character: char) -> bool {
        let kept = matches!(character, '\n' | '\t');
        (character.is_control() && !kept) || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    }
}
