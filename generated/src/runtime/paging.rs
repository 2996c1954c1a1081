//! From one page of a list to the next: what is asked for, and when there is nothing left.

#![allow(dead_code, reason = "an API may have no lists, or lists of some kinds only")]

use reqwest::Url;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::{Map, Value};

use super::encode::Pairs;
use super::payload::Payload;
use super::send::Outgoing;

/// Names of members, from the outside in.
pub(crate) type Path = &'static [&'static str];

/// Where a list's answer holds its items, and the way to the next page.
pub(crate) struct Paging {
    /// The way to the items; none if the answer is their array.
    pub(crate) items: Path,
    pub(crate) next: Next,
    /// What tells, beside the lack of `next`, that a page is the last one.
    pub(crate) ends: &'static [End],
}

/// What leads to the next page.
pub(crate) enum Next {
    /// The URL in this member of the answer.
    Url(Path),
    /// A header of the answer, such as `Link`: this is what it says.
    Header(fn(&HeaderMap) -> Option<String>),
    /// The value of a member of the answer, which is an input of the next request.
    Cursor { at: Path, input: Input },
    /// The number of the page, which is one more than that of the page before.
    Page { input: Input, first: i64 },
    /// How many items there were before.
    Offset { input: Input },
}

/// What tells that a page is the last one.
pub(crate) enum End {
    /// This member is false.
    More(Path),
    /// There are as many pages as this member says.
    Pages(Path),
    /// There have been as many items as this member says.
    Total(Path),
    /// There are fewer items than `limit` asks for: `usual` if it is not given, and `most` at most.
    Short { limit: Input, usual: Option<u64>, most: Option<u64> },
}

/// Where an input stands that changes from page to page.
pub(crate) enum Input {
    /// In the query, under this name.
    Query(&'static str),
    /// In the body, which is JSON.
    Body(Path),
}

/// The way to the next page.
#[derive(Clone)]
pub(crate) enum Step {
    /// This address, which may be relative to that of the page before.
    Url(String),
    /// The same request with this value for the input.
    Input(&'static Input, Value),
}

impl Paging {
    /// The way to the page after the one that answered `request`, if there is one.
    ///
    /// That page has `headers`, and so many `items`; before it, there were so many items `earlier`. Of its `envelope`,
    /// what [`leading`](Self::leading) leads to is enough.
    pub(crate) fn next(
        &'static self,
        request: &Outgoing,
        headers: &HeaderMap,
        envelope: &Map<String, Value>,
        items: u64,
        earlier: u64,
    ) -> Option<Step> {
        let step = match &self.next {
            Next::Url(path) => Step::Url(find(envelope, path)?.as_str().filter(|url| !url.is_empty())?.to_owned()),
            Next::Header(read) => Step::Url(read(headers)?),
            Next::Cursor { at, input } => {
                let cursor = match find(envelope, at)? {
                    Value::Number(cursor) => Value::Number(cursor.clone()),
                    Value::String(cursor) if !cursor.is_empty() => Value::String(cursor.clone()),
                    _ => return None,
                };
                Step::Input(input, cursor)
            }
            Next::Page { .. } | Next::Offset { .. } if items == 0 => return None,
            Next::Page { input, first } => {
                Step::Input(input, input.number(request).unwrap_or(*first).checked_add(1)?.into())
            }
            Next::Offset { input } => {
                let before = input.number(request).unwrap_or(0);
                Step::Input(input, before.checked_add_unsigned(items)?.into())
            }
        };
        let is_last = self.ends.iter().any(|end| match end {
            End::More(path) => matches!(find(envelope, path), Some(Value::Bool(false))),
            End::Pages(path) => number(find(envelope, path)).is_some_and(|pages| self.page(&step) >= Some(pages)),
            End::Total(path) => number(find(envelope, path)).is_some_and(|total| {
                u64::try_from(total).is_ok_and(|total| self.items_before(&step, items, earlier) >= total)
            }),
            End::Short { limit, usual, most } => {
                let asked = limit.number(request).and_then(|limit| u64::try_from(limit).ok()).or(*usual);
                asked.is_some_and(|asked| items < most.map_or(asked, |most| asked.min(most)))
            }
        });
        (!is_last).then_some(step)
    }

    /// The ways to the members of the answer that [`next`](Self::next) looks at.
    pub(crate) fn leading(&self) -> impl Iterator<Item = Path> {
        let next = match &self.next {
            Next::Url(path) | Next::Cursor { at: path, .. } => Some(*path),
            Next::Header(_) | Next::Page { .. } | Next::Offset { .. } => None,
        };
        let ends = self.ends.iter().filter_map(|end| match end {
            End::More(path) | End::Pages(path) | End::Total(path) => Some(*path),
            End::Short { .. } => None,
        });
        next.into_iter().chain(ends)
    }

    /// How many pages there are before the one that `step` leads to, if that is known.
    fn page(&self, step: &Step) -> Option<i64> {
        match (&self.next, step) {
            (Next::Page { first, .. }, Step::Input(_, page)) => Some(page.as_i64()?.saturating_sub(*first)),
            _ => None,
        }
    }

    /// How many items there are before the page that `step` leads to.
    fn items_before(&self, step: &Step, items: u64, earlier: u64) -> u64 {
        match (&self.next, step) {
            (Next::Offset { .. }, Step::Input(_, offset)) => offset.as_u64().unwrap_or(0),
            // Where a list was not begun with its first page, those before are taken to be like the one at hand.
            (Next::Page { .. }, step) if earlier == 0 => {
                self.page(step).and_then(|pages| u64::try_from(pages).ok()).unwrap_or(1).saturating_mul(items)
            }
            _ => earlier.saturating_add(items),
        }
    }
}

impl Input {
    /// Its number in `request`, if it is given.
    fn number(&self, request: &Outgoing) -> Option<i64> {
        match self {
            Self::Query(name) => {
                let mut pairs = request.url.query_pairs();
                pairs.find(|(other, _)| other == name)?.1.parse().ok()
            }
            Self::Body(path) => number(find(&members(request), path)),
        }
    }

    /// Sets it in `request`.
    pub(crate) fn set(&self, request: &mut Outgoing, value: Value) {
        match self {
            Self::Query(name) => set_query(&mut request.url, name, &value),
            Self::Body(path) => {
                let mut body = members(request);
                insert(&mut body, path, value);
                request.body = Some(Payload::bytes(Value::Object(body).to_string()));
                request.headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("application/json"));
            }
        }
    }
}

fn set_query(url: &mut Url, name: &str, value: &Value) {
    let mut query = Pairs::from(url.query().unwrap_or_default());
    match value {
        Value::String(text) => query.set(name, text),
        other => query.set(name, other),
    }
    url.set_query(Some(query.as_str()));
}

/// The members of the request's body, if it is an object.
fn members(request: &Outgoing) -> Map<String, Value> {
    let body = request.body.as_ref().and_then(Payload::as_bytes);
    body.and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default()
}

/// What `path` leads to.
fn find<'a>(members: &'a Map<String, Value>, path: &[&str]) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(members.get(*first)?, |value, name| value.get(name))
}

/// Puts `value` where `path` leads, into objects that are made where they are missing.
fn insert(members: &mut Map<String, Value>, path: &[&str], value: Value) {
    match path {
        [] => {}
        [only] => drop(members.insert((*only).to_owned(), value)),
        [first, rest @ ..] => {
            let inner = members.entry(*first).or_insert(Value::Null);
            if !inner.is_object() {
                *inner = Value::Object(Map::new());
            }
            if let Value::Object(inner) = inner {
                insert(inner, rest, value);
            }
        }
    }
}

/// A whole number, which some services write as text.
fn number(value: Option<&Value>) -> Option<i64> {
    match value? {
        Value::String(text) => text.parse().ok(),
        other => other.as_i64(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_input_is_replaced_in_the_query() {
        for (before, name, value, after) in [
            ("http://a/b", "page", json!(2), "http://a/b?page=2"),
            ("http://a/b?page=1&x=%2F", "page", json!(2), "http://a/b?x=%2F&page=2"),
            ("http://a/b?xpage=1", "page", json!("a/b c"), "http://a/b?xpage=1&page=a%2Fb%20c"),
            ("http://a/b?page%5Bnumber%5D=1", "page[number]", json!(2), "http://a/b?page%5Bnumber%5D=2"),
        ] {
            let mut url = Url::parse(before).expect("a URL");
            set_query(&mut url, name, &value);
            assert_eq!(url.as_str(), after);
        }
    }

    #[test]
    fn an_input_is_put_into_objects() {
        let mut body = Map::new();
        insert(&mut body, &["paging", "after"], json!("x"));
        insert(&mut body, &["size"], json!(1));
        insert(&mut body, &["paging", "after"], json!("y"));
        assert_eq!(Value::Object(body.clone()), json!({ "paging": { "after": "y" }, "size": 1 }));
        assert_eq!(find(&body, &["paging", "after"]), Some(&json!("y")));
        assert_eq!(find(&body, &["size", "after"]), None);
    }
}
