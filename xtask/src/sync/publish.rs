//! From staged files to where they belong: all of them, or none.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::staging::Staging;
use super::{Change, Verb};

/// Makes `changes` in `directory`, which exists; if one fails, those before it are undone.
pub(super) fn into(directory: &Path, staging: &Staging, changes: &[Change]) -> Result<()> {
    for (done, change) in changes.iter().enumerate() {
        if let Err(error) = one(directory, staging, change) {
            changes[..=done].iter().rev().for_each(|change| undo(directory, staging, change));
            return Err(error);
        }
    }
    Ok(())
}

/// Makes of what is staged the directory `directory`, which does not exist.
pub(super) fn as_a_whole(directory: &Path, staging: &Staging) -> Result<()> {
    fs::rename(staging.root(), directory).with_context(|| format!("cannot create `{}`", directory.display()))
}

fn one(directory: &Path, staging: &Staging, Change { path, verb }: &Change) -> Result<()> {
    let target = directory.join(path);
    if *verb == Verb::Removed {
        staging.make_room(&staging.old(path))?;
        fs::rename(&target, staging.old(path)).with_context(|| format!("cannot remove `{}`", target.display()))?;
        remove_empty_parents(directory, &target);
        return Ok(());
    }
    if *verb == Verb::Changed {
        keep(&target, staging, path)?;
    }
    staging.make_room(&target)?;
    fs::rename(staging.root().join(path), &target).with_context(|| format!("cannot write `{}`", target.display()))
}

/// Keeps the file at `target`, which another one is about to replace. It is not missing in between, where the file
/// system lets a file have two names.
fn keep(target: &Path, staging: &Staging, path: &str) -> Result<()> {
    let old = staging.old(path);
    staging.make_room(&old)?;
    let kept = fs::hard_link(target, &old).or_else(|_| fs::rename(target, &old));
    kept.with_context(|| format!("cannot replace `{}`", target.display()))
}

/// Puts a file back as it was, as far as that is possible when the disk has just refused something.
fn undo(directory: &Path, staging: &Staging, Change { path, verb }: &Change) {
    let target = directory.join(path);
    let (old, new) = (staging.old(path), staging.root().join(path));
    if *verb != Verb::Added && old.exists() {
        let parent = target.parent().unwrap_or(directory);
        let _ = fs::create_dir_all(parent).and_then(|()| fs::rename(old, &target));
    }
    if *verb == Verb::Added {
        let is_there = !new.exists();
        let _ = if is_there { fs::remove_file(&target) } else { Ok(()) };
        remove_empty_parents(directory, &target);
    }
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
        fs::create_dir(directory.join("b")).expect("a directory");
        fs::write(directory.join("b/b.rs"), "gone").expect("a file");
        let staging = Staging::beside(&directory).expect("a name");
        for path in ["a.rs", "sub/e.rs", "c.rs"] {
            staging.write(path, "new").expect("room");
        }
        let change = |path: &str, verb| Change { path: path.to_owned(), verb };
        let changes = [
            change("b/b.rs", Verb::Removed),
            change("a.rs", Verb::Changed),
            change("sub/e.rs", Verb::Added),
            change("c.rs", Verb::Added),
        ];
        let error = into(&directory, &staging, &changes).expect_err("a directory is in the way");
        assert!(error.to_string().contains("c.rs"), "{error}");
        drop(staging);
        assert_eq!(fs::read_to_string(directory.join("a.rs")).expect("a file"), "old");
        assert_eq!(fs::read_to_string(directory.join("b/b.rs")).expect("a file"), "gone");
        assert!(directory.join("c.rs/d").exists() && !directory.join("sub").exists());
        assert_eq!(fs::read_dir(place.path()).expect("a directory").count(), 1, "nothing is left behind");
    }
}
