//! The generic tree of a document. serde_json's has memory of its own for each name and each text, and a table for each
//! object; in documents, most names and texts are short, and most objects have few members.

use std::collections::HashMap;
use std::vec;

use compact_str::CompactString;
use foldhash::fast::RandomState;
use serde_json::Number;

use crate::diagnostics::Pointer;

/// So many members are found sooner one by one than in a table.
const FEW: usize = 16;

/// A value, whatever the notation.
#[derive(Clone, Debug, Default)]
pub(super) enum Value {
    #[default]
    Null,
    Bool(bool),
    Number(Number),
    String(CompactString),
    Array(Vec<Value>),
    Object(Map),
}

/// The members of an object, in the order of the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Map {
    members: Vec<(CompactString, Value)>,
    /// Where each of them is, if there are many; boxed, so that all others pay no more than a word.
    places: Option<Box<Places>>,
}

type Places = HashMap<CompactString, usize, RandomState>;

impl Value {
    /// An object without members.
    pub(super) fn empty_object() -> Self {
        Self::Object(Map::default())
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub(super) fn is_boolean(&self) -> bool {
        matches!(self, Self::Bool(_))
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    pub(super) fn is_string(&self) -> bool {
        matches!(self, Self::String(_))
    }

    pub(super) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    pub(super) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(truth) = self { Some(*truth) } else { None }
    }

    pub(super) fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    pub(super) fn as_array(&self) -> Option<&Vec<Value>> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    pub(super) fn as_object(&self) -> Option<&Map> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    pub(super) fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    pub(super) fn as_object_mut(&mut self) -> Option<&mut Map> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    /// The member `name`, of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    /// The member `name`, of an object.
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.as_object_mut()?.get_mut(name)
    }

    /// What is at `pointer`, seen from here.
    pub(super) fn at(&self, pointer: &Pointer) -> Option<&Value> {
        pointer.segments().try_fold(self, |value, step| match value {
            Self::Array(items) => items.get(index(&step)?),
            value => value.get(&step),
        })
    }

    /// What is at `pointer`, seen from here.
    pub(super) fn at_mut(&mut self, pointer: &Pointer) -> Option<&mut Value> {
        pointer.segments().try_fold(self, |value, step| match value {
            Self::Array(items) => items.get_mut(index(&step)?),
            value => value.get_mut(&step),
        })
    }
}

/// The number of an item, as pointers have it: without a sign or zeros in front.
fn index(step: &str) -> Option<usize> {
    let is_number = step == "0" || !step.starts_with(['0', '+']);
    step.parse().ok().filter(|_| is_number)
}

impl Map {
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    pub(super) fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.place(name).map(|place| &self.members[place].1)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.place(name).map(|place| &mut self.members[place].1)
    }

    fn place(&self, name: &str) -> Option<usize> {
        match &self.places {
            Some(places) => places.get(name).copied(),
            None => self.members.iter().position(|(known, _)| known == name),
        }
    }

    /// Makes `value` the member `name`; the one that was there, whose place it takes.
    pub(super) fn insert(&mut self, name: impl Into<CompactString>, value: impl Into<Value>) -> Option<Value> {
        let (name, value) = (name.into(), value.into());
        match self.get_mut(&name) {
            Some(known) => Some(std::mem::replace(known, value)),
            None => {
                self.push(name, value);
                None
            }
        }
    }

    /// Adds a member of a name that no other has; its place.
    fn push(&mut self, name: CompactString, value: Value) -> usize {
        let place = self.len();
        if let Some(places) = &mut self.places {
            places.insert(name.clone(), place);
        }
        self.members.push((name, value));
        if self.places.is_none() && self.len() > FEW {
            self.find_places();
        }
        place
    }

    /// The member `name`, which is `value` if there was none.
    pub(super) fn or_insert(&mut self, name: impl Into<CompactString>, value: impl Into<Value>) -> &mut Value {
        let name = name.into();
        let place = self.place(&name).unwrap_or_else(|| self.push(name, value.into()));
        &mut self.members[place].1
    }

    /// Takes out the member `name`; the others stay in their order.
    pub(super) fn remove(&mut self, name: &str) -> Option<Value> {
        let place = self.place(name)?;
        let (name, value) = self.members.remove(place);
        if let Some(places) = &mut self.places {
            places.remove(&name);
            places.values_mut().filter(|other| **other > place).for_each(|other| *other -= 1);
        }
        Some(value)
    }

    pub(super) fn retain(&mut self, mut is_kept: impl FnMut(&str, &Value) -> bool) {
        let count = self.len();
        self.members.retain(|(name, value)| is_kept(name, value));
        if self.len() < count {
            self.find_places();
        }
    }

    fn find_places(&mut self) {
        let places = || self.members.iter().enumerate().map(|(place, (name, _))| (name.clone(), place)).collect();
        self.places = (self.len() > FEW).then(places).map(Box::new);
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        self.members.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub(super) fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = (&str, &mut Value)> {
        self.members.iter_mut().map(|(name, value)| (name.as_str(), value))
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.iter().map(|(_, value)| value)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.iter_mut().map(|(_, value)| value)
    }
}

impl Extend<(CompactString, Value)> for Map {
    fn extend<I: IntoIterator<Item = (CompactString, Value)>>(&mut self, members: I) {
        for (name, value) in members {
            self.insert(name, value);
        }
    }
}

impl FromIterator<(CompactString, Value)> for Map {
    fn from_iter<I: IntoIterator<Item = (CompactString, Value)>>(members: I) -> Self {
        let mut map = Self::default();
        map.extend(members);
        map
    }
}

impl IntoIterator for Map {
    type Item = (CompactString, Value);
    type IntoIter = vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text.into())
    }
}

impl<const N: usize> From<[Value; N]> for Value {
    fn from(items: [Value; N]) -> Self {
        Self::Array(items.into())
    }
}

impl<const N: usize> From<[(&str, Value); N]> for Value {
    fn from(members: [(&str, Value); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

/// As serde_json has it, for what goes on to other stages.
impl From<&Value> for serde_json::Value {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::String(text.as_str().to_owned()),
            Value::Array(items) => items.iter().map(Self::from).collect(),
            Value::Object(members) => {
                members.iter().map(|(name, value)| (name.to_owned(), Self::from(value))).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_and_stay_in_order_however_many_there_are() {
        for count in [0, 1, FEW - 1, FEW, FEW + 1, 100] {
            let mut map: Map = (0..count).map(|number| (number.to_string().into(), (number as u64).into())).collect();
            assert!(map.insert("0", "again").is_some() == (count > 0));
            map.or_insert("0", "not this");
            map.or_insert("new", "this");
            map.retain(|name, _| name != "2");
            let removed = map.remove("1");
            let expected = (0..count.max(1)).filter(|number| !matches!(number, 1 | 2)).map(|number| number.to_string());
            let expected: Vec<String> = expected.chain(["new".to_owned()]).collect();
            assert_eq!(map.keys().collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
            assert_eq!(removed.is_some(), count > 1);
            assert!(expected.iter().all(|name| map.contains_key(name)) && !map.contains_key("1"));
            assert_eq!(map.get("0").and_then(Value::as_str), Some("again"));
            for number in 3..count {
                let value = map.get(&number.to_string()).and_then(Value::as_number);
                assert_eq!(value.and_then(Number::as_u64), Some(number as u64));
            }
            assert_eq!(map.get("new").and_then(Value::as_str), Some("this"));
        }
    }

    #[test]
    fn pointers_lead_to_members_and_items() {
        let mut value = Value::from([("a/b", Value::from([Value::from("first"), Value::from("second")]))]);
        let mut at = |pointer: &str| {
            let pointer = Pointer::parse(pointer).expect("a pointer");
            let text = value.at(&pointer).and_then(Value::as_str).map(str::to_owned);
            assert_eq!(value.at_mut(&pointer).and_then(|value| value.as_str().map(str::to_owned)), text);
            text
        };
        assert_eq!([at("/a~1b/0"), at("/a~1b/1")], ["first", "second"].map(|text| Some(text.to_owned())));
        for nowhere in ["/a~1b/01", "/a~1b/+1", "/a~1b/2", "/a~1b/-", "/b"] {
            assert_eq!(at(nowhere), None);
        }
    }
}
