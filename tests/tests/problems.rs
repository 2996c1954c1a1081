//! What authors are told about their documents: every problem has a fixture, and every fixture a snapshot.

use std::collections::BTreeSet;

use contract_tests::fixtures;
use xtask::diagnostics::Diagnostic;
use xtask::{Generated, Target, generate, report};

fn check(path: &std::path::Path) -> Generated {
    generate(path, &Target { package: "fixture".to_owned(), standalone: true, ..Target::default() })
}

#[test]
fn problems_are_explained() {
    insta::glob!("../fixtures/problems", "**/*.*", |path| {
        let Generated { mut source, diagnostics, .. } = check(path);
        assert!(!diagnostics.is_empty(), "{} has no problem", path.display());
        let folder = fixtures::root().join("tests/fixtures").display().to_string();
        source.name = path.file_name().expect("a name").to_string_lossy().into_owned();
        source.others().iter_mut().for_each(|other| other.name = other.name.replace(&folder, "…"));
        insta::assert_snapshot!(report::plain(&source, &diagnostics).replace(&folder, "…"));
    });
}

/// What has an error generates nothing; what has only warnings generates all the same.
#[test]
fn only_errors_keep_a_crate_from_being_made() {
    for path in fixtures::files("problems") {
        let Generated { diagnostics, files, .. } = check(&path);
        assert_eq!(files.is_none(), diagnostics.has_errors(), "{}", path.display());
    }
}

/// A file that cannot be read has no snapshot, since its message is the operating system's.
#[test]
fn a_missing_file_is_a_diagnostic() {
    let Generated { source, diagnostics, files, .. } = check("fixtures/no-such-file.yaml".as_ref());
    assert!(files.is_none());
    let text = report::plain(&source, &diagnostics);
    assert!(text.starts_with("error[unreadable-file]: cannot read the file"), "{text}");
    assert!(text.contains("fixtures/no-such-file.yaml"), "{text}");
}

/// The codes that the source knows are those that the fixtures show.
#[test]
fn every_problem_has_a_fixture() {
    let shown: BTreeSet<String> = fixtures::files("problems")
        .iter()
        .flat_map(|path| check(path).diagnostics.iter().map(code).collect::<Vec<_>>())
        .collect();
    let missing: Vec<&str> = codes().into_iter().filter(|code| !shown.contains(*code)).collect();
    // Cannot be shown in a file: the lack of it, what the command line asks for, and a safety net for what `load` lets
    // through.
    assert_eq!(missing, ["refused", "unknown-selection", "unreadable-file"], "no fixture shows these");
}

fn code(diagnostic: &Diagnostic) -> String {
    diagnostic.problem.code().to_owned()
}

/// All codes, as they stand in the source.
fn codes() -> BTreeSet<&'static str> {
    let source = include_str!("../../xtask/src/diagnostics/problem.rs");
    let is_code = |text: &&str| {
        text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
    };
    let mut codes: BTreeSet<&str> = source.split('"').skip(1).step_by(2).filter(is_code).collect();
    codes.extend(["refused", "unsupported"]);
    codes
}
