//! Lists whose pages differ in one input of the request: a cursor, a number, an offset.

use reqwest::Url;
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use serde_json::{Map, Value};

use super::{Arrived, Lead, Path, Step, find};
use crate::runtime::encode::Pairs;
use crate::runtime::payload::Payload;
use crate::runtime::send::Outgoing;

/// Where an input stands that changes from page to page.
pub(crate) enum Input {
    /// In the query, under this name.
    Query(&'static str),
    /// In the body, which is JSON.
    Body(Path),
}

/// The value of a member of the answer, which is an input of the next request.
pub(crate) struct Cursor {
    pub(crate) at: Path,
    pub(crate) input: Input,
}

impl Lead for Cursor {
    fn member(&self) -> Option<Path> {
        Some(self.at)
    }

    fn step(&self, page: &Arrived<'_>) -> Option<Step> {
        match find(page.envelope, self.at)? {
            Value::Number(cursor) => Some(Step::Input(Value::Number(cursor.clone()))),
            Value::String(cursor) if !cursor.is_empty() => Some(Step::Input(Value::String(cursor.clone()))),
            _ => None,
        }
    }

    fn set(&self, request: &mut Outgoing, value: Value) {
        self.input.set(request, value);
    }
}

/// The number of the page, which is one more than that of the page before.
pub(crate) struct Page {
    pub(crate) input: Input,
    pub(crate) first: i64,
}

impl Lead for Page {
    fn step(&self, page: &Arrived<'_>) -> Option<Step> {
        let number = self.input.number(page.request).unwrap_or(self.first).checked_add(1)?;
        (page.items > 0).then(|| Step::Input(number.into()))
    }

    fn set(&self, request: &mut Outgoing, value: Value) {
        self.input.set(request, value);
    }

    fn pages_before(&self, step: &Step) -> Option<i64> {
        match step {
            Step::Input(page) => Some(page.as_i64()?.saturating_sub(self.first)),
            Step::Url(_) => None,
        }
    }

    fn items_before(&self, step: &Step, page: &Arrived<'_>) -> u64 {
        if page.earlier > 0 {
            return page.earlier.saturating_add(page.items);
        }
        // Where a list was not begun with its first page, those before are taken to be like the one at hand.
        let pages = self.pages_before(step).and_then(|pages| u64::try_from(pages).ok());
        pages.unwrap_or(1).saturating_mul(page.items)
    }
}

/// How many items there were before.
pub(crate) struct Offset {
    pub(crate) input: Input,
}

impl Lead for Offset {
    fn step(&self, page: &Arrived<'_>) -> Option<Step> {
        let offset = self.input.number(page.request).unwrap_or(0).checked_add_unsigned(page.items)?;
        (page.items > 0).then(|| Step::Input(offset.into()))
    }

    fn set(&self, request: &mut Outgoing, value: Value) {
        self.input.set(request, value);
    }

    fn items_before(&self, step: &Step, _: &Arrived<'_>) -> u64 {
        match step {
            Step::Input(offset) => offset.as_u64().unwrap_or(0),
            Step::Url(_) => 0,
        }
    }
}

impl Input {
    /// Its number in `request`, if it is given.
    pub(crate) fn number(&self, request: &Outgoing) -> Option<i64> {
        match self {
            Self::Query(name) => {
                let mut pairs = request.url.query_pairs();
                pairs.find(|(other, _)| other == name)?.1.parse().ok()
            }
            Self::Body(path) => number(find(&members(request), path)),
        }
    }

    /// Sets it in `request`.
    fn set(&self, request: &mut Outgoing, value: Value) {
        match self {
            Self::Query(name) => set_query(&mut request.url, name, &value),
            Self::Body(path) => {
                let mut body = members(request);
                insert(&mut body, path, value);
                request.body = Some(Payload::bytes(Value::Object(body).to_string()));
                // There may have been none before, which was said.
                request.headers.remove(CONTENT_LENGTH);
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
pub(super) fn number(value: Option<&Value>) -> Option<i64> {
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
