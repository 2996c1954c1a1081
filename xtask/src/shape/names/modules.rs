//! Modules of models, and of what operations are asked for: those whose names begin with the same words share one, as
//! long as it does not get too large.

use std::collections::HashSet;

use heck::ToSnakeCase;
use indexmap::IndexMap;

use super::{LONGEST_FILE, Taken, free, identifier, shortened};
use crate::rust::Name;

/// How large a module gets at most, in members, variants and inputs and a few lines for each type that has these, unless
/// names have no more words to tell models apart by.
const MOST: usize = 200;

/// A model, or a resource, that is to have a module.
#[derive(Clone, Copy)]
pub(in super::super) struct Named<'a> {
    pub(in super::super) name: &'a Name,
    /// How many members, variants or inputs it has.
    pub(in super::super) members: usize,
}

/// The name of the module of each of the `models` or resources, with `first` before it. Without that, they share a module
/// only if the first words of their names are the same.
pub(in super::super) fn modules(models: &[Named<'_>], first: Option<&str>, taken: &mut Taken) -> Vec<Name> {
    let named: Vec<Model> = models.iter().map(Model::of).collect();
    let mut modules = vec![None; models.len()];
    let depth = usize::from(first.is_none());
    for (beginning, members) in shared(&named, (0..models.len()).collect(), depth) {
        let beginning: Vec<&str> = first.into_iter().chain(beginning.iter().map(String::as_str)).collect();
        let name = taken.add(free(file(&beginning.join("_")), &["mod"], "_model"), "_");
        members.into_iter().for_each(|member| modules[member] = Some(name.clone()));
    }
    modules.into_iter().flatten().collect()
}

/// What counts of a model.
struct Model {
    /// The words of its name.
    words: Vec<String>,
    size: usize,
}

impl Model {
    fn of(Named { name, members }: &Named<'_>) -> Self {
        Self { words: words(name), size: 3 + members }
    }
}

/// The words of a name. Only ASCII can be the name of a file everywhere.
fn words(name: &Name) -> Vec<String> {
    let snake = name.as_str().to_snake_case();
    if snake.is_ascii() { snake.split('_').map(str::to_owned).collect() } else { vec!["model".to_owned()] }
}

fn file(snake: &str) -> String {
    shortened(identifier(snake, "model"), LONGEST_FILE)
}

/// The `members` that share a module, with the words that their names begin with: `depth` of them, or more if there are
/// too many members. Then the largest groups of these have modules of their own, and the rest stays together.
fn shared(models: &[Model], members: Vec<usize>, depth: usize) -> Vec<(&[String], Vec<usize>)> {
    let size = |members: &[usize]| -> usize { members.iter().map(|member| models[*member].size).sum() };
    let split = |(beginning, members): (_, Vec<usize>)| {
        let is_divisible = members.iter().any(|member| models[*member].words.len() > depth);
        if size(&members) <= MOST || !is_divisible {
            return vec![(beginning, members)];
        }
        // What is called like the module stays in any case.
        let (named, others): (Vec<usize>, Vec<usize>) =
            members.iter().partition(|member| models[**member].words.len() == depth);
        let mut room = MOST.saturating_sub(size(&named));
        let mut groups: Vec<Vec<usize>> = grouped(models, others, depth + 1).into_values().collect();
        groups.sort_by_key(|members| size(members));
        let small = groups.iter().take_while(|members| {
            let left = room.checked_sub(size(members));
            room = left.unwrap_or_default();
            left.is_some()
        });
        let stays: HashSet<usize> = small.flatten().copied().chain(named).collect();
        let (rest, others): (Vec<usize>, Vec<usize>) = members.iter().partition(|member| stays.contains(member));
        let rest = (!rest.is_empty()).then_some((beginning, rest));
        rest.into_iter().chain(shared(models, others, depth + 1)).collect()
    };
    grouped(models, members, depth).into_iter().flat_map(split).collect()
}

/// The `members` by the first `depth` words of their names.
fn grouped(models: &[Model], members: Vec<usize>, depth: usize) -> IndexMap<&[String], Vec<usize>> {
    let mut groups: IndexMap<&[String], Vec<usize>> = IndexMap::new();
    for member in members {
        let words = &models[member].words;
        groups.entry(&words[..depth.min(words.len())]).or_default().push(member);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str], first: Option<&str>, members: usize) -> Vec<String> {
        let names: Vec<Name> = names.iter().map(|name| Name::new(*name)).collect();
        let models: Vec<Named<'_>> = names.iter().map(|name| Named { name, members }).collect();
        let modules = modules(&models, first, &mut Taken::default());
        modules.iter().map(|module| module.as_str().to_owned()).collect()
    }

    #[test]
    fn models_share_modules() {
        assert_eq!(
            of(&["Plugin", "PluginVersion", "Release", "PluginLinks"], None, 1),
            ["plugin", "plugin", "release", "plugin"]
        );
        assert_eq!(of(&["PluginList", "ReleaseList"], Some("pages"), 1), ["pages", "pages"]);
    }

    #[test]
    fn large_groups_have_modules_of_their_own() {
        let names = ["PostCharge", "PostRefundA", "PostRefundB", "Post", "Get", "PostTax"];
        let (small, large) = (of(&names, None, MOST / 6), of(&names, None, MOST / 5));
        assert_eq!(small, ["post", "post", "post", "post", "get", "post"]);
        assert_eq!(large, ["post", "post_refund", "post_refund", "post", "get", "post"]);
        assert_eq!(of(&["PostA", "PostB"], None, MOST), ["post_a", "post_b"]);
        assert_eq!(of(&["Post", "post"], None, MOST), ["post", "post"]);
    }

    #[test]
    fn modules_are_files() {
        assert_eq!(of(&["AB", "Mod", "Größe", "Type"], None, 1), ["ab", "mod_model", "model", "type"]);
        let (long, other) = ("A".repeat(300), format!("{}b", "A".repeat(300)));
        let shortened = "a".repeat(LONGEST_FILE);
        assert_eq!(of(&[&long, &other], None, 1), [shortened.clone(), format!("{shortened}_2")]);
    }
}
