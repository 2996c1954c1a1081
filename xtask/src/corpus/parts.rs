//! What a value consists of, each part with what its schema says.

use serde_json::Value;

use super::conform::{self, Direction};
use super::given;
use super::schemas::{Schema, Schemas};

/// A part of a value.
pub(super) struct Part<'a, 'v> {
    /// Where in the value it is, as a JSON pointer.
    pub(super) at: String,
    pub(super) value: &'v Value,
    /// What its schema says; where that leaves it to alternatives, what the one says that the value is of comes after.
    pub(super) schema: Schema<'a>,
    /// Whether it is a member that the value which holds it cannot do without; nothing if it is no member.
    pub(super) required: Option<bool>,
}

/// Values nest no deeper than this here.
const DEPTH: usize = 12;

/// Every part of `value`, which is of `schema`; of a list, only the first item.
pub(super) fn of<'a, 'v>(
    schemas: Schemas<'a>,
    schema: &'a Value,
    value: &'v Value,
    direction: Direction,
) -> Vec<Part<'a, 'v>> {
    let mut parts = Parts { schemas, direction, found: Vec::new() };
    parts.add(schema, value, String::new(), None, DEPTH);
    parts.found
}

struct Parts<'a, 'v> {
    schemas: Schemas<'a>,
    direction: Direction,
    found: Vec<Part<'a, 'v>>,
}

impl<'a, 'v> Parts<'a, 'v> {
    fn add(&mut self, schema: &'a Value, value: &'v Value, at: String, required: Option<bool>, depth: usize) {
        if depth == 0 {
            return;
        }
        let merged = self.schemas.schema(schema);
        let chosen: Vec<&'a Value> = merged
            .choices
            .iter()
            .filter_map(|choice| {
                let conforms = |one| conform::conforms(self.schemas, one, value, self.direction);
                self.schemas.alternative(&merged, choice, value, conforms)
            })
            .collect();
        for alternative in chosen {
            self.add(alternative, value, at.clone(), required, depth - 1);
        }
        match value {
            Value::Array(items) => {
                if let (Some(schema), Some(first)) = (merged.items, items.first()) {
                    self.add(schema, first, format!("{at}/0"), None, depth - 1);
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    let at = given::below(&at, name);
                    let required = Some(merged.required.contains(&name.as_str()));
                    match (merged.properties.get(name.as_str()), merged.additional) {
                        (Some(property), _) => self.add(property, value, at, required, depth - 1),
                        (None, Some(schema @ Value::Object(_))) => self.add(schema, value, at, Some(false), depth - 1),
                        (None, _) => {}
                    }
                }
            }
            _ => {}
        }
        self.found.push(Part { at, value, schema: merged, required });
    }
}
