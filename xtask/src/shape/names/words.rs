//! The words of a text, and how they are written in Rust.

use heck::{ToPascalCase, ToSnakeCase};
use unicode_ident::{is_xid_continue, is_xid_start};

/// Names that cannot even be raw identifiers.
const IMPOSSIBLE: &[&str] = &["Self", "_", "crate", "self", "super"];

/// `name` in snake case; a comparison at its end, as in `DateCreated<`, as a word.
pub(super) fn snake(name: &str) -> String {
    let words = match (name.strip_suffix('<'), name.strip_suffix('>')) {
        (Some(rest), _) => format!("{rest} before"),
        (_, Some(rest)) => format!("{rest} after"),
        _ => signed(name),
    };
    identifier(&in_snake_case(&words), "value")
}

/// `text`, which is [`clean`], in Pascal case, with its numbers kept apart: 2.11 is not 21.1.
pub(super) fn apart(text: &str) -> String {
    let mut name = String::new();
    for word in text.split([' ', '_']).map(ToPascalCase::to_pascal_case) {
        let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
        if is_digit(name.chars().next_back()) && is_digit(word.chars().next()) {
            name.push('_');
        }
        name.push_str(&word);
    }
    name
}

/// `text` with the sign of a number as a word.
pub(super) fn signed(text: &str) -> String {
    match text.strip_prefix(['+', '-']) {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{} {rest}", if text.starts_with('+') { "plus" } else { "minus" })
        }
        _ => text.to_owned(),
    }
}

/// `text` with a space for each character that no identifier can have, or that rustc warns about.
pub(super) fn clean(text: &str) -> String {
    // Letters that modify others, are raised or lowered, or stand for others: mathematical, letter-like, and of full or
    // half width.
    let is_unusual = |character| {
        matches!(
            character,
            'ª' | 'º'
                | '\u{2b0}'..='\u{2ff}'
                | '\u{1d2c}'..='\u{1d6a}'
                | '\u{1d78}'
                | '\u{1d9b}'..='\u{1dbf}'
                | '\u{2070}'..='\u{209c}'
                | '\u{2100}'..='\u{214f}'
                | '\u{ff00}'..='\u{ffef}'
                | '\u{1d400}'..='\u{1d7ff}'
        )
    };
    let is_fine = |character: char| match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => true,
        _ => is_xid_continue(character) && !is_unusual(character),
    };
    let text: String = text.chars().map(|character| if is_fine(character) { character } else { ' ' }).collect();
    without_plural_acronyms(text)
}

/// `text` with `IDs` as `Ids`, whose words would be `I` and `Ds` otherwise.
fn without_plural_acronyms(text: String) -> String {
    let is_one = |letters: &[u8]| matches!(letters, [b'A'..=b'Z', b'A'..=b'Z', b's']);
    if !text.as_bytes().windows(3).any(is_one) {
        return text;
    }
    let characters: Vec<char> = text.chars().collect();
    let ends_one = |place: usize| {
        place > 1
            && characters[place] == 's'
            && characters[place - 2..place].iter().all(char::is_ascii_uppercase)
            && !characters.get(place + 1).is_some_and(|next| next.is_lowercase())
    };
    if !(0..characters.len()).any(ends_one) {
        return text;
    }
    let mut changed = characters.clone();
    for end in (0..characters.len()).filter(|place| ends_one(*place)) {
        let acronym = characters[..end].iter().rev().take_while(|character| character.is_ascii_uppercase()).count();
        changed[end + 1 - acronym..end].iter_mut().for_each(|character| character.make_ascii_lowercase());
    }
    changed.into_iter().collect()
}

/// `text`, [`clean`], in snake case; `OAuth` is one word.
pub(super) fn in_snake_case(text: &str) -> String {
    if is_in_snake_case(text) {
        return text.to_owned();
    }
    if is_in_camel_case(text) {
        return with_words_apart(text);
    }
    let text = clean(text);
    if !text.contains("OAuth") {
        return text.to_snake_case();
    }
    let follows_capital =
        |place: usize| text[..place].chars().next_back().is_some_and(|before| before.is_ascii_uppercase());
    if text.match_indices("OAuth").any(|(place, _)| follows_capital(place)) {
        return text.to_snake_case();
    }
    text.replace("OAuth", "Oauth").to_snake_case()
}

/// Whether `text` is nothing but words of small letters and digits with a single `_` in between, as most names are.
fn is_in_snake_case(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.split('_').all(is_word)
}

/// Whether `text` is nothing but letters of which no two capitals stand together, as most other names are.
fn is_in_camel_case(text: &str) -> bool {
    let letters = text.as_bytes();
    let follows_capital = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
    letters.iter().all(u8::is_ascii_alphabetic) && !letters.windows(2).any(follows_capital)
}

/// `text`, which [`is_in_camel_case`], in snake case.
fn with_words_apart(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 4);
    for letter in text.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// `text`, which is [`clean`], made an identifier: it cannot start with a digit, be empty, or be one of a few keywords.
pub(super) fn identifier(text: &str, noun: &str) -> String {
    let text = text.replace(' ', "");
    let is_type = noun.starts_with(char::is_uppercase);
    let join = if is_type { "" } else { "_" };
    match text.chars().next() {
        None => noun.to_owned(),
        Some(_) if IMPOSSIBLE.contains(&text.as_str()) => format!("{text}{join}{noun}"),
        Some(first) if is_xid_start(first) || first == '_' => text,
        Some(_) => format!("{noun}{join}{text}"),
    }
}

/// The beginning of `name`, which is ASCII, if it is longer than `most`.
pub(super) fn shortened(mut name: String, most: usize) -> String {
    if name.len() > most {
        name.truncate(most);
        name.truncate(name.trim_end_matches('_').len());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_names_have_the_words_that_others_would_have() {
        let longer = |name: &String| ["a", "b", "A", "B"].map(|letter| format!("{name}{letter}"));
        let mut names = vec![String::new()];
        for _ in 0..6 {
            names = names.iter().flat_map(longer).filter(|name| is_in_camel_case(name)).collect();
            names.iter().for_each(|name| assert_eq!(with_words_apart(name), name.to_snake_case()));
        }
        assert!(names.len() > 500, "{}", names.len());
    }
}
