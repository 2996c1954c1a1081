//! A Rust crate: its items as they are to be spelt, no OpenAPI in it.

mod answer;
mod docs;
mod model;
mod name;
mod operation;
mod security;
mod types;

use indexmap::IndexMap;

pub use self::answer::{AnswerCase, Answers, Header, Headers, Output};
pub use self::docs::Docs;
pub use self::model::{Case, Constant, Field, Model, ModelKind, Newtype, Part, Shape, Union, Variant};
pub use self::name::Name;
pub use self::operation::{BodyKind, Initial, Input, Operation, Resource, Served, Taken, Write};
pub use self::security::{Scheme, SchemeKind, Security};
pub use self::types::{Format, Type};
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
    pub fn model_files(&self) -> IndexMap<(Option<&Name>, bool), Vec<&Model>> {
        let mut files: IndexMap<(Option<&Name>, bool), Vec<&Model>> = IndexMap::new();
        for model in self.models.values() {
            files.entry((model.module.as_ref(), model.is_of_servers())).or_default().push(model);
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

    /// Whether there is an operation that returns pages.
    pub fn has_lists(&self) -> bool {
        let mut operations = self.resources.iter().flat_map(|resource| &resource.operations);
        operations.any(|operation| matches!(operation.output, Output::Page { .. }))
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
