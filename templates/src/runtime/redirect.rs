//! Answers that lead elsewhere.

use reqwest::StatusCode;
use reqwest::header::LOCATION;

use super::call::{Decode, Reading};
#[cfg(feature = "dynamic")]
use super::dynamic::Entry;
use super::error::Result;
use super::send::Incoming;

/// An answer that leads elsewhere. It is not followed: what is there may need other credentials, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Redirect {
    /// Where to, as the service wrote it (header `Location`); it may be relative to the address of the request.
    pub location: Option<String>,
}

impl Decode for Redirect {
    type Value = Self;

    fn reading(status: StatusCode) -> Reading {
        Reading::redirect(status)
    }

    fn decode(incoming: Incoming) -> Result<Self> {
        let location = incoming.headers.get(LOCATION).and_then(|value| value.to_str().ok());
        Ok(Self { location: location.map(str::to_owned) })
    }
}

impl Reading {
    /// That of an answer which is a success if it leads elsewhere.
    pub(crate) fn redirect(status: StatusCode) -> Self {
        if status.is_success() || status.is_redirection() { Self::Whole } else { Self::Refusal }
    }
}

#[cfg(feature = "dynamic")]
impl Entry {
    /// The same for an operation that may lead elsewhere.
    pub(crate) const fn redirect(mut self) -> Self {
        self.reading = Reading::redirect;
        self
    }
}
