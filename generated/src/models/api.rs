//! [`ApiError`].

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime::fields::answer;

answer! {
    /// Why the service refused a request, or that it failed.
    ///
    /// Rely on the status. The code tells some causes apart, but not every error has one.
    pub struct ApiError: Default {
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
        pub code: Option<i64> = optional "code",
        /// What went wrong, in English, for people to read.
        pub message: String = required "message",
        /// A page about errors with this code.
        pub more_info: Option<String> = optional "more_info",
        /// The HTTP status, once more.
        pub status: i64 = required "status",
        /// Facts about this error, under names that depend on its kind. Rarely present.
        pub details: Option<BTreeMap<String, Value>> = optional "details",
    }
}
