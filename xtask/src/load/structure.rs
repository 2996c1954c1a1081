//! What a table says of an object of the specification: see [`super::tables`].

use super::at::At;
use super::value::{Map, Value};
use super::walk::Walk;

/// What a value may be.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Anything: examples, defaults, extensions.
    Any,
    /// A string.
    Text,
    /// `true` or `false`.
    Bool,
    /// An integer from 0 up.
    Count,
    /// Any number.
    Number,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// An array.
    List(&'static Shape),
    /// An object with names of the author's choice.
    Map(&'static Shape),
    /// An object of the specification.
    Object(&'static Object),
    /// An object of the specification, or a Reference object.
    RefOr(&'static Object),
    /// `true`, `false` or something else.
    BoolOr(&'static Shape),
}

impl Shape {
    /// What to call it in a message, with an article.
    pub(super) fn name(self) -> String {
        match self {
            Self::Any => "a value".to_owned(),
            Self::Text => "a string".to_owned(),
            Self::Bool => "`true` or `false`".to_owned(),
            Self::Count => "an integer from 0 up".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::OneOf(_) => "a string".to_owned(),
            Self::List(item) => format!("an array of {}", item.plural()),
            Self::Map(member) => format!("an object whose members are {}", member.plural()),
            Self::Object(object) => format!("{} {} object", article(object.name), object.name),
            Self::RefOr(object) => format!("{} {} object or a reference", article(object.name), object.name),
            Self::BoolOr(other) => format!("`true`, `false` or {}", other.name()),
        }
    }

    /// How to write it, if that can be said in a few words.
    pub(super) fn hint(self) -> Option<&'static str> {
        match self {
            Self::Object(object) | Self::RefOr(object) => object.hint,
            _ => None,
        }
    }

    fn plural(self) -> String {
        match self {
            Self::Any => "values".to_owned(),
            Self::Text | Self::OneOf(_) => "strings".to_owned(),
            Self::Bool | Self::BoolOr(_) => "booleans".to_owned(),
            Self::Count => "integers".to_owned(),
            Self::Number => "numbers".to_owned(),
            Self::List(_) => "arrays".to_owned(),
            Self::Map(_) => "objects".to_owned(),
            Self::Object(object) | Self::RefOr(object) => format!("{} objects", object.name),
        }
    }
}

fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" }
}

/// An object of the specification. Each may have extensions, `x-…`, which are not looked into.
pub(super) struct Object {
    /// Its name in the specification, without "Object".
    pub name: &'static str,
    /// Its fixed fields.
    pub fields: &'static [Field],
    /// Further fields, which depend on the value of one of `fields`.
    pub cases: Option<Cases>,
    /// Its patterned fields, if it has any.
    pub pattern: Option<Pattern>,
    /// What a table cannot say.
    pub check: Option<Check>,
    /// How to write one.
    pub hint: Option<&'static str>,
}

impl Object {
    /// An object with fixed fields only.
    pub(super) const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, fields, cases: None, pattern: None, check: None, hint: None }
    }

    /// The fields of the case that `members` are; `None` if there are cases and it is none of them.
    pub(super) fn further(&self, members: &Map) -> Option<&'static [Field]> {
        let Some(cases) = &self.cases else {
            return Some(&[]);
        };
        let value = members.get(cases.field)?.as_str()?;
        cases.cases.iter().find(|(case, _)| *case == value).map(|(_, fields)| *fields)
    }

    /// The field `name`, of this object or of the case `further`.
    pub(super) fn field(&self, name: &str, further: Option<&'static [Field]>) -> Option<&'static Field> {
        self.fields.iter().chain(further.unwrap_or_default()).find(|field| field.name == name)
    }

    /// Whether there is a case with a field `name`.
    pub(super) fn is_field_of_some_case(&self, name: &str) -> bool {
        let cases = self.cases.as_ref().map_or(&[][..], |cases| cases.cases);
        cases.iter().flat_map(|(_, fields)| *fields).any(|field| field.name == name)
    }
}

/// Checks the members of an object that the tables have no objection to; `false` if it cannot be used.
pub(super) type Check = fn(&mut Walk<'_>, &At<'_>, &mut Map) -> bool;

/// Fields that are there for some values of `field` only.
pub(super) struct Cases {
    /// The field that decides.
    pub field: &'static str,
    /// Its values, and the fields that come with each.
    pub cases: &'static [(&'static str, &'static [Field])],
}

/// Fields with names of the author's choice, within limits.
pub(super) struct Pattern {
    /// What a name must be.
    pub names: Names,
    /// What the values are.
    pub shape: Shape,
}

/// The names of patterned fields.
#[derive(Clone, Copy)]
pub(super) enum Names {
    /// Paths, which start with `/`.
    Paths,
    /// Response statuses: `200`, `2XX`.
    Statuses,
    /// Runtime expressions; whatever is no extension counts as one.
    Expressions,
}

/// A fixed field of an object.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// Its name.
    pub name: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// Whether it may be missing.
    pub presence: Presence,
    /// What is lost if it has to be ignored.
    pub weight: Weight,
    /// What to do about a value that is often written wrongly.
    pub hint: Option<&'static str>,
}

/// Whether a field may be missing.
#[derive(Clone, Copy)]
pub(super) enum Presence {
    /// It may.
    Optional,
    /// It may not.
    Required,
    /// It may not, but often is; the text says what is assumed, as the value makes.
    Assumed(&'static str, fn() -> Value),
}

/// What is lost if a field has to be ignored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// What the document says of the API: anything wrong is an error.
    Meaning,
    /// A check of values: a misspelt name is an error, a useless value is ignored with a warning.
    Check,
    /// Words for people: whatever is wrong with it, there is a warning and it is ignored.
    Words,
}

impl Field {
    /// An optional field that matters.
    pub(super) const fn new(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, presence: Presence::Optional, weight: Weight::Meaning, hint: None }
    }

    /// The same, required.
    pub(super) const fn required(self) -> Self {
        Self { presence: Presence::Required, ..self }
    }

    /// The same, with something to assume where it is missing.
    pub(super) const fn assumed(self, what: &'static str, value: fn() -> Value) -> Self {
        Self { presence: Presence::Assumed(what, value), ..self }
    }

    /// The same, as a check of values.
    pub(super) const fn check(self) -> Self {
        Self { weight: Weight::Check, ..self }
    }

    /// The same, as words for people.
    pub(super) const fn words(self) -> Self {
        Self { weight: Weight::Words, ..self }
    }

    /// The same, with what to do about a wrong value.
    pub(super) const fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Whether the document can do without it once what is wrong with it has been reported.
    pub(super) fn is_dispensable(&self) -> bool {
        let is_choice = matches!((self.shape, self.presence), (Shape::OneOf(_), Presence::Optional));
        self.weight != Weight::Meaning || is_choice
    }

    /// Whether more than words is lost if it has to be ignored.
    pub(super) fn matters(&self) -> bool {
        self.weight != Weight::Words
    }
}

/// Whether a member is an extension, whose value may be anything.
pub(super) fn is_extension(name: &str) -> bool {
    name.starts_with("x-")
}

/// What to call a value in a message, with an article, and in full if it is short.
pub(super) fn kind(value: &Value) -> String {
    match value {
        Value::Null => "nothing (null)".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(value) => format!("the number {value}"),
        Value::String(value) if value.len() <= 40 && !value.contains('\n') => {
            format!("the string \"{value}\"")
        }
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
