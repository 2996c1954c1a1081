//! Counting the instructions of a program with valgrind's callgrind.
//!
//! A runner of our own rather than gungraun: that wants a second program of exactly its own version installed, and a
//! server in another process has no place in its benchmarks.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Case, Error, Way};

/// Whether valgrind is installed.
#[must_use]
pub fn is_here() -> bool {
    Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// How many instructions a call takes: the difference between 100 and 200 of them, so that what happens once is out.
///
/// # Errors
///
/// If `program`, which is the binary `call`, or valgrind fails.
pub fn per_call(program: &Path, case: Case, way: Way, url: &str) -> Result<u64, Error> {
    let count = |n: u64| {
        let arguments = [case.to_string(), way.to_string(), n.to_string(), url.to_owned()];
        of(program, &arguments)
    };
    Ok((count(2 * CALLS)? - count(CALLS)?) / CALLS)
}

const CALLS: u64 = 100;

/// How many instructions `program` executes, its threads together.
///
/// # Errors
///
/// If it, or valgrind, fails.
pub fn of(program: &Path, arguments: &[String]) -> Result<u64, Error> {
    let file = std::env::temp_dir().join(format!("callgrind.{}", std::process::id()));
    let out = format!("--callgrind-out-file={}", file.display());
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", &out]).arg(program).args(arguments.iter());
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let profile = fs::read_to_string(&file)?;
    fs::remove_file(&file)?;
    let total = profile.lines().find_map(|line| line.strip_prefix("totals: "));
    Ok(total.ok_or("callgrind has counted nothing")?.trim().parse()?)
}
