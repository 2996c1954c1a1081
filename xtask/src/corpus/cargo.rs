//! Running cargo on the workspace of generated crates.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Makes `folder` a workspace of `members`.
///
/// # Errors
///
/// If it cannot be written.
pub(super) fn workspace(folder: &Path, members: &[&str]) -> Result<()> {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    };
    write("Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"))?;
    // The same versions as here, which are there already.
    let lock = crate::workspace_root().join("Cargo.lock");
    write("Cargo.lock", &fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?)
}

/// Runs cargo on all packages of the workspace in `folder`, however many fail, without TLS: it is the same for all. Each
/// of cargo's messages goes to `see`.
///
/// # Errors
///
/// If cargo cannot be started.
pub(super) fn run(folder: &Path, arguments: &[&str], mut see: impl FnMut(&Value)) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut child = Command::new(cargo)
        .args(arguments)
        .args(["--workspace", "--keep-going", "--quiet", "--message-format=json", "--no-default-features"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", super::target()?.join("fixtures"))
        // Nobody looks into what is built, nor builds it twice; both would take most of the time, and of the disk.
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .context("cannot run cargo; is it installed?")?;
    let lines = child.stdout.take().map(|stdout| BufReader::new(stdout).lines());
    let messages = lines.into_iter().flatten().map_while(Result::ok);
    messages.filter_map(|line| serde_json::from_str::<Value>(&line).ok()).for_each(|message| see(&message));
    // Whether all went well is in the messages.
    child.wait().context("cannot wait for cargo").map(drop)
}
