//! What the API's description says to the runtime.

use crate::runtime::credentials::{Scheme, Security, basic};

/// The server that the description names.
pub(crate) const SERVER: Option<&str> = Some("https://flex-api.twilio.com");

/// Servers of single operations.
pub(crate) const OTHER_SERVERS: &[&str] = &[];

/// Whether no operation can be called without credentials.
pub(crate) const CREDENTIALS_REQUIRED: bool = true;

/// All ways to show who calls.
pub(crate) static SCHEMES: &[&Scheme] = &[&ACCOUNT_SID_AUTH_TOKEN];

/// The security scheme `accountSid_authToken`.
pub(crate) static ACCOUNT_SID_AUTH_TOKEN: Scheme = Scheme {
    name: "accountSid_authToken",
    setter: "credentials",
    kind: &basic::Basic,
};

/// What operations ask for, unless they say otherwise.
pub(crate) const SECURITY: Security = &[&[&ACCOUNT_SID_AUTH_TOKEN]];

/// The value of the header `User-Agent`.
pub(crate) const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
);
