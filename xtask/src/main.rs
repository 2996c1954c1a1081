//! The command line of the generator, and of what else is to be done in this repository.

mod bench;
mod corpus;
mod wire;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand};
use xtask::{Generated, Selection, Target, report, sync};

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
    let Generated { source, diagnostics, files, .. } = xtask::generate(&spec, &target);
    anstream::eprint!("{}", report::styled(&source, &diagnostics));
    let Some(files) = files else {
        let is_unusable = diagnostics.is_unreadable() || diagnostics.is_unknown_selection();
        return Ok(if is_unusable { UNUSABLE } else { FINDINGS });
    };
    let count = files.len() + 1;
    let changes = sync::changes(&out, files)?;
    if check {
        print(&sync::diff(&changes))?;
        return Ok(if changes.is_empty() { 0 } else { FINDINGS });
    }
    sync::apply(&out, &changes)?;
    let lines: String = changes.iter().map(|change| format!("{change}\n")).collect();
    print(&format!("{lines}{}: {} files, {} changed\n", out.display(), count, changes.len()))?;
    Ok(0)
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
