//! Documents to test the generator with.

use std::path::{Path, PathBuf};

use xtask::sync::File;
use xtask::{Generated, Target, report};

/// The root of the workspace.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// Where clients are made that are built while the tests run.
pub fn workshop() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(&target).unwrap_or(target).join("wire")
}

/// All files below a directory of `tests/fixtures`, in order.
///
/// # Panics
///
/// If the directory cannot be read.
pub fn files(directory: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut directories = vec![root().join("tests/fixtures").join(directory)];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(&directory).expect("a directory of fixtures") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { directories.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// The crate that is made of the document at `path`, called after the file.
///
/// # Panics
///
/// If the document has an error.
pub fn generate(path: &Path) -> Vec<File> {
    let package = path.file_stem().and_then(|name| name.to_str()).unwrap_or("fixture").to_owned();
    let Generated { source, diagnostics, files, .. } =
        xtask::generate(path, &Target { package, standalone: true, ..Target::default() });
    files.unwrap_or_else(|| panic!("{}", report::plain(&source, &diagnostics)))
}
