//! The place in which files are complete before they are moved to where they belong.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

/// A directory beside another one, and so on the same file system. It is made when something is put there, and removed
/// with all that is left in it when this is dropped, as are directories around it that nothing else has come into.
pub(super) struct Staging {
    path: PathBuf,
    made: Mutex<Made>,
}

/// The directories that are there.
#[derive(Default)]
struct Made {
    within: HashSet<PathBuf>,
    /// Those around it that were not there before, from the inside; `None` before anything has been made.
    around: Option<Vec<PathBuf>>,
}

impl Staging {
    /// The one beside `directory`.
    pub(super) fn beside(directory: &Path) -> Result<Self> {
        let name = directory.file_name().with_context(|| format!("`{}` has no name", directory.display()))?;
        let mut staging = OsString::from(".");
        staging.push(name);
        staging.push(format!(".{}", std::process::id()));
        let parent = directory.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { path: parent.join(staging), made: Mutex::default() })
    }

    /// Where files stand that are to be published: the directory itself, which can become a crate as it is.
    pub(super) fn root(&self) -> &Path {
        &self.path
    }

    /// Where a file stands whose place another one has taken.
    pub(super) fn old(&self, path: &str) -> PathBuf {
        self.path.join(".old").join(path)
    }

    /// Writes a new file; returns what the system says of it.
    pub(super) fn write(&self, path: &str, text: &str) -> Result<fs::Metadata> {
        let path = self.root().join(path);
        self.make_room(&path)?;
        let written = fs::File::create_new(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.metadata()
        });
        written.with_context(|| format!("cannot write `{}`", path.display()))
    }

    /// Makes the directory that `path` is in. All threads may ask for the same.
    pub(super) fn make_room(&self, path: &Path) -> Result<()> {
        let Some(parent) = path.parent() else { return Ok(()) };
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.around.is_none() {
            // A run that was killed may have had the same number.
            let _ = fs::remove_dir_all(&self.path);
            let around =
                self.path.ancestors().skip(1).take_while(|path| !path.as_os_str().is_empty() && !path.exists());
            made.around = Some(around.map(Path::to_owned).collect());
        }
        if !made.within.contains(parent) {
            fs::create_dir_all(parent).with_context(|| format!("cannot create `{}`", parent.display()))?;
            made.within.insert(parent.to_owned());
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let made = self.made.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(around) = &made.around {
            // Whatever is left there is of no use to anybody.
            let _ = fs::remove_dir_all(&self.path);
            // One that is not empty cannot be removed, nor one that was never made.
            around.iter().for_each(|path| drop(fs::remove_dir(path)));
        }
    }
}
