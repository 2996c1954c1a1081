//! The sandbox from outside: over real sockets, as a library and as a program.

#![allow(clippy::unwrap_used)]

mod client;
mod library;
mod page;
mod program;
#[cfg(unix)]
mod signals;

/// The account and the secret that tests give.
const ACCOUNT: &str = "AC00000000000000000000000000000001";
const SECRET: &str = "hunter2";

/// A path of the API that every account has.
const PLUGINS: &str = "/v1/PluginService/Plugins";
