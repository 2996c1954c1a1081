//! Whether there is anything to do at all: what a run was made of, and what it has left behind.
//!
//! A stamp stands beside the generator, in cargo's directory for what can be made again: it is of this machine, and so
//! no part of the crate. Whatever is doubtful about one makes it worthless, and the run goes through all stages.

mod mark;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::Target;
use crate::diagnostics::Diagnostics;
use crate::digest::digest;
use crate::load::{self, Source};

use super::Kept;
pub(super) use mark::Mark;

/// Where stamps are, beside the generator.
const FOLDER: &str = "codegen-stamps";

/// About so many stamps are kept; when there are more, those directories have mostly gone, and all stamps go.
const MOST: usize = 1000;

/// Stamps are counted by runs over directories whose stamps are called so, one in sixteen: it takes as long as a few
/// files.
fn counts(stamp: &Path) -> bool {
    stamp.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(b"0"))
}

/// A file that was written less than this before its stamp may have been written again at what the system's clock takes
/// for the same time: it is read.
const TICK: Duration = Duration::from_millis(20);

/// What a run is about to do.
pub struct Run {
    /// Where its stamp is, and what it has to begin with.
    stamp: PathBuf,
    head: String,
    directory: PathBuf,
}

/// What an earlier run has found and left, and what is still so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchanged {
    /// How many files there are, the list of them included.
    pub files: usize,
    /// What was to be said about the document.
    pub report: String,
}

impl Run {
    /// A run of this program that makes `target` of `spec` in `directory`; `None` if no stamps can be had.
    pub fn new(spec: &Path, directory: &Path, target: &Target) -> Option<Self> {
        let generator = std::env::current_exe().ok()?;
        // One that is built anew is another file: its sources, their dependencies and the compiler are all in it.
        let identity = Mark::of(&fs::metadata(&generator).ok()?);
        let head = format!("{:016x}", digest(&(identity, spec.as_os_str(), format!("{target:?}"))));
        let directory = std::path::absolute(directory).ok()?;
        let stamp = generator.parent()?.join(FOLDER).join(format!("{:016x}", digest(&directory)));
        Some(Self { stamp, head, directory })
    }

    /// What an earlier run has left, if neither what it read nor what it wrote has changed since.
    pub fn unchanged(&self) -> Option<Unchanged> {
        let text = fs::read_to_string(&self.stamp).ok()?;
        let made = fs::metadata(&self.stamp).ok()?.modified().ok()?.checked_sub(TICK)?;
        let (head, mut rest) = text.split_once('\n')?;
        (head == self.head).then_some(())?;
        let mut files = 0;
        loop {
            let (line, after) = rest.split_once('\n')?;
            rest = after;
            match line.split_once(' ')? {
                ("read", line) => is_read_again(line)?,
                ("wrote", line) => {
                    self.is_there(line, made)?;
                    files += 1;
                }
                ("said", "") => return Some(Unchanged { files, report: rest.to_owned() }),
                _ => return None,
            }
        }
    }

    /// Remembers what this run has read, left and said.
    pub fn remember(&self, source: &Source, files: &[Kept], report: &str) {
        if let Some(text) = self.text(source, files, report) {
            // Without a stamp, the next run does more than it would have to.
            let _ = write(&self.stamp, &text);
        }
    }

    fn text(&self, source: &Source, files: &[Kept], report: &str) -> Option<String> {
        let mut text = format!("{}\n", self.head);
        // What was written comes first: where there is nothing, nothing has to be read.
        for Kept { path, mark, .. } in files {
            text.push_str(&format!("wrote {mark} {path}\n"));
        }
        for source in source.all() {
            text.push_str(&format!("read {:016x} {}\n", identity(&source.name, source.digest)?, source.name));
        }
        Some(text + "said \n" + report)
    }

    /// Whether a file that was left in the directory is still there, as `line` describes it; by its text if it was
    /// modified after `made`.
    fn is_there(&self, line: &str, made: SystemTime) -> Option<()> {
        let (mark, path) = Mark::parse(line)?;
        let path = self.directory.join(path);
        let found = fs::symlink_metadata(&path).ok()?;
        (found.is_file() && mark.is_of(&found)).then_some(())?;
        let is_old = found.modified().ok()? < made;
        (is_old || mark.is_of_text(&fs::read_to_string(&path).ok()?)).then_some(())
    }
}

/// Whether a file that was read has still the same text, as `line` describes it.
fn is_read_again(line: &str) -> Option<()> {
    let (known, name) = line.split_once(' ')?;
    let text = load::read::text(Path::new(name), &mut Diagnostics::new())?;
    (format!("{:016x}", identity(name, digest(&text))?) == known).then_some(())
}

/// A digest of which file `name` is, and of the text that it has.
fn identity(name: &str, text: u64) -> Option<u64> {
    Some(digest(&(fs::canonicalize(name).ok()?, text)))
}

/// Writes a stamp: a whole one, or none.
fn write(stamp: &Path, text: &str) -> std::io::Result<()> {
    let folder = stamp.parent().unwrap_or(stamp);
    fs::create_dir_all(folder)?;
    if counts(stamp) && fs::read_dir(folder)?.count() > MOST {
        fs::remove_dir_all(folder)?;
        fs::create_dir_all(folder)?;
    }
    let whole = stamp.with_extension(std::process::id().to_string());
    fs::write(&whole, text)?;
    // Some file systems write a file to the disk at once if it takes the place of another.
    let _ = fs::remove_file(stamp);
    fs::rename(whole, stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_do_not_pile_up() {
        let folder = tempfile::tempdir().expect("a directory");
        let count = || fs::read_dir(folder.path()).expect("a directory").count();
        (0..=MOST).for_each(|number| fs::write(folder.path().join(format!("old{number}")), "").expect("a file"));
        write(&folder.path().join("a1"), "new").expect("a stamp");
        assert_eq!(count(), MOST + 2);
        write(&folder.path().join("a0"), "new").expect("a stamp");
        assert_eq!(count(), 1);
    }
}
