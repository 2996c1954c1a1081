//! The documents that are measured.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Documents that are measured together, one after another.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// What people call it.
    pub(super) name: String,
    /// Where it is.
    pub(super) documents: Vec<PathBuf>,
}

/// Documents of several sizes, each by itself. What is not here is left out, with a message.
pub(super) fn single() -> Vec<Subject> {
    let corpus = corpus();
    present(&[
        crate::workspace_root().join("spec/flex-plugins.yaml"),
        corpus.join("flex_plugins_official.json"),
        corpus.join("twilio/twilio_flex_v1.json"),
        corpus.join("twilio/twilio_api_v2010.json"),
        corpus.join("public/stripe.yaml"),
    ])
}

/// These, and all of Twilio's one after another.
///
/// # Errors
///
/// If the folder of documents cannot be read.
pub(super) fn usual() -> Result<Vec<Subject>> {
    let mut subjects = single();
    let twilio = corpus().join("twilio");
    if twilio.is_dir() {
        let documents = json(&twilio)?;
        subjects.push(Subject { name: format!("Twilio's {}, one by one", documents.len()), documents });
    }
    Ok(subjects)
}

/// Those of `files` that are there, each by itself.
pub(super) fn present(files: &[PathBuf]) -> Vec<Subject> {
    let (here, absent): (Vec<&PathBuf>, Vec<&PathBuf>) = files.iter().partition(|file| file.is_file());
    for file in absent {
        anstream::eprintln!("{} is not here, and is left out", file.display());
    }
    here.into_iter().map(|file| Subject { name: name(file), documents: vec![file.clone()] }).collect()
}

/// The name of a document: that of its file, without the ending.
pub(super) fn name(document: &Path) -> String {
    document.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// How many operations `document` has, as another process of this program finds out.
///
/// # Errors
///
/// If that process cannot be started, or makes nothing of the document.
pub(super) fn operations(generator: &Path, document: &Path, scratch: &Path) -> Result<f64> {
    let mut command = Command::new(generator);
    let output = command.arg("corpus-one").args([document, scratch]).output();
    let output = output.with_context(|| format!("cannot run {command:?}"))?;
    let found: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let operations = found.get("operations").and_then(Value::as_f64);
    operations.with_context(|| format!("cannot count the operations of {}", document.display()))
}

/// Where the documents of others are.
fn corpus() -> PathBuf {
    crate::workspace_root().join("../shared/corpus")
}

/// The documents in `folder` that are JSON, by name.
fn json(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let mut json: Vec<PathBuf> =
        paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    json.sort();
    Ok(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_documents_are_left_out() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/flex-plugins.yaml");
        let subjects = present(&[PathBuf::from("no/such.json"), here]);
        let names: Vec<&str> = subjects.iter().map(|subject| subject.name.as_str()).collect();
        assert_eq!(names, ["flex-plugins"]);
    }
}
