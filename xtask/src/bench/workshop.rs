//! The folder that all measuring happens in.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context as _, Result};

/// The folder `name`, empty, among those that benchmarks have for themselves.
///
/// # Errors
///
/// If it cannot be emptied or created.
pub(super) fn folder(name: &str) -> Result<PathBuf> {
    emptied(crate::corpus::target()?.join("bench").join(name))
}

/// The same among the system's temporary files, which `TMPDIR` can have elsewhere. Where cargo builds, many files have
/// been removed of late, which keeps some file systems from creating others at their usual speed.
///
/// # Errors
///
/// If it cannot be emptied or created.
pub(super) fn temporary(name: &str) -> Result<PathBuf> {
    emptied(std::env::temp_dir().join(format!("xtask-bench-{name}-{}", std::process::id())))
}

fn emptied(folder: PathBuf) -> Result<PathBuf> {
    remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// Removes `folder` and all in it, if it is there.
///
/// # Errors
///
/// If it cannot be removed.
pub(super) fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Every file in `folder` and the folders within it, sorted, and when it was written.
///
/// # Errors
///
/// If something cannot be read.
pub(super) fn files(folder: &Path) -> Result<Vec<(PathBuf, SystemTime)>> {
    let mut files = Vec::new();
    add(folder, &mut files).with_context(|| format!("cannot read {}", folder.display()))?;
    files.sort();
    Ok(files)
}

fn add(folder: &Path, files: &mut Vec<(PathBuf, SystemTime)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_dir() {
            add(&entry.path(), files)?;
        } else {
            files.push((entry.path(), about.modified()?));
        }
    }
    Ok(())
}
