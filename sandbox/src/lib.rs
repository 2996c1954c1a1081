//! A sandbox of the Flex Plugins API of Twilio: it answers like the service, but keeps everything on this machine.
//!
//! [`Sandbox`] runs one inside a test of any Rust project; the program `flex-sandbox` runs one on the command line.
//!
//! ```
//! # async fn example() -> Result<(), flex_sandbox::StartError> {
//! let sandbox = flex_sandbox::Sandbox::start().await?;
//! // Point a client at `sandbox.url()`, with `sandbox.username()` and `sandbox.password()` as its credentials.
//! sandbox.stop().await;
//! # Ok(()) }
//! ```

mod access;
mod api;
mod app;
mod base_url;
mod builder;
mod chance;
mod connection;
mod cors;
mod faults;
mod http;
mod page;
mod people;
mod problem;
mod request_log;
mod sandbox;
mod serve;
mod stop;
mod store;

pub use access::{Access, AccessError, Credential, CredentialError, Grant};
pub use base_url::{PublicUrl, PublicUrlError};
pub use builder::{Builder, StartError};
pub use faults::{Fault, Faults, When};
pub use sandbox::Sandbox;
pub use store::OpenError;

/// The example of the README, so that it is compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
