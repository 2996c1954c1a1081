//! The programs beside generated crates that read values and write them again: building them, and talking to them.

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::cargo;
use super::conform::Direction;
use super::progress::Progress;

/// A program, and what it can read.
pub(super) struct Probe {
    program: PathBuf,
    pub(super) places: Vec<Place>,
}

/// A place of the document that there is a type for.
pub(super) struct Place {
    /// Where the schema stands.
    pub(super) at: String,
    pub(super) direction: Direction,
    /// Whether there is a call that returns values of the type.
    pub(super) called: bool,
    /// The member that such a call returns, if not the whole.
    pub(super) items: Option<String>,
}

/// What became of a value.
#[derive(Debug)]
pub(super) enum Said {
    /// It was read, and written as this.
    Kept(Value),
    /// It could not be read, and the error has all that there was to know.
    Decode(String),
    /// Anything else.
    Other(String),
}

/// What is to be done with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It is read as the type of a place.
    Model(usize),
    /// The same, as what a call is answered with.
    Call(usize),
    /// It is a call by name; what is said is the body of the request.
    Send,
}

/// Builds the programs of the workspace in `folder`; by package, those that compile, `all` at most.
///
/// # Errors
///
/// If cargo cannot be started.
pub(super) fn build(folder: &Path, all: usize) -> Result<HashMap<String, PathBuf>> {
    let mut programs = HashMap::new();
    let mut progress = Progress::new("building", all);
    cargo::run(folder, &["build", "--example", "probe_*", "--features", "server,dynamic"], |message| {
        let name = message.pointer("/target/name").and_then(Value::as_str);
        let package = name.and_then(|name| name.strip_prefix("probe_"));
        if let (Some(package), Some(program)) = (package, message.get("executable").and_then(Value::as_str)) {
            programs.insert(package.to_owned(), PathBuf::from(program));
            progress.step();
        }
    })?;
    Ok(programs)
}

impl Probe {
    /// The program at `program`.
    ///
    /// # Errors
    ///
    /// If it cannot be run.
    pub(super) fn new(program: &Path) -> Result<Self> {
        let run = || format!("cannot run {}", program.display());
        let output = Command::new(program).arg("places").output().with_context(run)?;
        let text = String::from_utf8(output.stdout).with_context(run)?;
        let place = |line: &str| {
            let place: Value = serde_json::from_str(line)?;
            let flag = |name: &str| place[name] == Value::Bool(true);
            Ok(Place {
                at: place["at"].as_str().unwrap_or_default().to_owned(),
                direction: Direction { asked: flag("asked"), answered: flag("answered") },
                called: flag("called"),
                items: place["items"].as_str().map(str::to_owned),
            })
        };
        let places: Result<Vec<Place>> = text.lines().map(place).collect();
        Ok(Self { program: program.to_owned(), places: places? })
    }

    /// What becomes of values.
    ///
    /// # Errors
    ///
    /// If the program does not answer for each of them.
    pub(super) fn ask<'a>(&self, values: impl Iterator<Item = (How, &'a Value)>) -> Result<Vec<Said>> {
        let lines = values.map(|(how, value)| match how {
            How::Model(place) => format!("model\t{place}\t{value}\n"),
            How::Call(place) => format!("call\t{place}\t{value}\n"),
            How::Send => format!("send\t\t{value}\n"),
        });
        let input: Vec<String> = lines.collect();
        let run = || format!("cannot run {}", self.program.display());
        let mut child =
            Command::new(&self.program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().with_context(run)?;
        let stdin = child.stdin.take();
        let output = thread::scope(|scope| {
            // Both at once, since the program stops reading while nobody reads what it prints.
            scope.spawn(|| {
                let mut stdin = stdin.map(std::io::BufWriter::new);
                // If it has stopped for good, it says less than it should.
                let _ = stdin
                    .iter_mut()
                    .try_for_each(|stdin| input.iter().try_for_each(|line| stdin.write_all(line.as_bytes())));
                drop(stdin);
            });
            child.wait_with_output()
        });
        let output = output.with_context(run)?;
        let text = String::from_utf8(output.stdout).with_context(run)?;
        let said: Vec<Said> = text.lines().map(said).collect();
        if said.len() != input.len() {
            bail!("{} has answered {} times instead of {}", self.program.display(), said.len(), input.len());
        }
        Ok(said)
    }
}

fn said(line: &str) -> Said {
    let (kind, text) = line.split_once('\t').unwrap_or(("other", line));
    match kind {
        "ok" => serde_json::from_str(text).map_or_else(|error| Said::Other(format!("{error} in {text}")), Said::Kept),
        "decode" => Said::Decode(text.to_owned()),
        _ => Said::Other(text.to_owned()),
    }
}
