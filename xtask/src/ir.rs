//! The API that a document describes: every `$ref` followed, no Rust in it.
//!
//! Names are those of the document, verbatim, and everything stands in the document's order.

mod holds;
mod step;

pub use self::step::Step;
use crate::diagnostics::Pointer;

/// An API.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// What it is called.
    pub title: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// Its version: that of `info`.
    pub version: String,
    /// The absolute URL of the server, its variables replaced by their defaults: the first of the document, or else
    /// that of most operations.
    pub server: Option<String>,
    /// All servers of the document.
    pub servers: Vec<Server>,
    /// The environment variables that a client is configured with.
    pub environment: Environment,
    /// The ways to show who calls that its operations ask for.
    pub schemes: Vec<Scheme>,
    /// The operations, grouped by tag.
    pub resources: Vec<Resource>,
    /// The schemas that operations need; a [`SchemaId`] is an index into them.
    pub schemas: Vec<Schema>,
    /// What components, and the bodies of requests and answers, are as a whole, by the places of their schemas.
    pub places: Vec<(Pointer, Type)>,
    /// What the document has beyond all this.
    pub left_out: Vec<LeftOut>,
}

/// Something that a document describes and that is not offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The operation that it is or belongs to, or its own name.
    pub name: String,
    /// What it is, and why.
    pub reason: String,
}

/// Names of environment variables, from the extension `x-environment`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// Holds the base URL.
    pub base_url: Option<String>,
    /// Pairs that hold a username and a password, in the order in which they are tried.
    pub credentials: Vec<(String, String)>,
}

/// A server of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its URL, with `{variables}`.
    pub url: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// The variables.
    pub variables: Vec<ServerVariable>,
    /// Where it stands.
    pub at: Pointer,
}

/// A part of a server's URL that callers choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name.
    pub name: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What it is unless callers choose.
    pub default: String,
    /// The values that are allowed, if not all are.
    pub values: Vec<String>,
}

/// A way to show who calls: a security scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its name.
    pub name: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What it takes, and where that goes.
    pub kind: SchemeKind,
}

/// What a security scheme takes, and where in a request that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A username and password: HTTP Basic.
    Basic,
    /// A token that callers get elsewhere: HTTP Bearer, OAuth 2, OpenID Connect.
    Bearer,
    /// The value of the header `Authorization`, of an authentication scheme that only callers know.
    Authorization(String),
    /// A key, in a header, a query parameter or a cookie of this name.
    Key(KeyPlace, String),
}

/// Where in a request a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are called what they are")]
pub enum KeyPlace {
    Header,
    Query,
    Cookie,
}

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

/// What people read about an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// A line.
    pub summary: Option<String>,
    /// The rest, in CommonMark.
    pub description: Option<String>,
    /// Whether new code should do without the item.
    pub deprecated: bool,
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

/// What a success is answered with.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Nothing that matters.
    Empty,
    /// JSON.
    Json(Type),
    /// One page of a list.
    Page(Page),
    /// Text of this media type.
    Text(String),
    /// Anything else, of this media type.
    Binary(String),
    /// Events, one after the other; their data is JSON of this type, if it is not plain text.
    Events(Option<Type>),
    /// The address of where to look instead.
    Redirect,
    /// One of several, which its status tells.
    Several(Vec<AnswerCase>),
}

/// One of several successes.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCase {
    /// The statuses that it comes with.
    pub statuses: Vec<Status>,
    /// What it is.
    pub answer: Answer,
}

/// What a refusal is answered with.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The status that it comes with.
    pub status: Status,
    /// The type of its body.
    pub ty: Type,
}

/// The status of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// This one.
    Code(u16),
    /// All of a hundred: `4XX`.
    Range(u16),
    /// All that nothing else is said about.
    Default,
}

impl Status {
    /// The status to answer with.
    pub fn code(self) -> u16 {
        match self {
            Self::Code(code) => code,
            Self::Range(range) => range * 100,
            Self::Default => 200,
        }
    }

    /// Whether it leads elsewhere.
    pub fn is_redirect(self) -> bool {
        matches!(self, Self::Code(300..=399) | Self::Range(3))
    }

    /// What HTTP calls it, in small letters.
    pub fn reason(self) -> String {
        let phrase = match self {
            Self::Code(200) => "ok",
            Self::Code(201) => "created",
            Self::Code(202) => "accepted",
            Self::Code(203) => "non-authoritative information",
            Self::Code(204) => "no content",
            Self::Code(205) => "reset content",
            Self::Code(206) => "partial content",
            Self::Code(207) => "multi-status",
            Self::Code(300) => "multiple choices",
            Self::Code(301) => "moved permanently",
            Self::Code(302) => "found",
            Self::Code(303) => "see other",
            Self::Code(307) => "temporary redirect",
            Self::Code(308) => "permanent redirect",
            Self::Code(400) => "bad request",
            Self::Code(401) => "unauthorized",
            Self::Code(403) => "forbidden",
            Self::Code(404) => "not found",
            Self::Code(405) => "method not allowed",
            Self::Code(409) => "conflict",
            Self::Code(410) => "gone",
            Self::Code(412) => "precondition failed",
            Self::Code(413) => "content too large",
            Self::Code(415) => "unsupported media type",
            Self::Code(422) => "unprocessable content",
            Self::Code(429) => "too many requests",
            Self::Code(500) => "internal server",
            Self::Code(502) => "bad gateway",
            Self::Code(503) => "service unavailable",
            Self::Code(code) => return format!("status {code}"),
            Self::Range(2) => "success",
            Self::Range(3) => "redirection",
            Self::Range(4) => "client",
            Self::Range(5) => "server",
            Self::Range(range) => return format!("status {range}xx"),
            Self::Default => "other",
        };
        phrase.to_owned()
    }
}

/// How a list is divided into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The way to the items, from member to member; none if the answer is their array.
    pub items: Vec<String>,
    /// The type of an item.
    pub item: Type,
    /// The type of the answer as a whole.
    pub envelope: Type,
    /// What leads from a page to the next.
    pub next: Next,
    /// What tells, beside the lack of that, that a page is the last one.
    pub ends: Vec<End>,
}

/// What leads from a page to the next. Members are named from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The URL in this member of the answer.
    Url(Vec<String>),
    /// The header `Link` (RFC 8288).
    Link,
    /// A value of the answer, which is an input of the next request.
    Cursor {
        /// The member with the value.
        at: Vec<String>,
        /// Where it goes.
        input: InputPlace,
    },
    /// The number of the page.
    Page {
        /// Where it goes.
        input: InputPlace,
        /// That of the first page.
        first: i64,
    },
    /// How many items there are before the page.
    Offset {
        /// Where it goes.
        input: InputPlace,
    },
}

/// What tells that a page is the last one. Members are named from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// This member is false.
    More(Vec<String>),
    /// There are as many pages as this member says.
    Pages(Vec<String>),
    /// There have been as many items as this member says.
    Total(Vec<String>),
    /// There are fewer items than were asked for.
    Short {
        /// Where it says how many are asked for.
        limit: InputPlace,
        /// How many it is if nothing is said.
        usual: Option<u64>,
        /// How many it is at most.
        most: Option<u64>,
    },
}

/// Where an input stands that changes from page to page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputPlace {
    /// In the query, under this name.
    Query(String),
    /// In a body of JSON, in this member, which is named from the outside in.
    Body(Vec<String>),
}

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

/// A schema: its index in [`Api::schemas`].
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

impl Api {
    /// The schema with this index.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0]
    }

    /// All operations.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.resources.iter().flat_map(|resource| &resource.operations)
    }
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
