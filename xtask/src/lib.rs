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

use std::cell::OnceCell;
use std::path::Path;

use openapiv3::OpenAPI;

use self::diagnostics::Diagnostics;
use self::load::Source;
pub use self::lower::Selection;
use self::sync::File;
use self::templates::{Template, Templates};

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

impl<T> Generated<T> {
    /// Of no document.
    fn nothing() -> Self {
        let (source, diagnostics) = (Source::default(), Diagnostics::new());
        Self { source, diagnostics, files: None, operations: 0, schemas: 0, skipped: 0, left_out: Vec::new() }
    }
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
    compile(|| load::Opened::file(spec), target, &take)
}

/// Makes a crate of the document in `text`, which messages call `name`, in memory; its files are sorted by path.
///
/// # Panics
///
/// If the system has no room for a stack or another thread.
pub fn generate_text(name: &str, text: &str, target: &Target) -> Generated {
    sorted(compile(|| load::Opened::text(name, text), target, &|file| file))
}

fn sorted(mut generated: Generated) -> Generated {
    generated.files.iter_mut().for_each(|files| files.sort_by(|one, other| one.path.cmp(&other.path)));
    generated
}

/// The stages one after another, up to the disk. Files that are the same for all crates are on their way there while the
/// document is looked at: nobody sees them before there is a crate.
fn compile<T: Send>(
    open: impl FnOnce() -> load::Opened,
    target: &Target,
    take: &(impl Fn(File) -> T + Sync),
) -> Generated<T> {
    let mut generated = Generated::nothing();
    let (krate, templates) = (OnceCell::new(), OnceCell::new());
    let begin = || {
        let opened = open();
        let usual = if opened.is_readable() { templates::usual().map(Part::Usual).collect() } else { Vec::new() };
        let rest = || {
            let Some(made) = shaped(opened.load(), target, &mut generated) else { return Vec::new() };
            let krate = krate.get_or_init(|| made);
            parts(krate, target, templates.get_or_init(|| Templates::of(krate, target)))
        };
        (usual, rest)
    };
    let files = workers::map_ahead(begin, |part| take(part.file(target)));
    generated.files = krate.get().map(|_| files);
    generated
}

/// The stages from a document to a crate, if nothing is wrong with it.
fn shaped<T>(loaded: load::Loaded, target: &Target, generated: &mut Generated<T>) -> Option<rust::Crate> {
    let load::Loaded { source, document, diagnostics } = loaded;
    (generated.source, generated.diagnostics) = (source, diagnostics);
    let krate = document.and_then(|document| crate_of(document, target, generated));
    generated.diagnostics.dedup();
    if generated.diagnostics.is_empty() {
        generated.source.forget_text();
    } else {
        generated.source.recall_text();
    }
    krate
}

fn crate_of<T>(document: OpenAPI, target: &Target, generated: &mut Generated<T>) -> Option<rust::Crate> {
    generated.operations = document.operations().count();
    let (api, found) = lower::api(&document, &target.selection);
    generated.diagnostics.append(found);
    // What a stage has been through is not kept: it would take as much memory as what comes of it.
    drop(document);
    let api = api?;
    let offered = api.operations().filter(|operation| operation.variant_of.is_none()).count();
    generated.schemas = api.schemas.len();
    generated.skipped = generated.operations - offered;
    generated.left_out = api.left_out.iter().map(|left| format!("{}: {}", left.name, left.reason)).collect();
    let (krate, found) = shape::api(&api, &target.package);
    generated.diagnostics.append(found);
    krate.filter(|_| !generated.diagnostics.has_errors())
}

/// What the files of `krate` are made from, but for those that are the same for all crates.
fn parts<'a>(krate: &'a rust::Crate, target: &Target, templates: &'a Templates<'a>) -> Vec<Part<'a>> {
    let mut units = emit::units(krate);
    units.extend(target.probe.then(|| emit::probe(krate)));
    // The last ones are those of resources, which take longest.
    let units = units.into_iter().rev().map(Part::Derived);
    units.chain(templates.all().map(|template| Part::Particular(templates, template))).collect()
}

/// What a file is made from.
enum Part<'a> {
    Derived(emit::Unit<'a>),
    Particular(&'a Templates<'a>, &'static Template),
    Usual(&'static Template),
}

impl Part<'_> {
    fn file(self, target: &Target) -> File {
        match self {
            Self::Derived(unit) => File { text: render::file(unit.tokens()), path: unit.path },
            Self::Particular(templates, template) => templates.file(template),
            Self::Usual(template) => template.file(target),
        }
    }
}
