//! Whether generated clients send what the OpenAPI Specification says, for any document: calls with arguments made from
//! its schemas, each next to what a small encoder of its own makes of them.
//!
//! It shares nothing with the generator and its runtime but the names that arguments have in calls by name.

pub mod arguments;
pub mod compare;
pub mod document;
pub mod encode;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use self::arguments::{Extent, Maker};
use self::document::Document;
use crate::wire::{Call, Workshop, perform};
use crate::{Answer, Recorded};

/// What came of the calls of a document's operations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What the document is called.
    pub name: String,
    /// Why there is no client of it, if there is none.
    pub no_client: Option<String>,
    /// How many operations were called.
    pub operations: usize,
    /// How many calls there were.
    pub calls: usize,
    /// How many requests were the expected ones.
    pub equal: usize,
    /// What could not be compared, by reason: how often.
    pub skipped: BTreeMap<String, usize>,
    /// The calls whose requests were others, or were not sent, each with its arguments and what is wrong.
    pub different: Vec<(String, Vec<String>)>,
}

impl Outcome {
    /// Whether all requests were as they should be.
    pub fn is_good(&self) -> bool {
        self.no_client.is_none() && self.different.is_empty() && self.calls > 0
    }
}

/// The documents at `path`: a file, or those of a directory, in order.
///
/// # Errors
///
/// If there are none.
pub fn documents(path: &Path, only: &[String]) -> Result<Vec<PathBuf>, String> {
    let mut files = vec![path.to_owned()];
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        files = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        let is_document =
            |file: &PathBuf| file.extension().is_some_and(|end| ["json", "yaml", "yml"].iter().any(|one| end == *one));
        files.retain(is_document);
        files.sort();
    }
    let is_chosen = |file: &PathBuf| only.is_empty() || only.iter().any(|part| name(file).contains(part.as_str()));
    files.retain(is_chosen);
    if files.is_empty() { Err(format!("there are no documents at {}", path.display())) } else { Ok(files) }
}

/// Makes the client of `document`, below `directory`, and has it perform so many calls of each operation.
///
/// # Errors
///
/// If a program cannot be run. A document of which there is no client is an outcome.
pub async fn run(path: &Path, directory: &Path, calls: u64) -> Result<Outcome, String> {
    let name = name(path);
    let mut outcome = Outcome { name: name.clone(), ..Outcome::default() };
    // A document may be called what no package can be: `api.video`.
    let package: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let client = match Workshop::new(directory).client(&format!("document-{package}-client"), path) {
        Ok(client) => client,
        Err(reason) => return Ok(Outcome { no_client: Some(reason), ..outcome }),
    };
    let document = Document::read(path)?;
    let (operations, nameless) = document.operations();
    if nameless > 0 {
        outcome.skipped.insert("operations without a name of their own".to_owned(), nameless);
    }
    outcome.operations = operations.len();
    let mut performed = Vec::new();
    let mut wanted = Vec::new();
    for operation in &operations {
        for seed in 0..calls {
            let extent = match seed {
                0 => Extent::Required,
                1 => Extent::All,
                _ => Extent::Some,
            };
            let arguments = Maker::new(&document, seed, extent).arguments(operation);
            match encode::encode(&document, operation, &arguments) {
                Ok(expected) => {
                    let name = performed.len().to_string();
                    performed.push(Call { name, operation: operation.id.to_owned(), arguments });
                    wanted.push(expected);
                }
                Err(reason) => *outcome.skipped.entry(reason).or_default() += 1,
            }
        }
    }
    let answers = perform::calls(&client, &performed, Some("token"), answer).await?;
    let keys = document.keys();
    for (call, want) in performed.iter().zip(&wanted) {
        outcome.calls += 1;
        let found = answers.get(&call.name);
        let problems = match found.map(|found| (found.requests.as_slice(), &found.error)) {
            Some(([request], _)) => compare::compare(want, request, &keys),
            Some(([], Some(error))) => vec![format!("nothing was sent: {error}")],
            Some((requests, _)) => vec![format!("{} requests were sent", requests.len())],
            None => vec!["nothing is known of it".to_owned()],
        };
        if problems.is_empty() {
            outcome.equal += 1;
        } else {
            let arguments = serde_json::Value::from(call.arguments.clone());
            outcome.different.push((format!("{} {arguments}", call.operation), problems));
        }
    }
    Ok(outcome)
}

/// An empty object, which most answers may be; what the client makes of it does not matter.
fn answer(request: &Recorded) -> Answer {
    if request.method == "HEAD" { Answer::status(200) } else { Answer::json("{}") }
}

/// What the document at `path` is called.
fn name(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The table of `outcomes`, and below it what is wrong.
pub fn table(outcomes: &[Outcome]) -> String {
    let width = outcomes.iter().map(|outcome| outcome.name.len()).max().unwrap_or(0).max("document".len());
    let mut text = format!("{:width$}  operations  calls  equal  different  skipped\n", "document");
    for Outcome { name, operations, calls, equal, different, skipped, .. } in outcomes {
        let (different, skipped) = (different.len(), skipped.values().sum::<usize>());
        text += &format!("{name:width$}  {operations:>10}  {calls:>5}  {equal:>5}  {different:>9}  {skipped:>7}\n");
    }
    for Outcome { name, no_client, different, skipped, .. } in outcomes {
        if let Some(reason) = no_client {
            text += &format!("\n{name}: there is no client\n{reason}\n");
        }
        for (reason, count) in skipped {
            text += &format!("\n{name}: skipped {count}: {reason}\n");
        }
        for (call, problems) in different {
            text += &format!("\n{name}: {call}\n    {}\n", problems.join("\n    "));
        }
    }
    text
}
