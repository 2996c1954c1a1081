//! What operations are about that no tag groups: the first word of their paths that they do not all begin with.

use std::collections::{HashMap, HashSet};

use heck::ToSnakeCase;

/// Where more operations than this are each about something else, their paths say rather what they do.
const MOST: usize = 10;

/// What is at each of these paths, which have so many operations; nothing where no word says it.
pub(super) fn subjects<'a>(paths: &[(&'a str, usize)]) -> HashMap<&'a str, String> {
    let words: Vec<Vec<String>> = paths.iter().map(|(path, _)| words(path).collect()).collect();
    let shared = shared(&words);
    let named = paths.iter().zip(&words).filter_map(|((path, _), words)| Some((*path, words.get(shared)?.clone())));
    let subjects: HashMap<&str, String> = named.collect();
    let operations: usize = paths.iter().map(|(_, count)| count).sum();
    let distinct: HashSet<&String> = subjects.values().collect();
    if operations > MOST && distinct.len() == operations { HashMap::new() } else { subjects }
}

/// The words of a path, without parameters and versions, and without what every other API begins with, too.
fn words(path: &str) -> impl Iterator<Item = String> {
    let segments =
        path.split('/').map(|segment| segment.split(['.', ':', '(', '{', '#', '?']).next().unwrap_or_default());
    let names = segments.filter(|segment| !segment.is_empty() && !is_version(segment)).enumerate();
    let meant = names.filter(|(place, name)| *place > 0 || !matches!(*name, "api" | "rest"));
    meant.map(|(_, name)| name.to_snake_case())
}

/// Whether a segment is like `v1` or `v2.0`.
fn is_version(segment: &str) -> bool {
    let number = segment.strip_prefix(['v', 'V']);
    number.is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
}

/// How many words all paths begin with, and go on from.
fn shared(paths: &[Vec<String>]) -> usize {
    let Some((first, others)) = paths.split_first() else { return 0 };
    let is_shared = |at: &usize| others.iter().all(|words| words.get(*at) == first.get(*at));
    let shortest = paths.iter().map(Vec::len).min().unwrap_or_default();
    (0..shortest.saturating_sub(1)).take_while(is_shared).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(paths: &[&str]) -> Vec<String> {
        let subjects = subjects(&paths.iter().map(|path| (*path, 1)).collect::<Vec<_>>());
        paths.iter().map(|path| subjects.get(path).cloned().unwrap_or_default()).collect()
    }

    #[test]
    fn paths_say_what_operations_are_about() {
        assert_eq!(of(&["/v1/pets", "/v1/pets/{id}", "/v2/stores/{id}/pets"]), ["pets", "pets", "stores"]);
        assert_eq!(of(&["/pets", "/pets/{id}/owner"]), ["pets", "pets"]);
        assert_eq!(of(&["/", "/{id}", "/vets"]), ["", "", "vets"]);
        assert_eq!(of(&["/acme/pets", "/acme/{owner}/stores"]), ["pets", "stores"]);
        assert_eq!(of(&["/api/v1/pets", "/api/v1/stores", "/health"]), ["pets", "stores", "health"]);
    }

    #[test]
    fn segments_may_say_more() {
        assert_eq!(of(&["/Pets({id})/Trips", "/pets.json", "/pets:find", "/Vets"]), ["pets", "pets", "pets", "vets"]);
    }

    #[test]
    fn verbs_are_no_subjects() {
        let verbs: Vec<String> = (0..=MOST).map(|n| format!("/do{n}")).collect();
        let verbs: Vec<&str> = verbs.iter().map(String::as_str).collect();
        assert!(of(&verbs).iter().all(String::is_empty));
        assert!(of(&verbs[1..]).iter().all(|subject| !subject.is_empty()));
    }
}
