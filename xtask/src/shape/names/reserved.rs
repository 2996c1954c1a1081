//! Names that are taken in every crate.

/// Methods that every builder has, and that no setter may be called.
pub(super) const BUILDER_METHODS: &[&str] = &["clone", "into_future", "stream", "with", "with_response"];

/// Methods of every server, and that none that serves an operation may be called.
pub(super) const SERVER_METHODS: &[&str] = &["reject"];

/// Functions that every model has, and that no setter of a model may be called.
pub(super) const MODEL_METHODS: &[&str] = &["clone", "default", "new"];

/// Variables of the methods that start operations, which no argument may be called.
pub(super) const VARIABLES: &[&str] = &["inputs", "request"];

/// Types that the modules of resources and models import, and that nothing of ours may be called there.
pub(super) const TYPES: &[&str] = &[
    "AnyText",
    "AsRef",
    "BTreeMap",
    "Box",
    "Call",
    "CallOptions",
    "Client",
    "Clone",
    "Date",
    "Debug",
    "Default",
    "Empty",
    "From",
    "Hash",
    "IntoFuture",
    "IntoIterator",
    "Json",
    "Nullable",
    "Option",
    "Page",
    "PageStream",
    "Paging",
    "PartialEq",
    "Request",
    "Result",
    "Self",
    "String",
    "Text",
    "Timestamp",
    "Value",
    "Vec",
    "Whole",
];

/// Types that the modules of resources import, but those of models do not.
pub(super) const HANDLES: &[&str] = &[
    "Decode",
    "Download",
    "Events",
    "Incoming",
    "Into",
    "JsonEvents",
    "PlainText",
    "Reading",
    "Redirect",
    "StatusCode",
    "TextEvents",
    "Upload",
];

/// Types that the server's modules have, import or mention beside what operations are asked for.
pub(super) const SERVER_TYPES: &[&str] = &[
    "Api",
    "Bytes",
    "Context",
    "Credentials",
    "Future",
    "IntoResponse",
    "Limits",
    "Place",
    "Reason",
    "Rejection",
    "Reply",
    "Router",
    "Routes",
    "Send",
    "Sync",
];

/// Types at the root of every crate, and in the module of newtypes, that no newtype may be called.
pub(super) const NEWTYPES: &[&str] =
    &["ClientBuilder", "Eq", "Error", "Ord", "Part", "PartialOrd", "Pattern", "TokenProvider"];

/// Types that the client's module imports beside the handles.
pub(super) const CLIENT_TYPES: &[&str] = &["Arc", "ClientBuilder", "Given", "TokenProvider"];

/// Features of every crate, and of those that have one for each resource.
pub(super) const FEATURES: &[&str] =
    &["cli", "default", "dynamic", "resources", "rustls", "serialize", "server", "shared_models", "tracing"];

/// Modules of every crate and methods of every client, which no resource may be called.
pub(super) const RESOURCES: &[&str] = &[
    "base_urls",
    "builder",
    "call",
    "client",
    "clone",
    "document",
    "dynamic",
    "from_env",
    "headers",
    "lib",
    "main",
    "mod",
    "models",
    "newtypes",
    "reqwest",
    "runtime",
    "server",
    "settings",
];

/// Those of them that resources are called in the singular.
pub(super) const NOUNS: &[&str] = &["builder", "call", "client", "document", "runtime", "server"];
