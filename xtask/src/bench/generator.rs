//! The programs that are measured: this one as users have it, and its peers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::peers::{self, Peer};

/// A program that makes a crate of a document.
pub(super) struct Generator {
    /// The program.
    pub(super) program: PathBuf,
    /// Which one it is of the peers; `None` if it is ours.
    pub(super) peer: Option<&'static Peer>,
}

impl Generator {
    /// The generator of this repository, built with optimizations.
    ///
    /// # Errors
    ///
    /// If it does not compile.
    pub(super) fn ours() -> Result<Self> {
        let target = crate::corpus::target()?;
        let mut command = super::cargo();
        command.args(["build", "--release", "--quiet", "--package", "xtask"]);
        // The file's place must be known, whatever the settings of the machine are.
        command.env("CARGO_TARGET_DIR", &target).env_remove("CARGO_BUILD_TARGET");
        let status = command.status().with_context(|| format!("cannot run {command:?}; is cargo installed?"))?;
        ensure!(status.success(), "the generator does not compile");
        Ok(Self { program: target.join("release").join(format!("xtask{}", std::env::consts::EXE_SUFFIX)), peer: None })
    }

    /// Ours, and its peers if they are asked for; with a note on each peer that is not to be had.
    ///
    /// # Errors
    ///
    /// If ours does not compile.
    pub(super) fn all(with_peers: bool) -> Result<(Vec<Self>, Vec<String>)> {
        let (mut all, mut notes) = (vec![Self::ours()?], Vec::new());
        for peer in peers::ALL.iter().filter(|_| with_peers) {
            match peer.install() {
                Ok(program) => all.push(Self { program, peer: Some(peer) }),
                Err(error) => notes.push(format!("{} is not to be had: {error:#}", peer.title())),
            }
        }
        Ok((all, notes))
    }

    /// The name, and the version of a peer.
    pub(super) fn title(&self) -> String {
        self.peer.map_or_else(|| "xtask".to_owned(), Peer::title)
    }

    /// A name for files.
    pub(super) fn name(&self) -> &'static str {
        self.peer.map_or("xtask", |peer| peer.name)
    }

    /// The command that makes a crate `package` in `out`.
    pub(super) fn command(&self, document: &Path, out: &Path, package: &str) -> Command {
        let mut command = Command::new(&self.program);
        match self.peer {
            Some(peer) => {
                // The one from npm leaves a file with its settings in the folder that this names.
                command.env("PWD", self.program.parent().unwrap_or(Path::new("")));
                command.args(peer.arguments.iter().map(|argument| peers::filled(argument, document, out, package)));
            }
            None => {
                command.arg("codegen").arg("--spec").arg(document).arg("--out").arg(out).args(["--name", package]);
            }
        }
        command
    }
}
