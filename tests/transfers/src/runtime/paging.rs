//! From one page of a list to the next: what leads there, and when there is nothing left.

#![allow(dead_code, reason = "an API may have no lists, or lists of some kinds only")]

pub(crate) mod ends;
pub(crate) mod inputs;

use reqwest::header::HeaderMap;
use serde_json::{Map, Value};

use super::send::Outgoing;

/// Names of members, from the outside in.
pub(crate) type Path = &'static [&'static str];

/// Where a list's answer holds its items, and the way to the next page.
pub(crate) struct Paging {
    /// The way to the items; none if the answer is their array.
    pub(crate) items: Path,
    pub(crate) next: &'static dyn Lead,
    /// What tells, beside the lack of `next`, that a page is the last one.
    pub(crate) ends: &'static [&'static dyn End],
}

/// What leads to the next page.
pub(crate) trait Lead: Sync {
    /// The member of the answer that it looks at.
    fn member(&self) -> Option<Path> {
        None
    }

    /// The way to the page after this one, if there is one.
    fn step(&self, page: &Arrived<'_>) -> Option<Step>;

    /// Makes of the request for a page the one for the next, whose input has this value.
    fn set(&self, _: &mut Outgoing, _: Value) {}

    /// How many pages there are before the one that `step` leads to, if that is known.
    fn pages_before(&self, _step: &Step) -> Option<i64> {
        None
    }

    /// How many items there are before the page that `step` leads to from this one.
    fn items_before(&self, _step: &Step, page: &Arrived<'_>) -> u64 {
        page.earlier.saturating_add(page.items)
    }
}

/// What tells that a page is the last one.
pub(crate) trait End: Sync {
    /// The member of the answer that it looks at.
    fn member(&self) -> Option<Path> {
        None
    }

    /// Whether there is nothing where `next` leads by this `step`.
    fn is_reached(&self, page: &Arrived<'_>, next: &dyn Lead, step: &Step) -> bool;
}

/// A page that has arrived.
pub(crate) struct Arrived<'a> {
    pub(crate) request: &'a Outgoing,
    pub(crate) headers: &'a HeaderMap,
    /// What is around the items; what [`Paging::leading`] leads to is enough.
    pub(crate) envelope: &'a Map<String, Value>,
    /// How many items it has.
    pub(crate) items: u64,
    /// How many items there were before it.
    pub(crate) earlier: u64,
}

/// The way to the next page.
#[derive(Clone)]
pub(crate) enum Step {
    /// This address, which may be relative to that of the page before.
    Url(String),
    /// The same request with this value for the input that changes.
    Input(Value),
}

impl Paging {
    /// The way to the page after this one, if there is one.
    pub(crate) fn next(&self, page: &Arrived<'_>) -> Option<Step> {
        let step = self.next.step(page)?;
        let is_last = self.ends.iter().any(|end| end.is_reached(page, self.next, &step));
        (!is_last).then_some(step)
    }

    /// The ways to the members of the answer that [`next`](Self::next) looks at.
    pub(crate) fn leading(&self) -> impl Iterator<Item = Path> {
        self.next.member().into_iter().chain(self.ends.iter().filter_map(|end| end.member()))
    }
}

/// The URL in this member of the answer.
pub(crate) struct Url(pub(crate) Path);

impl Lead for Url {
    fn member(&self) -> Option<Path> {
        Some(self.0)
    }

    fn step(&self, page: &Arrived<'_>) -> Option<Step> {
        let url = find(page.envelope, self.0)?.as_str()?;
        (!url.is_empty()).then(|| Step::Url(url.to_owned()))
    }
}

/// What `path` leads to.
fn find<'a>(members: &'a Map<String, Value>, path: &[&str]) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(members.get(*first)?, |value, name| value.get(name))
}
