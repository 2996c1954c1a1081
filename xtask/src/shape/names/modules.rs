//! Modules of models: those whose names begin with the same words share one, as long as it does not get too large.

use heck::ToSnakeCase;
use indexmap::IndexMap;

use super::{LONGEST_FILE, Taken, free, identifier, shortened};
use crate::rust::Name;

/// How many models share a module, unless their names have no more words to tell them apart by.
const MOST: usize = 24;

/// The name of the module of each of the models called `names`, with `first` before it. Without that, models share a
/// module only if the first words of their names are the same.
pub(in super::super) fn modules(names: &[&Name], first: Option<&str>, taken: &mut Taken) -> Vec<Name> {
    let words: Vec<Vec<String>> = names.iter().map(|name| words(name)).collect();
    let mut modules = vec![None; names.len()];
    let depth = usize::from(first.is_none());
    for (beginning, members) in shared(&words, (0..names.len()).collect(), depth) {
        let beginning: Vec<&str> = first.into_iter().chain(beginning.iter().map(String::as_str)).collect();
        let name = taken.add(free(file(&beginning.join("_")), &["mod"], "_model"), "_");
        members.into_iter().for_each(|member| modules[member] = Some(name.clone()));
    }
    modules.into_iter().flatten().collect()
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
/// too many members.
fn shared(words: &[Vec<String>], members: Vec<usize>, depth: usize) -> Vec<(&[String], Vec<usize>)> {
    let mut groups: IndexMap<&[String], Vec<usize>> = IndexMap::new();
    for member in members {
        let words = &words[member];
        groups.entry(&words[..depth.min(words.len())]).or_default().push(member);
    }
    let split = |(beginning, members): (_, Vec<usize>)| {
        let is_divisible = members.iter().any(|member| words[*member].len() > depth);
        if members.len() > MOST && is_divisible {
            shared(words, members, depth + 1)
        } else {
            vec![(beginning, members)]
        }
    };
    groups.into_iter().flat_map(split).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str], first: Option<&str>) -> Vec<String> {
        let names: Vec<Name> = names.iter().map(|name| Name::new(*name)).collect();
        let modules = modules(&names.iter().collect::<Vec<_>>(), first, &mut Taken::default());
        modules.iter().map(|module| module.as_str().to_owned()).collect()
    }

    #[test]
    fn models_share_modules() {
        assert_eq!(
            of(&["Plugin", "PluginVersion", "Release", "PluginLinks"], None),
            ["plugin", "plugin", "release", "plugin"]
        );
        assert_eq!(of(&["PluginList", "ReleaseList"], Some("pages")), ["pages", "pages"]);
        let name =
            |n: u8| format!("Post{}{}", if n.is_multiple_of(2) { "Charge" } else { "Refund" }, char::from(b'A' + n));
        let many: Vec<String> = (0..24).map(name).collect();
        let mut many: Vec<&str> = many.iter().map(String::as_str).collect();
        many.extend(["Post", "Get"]);
        let modules = of(&many, None);
        assert_eq!(
            [&modules[0], &modules[1], &modules[MOST], &modules[MOST + 1]],
            ["post_charge", "post_refund", "post", "get"]
        );
    }

    #[test]
    fn modules_are_files() {
        assert_eq!(of(&["AB", "Mod", "Größe", "Type"], None), ["ab", "mod_model", "model", "type"]);
        let (long, other) = ("A".repeat(300), format!("{}b", "A".repeat(300)));
        let shortened = "a".repeat(LONGEST_FILE);
        assert_eq!(of(&[&long, &other], None), [shortened.clone(), format!("{shortened}_2")]);
    }
}
