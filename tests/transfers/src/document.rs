//! What the API's description says to the runtime.

use crate::runtime::credentials::Scheme;

/// The server that the description names.
pub(crate) const SERVER: Option<&str> = Some("https://example.com");

/// Servers of single operations.
pub(crate) const OTHER_SERVERS: &[&str] = &[];

/// Whether no operation can be called without credentials.
pub(crate) const CREDENTIALS_REQUIRED: bool = false;

/// All ways to show who calls.
pub(crate) static SCHEMES: &[&Scheme] = &[];

/// The value of the header `User-Agent`.
pub(crate) const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
);
