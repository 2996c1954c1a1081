//! Resources, operations, and what they take.

use super::{Answer, Docs, Refusal, Type};
use crate::diagnostics::Pointer;

/// Operations that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Their tag, or what their paths are about if the document has no tags; `None` for operations without either.
    pub name: Option<String>,
    /// What they have in common, in CommonMark.
    pub description: Option<String>,
    /// The operations.
    pub operations: Vec<Operation>,
    /// Where the tag is described, or else the first of them.
    pub at: Pointer,
}

/// An operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Its `operationId`.
    pub id: String,
    /// What it does.
    pub docs: Docs,
    /// The HTTP method.
    pub method: Method,
    /// The path, with `{placeholders}`, and behind a `?` what each query begins with.
    pub path: String,
    /// The inputs outside the body: those of the path, in the order of the path, and then the others.
    pub params: Vec<Param>,
    /// The body.
    pub body: Option<Body>,
    /// The media type of the body, if it is not the usual one of its kind: `application/merge-patch+json`, for instance.
    pub body_type: Option<String>,
    /// Media types that the body could be of instead.
    pub other_bodies: Vec<String>,
    /// The operation that this is another way to call, with another body; its own id is ours.
    pub variant_of: Option<String>,
    /// What a success is answered with.
    pub answer: Answer,
    /// The status of a success: the first that the document gives.
    pub status: u16,
    /// What callers have to show: all schemes of one of these, by name. Nothing if there are none, or if the last one
    /// is empty, where it is not needed but makes a difference.
    pub security: Vec<Vec<String>>,
    /// The absolute URL of its server, if that is not the one of the API.
    pub server: Option<String>,
    /// The media types that successes are of.
    pub accept: Vec<String>,
    /// Media types that successes could be of instead.
    pub other_answers: Vec<String>,
    /// The headers of successes; what is in them is text, a number, a boolean, or an array of these.
    pub headers: Vec<Value>,
    /// What refusals are answered with, where that is JSON of a certain form.
    pub refusals: Vec<Refusal>,
    /// Where it stands.
    pub at: Pointer,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are called what they are")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

/// A parameter of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Its name, type and documentation.
    pub value: Value,
    /// Where in the request it goes.
    pub place: ParamPlace,
    /// What its name is on the wire, if it is another than in the document.
    pub wire: Option<String>,
    /// How what has parts is written; of no consequence for anything else.
    pub style: Style,
}

/// Where in a request a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are called what they are")]
pub enum ParamPlace {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a value that has parts, an array or an object, is written where only text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Each part by itself: an item under the name of the array, a member under its own.
    Apart,
    /// The items, or the names and values of the members, in one text with this between them.
    Joined(char),
    /// In one text with commas; if exploded, a member is its name, `=` and its value.
    Simple(bool),
    /// Behind a dot, with commas, or with dots if exploded: `.red,green`.
    Label(bool),
    /// Behind a semicolon and the name, with commas, or one such for each part if exploded: `;color=red,green`.
    Matrix(bool),
    /// Each part by itself, under the name of the whole and its own in brackets: `filter[kind]=cat`.
    Brackets,
    /// Each part by itself, under the name of the whole and its own with a dot between them: `AddOns.carrier=x`.
    Dots,
    /// In one text, as JSON.
    Json,
}

/// A named value: a parameter, a field of a form, or a property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The name on the wire.
    pub name: String,
    /// The type, without regard to absence and null.
    pub ty: Type,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// What it is for.
    pub docs: Docs,
    /// What the document says about its value.
    pub limits: Limits,
    /// A value that the document gives as an example.
    pub example: Option<serde_json::Value>,
    /// Where it stands.
    pub at: Pointer,
}

/// What a document says about values beyond their type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// The fewest characters of a text.
    pub min_length: Option<usize>,
    /// The most characters of a text.
    pub max_length: Option<usize>,
    /// A regular expression (ECMA-262) that a text matches.
    pub pattern: Option<String>,
    /// The least number.
    pub minimum: Option<f64>,
    /// The greatest number.
    pub maximum: Option<f64>,
    /// The only values that are allowed or, for text, known.
    pub values: Vec<String>,
    /// What the server takes an absent value for.
    pub default: Option<serde_json::Value>,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// `application/x-www-form-urlencoded`.
    Form(Vec<FormField>),
    /// JSON, an object with these members.
    Members(Vec<Value>),
    /// JSON, anything else, given as a whole.
    Json(Box<Value>),
    /// `multipart/form-data`.
    Multipart(Vec<Part>),
    /// Text, given as a whole.
    Text(Box<Value>),
    /// Anything else, given as a whole.
    Binary(Box<Value>),
}

/// A part of a body that has several; an array is a part for each of its items.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name, type and documentation; of files, the type says only whether there are several.
    pub value: Value,
    /// How it is written.
    pub kind: PartKind,
    /// Its media type, if the document gives one.
    pub media_type: Option<String>,
}

/// How a part of a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// As plain text.
    Text,
    /// As JSON.
    Json,
    /// As a file.
    File,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormField {
    /// Its name, type and documentation.
    pub value: Value,
    /// How a value that has parts is written. As JSON, each item of an array is written by itself.
    pub style: Style,
}

impl Method {
    /// Its name in a document: `get`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Head => "head",
            Self::Patch => "patch",
            Self::Trace => "trace",
        }
    }
}
