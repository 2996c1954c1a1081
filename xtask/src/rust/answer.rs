//! What operations return.

use super::{Docs, End, Name, Next, Type};

/// Headers of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headers {
    /// The name of the struct.
    pub name: Name,
    /// Whose headers they are.
    pub docs: Docs,
    /// The headers.
    pub fields: Vec<Header>,
}

/// A header of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    /// The name of the field.
    pub name: Name,
    /// The name on the wire.
    pub wire: String,
    /// What it is.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// The type of its value.
    pub ty: Type,
}

/// What a call returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// `()`.
    Empty,
    /// A value of this type.
    Json(Type),
    /// A page.
    Page {
        /// The type of an item.
        item: Type,
        /// The type of the answer as a whole, which servers make.
        envelope: Type,
        /// The way to the items, from member to member.
        items: Vec<String>,
        /// What leads to the next page.
        next: Next,
        /// What tells that a page is the last one.
        ends: Vec<End>,
    },
    /// A `String`; servers answer with this media type.
    Text(String),
    /// A `Download`; servers answer with this media type.
    Binary(String),
    /// Events with data of this type, or else text.
    Events(Option<Type>),
    /// A `Redirect`.
    Redirect,
    /// An enum.
    Several(Answers),
}

/// An enum of what a call returns, depending on the status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The name of the enum.
    pub name: Name,
    /// Its variants.
    pub cases: Vec<AnswerCase>,
    /// The index of the variant that a status stands for which is that of none of them.
    pub fallback: usize,
}

/// A variant of what a call returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerCase {
    /// The name of the variant.
    pub name: Name,
    /// The statuses that it comes with, both ends of each range included.
    pub statuses: Vec<(u16, u16)>,
    /// The status that servers answer with.
    pub status: u16,
    /// What it holds.
    pub output: Output,
}
