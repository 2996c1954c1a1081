//! Nothing that a document says makes the generator panic, hang, or emit what is no Rust.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use contract_tests::fixtures;
use contract_tests::mutation::{Mutator, minimised};
use contract_tests::soundness::{Verdict, check, check_file_in_time, check_in_time};
use serde_json::Value;

/// Mutants of the fixtures, as many as take a few seconds.
#[test]
fn mutants_are_compiled_or_refused() {
    let mut seeds = fixtures::files("codegen");
    seeds.push(fixtures::root().join("tests/fixtures/flex_plugins_official.json"));
    hold(&documents(seeds), 0, 1000);
}

/// Two mutants of a document whose references lead to one another, and into the middle of one another.
#[test]
fn mutants_of_two_files_are_compiled_or_refused() {
    let (seeds, folder) = (documents(fixtures::files("codegen")), tempfile::tempdir().expect("a folder"));
    let mut generated = 0;
    for number in 0..500 {
        let mut mutator = Mutator::new(number, &seeds);
        let mut one = mutator.mutant();
        let mut other = one.clone();
        mutator.mutate(&mut other);
        mutator.spread(&mut one, "other.json", &other);
        mutator.spread(&mut other, "one.json", &one);
        let path = folder.path().join("one.json");
        fs::write(&path, one.to_string()).expect("a file");
        fs::write(folder.path().join("other.json"), other.to_string()).expect("a file");
        match check_file_in_time(&path) {
            Ok(verdict) => generated += usize::from(verdict == Verdict::Generated),
            Err(reason) => panic!("mutant {number}, in {}: {reason}", folder.keep().display()),
        }
    }
    eprintln!("{generated} generated");
}

/// As many as `MUTANTS` says, from number `FIRST` on, of all documents below the folder `CORPUS` as well.
#[test]
#[ignore = "takes as long as one likes"]
fn mutants_of_a_corpus_are_compiled_or_refused() {
    let number = |name| env::var(name).ok().and_then(|value| value.parse().ok());
    let mut seeds = fixtures::files("");
    let mut folders: Vec<PathBuf> = env::var_os("CORPUS").into_iter().map(PathBuf::from).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() { folders.push(entry) } else { seeds.push(entry) }
        }
    }
    seeds.sort();
    hold(&documents(seeds), number("FIRST").unwrap_or(0), number("MUTANTS").unwrap_or(100_000));
}

fn documents(paths: Vec<PathBuf>) -> Vec<Value> {
    let is_document = |path: &PathBuf| matches!(path.extension().and_then(OsStr::to_str), Some("json" | "yaml"));
    let text = |path: PathBuf| fs::read_to_string(path).ok();
    let parse = |text: String| serde_json::from_str(&text).ok().or_else(|| serde_yaml::from_str(&text).ok());
    paths.into_iter().filter(is_document).filter_map(text).filter_map(parse).collect()
}

/// Checks `count` mutants of `seeds`, each by its number, on all processors.
fn hold(seeds: &[Value], first: usize, count: usize) {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (next, generated, failed) = (AtomicUsize::new(first), AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= first + count {
            return;
        }
        let mutant = Mutator::new(number as u64, seeds).mutant();
        match check_in_time(&text(number, &mutant)) {
            Ok(verdict) => drop(generated.fetch_add((verdict == Verdict::Generated).into(), Ordering::Relaxed)),
            Err(reason) => {
                failed.fetch_add(1, Ordering::Relaxed);
                eprintln!("mutant {number}: {reason}\n{}", kept(number, &mutant, &reason).display());
            }
        }
    };
    thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(work))));
    let (generated, failed) = (generated.into_inner(), failed.into_inner());
    eprintln!("{count} mutants of {} documents: {generated} generated", seeds.len());
    assert_eq!(failed, 0, "mutants with which the generator fails");
}

/// A document as JSON, or as YAML now and then.
fn text(number: usize, document: &Value) -> String {
    let yaml = number.is_multiple_of(8).then(|| serde_yaml::to_string(document).ok()).flatten();
    yaml.unwrap_or_else(|| document.to_string())
}

/// Where a failing document is kept, without what makes no difference; as it is if it takes too long to try.
fn kept(number: usize, document: &Value, reason: &str) -> PathBuf {
    let begin = |reason: &str| reason.chars().take(40).collect::<String>();
    let fails = |document: &Value| check(&text(number, document)).is_err_and(|other| begin(&other) == begin(reason));
    let document = if reason.starts_with("no end") { document.clone() } else { minimised(document, fails) };
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutant-{number}.json"));
    fs::write(&path, format!("{document:#}")).expect("a file");
    path
}
