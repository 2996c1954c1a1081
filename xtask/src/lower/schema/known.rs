//! The values of an `enum`, and what extensions say about them.
//!
//! OpenAPI has no names for values. Generators have agreed on `x-enum-varnames` and `x-enum-descriptions` (or
//! `x-enumNames` and `x-enumDescriptions`): lists in the order of the values.

use openapiv3::Schema;
use serde_json::Value;

use super::view::View;
use crate::ir::Known;

const NAMES: [&str; 2] = ["x-enum-varnames", "x-enumNames"];
const DESCRIPTIONS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

/// The values of an `enum` of texts. They are called after themselves unless one of them has nothing to be called by.
pub(super) fn texts(schema: &Schema, view: &View<'_>) -> Vec<Known<String>> {
    let values = view.limits.values.clone();
    let is_nameless = |value: &String| !value.is_empty() && !value.chars().any(char::is_alphabetic);
    let named = values.iter().any(is_nameless);
    known(schema, values, named)
}

/// The values of an `enum` of integers, if there is one, and all of them are integers.
pub(super) fn integers(view: &View<'_>) -> Option<Vec<i64>> {
    let values: Vec<i64> = view.limits.values.iter().map(|value| value.parse().ok()).collect::<Option<_>>()?;
    Some(values).filter(|values| !values.is_empty())
}

/// The names that `schema` has for the values of its `enum`.
pub(super) fn names(schema: &Schema) -> Option<Vec<String>> {
    listed(schema, &NAMES)
}

/// `values` with what `schema` says about them; with its names for them if they are to be `named`.
pub(super) fn known<T: PartialEq>(schema: &Schema, values: Vec<T>, named: bool) -> Vec<Known<T>> {
    let count = values.len();
    let fitting = |texts: Option<Vec<String>>| texts.filter(|texts| texts.len() == count).unwrap_or_default();
    let names = fitting(names(schema).filter(|_| named));
    let descriptions = fitting(listed(schema, &DESCRIPTIONS));
    let text = |texts: &[String], index: usize| texts.get(index).filter(|text| !text.trim().is_empty()).cloned();
    let mut known: Vec<Known<T>> = Vec::new();
    for (index, value) in values.into_iter().enumerate() {
        if known.iter().all(|known| known.value != value) {
            known.push(Known { value, name: text(&names, index), description: text(&descriptions, index) });
        }
    }
    known
}

/// The texts that the first of these extensions lists.
fn listed(schema: &Schema, extensions: &[&str]) -> Option<Vec<String>> {
    let list = extensions.iter().find_map(|name| schema.schema_data.extensions.get(*name))?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list.as_array().map(|values| values.iter().map(text).collect())
}
