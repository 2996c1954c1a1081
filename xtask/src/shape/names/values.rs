//! Names of the values of an enum, which differ from one another where the values do.

use std::collections::{HashMap, HashSet};

use super::{signs, variant};
use crate::ir::Known;
use crate::rust::Name;

/// The names of the variants that stand for `values`: what these are called, or else what `text` writes them as.
pub(in crate::shape) fn variants<T>(values: &[Known<T>], text: impl Fn(&T) -> String) -> Vec<Name> {
    let called = |known: &Known<T>| known.name.clone().unwrap_or_else(|| text(&known.value));
    of_texts(&values.iter().map(called).collect::<Vec<_>>())
}

/// The names of the variants that stand for `texts`. Signs say nothing in the names of most values; where names would
/// be the same without them, they are words.
fn of_texts(texts: &[String]) -> Vec<Name> {
    let names: Vec<Name> = texts.iter().map(|text| variant(text)).collect();
    let mut count: HashMap<&Name, usize> = HashMap::new();
    names.iter().for_each(|name| *count.entry(name).or_default() += 1);
    let is_alike = |name: &Name| count[name] > 1;
    // Where some numbers have a sign that counts, all have one: those of `GMT-13` and `GMT-12` alike.
    let is_signed = texts.iter().zip(&names).any(|(text, name)| is_alike(name) && text.contains('+'));
    let taken: HashSet<&Name> = names.iter().collect();
    let all = Name::new(signs::ALL);
    let is_choice = !taken.contains(&all) && texts.iter().any(|text| text.chars().any(char::is_alphabetic));
    let name = |(text, name): (&String, &Name)| match text.as_str() {
        // Beside words it is one for all of them; beside other signs it is an operator.
        "*" if is_choice => all.clone(),
        text if is_signed || is_alike(name) => variant(&signs::spelled(text)),
        _ => name.clone(),
    };
    texts.iter().zip(&names).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::of_texts;
    use crate::rust::Name;

    #[test]
    fn signs_are_words_where_they_tell_values_apart() {
        for (texts, expected) in [
            (&["Etc/GMT+5", "Etc/GMT-5", "Etc/GMT-13"][..], &["EtcGmtPlus5", "EtcGmtMinus5", "EtcGmtMinus13"][..]),
            (&["GMT", "GMT+0", "GMT-0", "GMT0"], &["Gmt", "GmtPlus0", "GmtMinus0", "Gmt0"]),
            (&["created_at", "-created_at"], &["CreatedAt", "MinusCreatedAt"]),
            (&["C", "C++", "C#"], &["C", "CPlusPlus", "CHash"]),
            (&["gpt-4", "port-au-prince"], &["Gpt4", "PortAuPrince"]),
            (&["*", "search"], &["All", "Search"]),
            (&["*", "/"], &["Asterisk", "Slash"]),
            (&["*", "all"], &["Asterisk", "All"]),
        ] {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(of_texts(&texts).iter().map(Name::as_str).collect::<Vec<_>>(), expected);
        }
    }
}
