//! From a generic tree to one that openapiv3 accepts, with every deviation from the tables reported.
//!
//! What does no harm is corrected in the tree: a number where a string should be becomes a string, and what can be
//! ignored is removed, so that openapiv3 does not stumble over it.

use std::collections::HashSet;

use crate::diagnostics::{Diagnostics, Outcome, Place, Problem, nearest};

use super::at::At;
use super::correct;
use super::structure::{Field, Names, Object, Pattern, Presence, Shape, Weight, is_extension, kind};
use super::tables;
use super::value::{Map, Value};

/// Checks `value`, an object, against the tables; `None` if openapiv3 would not accept it.
pub(super) fn document(value: &mut Value, diagnostics: &mut Diagnostics) -> Option<()> {
    let mut walk = Walk { diagnostics, lenient: false };
    walk.value(&At::ROOT, Shape::Object(&tables::OPENAPI), None, value).then_some(())
}

/// The state of a walk.
pub(super) struct Walk<'a> {
    diagnostics: &'a mut Diagnostics,
    /// Whether all this belongs to something that can be ignored.
    lenient: bool,
}

impl Walk<'_> {
    /// Reports a problem with the value at `at`.
    pub(super) fn report(&mut self, at: &At<'_>, problem: Problem) {
        self.diagnostics.report::<()>(at.pointer(), problem);
    }

    /// Reports a problem with the member at `at` as such.
    pub(super) fn report_key(&mut self, at: &At<'_>, problem: Problem) {
        self.diagnostics.report::<()>(Place::Key(at.pointer()), problem);
    }

    /// What becomes of a value that cannot be used.
    pub(super) fn outcome(&self) -> Outcome {
        if self.lenient { Outcome::Ignored } else { Outcome::Fatal }
    }

    /// Checks any value; `false`, after a report, if it cannot be used. The same holds for the functions below.
    fn value(&mut self, at: &At<'_>, shape: Shape, hint: Option<&'static str>, value: &mut Value) -> bool {
        if let Some(usable) = self.scalar(at, shape, hint, value) {
            return usable;
        }
        match (shape, &mut *value) {
            (Shape::List(shape), Value::Array(items)) => self.items(at, shape, items),
            (Shape::Map(shape), Value::Object(members)) => self.members(at, shape, members),
            (Shape::Object(object), Value::Object(members)) => self.object(at, object, members),
            (Shape::RefOr(object), Value::Object(members)) if members.contains_key("$ref") => {
                self.reference(at, object, members)
            }
            (Shape::RefOr(object), Value::Object(members)) => self.object(at, object, members),
            (Shape::BoolOr(other), value) => self.value(at, *other, hint, value),
            _ => self.wrong_type(at, shape, hint, value),
        }
    }

    /// Checks a scalar; `None` if `shape` is none or `value` is not it.
    fn scalar(&mut self, at: &At<'_>, shape: Shape, hint: Option<&'static str>, value: &mut Value) -> Option<bool> {
        match (shape, &*value) {
            (Shape::Any, _)
            | (Shape::Text, Value::String(_))
            | (Shape::Bool | Shape::BoolOr(_), Value::Bool(_))
            | (Shape::Number, Value::Number(_)) => return Some(true),
            (Shape::Count, Value::Number(number)) if number.is_u64() => return Some(true),
            (Shape::OneOf(expected), Value::String(_)) => {
                return Some(self.one_of(at, expected, hint, value));
            }
            _ => {}
        }
        let corrected = correct::scalar(shape, value)?;
        if !value.is_number() || !corrected.is_number() {
            let (expected, found, quotes) = (shape.name(), kind(value), value.is_string());
            self.report(at, Problem::Misquoted { expected, found, quotes });
        }
        *value = corrected;
        Some(true)
    }

    /// Checks a string; what was probably meant takes the place of what is not expected, for the sake of later checks.
    fn one_of(
        &mut self,
        at: &At<'_>,
        expected: &'static [&'static str],
        hint: Option<&'static str>,
        value: &mut Value,
    ) -> bool {
        let text = value.as_str().unwrap_or_default().to_owned();
        if expected.contains(&&*text) {
            return true;
        }
        let meant = nearest(&text, expected.iter().copied());
        if let Some(meant) = meant {
            *value = Value::from(meant);
        }
        let member = at.name().unwrap_or("value").to_owned();
        let (outcome, meant_any) = (self.outcome(), meant.is_some());
        self.report(at, Problem::UnknownValue { member, value: text, expected, outcome, hint });
        meant_any
    }

    fn items(&mut self, at: &At<'_>, shape: &'static Shape, items: &mut [Value]) -> bool {
        let mut usable = true;
        for (index, item) in items.iter_mut().enumerate() {
            usable &= self.value(&at.index(index), *shape, None, item);
        }
        usable
    }

    fn members(&mut self, at: &At<'_>, shape: &'static Shape, members: &mut Map) -> bool {
        let referred = members.get("$ref").is_some_and(Value::is_string);
        if referred && !matches!(shape, Shape::Text | Shape::Any) {
            return self.misplaced_reference(at, Shape::Map(shape).name());
        }
        let mut usable = true;
        for (name, member) in members.iter_mut() {
            usable &= self.value(&at.key(name), *shape, None, member);
        }
        usable
    }

    fn reference(&mut self, at: &At<'_>, object: &'static Object, members: &mut Map) -> bool {
        let (mut usable, mut siblings) = (true, Vec::new());
        for (name, member) in members.iter_mut() {
            match name {
                "$ref" => usable = self.value(&at.key(name), Shape::Text, None, member),
                "summary" | "description" => {}
                name if is_extension(name) => {}
                name => siblings.push(name.to_owned()),
            }
        }
        if let Some(first) = siblings.first() {
            let object = object.name;
            self.report_key(&at.key(first), Problem::IgnoredSiblings { object, members: siblings.clone() });
        }
        usable
    }

    fn object(&mut self, at: &At<'_>, object: &'static Object, members: &mut Map) -> bool {
        if members.contains_key("$ref") {
            return self.misplaced_reference(at, Shape::Object(object).name());
        }
        let further = object.further(members);
        // Without its case, an object is of no type; why it has none gets reported below.
        let (mut usable, mut unknown, mut ignored) = (further.is_some(), Vec::new(), Vec::new());
        let mut misnamed = Vec::new();
        for (name, value) in members.iter_mut() {
            let at = at.key(name);
            match (object.field(name, further), &object.pattern) {
                (Some(field), _) if self.lacks_value(&at, field, value) => ignored.push(field.name),
                (Some(field), _) if self.field(&at, field, value) => {}
                (Some(field), _) if field.is_dispensable() => ignored.push(field.name),
                (Some(_), _) => usable = false,
                (None, _) if is_extension(name) => {}
                (None, Some(pattern)) if self.is_misnamed(&at, pattern, name) => misnamed.push(name.to_owned()),
                (None, Some(pattern)) => usable &= self.value(&at, pattern.shape, None, value),
                // What it depends on is wrong, and gets reported.
                (None, None) if further.is_none() && object.is_field_of_some_case(name) => {}
                (None, None) => unknown.push(name.to_owned()),
            }
        }
        for name in &unknown {
            usable &= self.unknown_member(at, object, further, members, name);
        }
        let dropped = misnamed.iter().chain(&unknown).map(String::as_str);
        let dropped: HashSet<&str> = ignored.iter().copied().chain(dropped).collect();
        if !dropped.is_empty() {
            members.retain(|name, _| !dropped.contains(name));
        }
        for field in object.fields.iter().chain(further.unwrap_or_default()) {
            if !matches!(field.presence, Presence::Optional) && !members.contains_key(field.name) {
                usable &= self.missing(at, object, field, members, ignored.contains(&field.name));
            }
        }
        usable && object.check.is_none_or(|check| check(self, at, members))
    }

    /// Whether a member is null; openapiv3 takes that for a value of the wrong type.
    fn lacks_value(&mut self, at: &At<'_>, field: &Field, value: &Value) -> bool {
        let lacks = value.is_null() && !matches!(field.shape, Shape::Any);
        // If the member is required, there will be a report that it is missing.
        if lacks && !matches!(field.presence, Presence::Required) {
            self.report_key(at, Problem::NullMember { member: field.name.to_owned() });
        }
        lacks
    }

    fn field(&mut self, at: &At<'_>, field: &Field, value: &mut Value) -> bool {
        let outer = self.lenient;
        self.lenient |= field.weight != Weight::Meaning;
        let usable = self.value(at, field.shape, field.hint, value);
        self.lenient = outer;
        usable
    }

    /// Whether a member has a name that none of `pattern` has, which is reported.
    fn is_misnamed(&mut self, at: &At<'_>, pattern: &Pattern, name: &str) -> bool {
        let problem = match pattern.names {
            Names::Paths if !name.starts_with('/') => Problem::PathWithoutSlash { path: name.to_owned() },
            Names::Statuses if !is_status(name) => Problem::InvalidStatus { status: name.to_owned() },
            Names::Paths | Names::Statuses | Names::Expressions => return false,
        };
        self.report_key(at, problem);
        true
    }

    /// Reports a member that the tables do not know. One that was probably meant to be another becomes the other, so
    /// that what is in it gets checked as well.
    fn unknown_member(
        &mut self,
        at: &At<'_>,
        object: &'static Object,
        further: Option<&'static [Field]>,
        members: &mut Map,
        name: &str,
    ) -> bool {
        let fields = object.fields.iter().chain(further.unwrap_or_default());
        let lacking = fields.filter(|field| !members.contains_key(field.name));
        let meant = nearest(name, lacking.map(|field| field.name)).and_then(|name| object.field(name, further));
        let matters = meant.is_some_and(Field::matters);
        let problem = Problem::UnknownMember {
            object: object.name,
            member: name.to_owned(),
            meant: meant.map(|field| field.name),
            outcome: if matters { self.outcome() } else { Outcome::Ignored },
            hint: tables::hint_on_unknown_member(object, name),
        };
        let at = at.key(name);
        self.report_key(&at, problem);
        let Some((field, value)) = meant.filter(|_| matters).zip(members.get_mut(name)) else { return true };
        let mut value = std::mem::replace(value, Value::Null);
        let usable = self.field(&at, field, &mut value);
        members.insert(field.name, value);
        usable
    }

    /// Reports that a field is missing, unless what was there has been reported, and puts in what is assumed.
    fn missing(
        &mut self,
        at: &At<'_>,
        object: &'static Object,
        field: &Field,
        members: &mut Map,
        reported: bool,
    ) -> bool {
        let (outcome, usable) = match field.presence {
            Presence::Optional => return true,
            Presence::Required => (self.outcome(), false),
            Presence::Assumed(what, value) => {
                members.insert(field.name, value());
                (Outcome::Assumed(what), true)
            }
        };
        if !reported || !usable {
            let (object, member) = (object.name, field.name);
            let place = if at.is_root() { Place::File } else { at.pointer().into() };
            self.diagnostics.report::<()>(place, Problem::MissingMember { object, member, outcome });
        }
        usable
    }

    fn misplaced_reference(&mut self, at: &At<'_>, expected: String) -> bool {
        let outcome = self.outcome();
        self.report_key(&at.key("$ref"), Problem::MisplacedReference { expected, outcome });
        false
    }

    fn wrong_type(&mut self, at: &At<'_>, shape: Shape, hint: Option<&'static str>, value: &Value) -> bool {
        let (expected, found, outcome) = (shape.name(), kind(value), self.outcome());
        let hint = hint.or(shape.hint());
        self.report(at, Problem::WrongType { expected, found, outcome, hint });
        false
    }
}

/// Whether `name` is a status code, or a range of them; openapiv3 takes a small `x` too.
fn is_status(name: &str) -> bool {
    matches!(name.as_bytes(), [b'1'..=b'5', b'X' | b'x', b'X' | b'x'] | [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'])
}
