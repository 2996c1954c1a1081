//! The document: a scheme of each kind.

use crate::runtime::credentials::{Scheme, basic, keys, places};
use crate::runtime::environment::Environment;

pub(crate) const SERVER: Option<&str> = Some("http://127.0.0.1:1/v1");
pub(crate) const OTHER_SERVERS: &[&str] = &[];
pub(crate) const CREDENTIALS_REQUIRED: bool = false;
pub(crate) const USER_AGENT: &str = "test";

pub(crate) static SCHEMES: &[&Scheme] = &[&LOGIN, &TOKEN, &WHOLE, &HEADER, &QUERY, &COOKIE, &AGENT];

pub(crate) static LOGIN: Scheme = Scheme { name: "login", setter: "credentials", kind: &basic::Basic };
pub(crate) static TOKEN: Scheme = Scheme { name: "token", setter: "bearer_token", kind: &keys::Bearer };
pub(crate) static WHOLE: Scheme = Scheme { name: "whole", setter: "authorization", kind: &keys::Authorization };
pub(crate) static HEADER: Scheme = Scheme { name: "header", setter: "header_key", kind: &keys::Header("X-Key") };
pub(crate) static QUERY: Scheme = Scheme { name: "query", setter: "query_key", kind: &places::Query("key") };
pub(crate) static COOKIE: Scheme = Scheme { name: "cookie", setter: "cookie_key", kind: &places::Cookie("session") };
pub(crate) static AGENT: Scheme = Scheme { name: "agent", setter: "agent_key", kind: &keys::Header("User-Agent") };

pub(crate) static ENVIRONMENT: Environment = Environment { base_url: None, credentials: &[] };
