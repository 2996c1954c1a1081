//! What operations are about that no tag groups: the first word of their paths that they do not all begin with.

/// What each of the operations with these paths is about; `None` where no word says it.
pub(super) fn subjects(paths: &[&str]) -> Vec<Option<String>> {
    let paths: Vec<Vec<&str>> = paths.iter().map(|path| words(path).collect()).collect();
    let shared = shared(&paths);
    paths.iter().map(|words| words.get(shared).map(|word| (*word).to_owned())).collect()
}

/// The words of a path, without parameters and versions.
fn words(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty() && !segment.contains(['{', '}']) && !is_version(segment))
}

/// Whether a segment is like `v1` or `v2.0`.
fn is_version(segment: &str) -> bool {
    let number = segment.strip_prefix(['v', 'V']);
    number.is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
}

/// How many words all paths begin with, and go on from.
fn shared(paths: &[Vec<&str>]) -> usize {
    let Some((first, others)) = paths.split_first() else { return 0 };
    let is_shared = |at: &usize| others.iter().all(|words| words.get(*at) == first.get(*at));
    let shortest = paths.iter().map(Vec::len).min().unwrap_or_default();
    (0..shortest.saturating_sub(1)).take_while(is_shared).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_say_what_operations_are_about() {
        let of = |paths: &[&str]| -> Vec<String> {
            subjects(paths).into_iter().map(|subject| subject.unwrap_or_default()).collect()
        };
        assert_eq!(of(&["/v1/pets", "/v1/pets/{id}", "/v2/stores/{id}/pets"]), ["pets", "pets", "stores"]);
        assert_eq!(of(&["/api/pets", "/api/{owner}/stores"]), ["pets", "stores"]);
        assert_eq!(of(&["/pets", "/pets/{id}/owner"]), ["pets", "pets"]);
        assert_eq!(of(&["/", "/{id}", "/vets"]), ["", "", "vets"]);
    }
}
