//! How callers show who they are.

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
