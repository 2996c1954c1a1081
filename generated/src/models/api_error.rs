//! [`ApiError`].

use std::collections::BTreeMap;

use serde_json::Value;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};

/// Why the service refused a request, or that it failed.
///
/// Rely on the status. The code tells some causes apart, but not every error has one.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct ApiError {
    /// Twilio's number for the kind of error.
    ///
    /// The usual ones are
    ///
    /// - 20001: a parameter is missing or invalid;
    /// - 20003: the credentials are missing or wrong;
    /// - 20007: the page size is too large;
    /// - 20400: the state of the resource forbids it;
    /// - 20404: there is no such resource;
    /// - 20409: the name or the version string is taken;
    /// - 20429: there are too many requests;
    /// - 20500: the service failed;
    /// - 70051: the credentials do not permit the operation.
    pub code: Option<i64>,
    /// What went wrong, in English, for people to read.
    pub message: String,
    /// A page about errors with this code.
    pub more_info: Option<String>,
    /// The HTTP status, once more.
    pub status: i64,
    /// Facts about this error, under names that depend on its kind. Rarely present.
    pub details: Option<BTreeMap<String, Value>>,
}

impl Fields for ApiError {
    const NAMES: &'static [&'static str] = &[
        "code",
        "message",
        "more_info",
        "status",
        "details",
    ];

    const REQUIRED: &'static [usize] = &[1, 3];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.code = map.next_value()?,
            1 => self.message = map.next_value()?,
            2 => self.more_info = map.next_value()?,
            3 => self.status = map.next_value()?,
            _ => self.details = map.next_value()?,
        }
        Ok(())
    }
}

record!(ApiError);

#[cfg(feature = "serialize")]
impl serde::Serialize for ApiError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        given(&mut map, "code", self.code.as_ref())?;
        map.serialize_entry("message", &self.message)?;
        given(&mut map, "more_info", self.more_info.as_ref())?;
        map.serialize_entry("status", &self.status)?;
        given(&mut map, "details", self.details.as_ref())?;
        map.end()
    }
}
