//! How callers show who they are.

use super::{Docs, Name};

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
    /// The module of the runtime that knows it, within that of credentials.
    pub fn module(&self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Bearer | Self::Authorization | Self::Header(_) => "keys",
            Self::Query(_) | Self::Cookie(_) => "places",
        }
    }
}

/// What an operation asks for: all schemes of one of these alternatives, by constant; or nothing if there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Security(pub Vec<Vec<Name>>);
