//! Compiling what was generated.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use super::cargo;
use super::entry::Entry;
use super::progress::Progress;

/// What the compiler said about a package.
#[derive(Default)]
struct Said {
    warnings: usize,
    error: Option<String>,
    done: bool,
}

/// Compiles the crates of `entries`, which are a workspace in `folder`.
///
/// # Errors
///
/// If cargo cannot be started.
pub(super) fn all(folder: &Path, entries: &mut [Entry]) -> Result<()> {
    let said = compile(folder, entries)?;
    for entry in entries.iter_mut().filter(|entry| entry.is_generated()) {
        let said = said.get(&entry.package);
        entry.compiled = Some(said.is_some_and(|said| said.done && said.error.is_none()));
        entry.warnings = said.map_or(0, |said| said.warnings);
        entry.error = said.and_then(|said| said.error.clone());
    }
    Ok(())
}

fn compile(folder: &Path, entries: &[Entry]) -> Result<HashMap<String, Said>> {
    let mut said: HashMap<String, Said> = HashMap::new();
    let mut progress = Progress::new("compiling", entries.iter().filter(|entry| entry.is_generated()).count());
    cargo::run(folder, &["check", "--features", "server"], |message| {
        let Some(package) = message.pointer("/target/name").and_then(Value::as_str) else { return };
        let is_ours = entries.iter().any(|entry| entry.package == package);
        let said = said.entry(package.to_owned()).or_default();
        let level = message.pointer("/message/level").and_then(Value::as_str);
        match (message.get("reason").and_then(Value::as_str), level) {
            (Some("compiler-artifact"), _) => {
                said.done = true;
                if is_ours {
                    progress.step();
                }
            }
            (Some("compiler-message"), Some("warning")) => said.warnings += 1,
            (Some("compiler-message"), Some("error")) => {
                let text = message.pointer("/message/message").and_then(Value::as_str).unwrap_or_default();
                said.error.get_or_insert_with(|| text.to_owned());
            }
            _ => {}
        }
    })?;
    Ok(said)
}
