//! Where a schema stands, a step at a time.

/// A step on the way to a schema, from the component or the operation that it is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The component of this name.
    Component(String),
    /// The operation of this id.
    Operation(String),
    /// What several operations have in common, in these words.
    Shared(String),
    /// The format of this name, which all texts that are one of these values are said to be of.
    Format(String),
    /// The property, parameter, field or header of this name.
    Member(String),
    /// The alternative of this name.
    Alternative(String),
    /// What comes with this status, in the words of HTTP.
    Status(String),
    /// The items of a list.
    Item,
    /// The values of a map.
    Value,
    /// The body of a request.
    Body,
    /// What a success is answered with.
    Response,
    /// What a refusal is answered with.
    Error,
    /// The data of events.
    Event,
}

impl Step {
    /// What it adds to the name of the schema.
    pub fn word(&self) -> &str {
        match self {
            Self::Component(name)
            | Self::Operation(name)
            | Self::Shared(name)
            | Self::Format(name)
            | Self::Member(name)
            | Self::Alternative(name)
            | Self::Status(name) => name,
            Self::Item => "item",
            Self::Value => "value",
            Self::Body => "body",
            Self::Response => "response",
            Self::Error => "error",
            Self::Event => "event",
        }
    }
}
