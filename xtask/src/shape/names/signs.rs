//! Names of values that are nothing but signs, such as operators.

/// What pairs of signs are called that say something else than each for itself.
const PAIRS: &[(&str, &str)] = &[("<=", "LessOrEqual"), (">=", "GreaterOrEqual"), ("<>", "NotEqual")];

/// What `text` is called in Pascal case, if it has nothing but signs that have names.
pub(super) fn named(text: &str) -> Option<String> {
    if let Some((_, name)) = PAIRS.iter().find(|(pair, _)| *pair == text) {
        return Some((*name).to_owned());
    }
    let names: Option<Vec<&str>> = text.chars().map(name).collect();
    names.map(|names| names.concat()).filter(|name| !name.is_empty())
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
