//! From a document to a program that performs calls.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::{Generated, Target, report, sync};

use crate::fixtures;

/// Where clients are made. What they depend on is compiled once for all of them.
pub(crate) struct Workshop {
    directory: PathBuf,
}

impl Workshop {
    pub(crate) fn new(directory: &Path) -> Self {
        Self { directory: directory.to_owned() }
    }

    /// The program that performs calls of the API that `document` describes.
    ///
    /// # Errors
    ///
    /// If the document is refused, or the crate does not compile.
    pub(crate) fn client(&self, name: &str, document: &Path) -> Result<PathBuf, String> {
        let package = self.directory.join(name);
        generate(name, document, &package)?;
        let lock = fixtures::root().join("Cargo.lock");
        fs::copy(lock, package.join("Cargo.lock"))
            .map_err(|error| format!("the lock file cannot be copied: {error}"))?;
        // The program of each client goes to the same place at first, and more than one may be in the making.
        let _guard = self.lock()?;
        self.build(&package)?;
        let built = self.target().join("debug/examples/call").with_extension(std::env::consts::EXE_EXTENSION);
        let kept = package.join("call").with_extension(std::env::consts::EXE_EXTENSION);
        let _ = fs::remove_file(&kept);
        fs::copy(&built, &kept).map_err(|error| format!("{} cannot be kept: {error}", built.display()))?;
        Ok(kept)
    }

    /// Builds the example of the crate, without TLS, which takes longest, and which nothing on this machine needs.
    fn build(&self, package: &Path) -> Result<(), String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["build", "--quiet", "--example", "call", "--no-default-features", "--features", "dynamic"])
            .current_dir(package)
            .env("CARGO_TARGET_DIR", self.target())
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .map_err(|error| format!("cargo cannot be run: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!("the crate does not compile:\n{}", String::from_utf8_lossy(&output.stderr)))
    }

    /// A lock on what is built here, until it is dropped.
    fn lock(&self) -> Result<File, String> {
        let lock = fs::create_dir_all(&self.directory).and_then(|()| File::create(self.directory.join("lock")));
        lock.and_then(|file| file.lock().map(|()| file))
            .map_err(|error| format!("{} cannot be locked: {error}", self.directory.display()))
    }

    fn target(&self) -> PathBuf {
        self.directory.join("target")
    }
}

fn generate(name: &str, document: &Path, package: &Path) -> Result<(), String> {
    let target = Target { package: name.to_owned(), standalone: true, ..Target::default() };
    let Generated { source, diagnostics, files, .. } = xtask::generate(document, &target);
    let files = files.ok_or_else(|| report::plain(&source, &diagnostics))?;
    sync::write(package, files).map(drop).map_err(|error| format!("{error:#}"))
}
