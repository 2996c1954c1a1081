//! A generated crate, made ready for the compiler and compiled.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::bench::generator::Generator;
use crate::bench::{documents, measure};

/// What cargo is asked for.
pub(super) struct Way {
    /// What people call it.
    pub(super) name: &'static str,
    arguments: &'static [&'static str],
}

/// All that is measured.
pub(super) const WAYS: &[Way] = &[
    Way { name: "check", arguments: &["check"] },
    Way { name: "build", arguments: &["build"] },
    Way { name: "build --release", arguments: &["build", "--release"] },
];

/// A crate that a generator has made.
pub(super) struct Crate {
    /// What made it.
    pub(super) program: String,
    /// Whether others are compared with it.
    pub(super) is_peer: bool,
    /// Where it is.
    pub(super) folder: PathBuf,
    /// Why it cannot be measured; empty if it can.
    pub(super) problem: String,
    /// The library that `build` has made.
    pub(super) library: Option<PathBuf>,
}

impl Crate {
    /// Generates the crate of `document` below `folder`, where nothing else knows about it.
    ///
    /// # Errors
    ///
    /// If the generator cannot be started, or what it lacks cannot be written.
    pub(super) fn generate(generator: &Generator, document: &Path, folder: &Path) -> Result<Self> {
        let name = generator.name().rsplit('/').next().unwrap_or_default();
        // Each package has a name of its own, since all are built in one folder.
        let package = format!("{}_{name}", documents::name(document)).to_lowercase().replace('-', "_");
        let mut krate = Self {
            program: generator.title(),
            is_peer: generator.peer.is_some(),
            folder: folder.join(&package),
            problem: String::new(),
            library: None,
        };
        // Some generators refuse relative paths.
        let document = std::path::absolute(document)?;
        let command = generator.command(&document, &krate.folder, &package);
        if measure::cost(&command, &folder.join("log.txt"))?.is_none() {
            krate.problem = "cannot be generated".to_owned();
            return Ok(krate);
        }
        krate.complete(generator, &package)?;
        Ok(krate)
    }

    /// Adds what the generator leaves to its users, and makes the crate independent of the workspace that it lies in.
    fn complete(&self, generator: &Generator, package: &str) -> Result<()> {
        let path = self.folder.join("Cargo.toml");
        if let Some(manifest) = generator.peer.and_then(|peer| peer.manifest) {
            let dependencies = fs::read_to_string(self.folder.join(manifest.dependencies)).unwrap_or_default();
            let head = format!("[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n");
            fs::write(&path, head + &dependencies).with_context(|| format!("cannot write {}", path.display()))?;
            fs::write(self.root(), manifest.root)?;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if !text.lines().any(|line| line.trim() == "[workspace]") {
            let mut file = File::options().append(true).open(&path)?;
            write!(file, "\n[workspace]\n").with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }

    /// Compiles the crate with all that it depends on, and finds out whether that is possible.
    ///
    /// # Errors
    ///
    /// If cargo cannot be started.
    pub(super) fn prepare(&mut self, way: &Way) -> Result<()> {
        if !self.problem.is_empty() {
            return Ok(());
        }
        let mut command = self.cargo(way)?;
        command.args(["--quiet", "--message-format=json"]).stdin(Stdio::null()).stderr(Stdio::piped());
        let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let messages: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        if !output.status.success() {
            let said = messages.iter().find_map(error).unwrap_or_else(|| last(&output.stderr));
            self.problem = format!("does not compile: {said}");
        } else if way.arguments == ["build"] {
            self.library = messages.iter().rev().find_map(library);
        }
        Ok(())
    }

    /// The command that compiles the crate alone, as if it had changed.
    ///
    /// # Errors
    ///
    /// If the crate cannot be touched.
    pub(super) fn again(&self, way: &Way) -> Result<Command> {
        let root = self.root();
        let touched = File::options().append(true).open(&root).and_then(|file| file.set_modified(SystemTime::now()));
        touched.with_context(|| format!("cannot touch {}", root.display()))?;
        let mut command = self.cargo(way)?;
        command.arg("--offline");
        Ok(command)
    }

    /// Cargo, with nothing of the environment that would change what it does.
    fn cargo(&self, way: &Way) -> Result<Command> {
        let mut command = crate::bench::cargo();
        command.args(way.arguments).arg("--lib").current_dir(&self.folder);
        command.env("CARGO_TARGET_DIR", crate::corpus::target()?.join("bench").join("build"));
        command.env("CARGO_INCREMENTAL", "0").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        Ok(command)
    }

    fn root(&self) -> PathBuf {
        self.folder.join("src").join("lib.rs")
    }
}

/// What an error of the compiler says.
fn error(message: &Value) -> Option<String> {
    let message = message.get("message").filter(|message| message.get("level") == Some(&"error".into()))?;
    Some(message.get("message")?.as_str()?.lines().next().unwrap_or_default().to_owned())
}

/// The library that a message is about.
fn library(message: &Value) -> Option<PathBuf> {
    let files = message.get("filenames")?.as_array()?;
    files.iter().filter_map(Value::as_str).find(|file| file.ends_with(".rlib")).map(PathBuf::from)
}

/// The last line of what a program said.
fn last(said: &[u8]) -> String {
    String::from_utf8_lossy(said).lines().next_back().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn messages_tell_of_errors_and_libraries() {
        let warning = json!({ "reason": "compiler-message", "message": { "level": "warning", "message": "unused" } });
        let failure = json!({ "reason": "compiler-message", "message": { "level": "error", "message": "no\nluck" } });
        let artifact = json!({ "reason": "compiler-artifact", "filenames": ["/a/liba.rlib", "/a/deps/liba.rmeta"] });
        let messages = [warning, failure, artifact];
        assert_eq!(messages.iter().filter_map(error).collect::<Vec<_>>(), ["no"]);
        assert_eq!(messages.iter().filter_map(library).collect::<Vec<_>>(), [Path::new("/a/liba.rlib")]);
    }
}
