//! What the API's description says to the runtime.

use crate::runtime::client::Environment;

/// The server that the description names.
pub(crate) const SERVER: Option<&str> = Some("https://flex-api.twilio.com");

/// Whether no operation can be called without credentials.
pub(crate) const CREDENTIALS_REQUIRED: bool = true;

/// The value of the header `User-Agent`.
pub(crate) const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
);

/// The environment variables that a client can be configured with.
pub(crate) static ENVIRONMENT: Environment = Environment {
    base_url: Some("TWILIO_FLEX_BASE_URL"),
    credentials: &[
        ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"),
        ("TWILIO_API_KEY", "TWILIO_API_SECRET"),
    ],
};
