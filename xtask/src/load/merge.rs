//! From merge keys to the members that they stand for: `<<: *name` or `<<: [*first, *second]`, as in YAML 1.1.
//!
//! Members of the object itself come first, then those of the earlier mapping.

use crate::diagnostics::{Diagnostics, Problem};

use super::at::At;
use super::structure::kind;
use super::value::{Map, Value};

/// The name of the member that is merged into its object.
pub(super) const KEY: &str = "<<";

/// Replaces every merge key of `value` by what it merges.
pub(super) fn apply(value: &mut Value, diagnostics: &mut Diagnostics) {
    tree(value, &At::ROOT, diagnostics);
}

fn tree(value: &mut Value, at: &At<'_>, diagnostics: &mut Diagnostics) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                tree(item, &at.index(index), diagnostics);
            }
        }
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                tree(member, &at.key(name), diagnostics);
            }
            if let Some(merged) = members.remove(KEY) {
                merge(members, merged, &at.key(KEY), diagnostics);
            }
        }
        _ => {}
    }
}

fn merge(members: &mut Map, merged: Value, at: &At<'_>, diagnostics: &mut Diagnostics) {
    match merged {
        Value::Object(merged) => {
            for (name, value) in merged {
                members.or_insert(name, value);
            }
        }
        Value::Array(mappings) if mappings.iter().all(Value::is_object) => {
            for mapping in mappings {
                merge(members, mapping, at, diagnostics);
            }
        }
        other => {
            let found = kind(&other);
            diagnostics.report::<()>(at.pointer(), Problem::InvalidMerge { found });
        }
    }
}
