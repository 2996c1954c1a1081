//! The sandbox from outside: over real sockets, as a library and as a program.

#[path = "shell/client.rs"]
mod client;
#[path = "shell/library.rs"]
mod library;
#[path = "shell/program.rs"]
mod program;
#[cfg(unix)]
#[path = "shell/signals.rs"]
mod signals;

/// The account and the secret that tests give.
const ACCOUNT: &str = "AC00000000000000000000000000000001";
const SECRET: &str = "hunter2";

/// A path of the API that every account has.
const PLUGINS: &str = "/v1/PluginService/Plugins";
