//! From one file after another, as threads make them, to a directory that holds them all.
//!
//! A file that differs from the one in the directory is written beside the directory at once, so that its text need not
//! stay in memory; nothing in the directory changes before all files are there.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::read::{Found, compared, listed, listing};
use super::staging::Staging;
use super::stamp::Mark;
use super::{Change, File, Verb, publish};

/// A run over a directory that has not changed anything there yet.
pub struct Update {
    directory: PathBuf,
    /// What earlier runs have written; `None` if there is no such directory.
    listed: Option<Vec<String>>,
    staging: Staging,
}

/// What remains in memory of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its path below the crate's directory.
    pub path: String,
    /// What is to be done to it, if anything.
    verb: Option<Verb>,
    /// How to see later whether it is still the same.
    pub(super) mark: Mark,
}

/// What a run has done.
pub struct Done {
    /// What has changed: first what was removed, then the list of files.
    pub changes: Vec<Change>,
    /// All files of the generator in the directory.
    pub files: Vec<Kept>,
}

impl Kept {
    fn has_moved(&mut self, directory: &Path) {
        if let Ok(metadata) = fs::metadata(directory.join(&self.path)) {
            self.mark = self.mark.moved(&metadata);
        }
    }
}

impl Update {
    /// An update of `directory`.
    ///
    /// # Errors
    ///
    /// If `directory` cannot be read, or holds something and has not been written by an earlier run.
    pub fn of(directory: &Path) -> Result<Self> {
        let (listed, staging) = (listed(directory)?, Staging::beside(directory)?);
        Ok(Self { directory: directory.to_owned(), listed, staging })
    }

    /// Takes a file, from any thread.
    ///
    /// # Errors
    ///
    /// If the one in its place cannot be read, or it cannot be written.
    pub fn take(&self, file: &File) -> Result<Kept> {
        let File { path, text } = file;
        let found = match &self.listed {
            Some(_) => compared(&self.directory.join(path), text)?,
            None => Found::Nothing,
        };
        let (verb, metadata) = match found {
            Found::Same(metadata) => (None, metadata),
            Found::Other => (Some(Verb::Changed), self.staging.write(path, text)?),
            Found::Nothing => (Some(Verb::Added), self.staging.write(path, text)?),
        };
        Ok(Kept { path: path.clone(), verb, mark: Mark::new(text, &metadata) })
    }

    /// Has the directory hold the files that have been taken, and no others that earlier runs have written.
    ///
    /// # Errors
    ///
    /// If a file cannot be written or removed; those that were are put back as they were before.
    pub fn finish(self, mut files: Vec<Kept>) -> Result<Done> {
        files.sort_by(|one, other| one.path.cmp(&other.path));
        // After what is removed and before what is added, so that a run that is killed leaves nothing that is not listed.
        files.insert(0, self.take(&listing(files.iter().map(|file| file.path.as_str())))?);
        let mut changes = self.gone(&files)?;
        changes.extend(files.iter().filter_map(|file| Some(Change { path: file.path.clone(), verb: file.verb? })));
        let Self { directory, listed, staging } = self;
        match listed {
            None => publish::as_a_whole(&directory, &staging)?,
            Some(_) => {
                publish::into(&directory, &staging, &changes)?;
                files.iter_mut().filter(|file| file.verb.is_some()).for_each(|file| file.has_moved(&directory));
            }
        }
        Ok(Done { changes, files })
    }

    /// What earlier runs have written and is to be removed.
    fn gone(&self, files: &[Kept]) -> Result<Vec<Change>> {
        let kept: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let mut gone = Vec::new();
        for path in self.listed.iter().flatten().filter(|path| !kept.contains(path.as_str())) {
            let target = self.directory.join(path);
            match fs::symlink_metadata(&target) {
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error).with_context(|| format!("cannot read `{}`", target.display())),
                Ok(found) if found.is_dir() => bail!("`{}` was a file: it is a directory now", target.display()),
                Ok(_) => gone.push(Change { path: path.clone(), verb: Verb::Removed }),
            }
        }
        Ok(gone)
    }
}
