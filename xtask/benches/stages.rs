//! The stages of the generator, each by itself: `cargo xtask bench stages`.
//!
//! Divan rather than criterion: it shows the stages of a document as a tree, counts what they allocate, and brings few
//! dependencies along. What is compared from run to run are instructions, elsewhere; here one sees where time goes.

use std::path::Path;
use std::thread;

use divan::{AllocProfiler, Bencher, black_box};
use xtask::{Selection, emit, ir, load, lower, render, rust, shape};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Below the root of the repository; those that are not there are left out.
const DOCUMENTS: [&str; 3] = [
    "spec/flex-plugins.yaml",
    "../shared/corpus/twilio/twilio_flex_v1.json",
    "../shared/corpus/twilio/twilio_api_v2010.json",
];

/// Documents nest, and so do the functions that look at them.
const STACK: usize = 256 * 1024 * 1024;

fn main() {
    let all = thread::Builder::new().stack_size(STACK).spawn(divan::main).expect("room for a thread");
    all.join().expect("benchmarks that end");
}

/// From text to a checked document.
#[divan::bench(args = documents())]
fn load(bencher: Bencher<'_, '_>, document: &str) {
    let text = text(document);
    bencher.bench(|| load::text(black_box(document), black_box(&text)));
}

/// From a document to an API.
#[divan::bench(args = documents())]
fn lower(bencher: Bencher<'_, '_>, document: &str) {
    let loaded = loaded(document);
    bencher.bench(|| lower::api(black_box(&loaded), &Selection::default()));
}

/// From an API to a crate.
#[divan::bench(args = documents())]
fn shape(bencher: Bencher<'_, '_>, document: &str) {
    let api = api(document);
    bencher.bench(|| shape::api(black_box(&api), "measured"));
}

/// From a crate to the tokens of its files.
#[divan::bench(args = documents())]
fn emit(bencher: Bencher<'_, '_>, document: &str) {
    let krate = krate(document);
    bencher.bench(|| emit::units(black_box(&krate)).iter().map(|unit| unit.tokens().count()).sum::<usize>());
}

/// From the tokens of a crate's files to their text, on one thread.
#[divan::bench(args = documents())]
fn render(bencher: Bencher<'_, '_>, document: &str) {
    let krate = krate(document);
    let tokens = || emit::units(&krate).iter().map(|unit| unit.tokens().collect()).collect::<Vec<Vec<_>>>();
    bencher
        .with_inputs(tokens)
        .bench_values(|files| files.into_iter().map(|file| render::file(file).len()).sum::<usize>());
}

fn documents() -> impl Iterator<Item = &'static str> {
    DOCUMENTS.into_iter().filter(|document| path(document).is_file())
}

fn path(document: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(document)
}

fn text(document: &str) -> String {
    std::fs::read_to_string(path(document)).expect("a document")
}

fn loaded(document: &str) -> openapiv3::OpenAPI {
    load::text(document, &text(document)).document.expect("a document without errors")
}

fn api(document: &str) -> ir::Api {
    lower::api(&loaded(document), &Selection::default()).0.expect("an API")
}

fn krate(document: &str) -> rust::Crate {
    shape::api(&api(document), "measured").0.expect("a crate")
}
