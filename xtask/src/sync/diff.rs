//! What a run would change, without doing so.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use similar::TextDiff;

use super::File;
use super::read::{listed, listing, text};

/// A file that is not what it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its path below the crate's directory.
    pub path: String,
    /// What there is; `None` if there is no such file.
    before: Option<String>,
    /// What there is to be; `None` if there is to be no such file.
    after: Option<String>,
}

/// How `directory` differs from one that holds `files`.
///
/// # Errors
///
/// If `directory` cannot be read, or holds something and has not been written by an earlier run.
pub fn changes(directory: &Path, files: Vec<File>) -> Result<Vec<Difference>> {
    let listed = listed(directory)?.unwrap_or_default();
    let listing = listing(files.iter().map(|file| file.path.as_str()));
    let mut differences = Vec::new();
    let kept: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for path in listed.into_iter().filter(|path| !kept.contains(path.as_str())) {
        if let Some(before) = text(&directory.join(&path))? {
            differences.push(Difference { path, before: Some(before), after: None });
        }
    }
    for File { path, text: after } in [listing].into_iter().chain(files) {
        let before = text(&directory.join(&path))?;
        if before.as_ref() != Some(&after) {
            differences.push(Difference { path, before, after: Some(after) });
        }
    }
    Ok(differences)
}

/// `differences` as a unified diff.
pub fn diff(differences: &[Difference]) -> String {
    let one = |Difference { path, before, after }: &Difference| {
        let old = if before.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
        let new = if after.is_some() { format!("b/{path}") } else { "/dev/null".to_owned() };
        let texts = [before, after].map(|text| text.as_deref().unwrap_or_default());
        TextDiff::from_lines(texts[0], texts[1]).unified_diff().header(&old, &new).to_string()
    };
    differences.iter().map(one).collect()
}
