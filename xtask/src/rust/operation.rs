//! Resources, operations, and what they take.

use super::{Docs, Feature, Name, Output, Security, Type};

/// A handle to operations that belong together, and its module.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The name of the module, and of the client's method that returns the handle.
    pub module: Name,
    /// The name of the handle.
    pub handle: Name,
    /// The name of the module below `dynamic` that has its operations by name; `None` if that is `dynamic` itself.
    pub called: Option<Name>,
    /// The name of the module below `server` that says what its operations are asked for.
    pub asked: Name,
    /// The feature that it is there for; `None` if the crate is too small to be divided.
    pub feature: Option<Feature>,
    /// What its operations have in common.
    pub docs: Docs,
    /// Its operations.
    pub operations: Vec<Operation>,
}

/// A method of a handle, and the builder that it returns.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The name of the method.
    pub method: Name,
    /// The name of the builder.
    pub builder: Name,
    /// The name of the static that holds what is the same for all calls.
    pub constant: Name,
    /// How servers know it.
    pub served: Served,
    /// What it does.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// Its name in the document.
    pub id: String,
    /// The HTTP method, in capitals.
    pub http_method: Name,
    /// The path with its placeholders, and behind a `?` what each query begins with.
    pub path: String,
    /// What the request's body starts as.
    pub body: BodyKind,
    /// The media type of the body, if it is not the usual one of its kind.
    pub media_type: Option<String>,
    /// Media types that the service takes as well.
    pub other_bodies: Vec<String>,
    /// The operation that this is another way to call, with another body, so that there is nothing more to serve.
    pub variant_of: Option<String>,
    /// Required inputs.
    pub arguments: Vec<Input>,
    /// The struct that holds the required inputs, if they are too many to be arguments.
    pub inputs: Option<Name>,
    /// Optional inputs.
    pub setters: Vec<Input>,
    /// What a call returns.
    pub output: Output,
    /// The status of a success.
    pub status: u16,
    /// What callers have to know beyond what it does, a paragraph each.
    pub notes: Vec<String>,
    /// What callers have to show.
    pub security: Security,
    /// The URL of its server, if that is not the API's.
    pub server: Option<String>,
    /// The media types to ask for, if they are not `application/json`.
    pub accept: Option<String>,
    /// Media types that the service can answer with as well.
    pub other_answers: Vec<String>,
    /// What the body of a refusal can be read as, with the statuses that it has, unless these are all that are left.
    pub refusals: Vec<(Option<String>, Type)>,
    /// The type of the headers of answers, if there are any.
    pub headers: Option<Name>,
}

impl Operation {
    /// Whether servers have a method for it. Variants are no operations of their own, and the router cannot read bodies of
    /// several parts, nor objects that are one text, nor texts with a prefix.
    pub fn is_served(&self) -> bool {
        self.body != BodyKind::Parts
            && self.variant_of.is_none()
            && !self.arguments.iter().chain(&self.setters).any(|input| {
                matches!(
                    input.write,
                    Write::PathMembers(_)
                        | Write::PathLabel(_)
                        | Write::PathMatrix(_)
                        | Write::HeaderMembers(_)
                        | Write::QueryMembersJoined(_)
                        | Write::CookieMembers
                        | Write::CookieMembersJoined
                        | Write::FormMembersJoined(_)
                )
            })
    }
}

/// How servers know an operation: by names that no other operation of the API has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The name of the trait's method.
    pub method: Name,
    /// The name of the type of what it is asked for.
    pub request: Name,
    /// The name of the type of what it replies with, if that may be several things.
    pub reply: Option<Name>,
}

/// What a request's body starts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are called what they are")]
pub enum BodyKind {
    Empty,
    Form,
    Members,
    Parts,
}

/// Something that a caller gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The name of the argument or setter.
    pub name: Name,
    /// The name on the wire.
    pub wire: String,
    /// The name among the arguments of a call by name, which no other input of the operation has.
    pub key: String,
    /// What it is.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// What is taken.
    pub taken: Taken,
    /// Where it goes.
    pub write: Write,
    /// The media type of a part of the body, if the document gives one.
    pub media_type: Option<String>,
    /// The name of the method that sends null, if that is not the same as nothing.
    pub null: Option<Name>,
    /// What is sent unless the caller gives something else.
    pub initial: Option<Initial>,
    /// A value, for examples.
    pub example: Option<serde_json::Value>,
}

/// What stands for an input that cannot be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Initial {
    /// Null.
    Null,
    /// This variant of the enum that its type is: the only one that is known.
    Variant(Name, Name),
}

/// What an argument or setter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// `impl AsRef<str>`.
    Text,
    /// A value of this type.
    Value(Type),
    /// `impl IntoIterator<Item = impl AsRef<str>>`.
    Texts,
    /// `impl IntoIterator<Item = T>`.
    Values(Type),
    /// `impl Into<Upload>`.
    Upload,
    /// `impl IntoIterator<Item = impl Into<Upload>>`.
    Uploads,
}

/// Where an input goes in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Into the path.
    Path,
    /// Into the query.
    Query,
    /// Into the query, item by item.
    QueryEach,
    /// Into the query, its items joined by this.
    QueryJoined(char),
    /// Into the query, each member by itself.
    QueryMembers,
    /// Into the query, the names and values of the members joined by this.
    QueryMembersJoined(char),
    /// Into the query, each part by itself, its name in brackets.
    QueryBrackets,
    /// Into the query, each part by itself, its name after a dot.
    QueryDots,
    /// Into the query, as JSON.
    QueryJson,
    /// Into the path, its items joined by commas.
    PathJoined,
    /// Into the path, the names and values of the members joined by commas; exploded or not.
    PathMembers(bool),
    /// Into the path, behind a dot; exploded or not.
    PathLabel(bool),
    /// Into the path, behind a semicolon and the name; exploded or not.
    PathMatrix(bool),
    /// Into the path, as JSON.
    PathJson,
    /// Into a header, its items joined by commas.
    HeaderJoined,
    /// Into a header, the names and values of the members joined by commas; exploded or not.
    HeaderMembers(bool),
    /// Into a header, as JSON.
    HeaderJson,
    /// Into a cookie.
    Cookie,
    /// Into cookies, item by item.
    CookieEach,
    /// Into a cookie, its items joined by commas.
    CookieJoined,
    /// Into cookies, each member by itself.
    CookieMembers,
    /// Into a cookie, the names and values of the members joined by commas.
    CookieMembersJoined,
    /// Into a cookie, as JSON.
    CookieJson,
    /// Into a header.
    Header,
    /// Into the form.
    Form,
    /// Into the form, item by item.
    FormEach,
    /// Into the form, its items joined by this.
    FormJoined(char),
    /// Into the form, each member by itself.
    FormMembers,
    /// Into the form, the names and values of the members joined by this.
    FormMembersJoined(char),
    /// Into the form, each part by itself, its name in brackets.
    FormBrackets,
    /// Into the form, as JSON.
    FormJson,
    /// Into the form, item by item, each as JSON.
    FormJsonEach,
    /// Into the body's JSON object.
    Member,
    /// The whole body, as JSON.
    Json,
    /// The whole body, as text.
    Text,
    /// The whole body, as it is.
    Upload,
    /// Into a part.
    Part,
    /// Into parts, item by item.
    PartEach,
    /// Into a part, as JSON.
    PartJson,
    /// Into parts, item by item, each as JSON.
    PartJsonEach,
    /// Into a part that is a file.
    File,
    /// Into parts that are files.
    FileEach,
}
