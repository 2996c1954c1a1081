//! What the program promises about its file: what was acknowledged stays, whatever happens to the program.

#![allow(clippy::unwrap_used)]

mod client;
mod connection;
mod crash;
mod file;
mod processes;
mod program;
mod random;
mod record;
#[cfg(target_os = "linux")]
mod sync;

use std::time::Duration;

/// The credentials that all programs get and all connections use.
const CREDENTIALS: &str = "AC00000000000000000000000000000001:hunter2";

/// What all paths begin with.
const SERVICE: &str = "/v1/PluginService";

/// Long enough that a test which waits for it has failed.
const FOREVER: Duration = Duration::from_secs(60);
