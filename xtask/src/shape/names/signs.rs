//! Names of values that are nothing but signs, such as operators.

/// What pairs of signs are called that say something else than each for itself.
const PAIRS: &[(&str, &str)] = &[("<=", "LessOrEqual"), (">=", "GreaterOrEqual"), ("<>", "NotEqual")];

/// What `*` is called that is a choice of everything.
pub(super) const ALL: &str = "All";

/// Whether `name` says what `text` is, which has nothing but signs.
pub(super) fn is_told(text: &str, name: &str) -> bool {
    named(text).as_deref() == Some(name) || (text == "*" && name == ALL)
}

/// What `text` is called in Pascal case, if it has nothing but signs that have names.
pub(super) fn named(text: &str) -> Option<String> {
    if let Some((_, name)) = PAIRS.iter().find(|(pair, _)| *pair == text) {
        return Some((*name).to_owned());
    }
    let names: Option<Vec<&str>> = text.chars().map(name).collect();
    names.map(|names| names.concat()).filter(|name| !name.is_empty())
}

/// `text` with words for its signs, except for those that only keep words apart.
pub(super) fn spelled(text: &str) -> String {
    let mut spelled = String::new();
    for (at, sign) in text.char_indices() {
        let next = text[at + sign.len_utf8()..].chars().next();
        let is_apart = match sign {
            '/' | '.' | ',' | ':' | ';' => true,
            // A hyphen is a minus at either end, or before a number.
            '-' => at > 0 && next.is_some_and(|next| !next.is_ascii_digit()),
            _ => false,
        };
        match name(sign).filter(|_| !is_apart) {
            Some(word) => spelled.extend([" ", word, " "]),
            None => spelled.push(sign),
        }
    }
    spelled
}

fn name(sign: char) -> Option<&'static str> {
    Some(match sign {
        '=' => "Equal",
        '!' => "Not",
        '<' => "Less",
        '>' => "Greater",
        '~' => "Tilde",
        '^' => "Caret",
        '$' => "Dollar",
        '*' => "Asterisk",
        '+' => "Plus",
        '-' => "Minus",
        '/' => "Slash",
        '%' => "Percent",
        '&' => "Ampersand",
        '|' => "Bar",
        '.' => "Dot",
        ',' => "Comma",
        ':' => "Colon",
        ';' => "Semicolon",
        '#' => "Hash",
        '@' => "At",
        '?' => "QuestionMark",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn operators_have_names() {
        for (text, expected) in [
            ("=", Some("Equal")),
            ("!=", Some("NotEqual")),
            ("<=", Some("LessOrEqual")),
            ("!~", Some("NotTilde")),
            ("a+", None),
            ("…", None),
            ("", None),
        ] {
            assert_eq!(named(text).as_deref(), expected, "{text}");
        }
    }
}
