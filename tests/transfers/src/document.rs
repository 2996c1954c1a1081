//! What the API's description says to the runtime.

/// The server that the description names.
pub(crate) const SERVER: Option<&str> = Some("https://example.com");

/// Whether no operation can be called without credentials.
pub(crate) const CREDENTIALS_REQUIRED: bool = false;

/// The value of the header `User-Agent`.
pub(crate) const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
);
