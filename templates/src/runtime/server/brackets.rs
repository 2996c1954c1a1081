//! Values whose parts are texts of their own: `filter[kind]=cat&filter[tags][0]=a`.

#![allow(dead_code, reason = "an API may have no such values")]

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::texts::Texts;
use super::values::pairs;
use super::{Place, Reason};

/// The pairs as members of an object, those of the same name as an array; `None` if there are no pairs.
pub(super) fn members(text: &[u8]) -> Option<Value> {
    let mut members = Map::new();
    for (name, value) in pairs(text) {
        let Some(value) = value.decode() else { continue };
        let value = Value::from(value.into_owned());
        match members.get_mut(name.as_ref()) {
            None => drop(members.insert(name.into_owned(), value)),
            Some(Value::Array(items)) => items.push(value),
            Some(known) => *known = Value::Array(vec![known.take(), value]),
        }
    }
    (!members.is_empty()).then_some(Value::Object(members))
}

/// The value whose parts are called `name` and their own name in brackets; `None` if there is no part.
pub(super) fn parts(text: &[u8], name: &str) -> Option<Value> {
    let mut tree = None;
    for (key, value) in pairs(text) {
        let (Some(path), Some(value)) = (key.strip_prefix(name), value.decode()) else { continue };
        let Some(steps) = steps(path) else { continue };
        let place = steps.into_iter().fold(tree.get_or_insert(Value::Null), step);
        *place = Value::from(value.into_owned());
    }
    tree
}

/// The value whose parts are called `name` and their own name behind a dot; `None` if there is no part. Pairs of the
/// same name are items of an array.
pub(super) fn dotted(text: &[u8], name: &str) -> Option<Value> {
    let mut tree = None;
    for (key, value) in pairs(text) {
        let path = key.strip_prefix(name).and_then(|path| path.strip_prefix('.'));
        let path = path.filter(|path| path.split('.').nth(DEEPEST).is_none());
        let (Some(path), Some(value)) = (path, value.decode()) else { continue };
        let place = path.split('.').fold(tree.get_or_insert(Value::Null), step);
        let value = Value::from(value.into_owned());
        *place = match place.take() {
            Value::Null => value,
            Value::Array(mut items) => {
                items.push(value);
                Value::Array(items)
            }
            first => Value::Array(vec![first, value]),
        };
    }
    tree
}

/// How deep parts may be: what is deeper is of no value that anybody describes, and reading it would take the stack.
const DEEPEST: usize = 64;

/// The names in brackets, one after another; `None` if there is anything else, or too many.
fn steps(mut path: &str) -> Option<Vec<&str>> {
    let mut steps = Vec::new();
    while !path.is_empty() {
        if steps.len() == DEEPEST {
            return None;
        }
        let (step, rest) = path.strip_prefix('[')?.split_once(']')?;
        steps.push(step);
        path = rest;
    }
    Some(steps)
}

/// The member called `name` of what is made an object for it; without a name, one more.
fn step<'a>(value: &'a mut Value, name: &str) -> &'a mut Value {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Value::Object(members) = value else { unreachable!("it was made an object") };
    let name = if name.is_empty() { members.len().to_string() } else { name.to_owned() };
    members.entry(name).or_insert(Value::Null)
}

/// A value whose parts are texts of their own, before it is read.
pub(crate) struct Parts {
    pub(super) place: Place,
    pub(super) name: &'static str,
    /// `None` if there is no part.
    pub(super) tree: Option<Value>,
}

impl Parts {
    /// The value.
    pub(crate) fn required<T: DeserializeOwned>(self) -> Result<T, Reason> {
        let missing = Reason::Missing { place: self.place, name: self.name };
        self.optional()?.ok_or(missing)
    }

    /// The value, if it has any parts.
    pub(crate) fn optional<T: DeserializeOwned>(self) -> Result<Option<T>, Reason> {
        let Self { place, name, tree } = self;
        let invalid = |error: serde_json::Error| Reason::Invalid { place, name, message: error.to_string() };
        tree.map(|tree| T::deserialize(Texts(tree)).map_err(invalid)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn brackets_are_undone() {
        for (text, expected) in [
            ("f[a]=1&f%5Bb%5D=x+y&g=2", Some(json!({"a": "1", "b": "x y"}))),
            ("f[0]=a&f[1][b]=c", Some(json!({"0": "a", "1": {"b": "c"}}))),
            ("f[]=a&f[]=b", Some(json!({"0": "a", "1": "b"}))),
            ("f=a", Some(json!("a"))),
            ("foo=a&f[a=1", None),
            ("", None),
        ] {
            assert_eq!(parts(text.as_bytes(), "f"), expected, "{text}");
        }
    }

    #[test]
    fn what_is_too_deep_is_nothing() {
        let nested = |times| (format!("f{}=x", "[a]".repeat(times)), format!("f{}=x", ".a".repeat(times)));
        let (brackets, dots) = nested(DEEPEST);
        assert!(parts(brackets.as_bytes(), "f").is_some() && dotted(dots.as_bytes(), "f").is_some());
        let (brackets, dots) = nested(100_000);
        assert!(parts(brackets.as_bytes(), "f").is_none() && dotted(dots.as_bytes(), "f").is_none());
    }

    #[test]
    fn dots_are_undone() {
        for (text, expected) in [
            ("f.a=1&f.b.c=x+y&f.b.d=&g.a=2", Some(json!({"a": "1", "b": {"c": "x y", "d": ""}}))),
            ("f.a=1&f.a=2&f.a=3", Some(json!({"a": ["1", "2", "3"]}))),
            ("f=1&foo.a=1", None),
        ] {
            assert_eq!(dotted(text.as_bytes(), "f"), expected, "{text}");
        }
    }

    #[test]
    fn members_of_the_same_name_are_items() {
        assert_eq!(members(b"a=1&b=x&a=2&a=3"), Some(json!({"a": ["1", "2", "3"], "b": "x"})));
        assert_eq!(members(b""), None);
    }

    #[test]
    fn texts_become_what_is_wanted() {
        type Map<T> = std::collections::BTreeMap<String, T>;
        let parts = || Parts { place: Place::Query, name: "f", tree: Some(json!({"a": "1", "b": "2"})) };
        assert_eq!(parts().required::<Map<String>>().map(|texts| texts["a"].clone()), Ok("1".to_owned()));
        assert_eq!(parts().required::<Map<i64>>().map(|numbers| numbers["b"]), Ok(2));
        assert!(parts().required::<bool>().is_err());
        let none = || Parts { place: Place::Query, name: "f", tree: None };
        assert_eq!(none().optional::<bool>(), Ok(None));
        assert_eq!(none().required::<bool>(), Err(Reason::Missing { place: Place::Query, name: "f" }));
    }
}
