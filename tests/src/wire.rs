//! Whether generated clients send what the vendor's own SDK sends: vectors of many documents, each against the client
//! that the generator makes of its document.
//!
//! The client is the example `call` of its crate, a program that performs the calls of its standard input.

mod build;
pub(crate) mod perform;
mod table;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) use self::build::Workshop;
pub(crate) use self::perform::Call;
pub use self::table::table;
use crate::vectors::compare::{Differences, compare};
use crate::vectors::{self, Vector};

/// The vectors of a document, and what belongs to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What the document is called.
    pub name: String,
    /// The file with the vectors.
    pub vectors: PathBuf,
    /// The file that says what the operations are answered with.
    pub responses: PathBuf,
    /// The document.
    pub document: PathBuf,
}

/// What came of the vectors of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the document is called.
    pub name: String,
    /// Why there is no client of it, if there is none.
    pub no_client: Option<String>,
    /// How many vectors there are.
    pub vectors: usize,
    /// How many requests were the same.
    pub equal: usize,
    /// How many requests were the same by a rule.
    pub by_rule: usize,
    /// The vectors whose requests were others, or whose calls failed, each with what is wrong.
    pub failed: Vec<(String, Vec<String>)>,
}

impl Outcome {
    /// Whether all requests were as they should be.
    pub fn is_good(&self) -> bool {
        self.no_client.is_none() && self.failed.is_empty()
    }
}

/// What there is to do for the vectors at `path`: a file, a directory of files, or one with a directory `vectors`.
///
/// Left out are vectors without a document in `documents`, and those whose names contain none of `only`, if there are
/// any.
///
/// # Errors
///
/// If the vectors cannot be found.
pub fn jobs(path: &Path, documents: &Path, only: &[String]) -> Result<Vec<Job>, String> {
    let within = path.join("vectors");
    let path = if within.is_dir() { within } else { path.to_owned() };
    let mut files = Vec::new();
    if path.is_dir() {
        let entries = fs::read_dir(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        files.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
        files.retain(|file| file.extension() == Some("jsonl".as_ref()));
        files.sort();
    } else if path.is_file() {
        files.push(path.clone());
    }
    if !path.exists() {
        return Err(format!("there is no {}: name a file or directory of `.jsonl`", path.display()));
    }
    if files.is_empty() {
        return Err(format!("there are no vectors in {}: name a file or directory of `.jsonl`", path.display()));
    }
    let job = |vectors: PathBuf| {
        let name = vectors.file_stem()?.to_str()?.to_owned();
        let is_chosen = only.is_empty() || only.iter().any(|part| name.contains(part.as_str()));
        let candidates = ["json", "yaml", "yml"].map(|extension| documents.join(format!("{name}.{extension}")));
        let document = candidates.into_iter().find(|candidate| candidate.is_file())?;
        let responses = vectors.parent()?.join("../responses").join(format!("{name}.json"));
        is_chosen.then_some(Job { name, vectors, responses, document })
    };
    Ok(files.into_iter().filter_map(job).collect())
}

/// Makes the client of the document, below `directory`, and has it perform the calls of the vectors.
///
/// # Errors
///
/// If a program cannot be run. A document of which there is no client is an outcome.
///
/// # Panics
///
/// If the vectors are not what they should be.
pub async fn run(job: &Job, directory: &Path) -> Result<Outcome, String> {
    let vectors = vectors::all(&job.vectors);
    let mut outcome = Outcome {
        name: job.name.clone(),
        no_client: None,
        vectors: vectors.len(),
        equal: 0,
        by_rule: 0,
        failed: Vec::new(),
    };
    let client = match Workshop::new(directory).client(&job.name, &job.document) {
        Ok(client) => client,
        Err(reason) => return Ok(Outcome { no_client: Some(reason), ..outcome }),
    };
    let call = |Vector { name, operation, arguments, .. }: &Vector| Call {
        name: name.clone(),
        operation: operation.clone(),
        arguments: arguments.clone(),
    };
    let calls: Vec<Call> = vectors.iter().map(call).collect();
    let performed = perform::calls(&client, &calls, None, perform::script(&job.responses)?).await?;
    for vector in &vectors {
        judge(vector, &performed, &mut outcome);
    }
    Ok(outcome)
}

fn judge(vector: &Vector, performed: &HashMap<String, perform::Performed>, outcome: &mut Outcome) {
    let nothing = perform::Performed::default();
    let perform::Performed { requests, error } = performed.get(&vector.name).unwrap_or(&nothing);
    let mut problems: Vec<String> = error.iter().cloned().collect();
    let mut tolerated = Vec::new();
    match requests.as_slice() {
        [request] => {
            let found: Differences = compare(&vector.expected, request);
            problems.extend(found.problems);
            tolerated = found.tolerated;
        }
        requests if problems.is_empty() => problems.push(format!("{} requests were sent", requests.len())),
        _ => {}
    }
    match (problems.is_empty(), tolerated.is_empty()) {
        (false, _) => outcome.failed.push((vector.name.clone(), problems)),
        (true, false) => outcome.by_rule += 1,
        (true, true) => outcome.equal += 1,
    }
}
