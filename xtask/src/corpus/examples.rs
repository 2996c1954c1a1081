//! Whether values survive: every example of a document, and samples of every schema, read as what was generated for it
//! and written again.

use std::rc::Rc;

use anyhow::Result;
use serde_json::Value;

use super::bodies::{self, Body};
use super::conform::{self, Direction};
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

/// A value to be sent as a body that is given member by member.
pub(super) struct Sent<'a> {
    name: String,
    body: Rc<Body<'a>>,
    value: Value,
    /// The call that sends it.
    call: Value,
}

/// The values of a document.
pub(super) struct Cases<'a> {
    /// Those to be read.
    pub(super) cases: Vec<Case>,
    /// Those to be sent.
    sent: Vec<Sent<'a>>,
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
    let Cases { cases, sent, wrong, untyped } = cases(root, &probe.places);
    let said = probe.ask(cases.iter().map(|case| (How::Model(case.place), &case.value)))?;
    let mut examples = Examples { wrong, untyped, ..Examples::default() };
    for (case, said) in cases.into_iter().zip(said) {
        let place = &probe.places[case.place];
        match loss(schemas, place, &case.value, &said) {
            None => examples.kept += 1,
            Some(reason) => examples.lost.push((case.name, reason)),
        }
    }
    let said = probe.ask(sent.iter().map(|sent| (How::Send, &sent.call)))?;
    for (sent, said) in sent.into_iter().zip(said) {
        let reason = match said {
            Said::Kept(body) => sent.body.difference(&sent.value, body.as_str().unwrap_or_default()),
            Said::Decode(message) | Said::Other(message) => Some(message),
        };
        match reason {
            None => examples.kept += 1,
            Some(reason) => examples.lost.push((sent.name, reason)),
        }
    }
    Ok(examples)
}

/// The examples of a document, and samples of its schemas.
pub(super) fn cases<'a>(root: &'a Value, places: &[Place]) -> Cases<'a> {
    let schemas = Schemas::new(root);
    let index = |at: &str| places.iter().position(|place| place.at == at);
    let bodies = bodies::all(root, |at| index(at).is_some());
    let mut found = Cases { cases: Vec::new(), sent: Vec::new(), wrong: Vec::new(), untyped: 0 };
    for given::Given { at, schema, value } in given::all(root) {
        let Some(described) = schemas.at(&schema) else { continue };
        // What has no type where it stands may be a reference to something that has one.
        let target = || index(described.get("$ref")?.as_str()?);
        let (body, place) = match (index(&schema), bodies.get(&schema)) {
            (None, Some(body)) => (Some(body), None),
            (place, _) => (None, place.or_else(target)),
        };
        let direction = place.map_or(bodies::ASKED, |place| places[place].direction);
        if body.is_none() && place.is_none() {
            found.untyped += 1;
        } else if let Some(reason) = conform::fault(schemas, described, value, direction) {
            found.wrong.push((at, reason));
        } else if let Some(body) = body {
            found.send(schemas, at, body, value);
        } else if let Some(place) = place {
            found.cases.push(Case { name: at, place, value: value.clone() });
        }
    }
    for (index, Place { at, direction, .. }) in places.iter().enumerate() {
        // What is a reference is sampled where it leads.
        if let Some(schema) = schemas.at(at).filter(|schema| schema.get("$ref").is_none()) {
            let samples = samples(schemas, at, schema, *direction);
            found.cases.extend(samples.map(|(name, value)| Case { name, place: index, value }));
        }
    }
    for (at, body) in &bodies {
        for (name, value) in samples(schemas, at, body.schema(), bodies::ASKED) {
            found.send(schemas, name, body, &value);
        }
    }
    found
}

/// Samples of `schema`, which stands at `at`, and what they are called.
fn samples<'a>(
    schemas: Schemas<'a>,
    at: &str,
    schema: &'a Value,
    direction: Direction,
) -> impl Iterator<Item = (String, Value)> {
    [(false, "with what is required"), (true, "with all members")].into_iter().flat_map(move |(all, words)| {
        let values = sample::values(schemas, schema, all, direction).into_iter().enumerate();
        values.map(move |(turn, value)| (format!("sample {} of {at} {words}", turn + 1), value))
    })
}

impl<'a> Cases<'a> {
    fn send(&mut self, schemas: Schemas<'a>, name: String, body: &Rc<Body<'a>>, value: &Value) {
        let value = body.sendable(schemas, value);
        if let Some(call) = body.call(schemas, &value) {
            self.sent.push(Sent { name, body: body.clone(), value, call });
        }
    }
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
