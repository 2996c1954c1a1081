//! From the name of a part to what is measured of it, as tables, JSON and a chart.

mod chart;
mod compile;
mod documents;
mod generation;
mod generator;
mod growth;
mod lines;
mod measure;
mod output;
mod peers;
mod synthetic;
mod table;
mod workshop;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::{Args, Subcommand};

/// What `bench` is told.
#[derive(Args)]
pub struct Bench {
    #[command(subcommand)]
    part: Part,
}

/// What is measured.
#[derive(Subcommand)]
enum Part {
    /// The generator: how long a document takes, and how much memory.
    Generation(generation::Generation),
    /// What is generated: how long the compiler takes for it, and how much memory.
    Compile(compile::Compile),
    /// The stages of the generator by themselves, in process.
    Stages,
    /// Calls through a generated client next to the same by hand: instructions, allocations, streams, transfers, the
    /// size of a program.
    Calls {
        /// Measure for a few seconds only; the numbers are rough then.
        #[arg(long)]
        quick: bool,
        /// Write what was measured to this file, too.
        #[arg(long, value_name = "FILE")]
        json: Option<PathBuf>,
    },
    /// The sandbox under load: requests per second, latencies, memory.
    Sandbox {
        /// Measure for a few seconds only; the numbers are rough then.
        #[arg(long)]
        quick: bool,
    },
    #[command(hide = true)]
    Alone(measure::Alone),
}

/// Measures a part, and prints what was found; returns the exit code for this program.
///
/// # Errors
///
/// If cargo cannot be started, or a result cannot be written.
pub fn run(Bench { part }: &Bench) -> Result<u8> {
    match part {
        Part::Generation(generation) => generation::run(generation),
        Part::Compile(compile) => compile::run(compile),
        Part::Stages => benchmark("xtask", "stages", false, None),
        Part::Calls { quick, json } => benchmark("calls", "calls", *quick, json.as_deref()),
        Part::Sandbox { quick } => benchmark("flex-sandbox", "sandbox", *quick, None),
        Part::Alone(alone) => measure::alone(alone),
    }
}

/// Runs a benchmark that is a program of its own.
fn benchmark(package: &str, name: &str, quick: bool, json: Option<&Path>) -> Result<u8> {
    let mut command = cargo();
    command.args(["bench", "--package", package, "--bench", name, "--"]).args(quick.then_some("--quick"));
    if let Some(file) = json {
        command.arg("--json").arg(std::path::absolute(file)?);
    }
    let status = command.status().with_context(|| format!("cannot run {command:?}; is cargo installed?"))?;
    Ok(if status.success() { 0 } else { crate::FINDINGS })
}

/// The cargo that this was started by.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}
