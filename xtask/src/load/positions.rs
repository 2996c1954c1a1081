//! From places to ranges of the text, by reading it once more.

mod tokens;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostics::{Diagnostics, Place, Pointer, Problem};

use super::Source;
use tokens::{Kind, Token, Tokens};

/// The range of bytes to underline for each of `places`, in one pass over the text.
///
/// What is not there, such as a member that came with a merge key, has the range of the nearest thing around it that
/// is. `None` for [`Place::File`], and for pointers if the text cannot be parsed.
pub(crate) fn locate(source: &Source, places: &[Place]) -> Vec<Option<Range<usize>>> {
    let mut wanted = Wanted::default();
    for (index, place) in places.iter().enumerate() {
        if let Some(pointer) = place.pointer() {
            wanted.add(pointer, index);
        }
    }
    let mut found = vec![None; places.len()];
    if !(wanted.indices.is_empty() && wanted.below.is_empty()) {
        let mut search = Search { text: &source.text, tokens: tokens::of(source), places, found: &mut found };
        search.node(&wanted, None);
    }
    for (place, found) in places.iter().zip(&mut found) {
        if let Place::Text(range) = place {
            *found = Some(range.clone());
        }
    }
    found
}

/// Places by pointer: the indices of those that are here, and what is wanted further down.
#[derive(Default)]
struct Wanted {
    indices: Vec<usize>,
    below: BTreeMap<String, Wanted>,
}

impl Wanted {
    fn add(&mut self, pointer: &Pointer, index: usize) {
        let node = pointer.segments().fold(self, |node, segment| node.below.entry(segment).or_default());
        node.indices.push(index);
    }
}

struct Search<'a, 'f> {
    text: &'a str,
    tokens: Tokens<'a>,
    places: &'a [Place],
    found: &'f mut [Option<Range<usize>>],
}

impl Search<'_, '_> {
    /// Reads the node that comes next, whose name is at `key`, and resolves what is wanted in it.
    ///
    /// Recursion is as deep as the deepest pointer, and thus as the deepest tree that a parser lets through.
    fn node(&mut self, wanted: &Wanted, key: Option<&Range<usize>>) {
        let Some(token) = self.tokens.next() else {
            return;
        };
        let start = token.range.start;
        let around = key.unwrap_or(&token.range).clone();
        let value = match token.kind {
            Kind::Scalar(_) | Kind::Alias => token.range,
            Kind::End => return,
            Kind::Mapping => start..self.members(wanted, &around),
            Kind::Sequence => start..self.items(wanted),
        };
        let value = line_of(self.text, value, key);
        for index in &wanted.indices {
            let range = match (&self.places[*index], key) {
                (Place::Key(_), Some(key)) => key,
                _ => &value,
            };
            self.found[*index] = Some(range.clone());
        }
        self.rest(wanted, &key.unwrap_or(&value).clone());
    }

    /// Reads a mapping to its end and returns where that is.
    fn members(&mut self, wanted: &Wanted, around: &Range<usize>) -> usize {
        let mut merged = None;
        loop {
            let Some(Token { kind, range }) = self.tokens.next() else {
                return around.end;
            };
            match kind {
                Kind::End => {
                    if let Some(merged) = merged {
                        self.rest(wanted, &merged);
                    }
                    return range.end;
                }
                Kind::Scalar(name) => {
                    if name == super::merge::KEY {
                        merged = Some(range.clone());
                    }
                    match wanted.below.get(&*name) {
                        Some(wanted) => self.node(wanted, Some(&range)),
                        None => self.skip(),
                    }
                }
                Kind::Alias => self.skip(),
                Kind::Mapping | Kind::Sequence => {
                    self.skip_rest();
                    self.skip();
                }
            }
        }
    }

    /// Reads a sequence to its end and returns where that is.
    fn items(&mut self, wanted: &Wanted) -> usize {
        for index in 0.. {
            match self.tokens.peek() {
                None => break,
                Some(Token { kind: Kind::End, range }) => {
                    let end = range.end;
                    self.tokens.next();
                    return end;
                }
                Some(_) => match wanted.below.get(&index.to_string()) {
                    Some(wanted) => self.node(wanted, None),
                    None => self.skip(),
                },
            }
        }
        self.text.len()
    }

    /// Passes over the node that comes next.
    fn skip(&mut self) {
        if let Some(Token { kind: Kind::Mapping | Kind::Sequence, .. }) = self.tokens.next() {
            self.skip_rest();
        }
    }

    /// Passes over the rest of a mapping or sequence.
    fn skip_rest(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.tokens.next() {
                None => return,
                Some(Token { kind: Kind::Mapping | Kind::Sequence, .. }) => depth += 1,
                Some(Token { kind: Kind::End, .. }) => depth -= 1,
                Some(_) => {}
            }
        }
    }

    /// Gives what is wanted below and has not been found the range of what is around it.
    fn rest(&mut self, wanted: &Wanted, around: &Range<usize>) {
        for below in wanted.below.values() {
            for index in &below.indices {
                self.found[*index].get_or_insert_with(|| around.clone());
            }
            self.rest(below, around);
        }
    }
}

/// `value` if it is on one line; otherwise its name, or the first of its lines if it has none.
fn line_of(text: &str, value: Range<usize>, key: Option<&Range<usize>>) -> Range<usize> {
    let shown = text.get(value.clone()).unwrap_or_default().trim_end();
    match (shown.find('\n'), key) {
        (None, _) if !shown.is_empty() => value.start..value.start + shown.len(),
        (_, Some(key)) => key.clone(),
        (end, None) => {
            let line = shown[..end.unwrap_or(shown.len())].trim_end();
            value.start..value.start + line.len()
        }
    }
}

/// Reports every member whose object has had one of the same name before.
pub(super) fn repeated_members(source: &Source, diagnostics: &mut Diagnostics) {
    let mut open: Vec<Level<'_>> = Vec::new();
    for Token { kind, range } in tokens::of(source) {
        let is_key = open.last_mut().is_some_and(|level| level.takes_key(&kind));
        match kind {
            Kind::Scalar(name) if is_key => {
                let Some(Level::Mapping { keys, .. }) = open.last_mut() else {
                    continue;
                };
                match keys.get(&name) {
                    Some(first) => {
                        let problem = Problem::DuplicateMember { member: name.into_owned(), first: first.clone() };
                        diagnostics.report::<()>(Place::Text(range), problem);
                    }
                    None => _ = keys.insert(name, range),
                }
            }
            Kind::Scalar(_) | Kind::Alias => {}
            Kind::Mapping => open.push(Level::Mapping { keys: BTreeMap::new(), key_is_next: true }),
            Kind::Sequence => open.push(Level::Sequence),
            Kind::End => _ = open.pop(),
        }
    }
}

/// A mapping or sequence that has not ended yet.
enum Level<'a> {
    Mapping { keys: BTreeMap<Cow<'a, str>, Range<usize>>, key_is_next: bool },
    Sequence,
}

impl Level<'_> {
    /// Whether the node that starts here is a key, and the next one therefore is not.
    fn takes_key(&mut self, kind: &Kind<'_>) -> bool {
        match self {
            Self::Mapping { key_is_next, .. } if !matches!(kind, Kind::End) => {
                *key_is_next = !*key_is_next;
                !*key_is_next
            }
            Self::Mapping { .. } | Self::Sequence => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Format;

    fn shown(text: &str, format: Format, place: Place) -> Option<String> {
        let source = Source { text: text.to_owned(), format, ..Source::default() };
        let range = locate(&source, &[place]).remove(0)?;
        Some(source.text[range].to_owned())
    }

    fn pointer(reference: &str) -> Pointer {
        Pointer::of_reference(reference).expect("the tests name local references")
    }

    const YAML: &str = "\
# ä comment with 𝄞
openapi: 3.0.3\r
paths:
  /ä/{b}: # comment
    get: {tags: [é, 'zw ei'], empty: }
    \"put\":
      - one:
          two
      - &anchor
        three: 3
    post: *anchor
    <<: {merged: 1}
200:
  description: >
    folded

    text
empty:
";

    #[test]
    fn pointers_are_found_in_yaml() {
        for (reference, key, value) in [
            ("#/openapi", "openapi", "3.0.3"),
            ("#/paths", "paths", "paths"),
            ("#/paths/~1ä~1{b}", "/ä/{b}", "/ä/{b}"),
            ("#/paths/~1ä~1{b}/get", "get", "{tags: [é, 'zw ei'], empty: }"),
            ("#/paths/~1ä~1{b}/get/tags/0", "é", "é"),
            ("#/paths/~1ä~1{b}/get/tags/1", "'zw ei'", "'zw ei'"),
            ("#/paths/~1ä~1{b}/get/empty", "empty", "empty"),
            ("#/paths/~1ä~1{b}/put", "\"put\"", "\"put\""),
            ("#/paths/~1ä~1{b}/put/0", "one:", "one:"),
            ("#/paths/~1ä~1{b}/put/0/one", "one", "two"),
            ("#/paths/~1ä~1{b}/put/1/three", "three", "3"),
            ("#/paths/~1ä~1{b}/post", "post", "*anchor"),
            ("#/paths/~1ä~1{b}/post/three", "post", "post"),
            ("#/paths/~1ä~1{b}/merged", "<<", "<<"),
            ("#/paths/~1ä~1{b}/absent/1", "<<", "<<"),
            ("#/200/absent", "200", "200"),
            ("#/200/description", "description", "description"),
            ("#/empty", "empty", "empty"),
        ] {
            let place = pointer(reference);
            assert_eq!(shown(YAML, Format::Yaml, Place::Key(place.clone())).as_deref(), Some(key), "{reference}");
            assert_eq!(shown(YAML, Format::Yaml, Place::Value(place)).as_deref(), Some(value), "{reference}");
        }
    }

    const JSON: &str =
        "{\n\t\"a\" : {\"b\\u00e4\\ud83d\\ude00\": [1, -2.5e3, \"x\\\"y\", {\n}, [], true]},\n\t\"c\":null\n}";

    #[test]
    fn pointers_are_found_in_json() {
        for (reference, key, value) in [
            ("#/a", "\"a\"", "\"a\""),
            ("#/a/bä😀/0", "1", "1"),
            ("#/a/bä😀/1", "-2.5e3", "-2.5e3"),
            ("#/a/bä😀/2", "\"x\\\"y\"", "\"x\\\"y\""),
            ("#/a/bä😀/3", "{", "{"),
            ("#/a/bä😀/4", "[]", "[]"),
            ("#/a/bä😀/5", "true", "true"),
            ("#/c", "\"c\"", "null"),
            ("#/c/d", "\"c\"", "\"c\""),
            ("#", "{", "{"),
        ] {
            let place = pointer(reference);
            assert_eq!(shown(JSON, Format::Json, Place::Key(place.clone())).as_deref(), Some(key), "{reference}");
            assert_eq!(shown(JSON, Format::Json, Place::Value(place)).as_deref(), Some(value), "{reference}");
        }
    }

    #[test]
    fn repeated_members_are_found_wherever_they_are() {
        let text = "a: {b: 1, c: {b: 2}, b: 3}\n? {b: 1, b: 2}\n: [b, b]\nb: b\n'a': 4\n";
        let source = Source { text: text.to_owned(), format: Format::Yaml, ..Source::default() };
        let mut diagnostics = Diagnostics::new();
        repeated_members(&source, &mut diagnostics);
        let found: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| match (&diagnostic.place, &diagnostic.problem) {
                (Place::Text(place), Problem::DuplicateMember { first, .. }) => (first.start, place.start),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, [(4, 21), (30, 36), (text.find("a").unwrap_or(0), text.find("'a'").unwrap_or(0))]);
    }
}
