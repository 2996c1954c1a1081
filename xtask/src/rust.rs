//! A Rust crate: its items as they are to be spelt, no OpenAPI in it.

use std::borrow::Borrow;

use indexmap::IndexMap;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

pub use crate::ir::{End, InputPlace, Next};

/// A crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Crate {
    /// The name of the package.
    pub package: String,
    /// The name of the library.
    pub library: Name,
    /// The version of the package.
    pub version: String,
    /// The name of the API.
    pub title: String,
    /// What the API is for.
    pub docs: Docs,
    /// The URL of the API's server.
    pub server: Option<String>,
    /// The servers that callers can choose from; none if there is no choice.
    pub base_urls: Vec<BaseUrl>,
    /// The URLs of the servers that single operations have.
    pub other_servers: Vec<String>,
    /// The environment variable that holds a base URL.
    pub base_url_variable: Option<String>,
    /// Pairs of environment variables that hold a username and a password.
    pub credential_variables: Vec<(String, String)>,
    /// Whether every operation asks for credentials, so that a client without them is of no use.
    pub credentials_required: bool,
    /// What callers can show, each declared once.
    pub schemes: Vec<Scheme>,
    /// What most operations ask for.
    pub security: Security,
    /// Texts of a fixed form.
    pub newtypes: Vec<Newtype>,
    /// The types of module `models`, by name.
    pub models: IndexMap<Name, Model>,
    /// The headers of answers, each set once.
    pub headers: Vec<Headers>,
    /// Handles, each with its operations.
    pub resources: Vec<Resource>,
    /// The types that values as a whole are of, for programs that check them.
    pub places: Vec<Place>,
    /// What the API has beyond all this, as a list in CommonMark; empty if there is nothing.
    pub left_out: Docs,
}

impl Crate {
    /// The models by module, in their order, and whether it is one of the server's side.
    pub fn model_files(&self) -> IndexMap<(&Name, bool), Vec<&Model>> {
        let mut files: IndexMap<(&Name, bool), Vec<&Model>> = IndexMap::new();
        for model in self.models.values() {
            files.entry((&model.module, model.is_of_servers())).or_default().push(model);
        }
        files
    }

    /// The features of the resources; none if the crate is too small to be divided.
    pub fn features(&self) -> impl Iterator<Item = &Feature> {
        self.resources.iter().filter_map(|resource| resource.feature.as_ref())
    }

    /// Whether callers can do without some resources.
    pub fn is_divided(&self) -> bool {
        self.features().next().is_some()
    }

    /// The resources by the module that has their operations by name.
    pub fn call_files(&self) -> IndexMap<Option<&Name>, Vec<&Resource>> {
        let mut files: IndexMap<Option<&Name>, Vec<&Resource>> = IndexMap::new();
        self.resources.iter().for_each(|resource| files.entry(resource.called.as_ref()).or_default().push(resource));
        files
    }
}

/// The feature of a resource, where resources have any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its name.
    pub name: String,
    /// Whether it needs models that others need, too.
    pub shares: bool,
}

impl Feature {
    /// The feature that has the server's side.
    pub const SERVER: &'static str = "server";
    /// The feature that has all resources.
    pub const ALL: &'static str = "resources";
    /// The feature that has the models which several resources need.
    pub const SHARED: &'static str = "shared_models";
}

/// What values that are described at some place of the document are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A JSON pointer to the place.
    pub at: String,
    /// The type.
    pub ty: Type,
    /// Whether requests hold such values.
    pub asked: bool,
    /// Whether answers hold such values.
    pub answered: bool,
}

/// A server that callers can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// The name of the function that makes its URL, or in capitals of the constant that is it.
    pub name: Name,
    /// What it is for.
    pub docs: Docs,
    /// The URL, with `{variables}`.
    pub url: String,
    /// The same, part by part.
    pub parts: Vec<UrlPart>,
    /// The arguments of the function, and what each of them is.
    pub arguments: Vec<(Name, Docs)>,
}

/// A part of a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlPart {
    /// As it stands.
    Text(String),
    /// An argument.
    Argument(Name),
}

/// A way to show who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// The name of the static that describes it.
    pub constant: Name,
    /// Its name in the document.
    pub name: String,
    /// What it takes, and where that goes.
    pub kind: SchemeKind,
    /// The name of the builder's method that sets what it takes.
    pub setter: Name,
    /// What that method says.
    pub docs: Docs,
    /// The name of the method that takes a provider of tokens instead, if it takes tokens.
    pub provider: Option<Name>,
}

/// What a scheme takes, and where in a request that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A username and password.
    Basic,
    /// A token.
    Bearer,
    /// The whole header `Authorization`.
    Authorization,
    /// A key, in a header of this name.
    Header(String),
    /// A key, in a query parameter of this name.
    Query(String),
    /// A key, in a cookie of this name.
    Cookie(String),
}

impl SchemeKind {
    /// Whether what it takes goes elsewhere than to a header of its own.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Query(_) | Self::Cookie(_))
    }
}

/// What an operation asks for: all schemes of one of these alternatives, by constant; or nothing if there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Security(pub Vec<Vec<Name>>);

/// A name, to be written as a raw identifier where it is a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Name {
    /// A name that is an identifier already.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name without any mark that it is raw.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let new = if is_keyword(&self.0) { Ident::new_raw } else { Ident::new };
        tokens.append(new(&self.0, Span::call_site()));
    }
}

/// Whether `name` means something to Rust, of edition 2024 or before.
fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// All words that no identifier can be, unless it is raw. A parser takes ten times as long to tell.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Documentation in rustdoc's CommonMark; empty if there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs(pub String);

impl Docs {
    /// `text` as inline code, whatever backticks it holds; in quotes if it is empty, which code cannot be.
    pub fn code(text: &str) -> String {
        let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
        if !text.is_empty() && text.bytes().all(is_plain) {
            return format!("`{text}`");
        }
        let shown = |character: &char| !Self::is_hidden(*character);
        let text: String = text.replace(['\r', '\n'], " ").chars().filter(shown).collect();
        let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
        let (ticks, blank) = ("`".repeat(longest + 1), text.trim().is_empty());
        let text = if text.is_empty() { "\"\"" } else { &text };
        let stripped = text.starts_with(' ') && text.ends_with(' ') && !blank;
        let space = if stripped || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        format!("{ticks}{space}{text}{space}{ticks}")
    }

    /// Whether a character is a control, or changes the direction of the text around it, which rustc refuses.
    pub fn is_hidden(character: char) -> bool {
        let kept = matches!(character, '\n' | '\t');
        (character.is_control() && !kept) || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    }
}

/// A text of a fixed form.
#[derive(Clone, Debug, PartialEq)]
pub struct Newtype {
    /// The name of the type.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// The regular expression of the document.
    pub expression: String,
    /// The same, part by part.
    pub parts: Vec<Part>,
    /// A text of this form.
    pub sample: String,
}

/// A part of a text of a fixed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// These characters.
    Literal(String),
    /// So many characters, each within one of these ranges, both ends included.
    Class(Vec<(char, char)>, usize),
}

/// A type of module `models`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The name of the type.
    pub name: Name,
    /// The name of its module, which others may be in, too.
    pub module: Name,
    /// What it is.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// What it is made of.
    pub kind: ModelKind,
    /// Whether there is a value of it that is empty in all respects.
    pub default: bool,
    /// Whether callers make values of it by a struct literal, since it has too many required fields for arguments.
    pub literal: bool,
    /// Whether requests hold it, so that it can always be encoded, and be made by callers.
    pub encode: bool,
    /// The feature that it is there for, unless it always is. All models of a module have the same.
    pub feature: Option<String>,
}

impl Model {
    /// Whether only servers need it; its module is one of theirs.
    pub fn is_of_servers(&self) -> bool {
        self.feature.as_deref() == Some(Feature::SERVER)
    }
}

/// What a model is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelKind {
    /// A struct with these fields.
    Struct(Vec<Field>),
    /// An enum with these variants, and one for texts that are none of them.
    Choice(Vec<Variant<String>>),
    /// An enum with these variants, and one for integers that are none of them.
    Integers(Vec<Variant<i64>>),
    /// An enum whose variants hold a value each, and one for any other value.
    Union(Union),
}

/// An enum whose variants hold a value each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Union {
    /// The member of a value that says which variant it is.
    pub tag: Option<String>,
    /// The variants.
    pub cases: Vec<Case>,
}

/// A variant that holds a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The name of the variant.
    pub name: Name,
    /// The type of its value.
    pub ty: Type,
    /// The values of the tag that announce it.
    pub tags: Vec<String>,
    /// What its values look like.
    pub shapes: Vec<Shape>,
}

/// What a value looks like in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "most are called what they are")]
pub enum Shape {
    Any,
    Text,
    Boolean,
    Integer,
    Number,
    /// With items that look like one of these; any, if there are none.
    Array(Vec<Shape>),
    Object {
        /// The model that has the members; `None` for a map, which has any.
        model: Option<Name>,
        /// Members that have one of a few texts.
        constants: Vec<(String, Vec<String>)>,
        /// Objects, and lists of them, that are not the same in all alternatives.
        nested: Vec<(String, Vec<Shape>)>,
    },
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name of the field.
    pub name: Name,
    /// The name of the method that sets it, if it is optional and callers make the struct.
    pub setter: Name,
    /// The name on the wire.
    pub wire: String,
    /// What it is.
    pub docs: Docs,
    /// Whether new code should do without it.
    pub deprecated: bool,
    /// The type, without `Option`.
    pub ty: Type,
    /// Whether it is always there, so that it needs no `Option`.
    pub required: bool,
    /// Whether it is written even where it is `None`: as null.
    pub written: bool,
    /// What a caller who leaves it out means, although it is always there: the only variant of its enum that is known.
    pub constant: Option<Name>,
    /// The name of the method that sets it to null, if that is not the same as absent: its type is `Nullable` then.
    pub null: Option<Name>,
    /// Whether an accessor of the same name returns it or an error.
    pub accessor: bool,
    /// Whether it holds all members that have no field of their own.
    pub rest: bool,
    /// A value, for examples.
    pub example: Option<serde_json::Value>,
}

impl Field {
    /// Whether no value can be made without it.
    pub fn is_needed(&self) -> bool {
        self.required && !self.rest && self.constant.is_none()
    }
}

/// A variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant<T> {
    /// The name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub wire: T,
    /// What it is for, if the document says so.
    pub docs: Option<Docs>,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "most are called what they are")]
pub enum Type {
    String,
    Bool,
    I32,
    I64,
    U32,
    U64,
    F32,
    F64,
    /// `jiff::Timestamp`.
    Timestamp,
    /// `jiff::Timestamp`, written as in mails.
    MailTime,
    /// `jiff::civil::Date`.
    Date,
    /// `Vec<u8>`, written in Base64.
    Bytes,
    /// `serde_json::Value`.
    Value,
    Vec(Box<Type>),
    /// `BTreeMap` with `String` keys.
    Map(Box<Type>),
    Box(Box<Type>),
    /// Within a list or a map.
    Option(Box<Type>),
    /// A type of module `models`.
    Model(Name),
    /// An enum of module `models`.
    Choice(Name),
    /// An enum of module `models` that stands for integers.
    Integers(Name),
    /// An enum of module `models` whose variants hold values.
    Union(Name),
    /// A newtype at the root.
    Newtype(Name),
}

/// How values are written whose type in Rust would write them in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Points in time as in mails.
    Rfc2822,
    /// Bytes as text.
    Base64,
}

impl Type {
    /// How its values are written, or those that they hold, if not as the type itself would do it.
    pub fn format(&self) -> Option<Format> {
        match self {
            Self::MailTime => Some(Format::Rfc2822),
            Self::Bytes => Some(Format::Base64),
            Self::Vec(inner) | Self::Map(inner) | Self::Box(inner) | Self::Option(inner) => inner.format(),
            _ => None,
        }
    }

    /// The same type with text in place of what has a format.
    #[must_use]
    pub fn without_format(self) -> Self {
        let within = |inner: Box<Self>| Box::new(inner.without_format());
        match self {
            Self::MailTime | Self::Bytes => Self::String,
            Self::Vec(inner) => Self::Vec(within(inner)),
            Self::Map(inner) => Self::Map(within(inner)),
            Self::Box(inner) => Self::Box(within(inner)),
            Self::Option(inner) => Self::Option(within(inner)),
            other => other,
        }
    }
}

/// A handle to operations that belong together, and its module.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The name of the module, and of the client's method that returns the handle.
    pub module: Name,
    /// The name of the handle.
    pub handle: Name,
    /// The name of the module below `dynamic` that has its operations by name; `None` if that is `dynamic` itself.
    pub called: Option<Name>,
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
    /// The name of the method that serves it.
    pub served: Name,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_those_of_the_parser() {
        // The parser does not know the word that edition 2024 has reserved.
        let unknown: Vec<&&str> = KEYWORDS.iter().filter(|word| syn::parse_str::<Ident>(word).is_ok()).collect();
        assert_eq!(unknown, [&"gen"]);
        for word in ["value", "page", "union", "auto", "default", "raw", "dynamic", "macro_rules"] {
            assert!(syn::parse_str::<Ident>(word).is_ok() && !is_keyword(word), "{word}");
        }
    }
}
