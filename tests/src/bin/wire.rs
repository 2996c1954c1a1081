//! `wire VECTORS DOCUMENTS [NAME]…`: performs vectors with generated clients and prints what came of them.
//!
//! Run by `cargo xtask wire`, which explains the arguments. Exits with 1 if a request is not as it should be, and with
//! 2 if that cannot be found out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use contract_tests::{fixtures, wire};

#[tokio::main]
async fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: Vec<String>) -> Result<bool, String> {
    let [vectors, documents, only @ ..] = arguments.as_slice() else {
        return Err("usage: wire VECTORS DOCUMENTS [NAME]…".to_owned());
    };
    let jobs = wire::jobs(Path::new(vectors), Path::new(documents), only)?;
    if jobs.is_empty() {
        return Err(format!("none of the vectors belongs to a document in {documents}"));
    }
    let mut outcomes = Vec::new();
    for job in &jobs {
        eprintln!("{}", job.name);
        outcomes.push(wire::run(job, &directory()).await?);
    }
    print!("{}", wire::table(&outcomes));
    Ok(outcomes.iter().all(wire::Outcome::is_good))
}

/// Where clients are made.
fn directory() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| fixtures::root().join("target"), PathBuf::from);
    std::path::absolute(&target).unwrap_or(target).join("wire")
}
