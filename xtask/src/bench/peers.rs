//! The generators that ours is compared with: where they come from and how they are called.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

/// A generator of somebody else.
#[derive(Debug)]
pub(super) struct Peer {
    /// The name of its package.
    pub(super) name: &'static str,
    /// The version that is compared.
    pub(super) version: &'static str,
    registry: Registry,
    /// What it is told, by its defaults where there are any; see [`filled`].
    pub(super) arguments: &'static [&'static str],
    /// The manifest that it leaves to its user to write.
    pub(super) manifest: Option<Manifest>,
}

#[derive(Clone, Copy, Debug)]
enum Registry {
    /// The one of cargo.
    Crates,
    /// The one of npm, which has a program that downloads the generator itself.
    Npm,
}

/// What makes a crate of what a peer writes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manifest {
    /// The file that has the dependencies, below the crate.
    pub(super) dependencies: &'static str,
    /// The text of `src/lib.rs`.
    pub(super) root: &'static str,
}

/// All of them, at their newest releases.
pub(super) const ALL: &[Peer] = &[
    Peer {
        name: "ploidy",
        version: "0.15.0",
        registry: Registry::Crates,
        arguments: &["generate", "rust", "{document}", "--output", "{out}", "--name", "{package}"],
        manifest: None,
    },
    Peer {
        name: "openapi-to-rust",
        version: "0.23.0",
        registry: Registry::Crates,
        arguments: &["generate", "{document}", "--output-dir", "{out}/src/generated", "--quiet"],
        manifest: Some(Manifest {
            dependencies: "src/generated/REQUIRED_DEPS.toml",
            root: "#![allow(warnings)]\npub mod generated;\n",
        }),
    },
    Peer {
        name: "oas3-gen",
        version: "0.29.0",
        registry: Registry::Crates,
        arguments: &["generate", "client-mod", "--input", "{document}", "--output", "{out}", "--workspace", "--quiet"],
        manifest: None,
    },
    Peer {
        name: "cargo-progenitor",
        version: "0.15.1",
        registry: Registry::Crates,
        arguments: &[
            "progenitor",
            "--input",
            "{document}",
            "--output",
            "{out}",
            "--name",
            "{package}",
            "--version",
            "0.1.0",
        ],
        manifest: None,
    },
    Peer {
        name: "@openapitools/openapi-generator-cli",
        version: "2.41.0",
        registry: Registry::Npm,
        arguments: &["generate", "-g", "rust", "-i", "{document}", "-o", "{out}"],
        manifest: None,
    },
];

/// An argument with the document, the folder and the name of the package in their places.
pub(super) fn filled(argument: &str, document: &Path, out: &Path, package: &str) -> String {
    argument
        .replace("{document}", &document.to_string_lossy())
        .replace("{out}", &out.to_string_lossy())
        .replace("{package}", package)
}

impl Peer {
    /// The name and the version.
    pub(super) fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// Installs it in a folder beside what cargo makes, unless it is there; returns the program.
    ///
    /// # Errors
    ///
    /// If it cannot be installed.
    pub(super) fn install(&self) -> Result<PathBuf> {
        let folder = crate::corpus::target()?.join("peers");
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        match self.registry {
            Registry::Crates => self.install_from_crates(&folder),
            Registry::Npm => self.install_from_npm(&folder),
        }
    }

    fn install_from_crates(&self, folder: &Path) -> Result<PathBuf> {
        let mut command = super::cargo();
        command.args(["install", "--locked", "--quiet", self.name, "--version", self.version, "--root"]).arg(folder);
        succeed(command.env("CARGO_TARGET_DIR", folder.join("build")))?;
        Ok(folder.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX)))
    }

    fn install_from_npm(&self, folder: &Path) -> Result<PathBuf> {
        let mut command = Command::new("npm");
        command.args(["install", "--no-fund", "--no-audit", "--prefix"]).arg(folder);
        succeed(command.arg(format!("{}@{}", self.name, self.version)))?;
        let name = self.name.rsplit('/').next().unwrap_or(self.name);
        let program = folder.join("node_modules/.bin").join(name);
        // The first run downloads the generator.
        let is_there = succeed(Command::new(&program).arg("version").current_dir(folder).env("PWD", folder)).is_ok();
        ensure!(is_there, "its jar cannot be downloaded, or java is not here to run it");
        Ok(program)
    }
}

/// Runs `command`, which prints to the terminal what it does only if it fails.
fn succeed(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run {command:?}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.lines().rev().find(|line| line.contains("rror")).unwrap_or_default().trim();
    ensure!(last.is_empty(), "{last}");
    bail!("{:?} failed ({})", command.get_program(), output.status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_is_told_document_and_folder() {
        for peer in ALL {
            let filled = |argument: &&str| filled(argument, Path::new("a.yaml"), Path::new("there"), "pets");
            let line = peer.arguments.iter().map(filled).collect::<Vec<_>>().join(" ");
            assert!(line.contains(" a.yaml") && line.contains(" there"), "{line}");
            assert!(!line.contains(['{', '}']), "{line}");
        }
    }
}
