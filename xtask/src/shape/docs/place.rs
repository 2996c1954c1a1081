//! Where a schema stands, in a sentence, for those that the document says nothing about.

use super::code;
use crate::ir::Step;

/// So many steps are told; of those between them and where it all begins there is no word.
const MOST_STEPS: usize = 3;

/// "The `status` of `Ticket`."; with a word about other places if there are any.
pub(in crate::shape) fn place(path: &[Step], is_shared: bool) -> String {
    let (root, steps) = path.split_at(root(path));
    let is_told = |(place, step): &(usize, &Step)| *place == 0 || !matches!(step, Step::Alternative(_));
    let told: Vec<String> =
        steps.iter().rev().enumerate().filter(is_told).map(|(place, step)| noun(step, place == 0)).collect();
    let join = if told.len() > MOST_STEPS { " within " } else { " of " };
    let root = whole(root, steps.first());
    let told = told.into_iter().take(MOST_STEPS).collect::<Vec<_>>().join(" of ");
    let is_of_one = !matches!(path, [Step::Shared(_) | Step::Format(_), ..]);
    let others = if is_shared && is_of_one { ", among others" } else { "" };
    sentence(&if told.is_empty() { format!("{root}{others}") } else { format!("{told}{join}{root}{others}") })
}

/// `text` with a capital and a full stop.
pub(in crate::shape) fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(characters).chain(['.']).collect()
}

/// How many steps of `path` are to what is described as a whole: a component, a body, an answer.
fn root(path: &[Step]) -> usize {
    let is_whole = |step: &Step| matches!(step, Step::Body | Step::Response | Step::Error | Step::Event);
    path.iter().rposition(is_whole).map_or(1, |last| last + 1)
}

/// What `path` leads to, which is described as a whole; `next` is the step after it.
fn whole(path: &[Step], next: Option<&Step>) -> String {
    let owner = match path.first() {
        Some(Step::Shared(_)) => "several operations".to_owned(),
        Some(Step::Format(name)) => format!("a text of the format {}", code(name)),
        first => code(first.map(Step::word).unwrap_or_default()),
    };
    let status = match path {
        [.., Step::Status(reason), _] if next.is_none() => format!(": {reason}"),
        _ => String::new(),
    };
    match (path.last(), next) {
        (Some(Step::Body), _) => format!("the body of {owner}"),
        (Some(Step::Response), _) => format!("the answer to {owner}{status}"),
        (Some(Step::Error), _) => format!("the error of {owner}{status}"),
        (Some(Step::Event), _) => format!("an event of {owner}"),
        (Some(Step::Operation(_)), Some(Step::Item | Step::Value)) => format!("what {owner} returns"),
        _ => owner,
    }
}

/// What `step` leads to, which is what the sentence is about if it `is_first`.
fn noun(step: &Step, is_first: bool) -> String {
    match step {
        Step::Item => "an item".to_owned(),
        Step::Value => "a value".to_owned(),
        Step::Alternative(_) => "a form".to_owned(),
        step if is_first => format!("the {}", code(step.word())),
        step => code(step.word()),
    }
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::ir::Step;

    #[test]
    fn places_are_sentences() {
        let (ticket, get) = (Step::Component("Ticket".to_owned()), Step::Operation("get".to_owned()));
        let member = |name: &str| Step::Member(name.to_owned());
        for (path, is_shared, expected) in [
            (vec![ticket.clone(), member("status")], false, "The `status` of `Ticket`."),
            (vec![ticket.clone(), member("a"), Step::Item], true, "An item of `a` of `Ticket`, among others."),
            (
                vec![ticket.clone(), member("a"), member("b"), member("c"), member("d")],
                false,
                "The `d` of `c` of `b` within `Ticket`.",
            ),
            (vec![ticket.clone(), Step::Alternative("text".to_owned())], false, "A form of `Ticket`."),
            (vec![ticket, Step::Alternative("text".to_owned()), member("a")], false, "The `a` of `Ticket`."),
            (vec![get.clone(), Step::Response], false, "The answer to `get`."),
            (vec![get.clone(), Step::Item], false, "An item of what `get` returns."),
            (vec![get.clone(), member("limit")], false, "The `limit` of `get`."),
            (vec![get.clone(), Step::Body, member("a")], false, "The `a` of the body of `get`."),
            (vec![get, Step::Status("not found".to_owned()), Step::Error], false, "The error of `get`: not found."),
        ] {
            assert_eq!(place(&path, is_shared), expected);
        }
    }
}
