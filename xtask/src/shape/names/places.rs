//! Names of schemas without one, after where they stand.

use std::collections::HashMap;

use super::singular::singular;
use super::{in_snake_case, model};
use crate::ir::Step;
use crate::rust::Name;

/// Words that are plurals though they are short; others that end in `s` are rather acronyms, such as `dns`.
const SHORT_PLURALS: &[&str] = &["ids", "ips", "ops", "ads"];

/// The names of the types of schemas that stand at `paths`, given those that are as long as the paths. Shorter ones are
/// taken where nothing else is called so: an item of `fields` is a `Field`.
pub(in crate::shape) fn models(paths: &[&[Step]], long: Vec<Name>) -> Vec<Name> {
    let short: Vec<Option<Name>> = paths.iter().map(|path| short(path)).collect();
    let mut count: HashMap<&Name, usize> = HashMap::new();
    let differing = short.iter().zip(&long).filter_map(|(short, long)| short.as_ref().filter(|short| *short != long));
    differing.chain(&long).for_each(|name| *count.entry(name).or_default() += 1);
    let is_free = |name: &&Name| count.get(name) == Some(&1);
    let choose = |(short, long): (&Option<Name>, &Name)| short.as_ref().filter(is_free).unwrap_or(long).clone();
    short.iter().zip(&long).map(choose).collect()
}

/// The name of what stands at `path` without the words that say nothing, if it has no name of its own.
fn short(path: &[Step]) -> Option<Name> {
    if let [_] = path {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    for (place, step) in path.iter().enumerate() {
        let word = in_snake_case(step.word());
        match step {
            // What is done to several is not one of them.
            Step::Item if matches!(&path[..place], [.., Step::Operation(_) | Step::Shared(_)]) => words.push(word),
            Step::Item => {
                let is_list = matches!(&path[..place], [.., Step::Alternative(kind)] if kind == "list");
                let list = words.pop_if(|_| is_list);
                match words.split_last().and_then(|(last, before)| single(last, before.last())) {
                    Some(single) => words.splice(words.len() - 1.., [single]).for_each(drop),
                    None => words.extend(list.into_iter().chain([word])),
                }
            }
            _ => {
                let last = words.last().map(String::as_str).unwrap_or_default();
                words.push(without_overlap(last, &word).to_owned());
            }
        }
    }
    Some(model(&words.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// What one of `words`, in snake case, is called, if that is a plural; the words `before` it must not say so already.
fn single(words: &str, before: Option<&String>) -> Option<String> {
    let is_plural = last(words).len() > 3 || SHORT_PLURALS.contains(&last(words));
    let is_said = |single: &String| before.is_some_and(|before| last(before) == single);
    Some(singular(words)).filter(|single| is_plural && single != words && !is_said(single))
}

/// `words` without the first if `before` ends with it and it is not all: an `event` has an `event_type`.
fn without_overlap<'a>(before: &str, words: &'a str) -> &'a str {
    match words.split_once('_') {
        Some((first, rest)) if last(before) == first => rest,
        _ => words,
    }
}

fn last(words: &str) -> &str {
    words.rsplit('_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{model, models};
    use crate::ir::Step;
    use crate::rust::Name;

    #[test]
    fn items_are_called_in_the_singular() {
        let component = |name: &str| Step::Component(name.to_owned());
        let member = |name: &str| Step::Member(name.to_owned());
        let list = Step::Alternative("list".to_owned());
        let table: &[(&[Step], &str)] = &[
            (
                &[component("MetadataTemplate"), member("fields"), Step::Item, member("options"), Step::Item],
                "MetadataTemplateFieldOption",
            ),
            (&[component("Event"), member("event_type")], "EventType"),
            (&[component("Event"), member("event")], "EventEvent"),
            (&[component("Event"), member("events"), Step::Item], "EventEventsItem"),
            (&[component("Event"), member("data"), Step::Item], "EventDataItem"),
            (&[component("Event"), member("dns"), Step::Item], "EventDnsItem"),
            (&[component("Event"), member("users"), list, Step::Item], "EventUser"),
            (&[Step::Operation("listPets".to_owned()), Step::Item], "ListPetsItem"),
            // That is taken.
            (&[component("Event"), member("dates"), Step::Item], "EventDatesItem"),
            (&[component("Event"), member("date")], "EventDate"),
            (&[component("Event")], "Event"),
        ];
        let paths: Vec<&[Step]> = table.iter().map(|(path, _)| *path).collect();
        let long = |path: &&[Step]| model(&path.iter().map(Step::word).collect::<Vec<_>>());
        let names = models(&paths, paths.iter().map(long).collect());
        let expected: Vec<&str> = table.iter().map(|(_, expected)| *expected).collect();
        assert_eq!(names.iter().map(Name::as_str).collect::<Vec<_>>(), expected);
    }
}
