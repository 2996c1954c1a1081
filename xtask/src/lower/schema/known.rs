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
    let names = values.iter().any(is_nameless).then(|| listed(schema, &NAMES, values.len())).flatten();
    known(schema, values, names)
}

/// The values of an `enum` of integers, if all of them have names.
pub(super) fn integers(schema: &Schema, view: &View<'_>) -> Option<Vec<Known<i64>>> {
    let values: Vec<i64> = view.limits.values.iter().map(|value| value.parse().ok()).collect::<Option<_>>()?;
    let names = listed(schema, &NAMES, values.len()).filter(|names| !names.is_empty())?;
    Some(known(schema, values, Some(names)))
}

/// `values`, each once, with their `names` and what `schema` says about them.
fn known<T: PartialEq>(schema: &Schema, values: Vec<T>, names: Option<Vec<String>>) -> Vec<Known<T>> {
    let descriptions = listed(schema, &DESCRIPTIONS, values.len());
    let text = |texts: &Option<Vec<String>>, index: usize| {
        texts.as_ref()?.get(index).filter(|text| !text.trim().is_empty()).cloned()
    };
    let mut known: Vec<Known<T>> = Vec::new();
    for (index, value) in values.into_iter().enumerate() {
        if known.iter().all(|known| known.value != value) {
            known.push(Known { value, name: text(&names, index), description: text(&descriptions, index) });
        }
    }
    known
}

/// The texts that the first of these extensions lists, if there is one for each of so many values.
fn listed(schema: &Schema, extensions: &[&str], count: usize) -> Option<Vec<String>> {
    let list = extensions.iter().find_map(|name| schema.schema_data.extensions.get(*name))?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list.as_array().filter(|values| values.len() == count).map(|values| values.iter().map(text).collect())
}
