//! What became of a document.

use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Map, Value, json};
use xtask::Generated;
use xtask::diagnostics::Severity;

use super::examples::Examples;

/// What a process found out about its document.
#[derive(Default)]
pub(super) struct Outcome {
    openapi: String,
    operations: usize,
    schemas: usize,
    lines: usize,
    peak_mb: f64,
    /// How many operations of the document the crate does without.
    skipped: usize,
    /// What the document describes and the crate does not offer.
    left_out: Vec<String>,
    /// Why there is no crate; empty if there is one.
    reason: String,
}

/// A line of the table.
pub(super) struct Entry {
    /// The name of the document's file.
    pub(super) document: String,
    /// The file.
    pub(super) path: PathBuf,
    outcome: Outcome,
    seconds: f64,
    /// The name of the package.
    pub(super) package: String,
    /// Whether the crate compiles, if that was tried.
    pub(super) compiled: Option<bool>,
    /// How many warnings there were.
    pub(super) warnings: usize,
    /// The first error of the compiler.
    pub(super) error: Option<String>,
    /// What became of examples, if they were tried.
    pub(super) examples: Option<Examples>,
}

impl Outcome {
    /// What became of `document`, which was read.
    pub(super) fn of(document: &Path, generated: &Generated) -> Self {
        let Generated { source: _, diagnostics, files, operations, schemas, skipped, left_out } = generated;
        let error = diagnostics.iter().find(|found| found.problem.severity() == Severity::Error);
        let is_code = |path: &str| path.ends_with(".rs") && !path.starts_with("src/runtime");
        let lines =
            |text: &str| text.lines().filter(|line| !matches!(line.trim_start().get(..2), None | Some("//"))).count();
        let files = files.iter().flatten().filter(|file| is_code(&file.path));
        Self {
            openapi: version(&std::fs::read_to_string(document).unwrap_or_default()),
            operations: *operations,
            schemas: *schemas,
            lines: files.map(|file| lines(&file.text)).sum(),
            peak_mb: peak_mb(),
            skipped: *skipped,
            left_out: left_out.clone(),
            reason: error.map(|error| format!("{}: {}", error.problem.code(), error.problem)).unwrap_or_default(),
        }
    }

    /// What became of a document whose process ended without a word.
    pub(super) fn broken(output: &Output) -> Self {
        let last = String::from_utf8_lossy(&output.stderr).lines().next_back().unwrap_or_default().to_owned();
        Self { reason: format!("the process failed ({}): {last}", output.status), ..Self::default() }
    }
}

/// The version that a document says it is of: the first number after the word.
fn version(text: &str) -> String {
    let after = text.split_once("openapi").map(|(_, after)| after).unwrap_or_default();
    let number = after.trim_start_matches(|character: char| !character.is_ascii_digit());
    number.chars().take_while(|character| character.is_ascii_digit() || *character == '.').collect()
}

/// The most memory that this process has had, in megabytes; 0 where the system does not tell.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1024.0 / 1e6
}

impl Entry {
    pub(super) fn new(document: &Path, out: &Path, outcome: Outcome, seconds: f64) -> Self {
        Self {
            document: document.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            package: out.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            path: document.to_owned(),
            outcome,
            seconds,
            examples: None,
            compiled: None,
            warnings: 0,
            error: None,
        }
    }

    /// Whether there is a crate.
    pub(super) fn is_generated(&self) -> bool {
        self.outcome.reason.is_empty()
    }

    /// Whether nothing is wrong with it.
    pub(super) fn is_fine(&self) -> bool {
        self.is_generated()
            && self.compiled != Some(false)
            && self.warnings == 0
            && self.examples.as_ref().is_none_or(|examples| examples.lost.is_empty())
    }

    fn reason(&self) -> &str {
        self.error.as_deref().unwrap_or(&self.outcome.reason)
    }

    fn result(&self) -> &'static str {
        match (self.is_generated(), self.compiled, self.warnings) {
            (false, ..) => "refused",
            (true, Some(false), _) => "does not compile",
            (true, Some(true), 1..) => "warnings",
            (true, Some(true), 0) => "compiles",
            (true, None, _) => "generated",
        }
    }
}

/// The entries in columns, and their totals.
pub(super) fn table(entries: &[Entry]) -> String {
    let width = entries.iter().map(|entry| entry.document.chars().count()).max().unwrap_or(0).max("document".len());
    let has_examples = entries.iter().any(|entry| entry.examples.is_some());
    let mut text = format!(
        "{:width$} {:>10} {:>8} {:>7} {:>8} {:>8}",
        "document", "operations", "schemas", "lines", "seconds", "peak MB"
    );
    text += if has_examples { "    kept  lost wrong  result\n" } else { "  result\n" };
    for entry in entries {
        let Outcome { operations, schemas, lines, peak_mb, .. } = &entry.outcome;
        let (document, seconds, result) = (&entry.document, entry.seconds, entry.result());
        text += &format!("{document:width$} {operations:>10} {schemas:>8} {lines:>7} {seconds:>8.2} {peak_mb:>8.1}");
        if has_examples {
            let columns = entry
                .examples
                .as_ref()
                .map(|Examples { kept, lost, wrong, .. }| format!("{kept:>8} {:>5} {:>5}", lost.len(), wrong.len()));
            text += &format!("{:20}", columns.unwrap_or_default());
        }
        text += &format!("  {result}");
        if !entry.reason().is_empty() {
            text += &format!(": {}", entry.reason());
        }
        text.push('\n');
    }
    let count = |is_such: fn(&Entry) -> bool| entries.iter().filter(|entry| is_such(entry)).count();
    let operations: usize = entries.iter().map(|entry| entry.outcome.operations).sum();
    text +=
        &format!("{} documents with {operations} operations: {} generated", entries.len(), count(Entry::is_generated));
    if entries.iter().any(|entry| entry.compiled.is_some()) {
        text += &format!(
            ", {} compile, {} of them without warnings",
            count(|entry| entry.compiled == Some(true)),
            count(|entry| entry.compiled == Some(true) && entry.warnings == 0)
        );
    }
    text.push('\n');
    for entry in entries {
        for left_out in &entry.outcome.left_out {
            text += &format!("left out: {}: {left_out}\n", entry.document);
        }
    }
    if has_examples {
        text += &examples(entries);
    }
    text
}

/// The totals of examples, and all that are lost or wrong.
fn examples(entries: &[Entry]) -> String {
    let tried = || entries.iter().filter_map(|entry| Some((entry.document.as_str(), entry.examples.as_ref()?)));
    let sum = |count: fn(&Examples) -> usize| tried().map(|(_, examples)| count(examples)).sum::<usize>();
    let mut text = format!(
        "{} examples and samples kept, {} lost; {} wrong by their own schema, {} of nothing that was generated\n",
        sum(|examples| examples.kept),
        sum(|examples| examples.lost.len()),
        sum(|examples| examples.wrong.len()),
        sum(|examples| examples.untyped),
    );
    let mut list = |what: &str, of: fn(&Examples) -> &[(String, String)]| {
        for (document, examples) in tried() {
            for (place, reason) in of(examples) {
                text += &format!("{what}: {document}: {place}: {reason}\n");
            }
        }
    };
    list("wrong", |examples| &examples.wrong);
    list("lost", |examples| &examples.lost);
    text
}

impl serde::Serialize for Outcome {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { openapi, operations, schemas, lines, peak_mb, skipped, left_out, reason } = self;
        json!({
            "openapi": openapi, "operations": operations, "schemas": schemas, "lines": lines, "peak_mb": peak_mb,
            "skipped": skipped, "left_out": left_out, "reason": reason,
        })
        .serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Outcome {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members: Map<String, Value> = serde::Deserialize::deserialize(deserializer)?;
        let text = |name: &str| members.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let count = |name: &str| members.get(name).and_then(Value::as_u64).unwrap_or_default() as usize;
        Ok(Self {
            openapi: text("openapi"),
            operations: count("operations"),
            schemas: count("schemas"),
            lines: count("lines"),
            peak_mb: members.get("peak_mb").and_then(Value::as_f64).unwrap_or_default(),
            skipped: count("skipped"),
            left_out: members
                .get("left_out")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(|left_out| left_out.as_str().map(str::to_owned))
                .collect(),
            reason: text("reason"),
        })
    }
}

impl serde::Serialize for Entry {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Outcome { openapi, operations, schemas, lines, peak_mb, skipped, left_out: _, reason: _ } = &self.outcome;
        json!({
            "document": self.document,
            "openapi": openapi,
            "operations": operations,
            "schemas": schemas,
            "generated": self.is_generated(),
            "compiled": self.compiled,
            "warnings": self.warnings,
            "examples_kept": self.examples.as_ref().map(|examples| examples.kept),
            "examples_lost": self.examples.as_ref().map(|examples| examples.lost.len()),
            "seconds": self.seconds,
            "peak_mb": peak_mb,
            "lines": lines,
            "skipped": skipped,
            "reason": self.reason(),
        })
        .serialize(serializer)
    }
}
