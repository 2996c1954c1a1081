//! `styles DOCUMENTS CALLS [NAME]…`: calls the operations of documents with generated clients, each so many times, and
//! prints what came of them.
//!
//! Run by `cargo xtask wire --generated`, which explains the arguments. Exits with 1 if a request is not as it should
//! be, and with 2 if that cannot be found out.

use std::path::Path;
use std::process::ExitCode;

use contract_tests::{exit_code, fixtures, styles};

#[tokio::main]
async fn main() -> ExitCode {
    exit_code(run(std::env::args().skip(1).collect()).await)
}

async fn run(arguments: Vec<String>) -> Result<bool, String> {
    let [documents, calls, only @ ..] = arguments.as_slice() else {
        return Err("usage: styles DOCUMENTS CALLS [NAME]…".to_owned());
    };
    let calls = calls.parse().map_err(|_| format!("{calls} is no number of calls"))?;
    let mut outcomes = Vec::new();
    for document in &styles::documents(Path::new(documents), only)? {
        eprintln!("{}", document.display());
        outcomes.push(styles::run(document, &fixtures::workshop(), calls).await?);
    }
    print!("{}", styles::table(&outcomes));
    Ok(outcomes.iter().all(styles::Outcome::is_good))
}
