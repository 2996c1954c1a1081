//! Recorded requests against generated clients.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

/// Which requests to compare.
#[derive(Args)]
pub(crate) struct Wire {
    /// The recorded requests: a file, or a directory of files `NAME.jsonl`, or one that has a directory `vectors`.
    #[arg(value_name = "VECTORS")]
    vectors: PathBuf,
    /// The directory of the documents, each called NAME.json or NAME.yaml like its vectors.
    #[arg(long, value_name = "DIR")]
    documents: PathBuf,
    /// Only the vectors whose name contains NAME; may be given more than once.
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
}

/// Runs the program of the tests that builds the clients and looks at what they send.
///
/// # Errors
///
/// If cargo cannot be run.
pub(crate) fn run(Wire { vectors, documents, only }: &Wire) -> Result<u8> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--package", "contract-tests", "--bin", "wire", "--"])
        .args([vectors, documents])
        .args(only)
        .status()
        .context("cannot run cargo")?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(crate::UNUSABLE))
}
