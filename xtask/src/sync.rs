//! From rendered files to the disk, or to a diff against it.
//!
//! The only module that writes; a file only if its text changed, so that nothing is rebuilt in vain. A run either
//! does all that it has to do or changes nothing.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use similar::TextDiff;

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
    /// What there was; `None` if there was no such file.
    before: Option<String>,
    /// What there is to be; `None` if there is to be no such file.
    after: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = match (&self.before, &self.after) {
            (None, _) => "added",
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "removed",
        };
        write!(f, "{verb:8}{}", self.path)
    }
}

/// The file that lists what earlier runs have written, and so what is ours to remove.
const LISTING: &str = ".codegen";

const LISTING_HEAD: &str = "# What the generator has written here, and removes when it no longer writes it.\n";

/// What is to be done so that `directory` holds `files`.
///
/// # Errors
///
/// If `directory` cannot be read, or holds something and has not been written by an earlier run.
pub fn changes(directory: &Path, files: Vec<File>) -> Result<Vec<Change>> {
    let listed = listed(directory)?;
    let listing = File { path: LISTING.to_owned(), text: listing(files.iter().map(|file| file.path.as_str())) };
    let mut changes = Vec::new();
    let kept: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for path in listed.iter().filter(|path| !kept.contains(path.as_str())) {
        if let Some(before) = read(&directory.join(path))? {
            changes.push(Change { path: path.clone(), before: Some(before), after: None });
        }
    }
    // After what is removed and before what is added, so that a run that is killed leaves nothing that is not listed.
    for File { path, text } in [listing].into_iter().chain(files) {
        let before = read(&directory.join(&path))?;
        if before.as_ref() != Some(&text) {
            changes.push(Change { path, before, after: Some(text) });
        }
    }
    Ok(changes)
}

/// Makes `changes` in `directory`.
///
/// # Errors
///
/// If a file cannot be written or removed; those that were are put back as they were before.
pub fn apply(directory: &Path, changes: &[Change]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let staging = staging(directory)?;
    let result = stage(&staging, changes).and_then(|()| publish(directory, &staging, changes));
    // Whatever is left there is of no use to anybody.
    let _ = fs::remove_dir_all(&staging);
    result
}

/// `changes` as a unified diff.
pub fn diff(changes: &[Change]) -> String {
    let one = |change: &Change| {
        let before = change.before.as_deref().unwrap_or_default();
        let after = change.after.as_deref().unwrap_or_default();
        let old = if change.before.is_some() { format!("a/{}", change.path) } else { "/dev/null".to_owned() };
        let new = if change.after.is_some() { format!("b/{}", change.path) } else { "/dev/null".to_owned() };
        TextDiff::from_lines(before, after).unified_diff().header(&old, &new).to_string()
    };
    changes.iter().map(one).collect()
}

/// What earlier runs have written to `directory`.
fn listed(directory: &Path) -> Result<Vec<String>> {
    if let Some(text) = read(&directory.join(LISTING))? {
        let paths = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        return Ok(paths.filter(|path| is_below(path)).map(str::to_owned).collect());
    }
    match fs::read_dir(directory).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(Vec::new()),
        Ok(false) => bail!(
            "`{}` holds files that the generator has not written: name another directory, or empty this one",
            directory.display()
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("cannot read the directory `{}`", directory.display())),
    }
}

/// Whether a path of the listing stays below the directory.
fn is_below(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn listing<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    let paths: BTreeSet<&str> = paths.collect();
    let lines = paths.into_iter().map(|path| format!("{path}\n"));
    LISTING_HEAD.to_owned() + &lines.collect::<String>()
}

/// The text of the file `path`; `None` if there is none. What is no text has been changed, and is shown as such.
fn read(path: &Path) -> Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read `{}`", path.display())),
    }
}

/// A directory beside `directory`, and so on the same file system, in which files are complete before they are moved.
fn staging(directory: &Path) -> Result<PathBuf> {
    let name = directory.file_name().with_context(|| format!("`{}` has no name", directory.display()))?;
    let mut staging = std::ffi::OsString::from(".");
    staging.push(name);
    staging.push(format!(".{}", std::process::id()));
    let parent = directory.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(parent.join(staging))
}

fn stage(staging: &Path, changes: &[Change]) -> Result<()> {
    for change in changes {
        if let Some(text) = &change.after {
            let path = staging.join(&change.path);
            create_parent(&path)?;
            fs::write(&path, text).with_context(|| format!("cannot write `{}`", path.display()))?;
        }
    }
    fs::create_dir_all(staging).with_context(|| format!("cannot create `{}`", staging.display()))
}

/// Moves what is staged to its place and removes what is gone; or puts everything back.
fn publish(directory: &Path, staging: &Path, changes: &[Change]) -> Result<()> {
    let existed = directory.exists();
    for (done, change) in changes.iter().enumerate() {
        if let Err(error) = publish_one(directory, staging, change) {
            changes[..done].iter().rev().for_each(|change| undo(directory, change));
            if !existed {
                let _ = fs::remove_dir_all(directory);
            }
            return Err(error);
        }
    }
    Ok(())
}

fn publish_one(directory: &Path, staging: &Path, change: &Change) -> Result<()> {
    let path = directory.join(&change.path);
    if change.after.is_some() {
        create_parent(&path)?;
        fs::rename(staging.join(&change.path), &path).with_context(|| format!("cannot write `{}`", path.display()))
    } else {
        fs::remove_file(&path).with_context(|| format!("cannot remove `{}`", path.display()))?;
        remove_empty_parents(directory, &path);
        Ok(())
    }
}

/// Puts a file back as it was, as far as that is possible when the disk has just refused something.
fn undo(directory: &Path, change: &Change) {
    let path = directory.join(&change.path);
    let _ = match &change.before {
        Some(text) => create_parent(&path).and_then(|()| Ok(fs::write(&path, text)?)),
        None => fs::remove_file(&path).map(|()| remove_empty_parents(directory, &path)).map_err(Into::into),
    };
}

fn create_parent(path: &Path) -> Result<()> {
    let Some(parent) = path.parent() else { return Ok(()) };
    fs::create_dir_all(parent).with_context(|| format!("cannot create `{}`", parent.display()))
}

/// Removes the directories that the removal of `path` has left empty.
fn remove_empty_parents(directory: &Path, path: &Path) {
    let parents = path.ancestors().skip(1).take_while(|parent| *parent != directory);
    // The first one that is not empty cannot be removed, and ends it.
    let _ = parents.map(fs::remove_dir).take_while(std::io::Result::is_ok).count();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory where a file should go cannot be replaced by it.
    #[test]
    fn a_run_that_fails_changes_nothing() {
        let place = tempfile::tempdir().expect("a directory");
        let directory = place.path().join("crate");
        fs::create_dir_all(directory.join("c.rs/d")).expect("a directory");
        fs::write(directory.join("a.rs"), "old").expect("a file");
        fs::write(directory.join("b.rs"), "gone").expect("a file");
        let change = |path: &str, before: Option<&str>, after: Option<&str>| Change {
            path: path.to_owned(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let changes = [
            change("b.rs", Some("gone"), None),
            change("a.rs", Some("old"), Some("new")),
            change("sub/e.rs", None, Some("new")),
            change("c.rs", None, Some("new")),
        ];
        let error = apply(&directory, &changes).expect_err("a directory is in the way");
        assert!(error.to_string().contains("c.rs"), "{error}");
        assert_eq!(fs::read_to_string(directory.join("a.rs")).expect("a file"), "old");
        assert_eq!(fs::read_to_string(directory.join("b.rs")).expect("a file"), "gone");
        assert!(!directory.join("sub").exists());
        assert_eq!(fs::read_dir(place.path()).expect("a directory").count(), 1, "nothing is left behind");
    }
}
