//! From an OpenAPI document to a Rust crate.
//!
//! ```text
//! text ──load──▶ Document ──lower──▶ ir::Api ──shape──▶ rust::Crate ──emit──▶ tokens ──render──▶ text ──sync──▶ disk
//! ```
//!
//! Each stage is a module with one entry function, plain data in and plain data out. Modules that hold functions are
//! verbs, modules that hold types are nouns. Only `load` and `sync` touch the file system.

pub mod diagnostics;
mod digest;
pub mod emit;
pub mod ir;
pub mod load;
pub mod lower;
mod numbers;
mod reference;
pub mod render;
pub mod report;
pub mod rust;
pub mod shape;
pub mod sync;
pub mod templates;
mod workers;

use std::path::Path;

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
pub struct Generated<T = File> {
    /// The document as it was read; without its text if there is nothing to show of it.
    pub source: Source,
    /// The problems of the document.
    pub diagnostics: Diagnostics,
    /// The files of the crate, or what was made of each; `None` if there was an error.
    pub files: Option<Vec<T>>,
    /// How many operations the document has, as far as it was understood.
    pub operations: usize,
    /// How many types the document describes, as far as it was understood.
    pub schemas: usize,
    /// How many of these operations the crate does without.
    pub skipped: usize,
    /// What the document describes and the crate does not offer, by name and reason.
    pub left_out: Vec<String>,
}

/// Makes a crate of the document `spec`, in memory; its files are sorted by path.
///
/// # Panics
///
/// If the system has no room for a stack or another thread.
pub fn generate(spec: &Path, target: &Target) -> Generated {
    sorted(generate_with(spec, target, |file| file))
}

/// Makes a crate of the document `spec`, and hands each file to `take` as soon as there is one: from several threads, in
/// no order.
///
/// # Panics
///
/// If the system has no room for a stack or another thread.
pub fn generate_with<T: Send>(spec: &Path, target: &Target, take: impl Fn(File) -> T + Sync) -> Generated<T> {
    workers::on_a_large_stack(|| compile(load::document(spec), target, &take))
}

/// Makes a crate of the document in `text`, which messages call `name`, in memory; its files are sorted by path.
///
/// # Panics
///
/// If the system has no room for a stack or another thread.
pub fn generate_text(name: &str, text: &str, target: &Target) -> Generated {
    sorted(workers::on_a_large_stack(|| compile(load::text(name, text), target, &|file| file)))
}

fn sorted(mut generated: Generated) -> Generated {
    generated.files.iter_mut().for_each(|files| files.sort_by(|one, other| one.path.cmp(&other.path)));
    generated
}

/// The stages after the first, one after another, up to the disk.
fn compile<T: Send>(loaded: load::Loaded, target: &Target, take: &(impl Fn(File) -> T + Sync)) -> Generated<T> {
    let load::Loaded { mut source, document, mut diagnostics } = loaded;
    let mut note = |found: Diagnostics| {
        diagnostics.append(found);
        !diagnostics.has_errors()
    };
    let (mut operations, mut schemas, mut skipped, mut left_out) = (0, 0, 0, Vec::new());
    let krate = document.and_then(|document| {
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
        note(found).then_some(krate)?
    });
    diagnostics.dedup();
    if diagnostics.is_empty() {
        source.forget_text();
    } else {
        source.recall_text();
    }
    let files = krate.map(|krate| files(&krate, target, take));
    Generated { source, diagnostics, files, operations, schemas, skipped, left_out }
}

/// What `take` makes of the files of `krate`.
fn files<T: Send>(krate: &rust::Crate, target: &Target, take: &(impl Fn(File) -> T + Sync)) -> Vec<T> {
    let mut units = emit::units(krate);
    units.extend(target.probe.then(|| emit::probe(krate)));
    // The last ones are those of resources, which take longest.
    units.reverse();
    let templates = templates::Templates::of(krate, target);
    let copies = templates.all().map(Part::Copied);
    let parts: Vec<Part<'_>> = units.iter().map(Part::Derived).chain(copies).collect();
    workers::map(parts, |part| {
        take(match part {
            Part::Derived(unit) => File { path: unit.path.clone(), text: render::file(unit.tokens()) },
            Part::Copied(template) => templates.file(template),
        })
    })
}

/// What a file is made from.
enum Part<'a> {
    Derived(&'a emit::Unit<'a>),
    Copied(&'static templates::Template),
}
