//! What holds of the generator for any text whatsoever.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use xtask::sync::File;
use xtask::{Generated, Target, report};

/// What became of a text, where nothing is wrong with the generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is a crate.
    Generated,
    /// There is none, and its author was told why.
    Refused,
}

const STACK: usize = 256 * 1024 * 1024;

/// How long a document may take: nothing to a thing that is linear in size, on however slow a machine.
fn limit(text: &str) -> Duration {
    Duration::from_secs(20) + Duration::from_micros(100) * u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Checks what is made of `text`, and gives up when that takes too long.
///
/// # Errors
///
/// What is wrong with the generator.
pub fn check_in_time(text: &str) -> Result<Verdict, String> {
    let copy = text.to_owned();
    in_time(limit(text), move || check(&copy))
}

fn in_time(
    limit: Duration,
    check: impl FnOnce() -> Result<Verdict, String> + Send + 'static,
) -> Result<Verdict, String> {
    let (sender, receiver) = mpsc::channel();
    // Parsers of Rust go as deep as types nest.
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || sender.send(check()));
    let worker = worker.map_err(|error| format!("no thread: {error}"))?;
    match receiver.recv_timeout(limit) {
        Ok(verdict) => verdict,
        Err(RecvTimeoutError::Timeout) => Err(format!("no end after {limit:?}")),
        Err(RecvTimeoutError::Disconnected) => Err(format!("{:?}", worker.join().map(drop))),
    }
}

/// Checks what is made of `text`: a crate or a reason, the same each time, in Rust, in its own folder.
///
/// # Errors
///
/// What is wrong with the generator.
pub fn check(text: &str) -> Result<Verdict, String> {
    sound(|target| xtask::generate_text("document", text, target))
}

/// Checks what is made of the document at `path`, which may consist of several files, and gives up when that takes too
/// long.
///
/// # Errors
///
/// What is wrong with the generator.
pub fn check_file_in_time(path: &Path) -> Result<Verdict, String> {
    let path = path.to_owned();
    in_time(limit(""), move || sound(|target| xtask::generate(&path, target)))
}

fn sound(generate: impl Fn(&Target) -> Generated) -> Result<Verdict, String> {
    let one = generated(&generate)?;
    if generated(&generate)?.files != one.files {
        return Err("not the same the second time".to_owned());
    }
    let Some(files) = &one.files else {
        return if one.diagnostics.has_errors() { Ok(Verdict::Refused) } else { Err("refused for nothing".to_owned()) };
    };
    let mut paths = HashSet::new();
    for File { path, text } in files {
        let is_name = |part: &str| !matches!(part, "" | "." | "..") && part.len() < 256 && !part.contains(['\\', '\0']);
        if !path.split('/').all(is_name) || !paths.insert(path.to_lowercase()) {
            return Err(format!("no path for a file: {path:?}"));
        }
        // What is copied is not made of the document.
        let is_made = path.ends_with(".rs") && !path.starts_with("src/runtime");
        if is_made && let Err(error) = syn::parse_file(text) {
            return Err(format!("{path} is no Rust: {error}\n{text}"));
        }
    }
    Ok(Verdict::Generated)
}

/// What `generate` makes, with the report on it; an error if there was a panic.
fn generated(generate: impl Fn(&Target) -> Generated) -> Result<Generated, String> {
    let target = Target { package: "mutant".to_owned(), standalone: true, ..Target::default() };
    let generated = catch_unwind(AssertUnwindSafe(|| {
        let generated = generate(&target);
        report::plain(&generated.source, &generated.diagnostics);
        generated
    }));
    generated.map_err(|panic| {
        let message = panic.downcast_ref::<String>().map(String::as_str);
        let message = message.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        format!("a panic: {message}")
    })
}
