//! What the tests of the parts share: a server that records and misbehaves, clients for it, and ways to look on.

pub mod answer;
pub mod clients;
pub mod examples;
pub mod fixtures;
pub mod mutation;
pub mod outline;
pub mod ports;
pub mod server;
pub mod soundness;
pub mod spans;
pub mod styles;
pub mod vectors;
pub mod wire;

pub use crate::answer::{Answer, Gate};
pub use crate::clients::{builder, client};
pub use crate::ports::{Refusing, Silent};
pub use crate::server::{Recorded, Server};
pub use crate::spans::Spans;

/// The example of the README, so that it is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// How a program ends that compares what is sent: well, with 1 if anything differs, or with 2 if that cannot be found out,
/// which is said.
pub fn exit_code(outcome: Result<bool, String>) -> std::process::ExitCode {
    match outcome {
        Ok(true) => 0.into(),
        Ok(false) => 1.into(),
        Err(error) => {
            eprintln!("error: {error}");
            2.into()
        }
    }
}
