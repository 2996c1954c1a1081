//! The vendor's own document, and the client that the generator makes of it.
//!
//! `tests/official` is generated from `tests/fixtures/flex_plugins_official.json`, a copy of the document without its
//! prose, so that a change of the generator shows on a document that was not written for it.

use std::path::{Path, PathBuf};

use contract_tests::vectors::document::{official_path, routes};
use contract_tests::vectors::shared;
use xtask::sync::{self, File};
use xtask::{Generated, Target, report};

#[test]
fn official_crate_is_fresh() {
    let changes = sync::changes(&in_package("official"), generate(&official_path())).expect("the crate can be read");
    assert!(changes.is_empty(), "tests/official is stale: see CONTRIBUTING.md\n{}", sync::diff(&changes));
}

#[test]
fn both_documents_describe_the_same_operations() {
    let ours = routes(&in_package("../spec/flex-plugins.yaml"), "x-official-operation-id");
    let official = routes(&official_path(), "operationId");
    assert_eq!(official.len(), 18, "{official:#?}");
    let lacking: Vec<_> = official.difference(&ours).collect();
    let surplus: Vec<_> = ours.difference(&official).collect();
    assert!(lacking.is_empty() && surplus.is_empty(), "ours lacks {lacking:#?} and has {surplus:#?} beyond it");
}

#[test]
fn the_copy_without_prose_means_what_the_document_means() {
    let Some(shared) = shared() else {
        return eprintln!("skipped: the document is not here (SHARED_DIR names its directory)");
    };
    let document = code(generate(&shared.join("corpus/flex_plugins_official.json")));
    let copy = code(generate(&official_path()));
    let paths = |files: &[File]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&document), paths(&copy));
    for (document, copy) in document.iter().zip(&copy) {
        let diff = similar::TextDiff::from_lines(&document.text, &copy.text).unified_diff().to_string();
        assert!(diff.is_empty(), "{} is another one for the copy:\n{diff}", document.path);
    }
}

fn generate(document: &Path) -> Vec<File> {
    let target = Target { package: "flex-plugins-official".to_owned(), ..Target::default() };
    let Generated { source, diagnostics, files, .. } = xtask::generate(document, &target);
    files.unwrap_or_else(|| panic!("{}", report::plain(&source, &diagnostics)))
}

/// The files that hold code, without doc comments.
fn code(files: Vec<File>) -> Vec<File> {
    let is_doc = |line: &str| ["///", "//!"].iter().any(|mark| line.trim_start().starts_with(mark));
    let bare = |File { path, text }: File| {
        let lines: String = text.split_inclusive('\n').filter(|line| !is_doc(line)).collect();
        File { path, text: lines }
    };
    files.into_iter().filter(|file| !file.path.ends_with(".md")).map(bare).collect()
}

fn in_package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
