//! Everything that the API refuses: with which status, which code, and in which words.
//!
//! The words of some are known from the vendor's clients, which look for them; those of the others are ours.

use std::fmt;

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There are no credentials, or unknown ones.
    Unauthenticated,
    /// The API key lacks the permission.
    Forbidden,
    /// What the path names does not exist in the account; the message shows the path.
    NotFound,
    /// The path does not have this method.
    MethodNotAllowed,
    /// A required form field is missing or empty.
    Missing(&'static str),
    /// A form field or query parameter has a value that it cannot have.
    Invalid {
        /// The name of the parameter.
        name: &'static str,
        /// What is wrong with the value, as a clause: `it must be true or false`.
        reason: String,
    },
    /// A page is asked to have more items than a page can have.
    PageTooLarge,
    /// The body is not of a type that the operation takes.
    UnsupportedMediaType(String),
    /// The body has more bytes than this.
    BodyTooLarge(usize),
    /// The account has a plugin of this unique name.
    UniqueNameTaken(String),
    /// The plugin has a version of this version string.
    VersionTaken(String),
    /// What is to be changed, extended or used is archived.
    Archived(Resource),
    /// What is to be archived is archived.
    AlreadyArchived(Resource),
    /// What is to be archived is in use.
    Active(Resource),
    /// A configuration would hold a plugin twice; the version that is one too many.
    DuplicatePlugin(String),
    /// A configuration holds something archived, so that it cannot be released.
    HoldsArchived(Resource),
    /// The configuration that is to be released does not exist.
    UnknownConfiguration(String),
    /// The account has as many as this that are not archived, and may not have more.
    LimitReached(Resource, u64),
    /// Too many requests; only where faults are asked for.
    TooManyRequests,
    /// Something failed that no client can help.
    Internal,
    /// The service cannot answer now.
    Unavailable,
}

/// What a [`Problem`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// A plugin.
    Plugin,
    /// A version of a plugin.
    PluginVersion,
    /// A configuration.
    Configuration,
}

impl Problem {
    /// A parameter that has a value that it cannot have, and why.
    pub fn invalid(name: &'static str, reason: impl Into<String>) -> Self {
        Self::Invalid { name, reason: reason.into() }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound | Self::UnknownConfiguration(_) => 404,
            Self::MethodNotAllowed => 405,
            Self::UniqueNameTaken(_) | Self::VersionTaken(_) => 409,
            Self::BodyTooLarge(_) => 413,
            Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
            Self::Missing(_)
            | Self::Invalid { .. }
            | Self::PageTooLarge
            | Self::UnsupportedMediaType(_)
            | Self::Archived(_)
            | Self::AlreadyArchived(_)
            | Self::Active(_)
            | Self::DuplicatePlugin(_)
            | Self::HoldsArchived(_)
            | Self::LimitReached(..) => 400,
        }
    }

    /// The vendor's number for the problem.
    pub fn code(&self) -> u32 {
        match self {
            Self::Unauthenticated => 20003,
            Self::Forbidden => 70051,
            Self::NotFound | Self::UnknownConfiguration(_) => 20404,
            Self::MethodNotAllowed => 20004,
            Self::Missing(_) | Self::Invalid { .. } | Self::UnsupportedMediaType(_) => 20001,
            Self::PageTooLarge => 20007,
            Self::UniqueNameTaken(_) | Self::VersionTaken(_) => 20409,
            Self::BodyTooLarge(_) => 20413,
            Self::Archived(_)
            | Self::AlreadyArchived(_)
            | Self::Active(_)
            | Self::DuplicatePlugin(_)
            | Self::HoldsArchived(_)
            | Self::LimitReached(..) => 20400,
            Self::TooManyRequests => 20429,
            Self::Internal => 20500,
            Self::Unavailable => 20503,
        }
    }

    /// What happened, in a sentence; `path` is that of the request.
    pub fn message(&self, path: &str) -> String {
        match self {
            Self::Unauthenticated => "Authenticate".to_owned(),
            Self::Forbidden => "Authorization failed: the API key lacks the permission".to_owned(),
            Self::NotFound => {
                let path = path.strip_prefix("/v1").filter(|rest| rest.starts_with('/')).unwrap_or(path);
                format!("The requested resource {path} was not found")
            }
            Self::MethodNotAllowed => "Method not allowed".to_owned(),
            Self::Missing(name) => format!("Missing required parameter {name} in the post body"),
            Self::Invalid { name, reason } => format!("Invalid parameter {name}: {reason}"),
            Self::PageTooLarge => "Page size too large: the maximum is 1000".to_owned(),
            Self::UnsupportedMediaType(found) => {
                format!("Unsupported media type {found}: the body must be application/x-www-form-urlencoded")
            }
            Self::BodyTooLarge(limit) => format!("Request entity too large: the maximum is {limit} bytes"),
            Self::UniqueNameTaken(name) => format!("Unique name {name} is already in use"),
            Self::VersionTaken(version) => format!("Version {version} already exists"),
            Self::Archived(resource) => format!("{resource} is archived"),
            Self::AlreadyArchived(resource) => format!("{resource} is already archived."),
            Self::Active(resource) => format!("{resource} is part of an active release"),
            Self::DuplicatePlugin(version) => {
                format!("Invalid parameter Plugins: duplicate plugin, {version} is of a plugin that is listed already")
            }
            Self::HoldsArchived(resource) => {
                format!("The configuration contains an archived {}", resource.to_string().to_lowercase())
            }
            Self::UnknownConfiguration(sid) => format!("The configuration {sid} was not found"),
            Self::LimitReached(resource, limit) => {
                let resource = resource.to_string().to_lowercase();
                format!("The account has reached its limit of {limit} {resource}s; archive some of them")
            }
            Self::TooManyRequests => "Too many requests".to_owned(),
            Self::Internal => "Internal error".to_owned(),
            Self::Unavailable => "Service unavailable".to_owned(),
        }
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plugin => "Plugin",
            Self::PluginVersion => "Plugin version",
            Self::Configuration => "Configuration",
        })
    }
}
