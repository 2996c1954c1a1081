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
pub mod render;
pub mod report;
pub mod rust;
pub mod shape;
pub mod sync;
pub mod templates;

use std::path::Path;

use self::diagnostics::Diagnostics;
use self::load::Source;
use self::sync::File;

/// What is to be made of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The name of the package.
    pub package: String,
    /// Whether the crate builds by itself, rather than as a member of a workspace.
    pub standalone: bool,
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
}

/// Makes a crate of the document `spec`, in memory.
pub fn generate(spec: &Path, target: &Target) -> Generated {
    let load::Loaded { source, document, mut diagnostics } = load::document(spec);
    let mut note = |found: Diagnostics| {
        diagnostics.append(found);
        !diagnostics.has_errors()
    };
    let files = document.and_then(|document| {
        let (api, found) = lower::api(&document);
        note(found);
        let (krate, found) = shape::api(&api?, &target.package);
        note(found).then_some(())?;
        Some(files(&krate?, target))
    });
    diagnostics.dedup();
    Generated { source, diagnostics, files }
}

/// The files of `krate`: those that are derived, and those that are the same for all.
fn files(krate: &rust::Crate, target: &Target) -> Vec<File> {
    let derived =
        emit::units(krate).into_iter().map(|unit| File { text: render::file(unit.tokens()), path: unit.path });
    let mut files: Vec<File> = derived.chain(templates::files(krate, target.standalone)).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
