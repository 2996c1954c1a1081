//! What operations are answered with.

use super::{Page, Type};

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
