//! The command line of the generator, and of what else is to be done in this repository.

mod bench;
mod corpus;
mod wire;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand};
use xtask::diagnostics::Diagnostics;
use xtask::sync::stamp::Unchanged;
use xtask::sync::{self, Change, Done};
use xtask::{Generated, Selection, Target, report};

/// Compiles OpenAPI documents to Rust crates.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate a crate: by default `generated/` from `spec/flex-plugins.yaml`.
    Codegen(Codegen),
    /// Generate a crate of every document in some folders, and say what became of each.
    Corpus(corpus::Corpus),
    /// Change what documents say answers hold, one thing at a time, and count what clients make of it.
    Drift(corpus::Drift),
    #[command(hide = true)]
    CorpusOne(corpus::One),
    /// Measure how fast a part of this repository is.
    Bench(bench::Bench),
    /// Compare what generated clients send with recorded requests, or with what the OpenAPI Specification says; exit
    /// with 1 if any differs.
    Wire(wire::Wire),
}

#[derive(Args)]
struct Codegen {
    /// Write nothing; print a diff and exit with 1 if the crate is not what would be generated.
    #[arg(long)]
    check: bool,
    /// An OpenAPI document (3.0 or 3.1), in YAML or JSON.
    #[arg(long, value_name = "FILE", requires = "out")]
    spec: Option<PathBuf>,
    /// Where the crate goes: a directory that is empty, missing, or has been generated before.
    #[arg(long, value_name = "DIR", requires = "spec")]
    out: Option<PathBuf>,
    /// The name of the package. Default: the last component of DIR.
    #[arg(long, value_name = "CRATE", requires = "out")]
    name: Option<String>,
    /// Make a member of the workspace that DIR is in, rather than a crate that builds by itself.
    #[arg(long, requires = "out")]
    member: bool,
    /// Leave out all operations but these, and what only others need; may be given several times.
    #[arg(long, value_name = "TAG|OPERATION", requires = "spec")]
    only: Vec<String>,
    /// Leave out these operations, and what nothing else needs; may be given several times.
    #[arg(long, value_name = "TAG|OPERATION", requires = "spec")]
    skip: Vec<String>,
}

const FINDINGS: u8 = 1;
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let outcome = match command {
        Command::Codegen(codegen) => run(codegen),
        Command::Corpus(corpus) => corpus::run(&corpus),
        Command::Drift(drift) => corpus::drift(&drift),
        Command::CorpusOne(one) => corpus::one(&one),
        Command::Bench(bench) => bench::run(&bench),
        Command::Wire(wire) => wire::run(&wire),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(UNUSABLE)
        }
    }
}

fn run(codegen: Codegen) -> Result<u8> {
    let check = codegen.check;
    let (spec, out, target) = job(codegen)?;
    let stamp = sync::stamp::Run::new(&spec, &out, &target);
    if let Some(Unchanged { files, report }) = stamp.as_ref().and_then(sync::stamp::Run::unchanged) {
        anstream::eprint!("{report}");
        print(&if check { String::new() } else { summary(&out, &[], files) })?;
        return Ok(0);
    }
    if check {
        return differences(&spec, &out, &target);
    }
    let update = sync::Update::of(&out);
    let Generated { source, diagnostics, files, .. } =
        xtask::generate_with(&spec, &target, |file| update.as_ref().ok().map(|update| update.take(&file)));
    let report = report::styled(&source, &diagnostics);
    anstream::eprint!("{report}");
    let Some(files) = files else { return Ok(refused(&diagnostics)) };
    let files = files.into_iter().flatten().collect::<Result<Vec<_>>>()?;
    let Done { changes, files } = update?.finish(files)?;
    if let Some(stamp) = stamp {
        stamp.remember(&source, &files, &report);
    }
    print(&summary(&out, &changes, files.len()))?;
    Ok(0)
}

/// Prints what a run would change.
fn differences(spec: &Path, out: &Path, target: &Target) -> Result<u8> {
    let Generated { source, diagnostics, files, .. } = xtask::generate(spec, target);
    anstream::eprint!("{}", report::styled(&source, &diagnostics));
    let Some(files) = files else { return Ok(refused(&diagnostics)) };
    let changes = sync::changes(out, files)?;
    print(&sync::diff(&changes))?;
    Ok(if changes.is_empty() { 0 } else { FINDINGS })
}

/// The exit code for a document that nothing can be made of.
fn refused(diagnostics: &Diagnostics) -> u8 {
    if diagnostics.is_unreadable() || diagnostics.is_unknown_selection() { UNUSABLE } else { FINDINGS }
}

fn summary(out: &Path, changes: &[Change], files: usize) -> String {
    let lines: String = changes.iter().map(|change| format!("{change}\n")).collect();
    format!("{lines}{}: {files} files, {} changed\n", out.display(), changes.len())
}

/// From what file, to what directory, to make what.
fn job(Codegen { spec, out, name, member, only, skip, check: _ }: Codegen) -> Result<(PathBuf, PathBuf, Target)> {
    match (spec, out) {
        (Some(spec), Some(out)) => {
            let package = package(&out, name)?;
            let selection = Selection { only, skip };
            Ok((spec, out, Target { package, standalone: !member, selection, ..Target::default() }))
        }
        _ => {
            let root = workspace_root();
            let target = Target { package: "twilio-flex-plugins".to_owned(), ..Target::default() };
            Ok((root.join("spec/flex-plugins.yaml"), root.join("generated"), target))
        }
    }
}

/// The workspace that cargo runs this in; relative where possible, so that messages are short.
fn workspace_root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let root = manifest.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    match (root, std::env::current_dir()) {
        (Some(root), Ok(current)) if root != current => root,
        _ => PathBuf::new(),
    }
}

/// The name of the package, checked.
fn package(out: &Path, name: Option<String>) -> Result<String> {
    let name = match name {
        Some(name) => name,
        None => {
            let full = std::path::absolute(out).with_context(|| format!("cannot resolve `{}`", out.display()))?;
            let last = full.file_name().and_then(|name| name.to_str());
            last.with_context(|| format!("`{}` has no name: give one with --name", out.display()))?.to_owned()
        }
    };
    let identifier = name.replace('-', "_");
    if !name.is_ascii() || syn::parse_str::<syn::Ident>(&identifier).is_err() {
        bail!("`{name}` cannot be the name of a package: give another one with --name");
    }
    Ok(name)
}

/// Prints to standard output; a reader that has gone away is no error.
fn print(text: &str) -> Result<()> {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to standard output"),
    }
}
