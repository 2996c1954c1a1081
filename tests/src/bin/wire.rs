//! `wire VECTORS DOCUMENTS [NAME]…`: performs vectors with generated clients and prints what came of them.
//!
//! Run by `cargo xtask wire`, which explains the arguments. Exits with 1 if a request is not as it should be, and with
//! 2 if that cannot be found out.

use std::path::Path;
use std::process::ExitCode;

use contract_tests::{exit_code, fixtures, wire};

#[tokio::main]
async fn main() -> ExitCode {
    exit_code(run(std::env::args().skip(1).collect()).await)
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
        outcomes.push(wire::run(job, &fixtures::workshop()).await?);
    }
    print!("{}", wire::table(&outcomes));
    Ok(outcomes.iter().all(wire::Outcome::is_good))
}
