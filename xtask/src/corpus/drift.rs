//! What becomes of answers that are not what the document says: values as a service may send them one day, each with
//! one thing changed, as the answers to real calls.

use std::collections::{BTreeMap, HashSet};

use anyhow::Result;
use serde_json::{Value, json};

use super::examples::{self, Case};
use super::parts::{self, Part};
use super::probe::{How, Probe, Said};
use super::schemas::Schemas;
use super::survive::difference;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    UnknownValue,
    UnknownTag,
    FurtherMember,
    Null,
    MissingMember,
    NumberAsText,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// It is read, and what was changed is kept verbatim.
    Kept,
    /// It is read as if nothing had been changed.
    Ignored,
    /// It is read as something that is nearly the same.
    Lenient,
    /// It is an error that has status, headers and body.
    Explained,
    /// Anything else.
    Wrong,
}

impl Kind {
    pub(super) const ALL: [Self; 6] = [
        Self::UnknownValue,
        Self::UnknownTag,
        Self::FurtherMember,
        Self::Null,
        Self::MissingMember,
        Self::NumberAsText,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::UnknownValue => "unknown value",
            Self::UnknownTag => "unknown tag",
            Self::FurtherMember => "further member",
            Self::Null => "null",
            Self::MissingMember => "missing member",
            Self::NumberAsText => "number as text",
        }
    }
}

impl Outcome {
    pub(super) const ALL: [Self; 5] = [Self::Kept, Self::Ignored, Self::Lenient, Self::Explained, Self::Wrong];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Ignored => "ignored",
            Self::Lenient => "lenient",
            Self::Explained => "explained",
            Self::Wrong => "wrong",
        }
    }
}

/// How often what was changed became what.
#[derive(Default)]
pub(super) struct Drift {
    pub(super) counts: BTreeMap<(Kind, Outcome), usize>,
    /// What went wrong: the value and the change, and what came of it.
    pub(super) wrong: Vec<(String, String)>,
}

/// A value with one thing changed.
struct Changed<'a> {
    case: &'a Case,
    kind: Kind,
    /// Where it was changed, as a JSON pointer.
    at: String,
    value: Value,
}

/// Changes the examples and samples of everything that the document's operations answer with, one thing at a time.
///
/// # Errors
///
/// If the program cannot be run.
pub(super) fn check(root: &Value, probe: &Probe) -> Result<Drift> {
    let schemas = Schemas::new(root);
    let cases = examples::cases(root, &probe.places).cases;
    let mut seen = HashSet::new();
    let mut changed = Vec::new();
    for case in cases.iter().filter(|case| probe.places[case.place].called) {
        let place = &probe.places[case.place];
        let Some(schema) = schemas.at(&place.at) else { continue };
        for part in parts::of(schemas, schema, &case.value, place.direction) {
            // Of a page, callers get the items.
            let is_seen = place.items.as_ref().is_none_or(|items| part.at.starts_with(&format!("{items}/")));
            let changes = changes(&part).into_iter().filter(|_| is_seen);
            for (kind, replacement) in changes {
                if seen.insert((case.place, part.at.clone(), kind)) {
                    let value = replaced(&case.value, &part.at, replacement);
                    changed.push(Changed { case, kind, at: part.at.clone(), value });
                }
            }
        }
    }
    let said = probe.ask(changed.iter().map(|changed| (How::Call(changed.case.place), &changed.value)))?;
    let mut drift = Drift::default();
    for (changed, said) in changed.iter().zip(said) {
        let items = probe.places[changed.case.place].items.as_deref();
        let outcome = outcome(changed, items, &said);
        *drift.counts.entry((changed.kind, outcome)).or_default() += 1;
        if outcome == Outcome::Wrong {
            let Changed { case, kind, at, .. } = changed;
            drift.wrong.push((format!("{}, {} at {at}", case.name, kind.name()), format!("{said:?}")));
        }
    }
    Ok(drift)
}

/// What can be changed about `part`, and what it becomes; nothing if it goes away.
fn changes(part: &Part<'_, '_>) -> Vec<(Kind, Option<Value>)> {
    let Part { value, schema, required, .. } = part;
    let mut changes = Vec::new();
    let texts = schema.values.as_ref().filter(|values| values.iter().all(|value| value.is_string() || value.is_null()));
    let is_chosen = !schema.choices.is_empty();
    match value {
        Value::String(_) if texts.is_some() => changes.push((Kind::UnknownValue, Some(json!("of tomorrow")))),
        Value::Number(number) if matches!(schema.types.as_slice(), ["number"] | ["integer"]) => {
            changes.push((Kind::NumberAsText, Some(Value::from(number.to_string()))));
        }
        Value::Object(members) if is_chosen => {
            if let Some(tag) = schema.tag.filter(|tag| members.get(*tag).is_some_and(Value::is_string)) {
                let mut members = members.clone();
                members.insert(tag.to_owned(), json!("of tomorrow"));
                changes.push((Kind::UnknownTag, Some(Value::Object(members))));
            }
        }
        Value::Object(members)
            if !schema.properties.is_empty() && !matches!(schema.additional, Some(Value::Object(_))) =>
        {
            let mut members = members.clone();
            members.insert("x_of_tomorrow".to_owned(), json!({ "a": [1] }));
            changes.push((Kind::FurtherMember, Some(Value::Object(members))));
        }
        _ => {}
    }
    if !schema.nullable && !schema.is_any() && !is_chosen && required.is_some() {
        changes.push((Kind::Null, Some(Value::Null)));
    }
    if *required == Some(true) {
        changes.push((Kind::MissingMember, None));
    }
    changes
}

/// `value` with what stands at `at` replaced, or removed.
fn replaced(value: &Value, at: &str, replacement: Option<Value>) -> Value {
    let mut value = value.clone();
    match replacement {
        Some(replacement) => {
            if let Some(part) = value.pointer_mut(at) {
                *part = replacement;
            }
        }
        None => {
            let (around, name) = at.rsplit_once('/').unwrap_or_default();
            let name = name.replace("~1", "/").replace("~0", "~");
            if let Some(Value::Object(members)) = value.pointer_mut(around) {
                members.shift_remove(&name);
            }
        }
    }
    value
}

fn outcome(Changed { case, kind, value, .. }: &Changed<'_>, items: Option<&str>, said: &Said) -> Outcome {
    let seen =
        |value: &Value| items.map_or_else(|| value.clone(), |items| value.pointer(items).cloned().unwrap_or_default());
    match (kind, said) {
        (Kind::UnknownValue | Kind::UnknownTag, Said::Kept(kept)) => match difference(&seen(value), kept) {
            None => Outcome::Kept,
            Some(_) => Outcome::Wrong,
        },
        (_, Said::Kept(kept)) if difference(&seen(&case.value), kept).is_none() => match kind {
            Kind::NumberAsText => Outcome::Lenient,
            _ => Outcome::Ignored,
        },
        (_, Said::Kept(kept)) if difference(&seen(value), kept).is_none() => Outcome::Kept,
        (Kind::Null | Kind::MissingMember | Kind::NumberAsText, Said::Decode(_)) => Outcome::Explained,
        _ => Outcome::Wrong,
    }
}

/// The counts of all documents in a table, one row for each kind, and below it what is wrong.
pub(super) fn table(all: &[(String, Drift)]) -> String {
    let row = |name: &str, cells: Vec<String>| {
        cells.iter().fold(format!("{name:16}"), |row, cell| row + &format!(" {cell:>10}")) + "\n"
    };
    let mut text = row("changed", Outcome::ALL.iter().map(|outcome| outcome.name().to_owned()).collect());
    for kind in Kind::ALL {
        text += &row(kind.name(), Outcome::ALL.iter().map(|outcome| sum(all, kind, *outcome).to_string()).collect());
    }
    for (document, Drift { wrong, .. }) in all {
        for (change, said) in wrong {
            text += &format!("wrong: {document}: {change}: {said}\n");
        }
    }
    text
}

fn sum(all: &[(String, Drift)], kind: Kind, outcome: Outcome) -> usize {
    all.iter().filter_map(|(_, drift)| drift.counts.get(&(kind, outcome))).sum()
}

/// The counts of each document: `{"document": …, "unknown value": {"kept": …}}`.
pub(super) fn json(all: &[(String, Drift)]) -> Value {
    let counts = |drift: &Drift, kind| -> Value {
        let count = |outcome: &Outcome| drift.counts.get(&(kind, *outcome)).copied().unwrap_or_default();
        Outcome::ALL.iter().map(|outcome| (outcome.name().to_owned(), Value::from(count(outcome)))).collect()
    };
    let document = |(document, drift): &(String, Drift)| -> Value {
        let kinds = Kind::ALL.iter().map(|kind| (kind.name().to_owned(), counts(drift, *kind)));
        std::iter::once(("document".to_owned(), Value::from(document.as_str()))).chain(kinds).collect()
    };
    all.iter().map(document).collect()
}
