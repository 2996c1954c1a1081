//! What the server's side of all operations shares: how a request is routed, read and answered.
//!
//! Nothing here knows the API; `crate::server` describes what its operations are asked for in these terms.

mod brackets;
mod context;
pub(crate) mod inputs;
mod rejection;
pub(crate) mod reply;
mod routes;
mod template;
mod texts;
pub(crate) mod values;

pub use self::context::{Context, Credentials};
pub use self::rejection::{Place, Reason, Rejection};
pub use self::reply::Reply;
pub use self::routes::Limits;
pub(crate) use self::routes::{Routes, api};
