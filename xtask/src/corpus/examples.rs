//! Whether values survive: every example of a document, and samples of every schema, read as what was generated for it
//! and written again.

use anyhow::Result;
use serde_json::Value;

use super::conform;
use super::probe::{How, Place, Probe, Said};
use super::schemas::Schemas;
use super::survive::difference;
use super::{given, parts, sample};

/// What became of the examples and samples of a document.
#[derive(Default)]
pub(super) struct Examples {
    pub(super) kept: usize,
    /// Those that came back as something else, or not at all: the place, and why.
    pub(super) lost: Vec<(String, String)>,
    /// Those that are not what their own schema says: the place, and why.
    pub(super) wrong: Vec<(String, String)>,
    /// How many there are that nothing was generated for, for instance since no operation needs them.
    pub(super) untyped: usize,
}

/// A value to be read.
pub(super) struct Case {
    /// What it is: the place of an example, or of a schema and which sample of it.
    pub(super) name: String,
    /// The index of the place whose type it is of.
    pub(super) place: usize,
    pub(super) value: Value,
}

/// The values of a document.
pub(super) struct Cases {
    /// Those to be read.
    pub(super) cases: Vec<Case>,
    wrong: Vec<(String, String)>,
    untyped: usize,
}

/// Whether the values of the document `root` survive in the types that `probe` knows.
///
/// # Errors
///
/// If the program cannot be run.
pub(super) fn check(root: &Value, probe: &Probe) -> Result<Examples> {
    let schemas = Schemas::new(root);
    let Cases { cases, wrong, untyped } = cases(root, &probe.places);
    let said = probe.read(cases.iter().map(|case| (case.place, How::Model, &case.value)))?;
    let mut examples = Examples { wrong, untyped, ..Examples::default() };
    for (case, said) in cases.into_iter().zip(said) {
        let place = &probe.places[case.place];
        match loss(schemas, place, &case.value, &said) {
            None => examples.kept += 1,
            Some(reason) => examples.lost.push((case.name, reason)),
        }
    }
    Ok(examples)
}

/// The examples of a document, and samples of its schemas.
pub(super) fn cases(root: &Value, places: &[Place]) -> Cases {
    let schemas = Schemas::new(root);
    let mut found = Cases { cases: Vec::new(), wrong: Vec::new(), untyped: 0 };
    let index = |at: &str| places.iter().position(|place| place.at == at);
    for given::Given { at, schema, value } in given::all(root) {
        // What has no type where it stands may be a reference to something that has one.
        let target = || schemas.at(&schema)?.get("$ref")?.as_str();
        let Some(place) = index(&schema).or_else(|| index(target()?)) else {
            found.untyped += 1;
            continue;
        };
        let Some(described) = schemas.at(&schema) else { continue };
        match conform::fault(schemas, described, value, places[place].direction) {
            Some(reason) => found.wrong.push((at, reason)),
            None => found.cases.push(Case { name: at, place, value: value.clone() }),
        }
    }
    for (index, Place { at, direction, .. }) in places.iter().enumerate() {
        let Some(schema) = schemas.at(at) else { continue };
        // What is a reference is sampled where it leads.
        if schema.get("$ref").is_some() {
            continue;
        }
        for (all, words) in [(false, "with what is required"), (true, "with all members")] {
            if let Some(value) = sample::value(schemas, schema, all, *direction) {
                found.cases.push(Case { name: format!("a sample of {at} {words}"), place: index, value });
            }
        }
    }
    found
}

/// What of `value` is lost, if anything is.
pub(super) fn loss(schemas: Schemas<'_>, place: &Place, value: &Value, said: &Said) -> Option<String> {
    match said {
        Said::Kept(kept) => difference(value, kept).or_else(|| lost_null(schemas, place, value, kept)),
        Said::Decode(message) | Said::Other(message) => Some(message.clone()),
    }
}

/// A null that is required, and gone.
fn lost_null(schemas: Schemas<'_>, Place { at, direction, .. }: &Place, value: &Value, kept: &Value) -> Option<String> {
    let schema = schemas.at(at)?;
    let parts = parts::of(schemas, schema, value, *direction);
    let mut lost = parts
        .iter()
        .filter(|part| part.required == Some(true) && part.value.is_null() && kept.pointer(&part.at).is_none());
    lost.next().map(|part| format!("the null at {} is gone", part.at))
}
