//! Compiling what was generated.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::entry::Entry;

/// What the compiler said about a package.
#[derive(Default)]
struct Said {
    warnings: usize,
    error: Option<String>,
    done: bool,
}

/// Compiles the crates of `entries`, which are in `folder`, as one workspace, without TLS: it is the same for all.
///
/// # Errors
///
/// If the workspace cannot be written, or cargo cannot be started.
pub(super) fn all(folder: &Path, entries: &mut [Entry]) -> Result<()> {
    let members: Vec<&str> =
        entries.iter().filter(|entry| entry.is_generated()).map(|entry| entry.package.as_str()).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    };
    write("Cargo.toml", &manifest)?;
    // The same versions as here, which are there already.
    let lock = crate::workspace_root().join("Cargo.lock");
    write("Cargo.lock", &fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?)?;
    let said = compile(folder)?;
    for entry in entries.iter_mut().filter(|entry| entry.is_generated()) {
        let said = said.get(&entry.package);
        entry.compiled = Some(said.is_some_and(|said| said.done && said.error.is_none()));
        entry.warnings = said.map_or(0, |said| said.warnings);
        entry.error = said.and_then(|said| said.error.clone());
    }
    Ok(())
}

fn compile(folder: &Path) -> Result<HashMap<String, Said>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let output = Command::new(cargo)
        .args(["check", "--workspace", "--keep-going", "--quiet", "--message-format=json", "--no-default-features"])
        .args(["--features", "server"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", crate::workspace_root().join("target/fixtures"))
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stderr(Stdio::inherit())
        .output()
        .context("cannot run cargo; is it installed?")?;
    let mut said: HashMap<String, Said> = HashMap::new();
    let text = String::from_utf8_lossy(&output.stdout);
    for message in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let Some(package) = message.get("target").and_then(|target| target.get("name")?.as_str()) else { continue };
        let said = said.entry(package.to_owned()).or_default();
        let level = message.pointer("/message/level").and_then(Value::as_str);
        match (message.get("reason").and_then(Value::as_str), level) {
            (Some("compiler-artifact"), _) => said.done = true,
            (Some("compiler-message"), Some("warning")) => said.warnings += 1,
            (Some("compiler-message"), Some("error")) => {
                let text = message.pointer("/message/message").and_then(Value::as_str).unwrap_or_default();
                said.error.get_or_insert_with(|| text.to_owned());
            }
            _ => {}
        }
    }
    Ok(said)
}
