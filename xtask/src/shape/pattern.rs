//! From a regular expression to the parts of a text of a fixed form.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

use crate::rust::Part;

/// The parts of a text that matches `expression`, if they and their lengths are fixed: `^FP[0-9a-fA-F]{32}$`.
///
/// The error says why an expression cannot be taken apart like that.
pub(super) fn parts(expression: &str) -> Result<Vec<Part>, String> {
    let hir = parsed(expression)?;
    let HirKind::Concat(pieces) = hir.kind() else { return Err(VARIES.to_owned()) };
    let [first, middle @ .., last] = pieces.as_slice() else { return Err(VARIES.to_owned()) };
    if !matches!((first.kind(), last.kind()), (HirKind::Look(Look::Start), HirKind::Look(Look::End))) {
        return Err("it does not match from the first character to the last".to_owned());
    }
    let parts: Option<Vec<Part>> = middle.iter().map(part).collect();
    parts.filter(|parts| (1..=LONGEST).contains(&length(parts))).ok_or_else(|| VARIES.to_owned())
}

/// `expression`, in which `\d` and `\w` are characters of ASCII, as they are in ECMA-262.
///
/// # Errors
///
/// What is wrong with it.
pub fn parsed(expression: &str) -> Result<Hir, String> {
    let mut ascii = String::with_capacity(expression.len());
    let mut characters = expression.chars();
    while let Some(character) = characters.next() {
        let escaped = if character == '\\' { characters.next() } else { None };
        match escaped {
            None => ascii.push(character),
            Some('d') => ascii.push_str("[0-9]"),
            Some('D') => ascii.push_str("[^0-9]"),
            Some('w') => ascii.push_str("[0-9A-Za-z_]"),
            Some('W') => ascii.push_str("[^0-9A-Za-z_]"),
            Some(other) => ascii.extend([character, other]),
        }
    }
    regex_syntax::parse(&ascii).map_err(|error| error.to_string())
}

/// The most characters that a text of a fixed form may have; longer ones are no identifiers.
const LONGEST: usize = 1000;

fn length(parts: &[Part]) -> usize {
    let lengths = parts.iter().map(|part| match part {
        Part::Literal(literal) => literal.chars().count(),
        Part::Class(_, count) => *count,
    });
    lengths.fold(0, usize::saturating_add)
}

const VARIES: &str = "only sequences of characters and classes of a fixed length can be checked";

fn part(piece: &Hir) -> Option<Part> {
    match piece.kind() {
        HirKind::Literal(literal) => Some(Part::Literal(std::str::from_utf8(&literal.0).ok()?.to_owned())),
        HirKind::Class(class) => Some(Part::Class(ranges(class)?, 1)),
        HirKind::Repetition(repetition) if repetition.max == Some(repetition.min) => match repetition.sub.kind() {
            HirKind::Class(class) => Some(Part::Class(ranges(class)?, usize::try_from(repetition.min).ok()?)),
            _ => None,
        },
        _ => None,
    }
}

fn ranges(class: &Class) -> Option<Vec<(char, char)>> {
    match class {
        Class::Unicode(class) => Some(class.iter().map(|range| (range.start(), range.end())).collect()),
        Class::Bytes(class) => {
            class.is_ascii().then(|| class.iter().map(|range| (range.start().into(), range.end().into())).collect())
        }
    }
}

/// A text made of `parts`: the first character of each class.
pub(super) fn sample(parts: &[Part]) -> String {
    parts.iter().fold(String::new(), |text, part| match part {
        Part::Literal(literal) => text + literal,
        Part::Class(ranges, count) => {
            text + &ranges.first().map_or('?', |(first, _)| *first).to_string().repeat(*count)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_forms_are_taken_apart() {
        let hex = vec![('0', '9'), ('A', 'F'), ('a', 'f')];
        let expected = vec![Part::Literal("FP".to_owned()), Part::Class(hex, 32)];
        assert_eq!(parts("^FP[0-9a-fA-F]{32}$"), Ok(expected.clone()));
        assert_eq!(sample(&expected), format!("FP{}", "0".repeat(32)));
        assert_eq!(parts(r"^[\dA-Fa-f]{32}\\\d$"), parts(r"^[0-9a-fA-F]{32}\\[0-9]$"));
        assert_eq!(parts("^[a-c]x$"), Ok(vec![Part::Class(vec![('a', 'c')], 1), Part::Literal("x".to_owned())]));
    }

    #[test]
    fn other_forms_are_not() {
        for expression in
            ["FP[0-9]{32}", "^a|b$", "^[a-z]+$", "^(ab){2}$", "^(?!x)a$", "(", "", "^", "^$", "^[a-z]{4000000000}$"]
        {
            assert!(parts(expression).is_err(), "{expression}");
        }
    }
}
