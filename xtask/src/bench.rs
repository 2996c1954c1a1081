//! From the name of a part to its benchmark, run by cargo.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};

/// What `bench` is told.
#[derive(Args)]
pub struct Bench {
    /// What to measure.
    #[arg(value_enum)]
    part: Part,
    /// Measure for a few seconds only; the numbers are rough then.
    #[arg(long)]
    quick: bool,
    /// Write what was measured to this file, too, where the part can.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// The sandbox under load: requests per second, latencies, memory.
    Sandbox,
    /// Calls through a generated client next to the same by hand: instructions, allocations, streams, transfers, the
    /// size of a program.
    Calls,
}

/// Builds and runs a benchmark, which prints what it finds; returns the exit code for this program.
///
/// # Errors
///
/// If cargo cannot be started.
pub fn run(Bench { part, quick, json }: &Bench) -> Result<u8> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.arg("bench").args(part.target());
    command.arg("--").args(quick.then_some("--quick"));
    if let Some(file) = json {
        command.arg("--json").arg(std::path::absolute(file)?);
    }
    let status = command.status().with_context(|| format!("cannot run {command:?}; is cargo installed?"))?;
    Ok(if status.success() { 0 } else { crate::FINDINGS })
}

impl Part {
    /// How cargo finds the benchmark.
    fn target(self) -> [&'static str; 4] {
        match self {
            Self::Sandbox => ["--package", "flex-sandbox", "--bench", "sandbox"],
            Self::Calls => ["--package", "calls", "--bench", "calls"],
        }
    }
}
