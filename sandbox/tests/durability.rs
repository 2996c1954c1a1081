//! What the program promises about its file: what was acknowledged stays, whatever happens to the program.

#[path = "durability/client.rs"]
mod client;
#[path = "durability/connection.rs"]
mod connection;
#[path = "durability/crash.rs"]
mod crash;
#[path = "durability/file.rs"]
mod file;
#[path = "durability/processes.rs"]
mod processes;
#[path = "durability/program.rs"]
mod program;
#[path = "durability/random.rs"]
mod random;
#[path = "durability/record.rs"]
mod record;
#[cfg(target_os = "linux")]
#[path = "durability/sync.rs"]
mod sync;

use std::time::Duration;

/// The credentials that all programs get and all connections use.
const CREDENTIALS: &str = "AC00000000000000000000000000000001:hunter2";

/// What all paths begin with.
const SERVICE: &str = "/v1/PluginService";

/// Long enough that a test which waits for it has failed.
const FOREVER: Duration = Duration::from_secs(60);
