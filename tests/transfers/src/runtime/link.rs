//! Links in headers (RFC 8288).

use reqwest::header::{HeaderMap, LINK};

use super::paging::{Arrived, Lead, Step};

/// The link to what comes next, in a header of the answer.
pub(crate) struct Link;

impl Lead for Link {
    fn step(&self, page: &Arrived<'_>) -> Option<Step> {
        next(page.headers).map(Step::Url)
    }
}

/// The target of the link to what comes next.
fn next(headers: &HeaderMap) -> Option<String> {
    headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).find_map(next_in)
}

/// The target of the first link of `text` with the relation `next`, as it is written.
fn next_in(text: &str) -> Option<String> {
    let mut rest = text;
    loop {
        let (target, after) = rest.split_once('<')?.1.split_once('>')?;
        let (mut relation, mut is_of_other) = (None, false);
        rest = after;
        while let Some(after) = rest.trim_start().strip_prefix(';') {
            let (name, value, after) = parameter(after);
            rest = after;
            match name.to_ascii_lowercase().as_str() {
                // Only the first one counts (section 3.3).
                "rel" => drop(relation.get_or_insert(value)),
                // It is a link from something else than the answer.
                "anchor" => is_of_other = true,
                _ => {}
            }
        }
        let is_next =
            relation.is_some_and(|relation| relation.split_whitespace().any(|one| one.eq_ignore_ascii_case("next")));
        if is_next && !is_of_other {
            return Some(target.trim().to_owned());
        }
    }
}

/// The name and the value of the parameter at the beginning of `text`, and what comes after it.
fn parameter(text: &str) -> (&str, String, &str) {
    let end = text.find(['=', ';', ',']).unwrap_or(text.len());
    let (name, rest) = (text[..end].trim(), &text[end..]);
    let Some(rest) = rest.strip_prefix('=').map(str::trim_start) else { return (name, String::new(), rest) };
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.find([';', ',']).unwrap_or(rest.len());
        return (name, rest[..end].trim().to_owned(), &rest[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (name, value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (name, value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_to_what_comes_next_is_found() {
        for (text, expected) in [
            (r#"<https://a/?page=2>; rel="next""#, Some("https://a/?page=2")),
            (r#"</?page=1>; rel="prev", </?page=3>; rel="next", </?page=9>; rel="last""#, Some("/?page=3")),
            (r#"<?a,b;c>; title="x\", <y>; rel=next"; REL=Next"#, Some("?a,b;c")),
            (r#"<a>; rel="last next""#, Some("a")),
            ("<a>;rel=prev;rel=next", None),
            (r#"<a>; rel=next; anchor="/b", <c> ; rel = next"#, Some("c")),
            (r#"<a>; rel="nextish""#, None),
            ("<a>", None),
            ("<a; rel=next", None),
            (r#"<a>; rel="next"#, Some("a")),
            ("", None),
        ] {
            assert_eq!(next_in(text).as_deref(), expected, "{text}");
        }
    }
}
