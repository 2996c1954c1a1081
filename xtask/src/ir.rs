//! The API that a document describes: every `$ref` followed, no Rust in it.
//!
//! Names are those of the document, verbatim, and everything stands in the document's order.

mod answer;
mod holds;
mod operation;
mod page;
mod schema;
mod security;
mod step;

pub use self::answer::{Answer, AnswerCase, Refusal, Status};
pub use self::operation::{
    Body, FormField, Limits, Method, Operation, Param, ParamPlace, Part, PartKind, Resource, Style, Value,
};
pub use self::page::{End, InputPlace, Next, Page};
pub use self::schema::{Case, Form, Known, Schema, SchemaId, Type};
pub use self::security::{KeyPlace, Scheme, SchemeKind};
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
