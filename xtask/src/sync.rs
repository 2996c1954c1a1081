//! From rendered files to the disk, or to a diff against it.
//!
//! The only module that writes; a file only if its text changed, so that nothing is rebuilt in vain. A run either
//! does all that it has to do or changes nothing.

mod diff;
mod publish;
mod read;
mod staging;
pub mod stamp;
mod update;

use std::fmt;
use std::path::Path;

use anyhow::Result;

pub use self::diff::{Difference, changes, diff};
pub use self::update::{Done, Kept, Update};

/// A file of a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the crate's directory, with `/` between its parts.
    pub path: String,
    /// All that it holds.
    pub text: String,
}

/// What happens to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path below the crate's directory.
    pub path: String,
    /// What is done to it.
    pub verb: Verb,
}

/// What is done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// There was no such file.
    Added,
    /// There was one, with another text.
    Changed,
    /// There is to be no such file.
    Removed,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = match self.verb {
            Verb::Added => "added",
            Verb::Changed => "changed",
            Verb::Removed => "removed",
        };
        write!(f, "{verb:8}{}", self.path)
    }
}

/// Has `directory` hold `files`, and returns what has changed.
///
/// # Errors
///
/// If `directory` holds something and has not been written by an earlier run, or a file cannot be read, written or
/// removed; everything is as it was before then.
pub fn write(directory: &Path, files: impl IntoIterator<Item = File>) -> Result<Vec<Change>> {
    let update = Update::of(directory)?;
    let kept = files.into_iter().map(|file| update.take(&file)).collect::<Result<Vec<_>>>()?;
    Ok(update.finish(kept)?.changes)
}
