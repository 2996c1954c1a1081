//! What a directory holds, and which of it is the generator's.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Component, Path};

use anyhow::{Context, Result, bail};

use super::File;

/// The file that lists what earlier runs have written, and so what is ours to remove.
const LISTING: &str = ".codegen";

const LISTING_HEAD: &str = "# What the generator has written here, and removes when it no longer writes it.\n";

/// The list of the files at `paths`.
pub(super) fn listing<'a>(paths: impl Iterator<Item = &'a str>) -> File {
    let paths: BTreeSet<&str> = paths.collect();
    let mut text = LISTING_HEAD.to_owned();
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    File { path: LISTING.to_owned(), text }
}

/// What earlier runs have written to `directory`; `None` if there is no such directory.
pub(super) fn listed(directory: &Path) -> Result<Option<Vec<String>>> {
    if let Some(text) = text(&directory.join(LISTING))? {
        let paths = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        return Ok(Some(paths.filter(|path| is_below(path)).map(str::to_owned).collect()));
    }
    match fs::read_dir(directory).map(|entries| entries.flatten().map(|entry| entry.file_name()).min()) {
        Ok(None) => Ok(Some(Vec::new())),
        Ok(Some(first)) => bail!(
            "`{}` holds files that the generator has not written, such as `{}`: name another directory, or empty this one",
            directory.display(),
            first.display()
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            bail!("`{}` is a file: name a directory", directory.display())
        }
        Err(error) => Err(error).with_context(|| format!("cannot read the directory `{}`", directory.display())),
    }
}

/// Whether a path of the listing stays below the directory.
fn is_below(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// The text of the file `path`; `None` if there is none. What is no text has been changed, and is shown as such.
pub(super) fn text(path: &Path) -> Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error).with_context(|| unreadable(path)),
    }
}

/// How a file differs from what it is to be.
pub(super) enum Found {
    /// There is none.
    Nothing,
    /// It has another text.
    Other,
    /// It is the same. What the system says of it was asked before it was read.
    Same(fs::Metadata),
}

/// Compares the file `path` with `text`; it is read only if it is as long.
pub(super) fn compared(path: &Path, text: &str) -> Result<Found> {
    let mut file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error).with_context(|| unreadable(path)),
    };
    let metadata = file.metadata().with_context(|| unreadable(path))?;
    if metadata.is_file() && metadata.len() != text.len() as u64 {
        return Ok(Found::Other);
    }
    let mut bytes = Vec::with_capacity(text.len() + 1);
    file.read_to_end(&mut bytes).with_context(|| unreadable(path))?;
    Ok(if bytes == text.as_bytes() { Found::Same(metadata) } else { Found::Other })
}

fn unreadable(path: &Path) -> String {
    format!("cannot read `{}`", path.display())
}
