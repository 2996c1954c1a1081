//! What generated clients send, next to recorded requests or to what the OpenAPI Specification says.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

/// Which requests to compare.
#[derive(Args)]
pub(crate) struct Wire {
    /// The recorded requests: a file, or a directory of files `NAME.jsonl`, or one that has a directory `vectors`.
    #[arg(value_name = "VECTORS", required_unless_present = "generated", requires = "documents")]
    vectors: Option<PathBuf>,
    /// The directory of the documents, each called NAME.json or NAME.yaml like its vectors.
    #[arg(long, value_name = "DIR")]
    documents: Option<PathBuf>,
    /// In place of vectors: documents, whose operations are called with arguments made from their schemas. What is sent
    /// is compared with what the styles, encodings and media types of the document ask for.
    #[arg(long, value_name = "PATH", conflicts_with_all = ["vectors", "documents"])]
    generated: Option<PathBuf>,
    /// How often each operation is called with generated arguments.
    #[arg(long, value_name = "NUMBER", default_value_t = 12, requires = "generated")]
    calls: u32,
    /// Only the documents whose name contains NAME; may be given more than once.
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
}

/// Runs the program of the tests that builds the clients and looks at what they send.
///
/// # Errors
///
/// If cargo cannot be run.
pub(crate) fn run(Wire { vectors, documents, generated, calls, only }: &Wire) -> Result<u8> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "contract-tests", "--bin"]);
    match generated {
        Some(documents) => command.args(["styles", "--"]).arg(documents).arg(calls.to_string()),
        None => command.args(["wire", "--"]).args(vectors.iter().chain(documents)),
    };
    let status = command.args(only).status().context("cannot run cargo")?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(crate::UNUSABLE))
}
