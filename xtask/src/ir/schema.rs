//! What values look like.

use super::{Docs, Step, Value};
use crate::diagnostics::Pointer;

/// A type, without regard to absence and null.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A string.
    Text,
    /// `true` or `false`.
    Boolean,
    /// An integer of 32 bits.
    Int32,
    /// An integer of 64 bits.
    Int64,
    /// An integer of 32 bits without a sign.
    UInt32,
    /// An integer of 64 bits without a sign.
    UInt64,
    /// A number, single precision.
    Float,
    /// A number, double precision.
    Double,
    /// A point in time: `date-time`, RFC 3339.
    Instant,
    /// A point in time as in mails: `date-time-rfc-2822`.
    MailTime,
    /// A calendar date: `date`, RFC 3339.
    Date,
    /// Bytes in Base64: `byte`.
    Bytes,
    /// Any JSON value.
    Any,
    /// An array.
    List(Box<Type>),
    /// An object with arbitrary names.
    Map(Box<Type>),
    /// Null, or a value of this type; within a list or a map.
    Nullable(Box<Type>),
    /// A named schema.
    Schema(SchemaId),
}

impl Type {
    /// The schema that it names, itself or by what it holds.
    pub fn schema(&self) -> Option<SchemaId> {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.schema(),
            Self::Schema(id) => Some(*id),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn schema_mut(&mut self) -> Option<&mut SchemaId> {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.schema_mut(),
            Self::Schema(id) => Some(id),
            _ => None,
        }
    }
}

/// A schema: its index in [`Api::schemas`](super::Api::schemas).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(pub usize);

/// A schema that deserves a type of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Where it stands, which names it: the component alone, or what leads to a schema without a name.
    pub name: Vec<Step>,
    /// What the document calls it, in a few words.
    pub title: Option<String>,
    /// The format that its values are said to be of, if they are one of several texts.
    pub format: Option<String>,
    /// What it is.
    pub docs: Docs,
    /// What its values look like.
    pub form: Form,
    /// Whether requests need it.
    pub in_requests: bool,
    /// Whether answers need it.
    pub in_answers: bool,
    /// Whether pages need it, whose items are all that callers see of them.
    pub in_pages: bool,
    /// Whether it stands for others that say the same.
    pub is_shared: bool,
    /// Where it stands.
    pub at: Pointer,
}

/// What the values of a schema look like.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// An object with these properties and, if `rest` is there, any others of its type.
    Object {
        /// The properties that are known by name.
        properties: Vec<Value>,
        /// All others.
        rest: Option<Type>,
    },
    /// A string of a certain form.
    Text {
        /// The regular expression (ECMA-262) that it matches.
        pattern: String,
        /// A text that does.
        example: Option<String>,
    },
    /// One of several strings, to which others may be added one day.
    Choice(Vec<Known<String>>),
    /// One of several integers that have names, to which others may be added one day.
    Integers(Vec<Known<i64>>),
    /// A value of one of several types, to which others may be added one day.
    Union {
        /// The member that says which one it is.
        tag: Option<String>,
        /// The types, each once.
        cases: Vec<Case>,
    },
}

/// One of the values that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// What to call it, if it does not say so itself.
    pub name: Option<String>,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
}

/// One of several types that a value may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What the document calls it, if it does.
    pub name: Option<String>,
    /// The type.
    pub ty: Type,
    /// The values of the tag that announce it.
    pub tags: Vec<String>,
}

impl Schema {
    /// Whether there is anything that it takes part in.
    pub fn is_needed(&self) -> bool {
        self.in_requests || self.in_answers || self.in_pages
    }

    /// A schema that nobody needs yet.
    pub fn new(name: Vec<Step>, docs: Docs, form: Form, at: Pointer) -> Self {
        let (in_requests, in_answers, in_pages) = (false, false, false);
        Self { name, title: None, format: None, docs, form, in_requests, in_answers, in_pages, is_shared: false, at }
    }

    /// Whether it has a name of its own in the document.
    pub fn is_component(&self) -> bool {
        matches!(self.name.as_slice(), [Step::Component(_)])
    }

    /// The words of its name.
    pub fn words(&self) -> Vec<&str> {
        self.name.iter().map(Step::word).collect()
    }
}
