//! From an OpenAPI document to a Rust crate.
//!
//! ```text
//! text ──load──▶ Document ──lower──▶ ir::Api ──shape──▶ rust::Crate ──emit──▶ tokens ──render──▶ text ──sync──▶ disk
//! ```
//!
//! Each stage is a module with one entry function, plain data in and plain data out. Modules that hold functions are
//! verbs, modules that hold types are nouns. Only `load` and `sync` touch the file system.

pub mod diagnostics;
pub mod emit;
pub mod ir;
pub mod load;
pub mod lower;
mod reference;
pub mod render;
pub mod report;
pub mod rust;
pub mod shape;
pub mod sync;
pub mod templates;

use std::panic::resume_unwind;
use std::path::Path;
use std::thread::{self, Scope, ScopedJoinHandle};

use self::diagnostics::Diagnostics;
use self::load::Source;
pub use self::lower::Selection;
use self::sync::File;

/// What is to be made of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The name of the package.
    pub package: String,
    /// Whether the crate builds by itself, rather than as a member of a workspace.
    pub standalone: bool,
    /// The operations that it is to have.
    pub selection: Selection,
    /// Whether it gets an example `probe`, which reads values as its types and writes them again.
    pub probe: bool,
}

/// What was made of a document, and what was found on the way.
#[derive(Debug)]
pub struct Generated {
    /// The document as it was read.
    pub source: Source,
    /// The problems of the document.
    pub diagnostics: Diagnostics,
    /// The files of the crate; `None` if there was an error.
    pub files: Option<Vec<File>>,
    /// How many operations the document has, as far as it was understood.
    pub operations: usize,
    /// How many types the document describes, as far as it was understood.
    pub schemas: usize,
    /// How many of these operations the crate does without.
    pub skipped: usize,
    /// What the document describes and the crate does not offer, by name and reason.
    pub left_out: Vec<String>,
}

/// How much stack a document gets. Documents nest, and so do the functions that look at them.
const STACK: usize = 256 * 1024 * 1024;

/// Makes a crate of the document `spec`, in memory.
///
/// # Panics
///
/// If the system has no room for another thread.
pub fn generate(spec: &Path, target: &Target) -> Generated {
    thread::scope(|scope| join(spawn(scope, || compile(load::document(spec), target))))
}

/// Makes a crate of the document in `text`, which messages call `name`, in memory.
///
/// # Panics
///
/// If the system has no room for another thread.
pub fn generate_text(name: &str, text: &str, target: &Target) -> Generated {
    thread::scope(|scope| join(spawn(scope, || compile(load::text(name, text), target))))
}

fn spawn<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> ScopedJoinHandle<'scope, T> {
    thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("room for a thread")
}

fn join<T>(worker: ScopedJoinHandle<'_, T>) -> T {
    worker.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// The stages after the first, one after another, up to the disk.
fn compile(loaded: load::Loaded, target: &Target) -> Generated {
    let load::Loaded { source, document, mut diagnostics } = loaded;
    let mut note = |found: Diagnostics| {
        diagnostics.append(found);
        !diagnostics.has_errors()
    };
    let (mut operations, mut schemas, mut skipped, mut left_out) = (0, 0, 0, Vec::new());
    let files = document.and_then(|document| {
        operations = document.operations().count();
        let (api, found) = lower::api(&document, &target.selection);
        note(found);
        // What a stage has been through is not kept: it would take as much memory as what comes of it.
        drop(document);
        let api = api?;
        schemas = api.schemas.len();
        skipped = operations - api.operations().filter(|operation| operation.variant_of.is_none()).count();
        left_out = api.left_out.iter().map(|left| format!("{}: {}", left.name, left.reason)).collect();
        let (krate, found) = shape::api(&api, &target.package);
        drop(api);
        note(found).then_some(())?;
        Some(files(&krate?, target))
    });
    diagnostics.dedup();
    Generated { source, diagnostics, files, operations, schemas, skipped, left_out }
}

/// The files of `krate`: those that are derived, made on all processors, and those that are the same for all.
fn files(krate: &rust::Crate, target: &Target) -> Vec<File> {
    let mut units = emit::units(krate);
    units.extend(target.probe.then(|| emit::probe(krate)));
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = units.len().div_ceil(workers).max(1);
    let mut files: Vec<File> = thread::scope(|scope| {
        let render = |units: &[emit::Unit<'_>]| -> Vec<File> {
            units.iter().map(|unit| File { path: unit.path.clone(), text: render::file(unit.tokens()) }).collect()
        };
        let workers: Vec<_> = units.chunks(share).map(|units| spawn(scope, move || render(units))).collect();
        workers.into_iter().flat_map(join).collect()
    });
    files.extend(templates::files(krate, target.standalone));
    files.extend(target.probe.then(|| templates::probe(krate)));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    debug_assert!(files.is_sorted_by(|one, other| one.path < other.path), "two files of the same path");
    files
}
