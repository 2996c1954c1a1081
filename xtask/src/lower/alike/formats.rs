//! Enums of texts that are said to be of a format: where it is the same format, and the same values, they are one enum,
//! which is called after it.

use std::collections::{BTreeMap, HashSet};

use heck::ToSnakeCase;
use indexmap::IndexMap;

use super::neutral::{letters, letters_of};
use crate::ir::{self, Form, Known, SchemaId, Step};

/// Formats of more than one word that say nothing of what texts mean.
const REGISTERED: &[&str] = &[
    "http-date",
    "idn-email",
    "idn-hostname",
    "iri-reference",
    "json-pointer",
    "media-range",
    "relative-json-pointer",
    "uri-reference",
    "uri-template",
];

/// The enums of one format each, behind the first of them, and what they are called.
pub(super) fn groups(schemas: &[ir::Schema]) -> (Vec<Step>, Vec<(SchemaId, Vec<SchemaId>)>) {
    let mut groups: IndexMap<String, (&str, Vec<SchemaId>)> = IndexMap::new();
    let mut taken = HashSet::new();
    for (index, schema) in schemas.iter().enumerate().filter(|(_, schema)| schema.is_needed()) {
        match schema.format.as_deref().filter(|format| !schema.is_component() && is_name(format)) {
            Some(format) => groups.entry(letters_of(format)).or_insert((format, Vec::new())).1.push(SchemaId(index)),
            None => drop(taken.insert(letters(&schema.name))),
        }
    }
    let is_one = |group: &[SchemaId]| {
        let first = values(&schemas[group[0].0]);
        group.iter().all(|id| values(&schemas[id.0]) == first)
    };
    let groups = groups.into_iter().filter(|(letters, (_, group))| !taken.contains(letters) && is_one(group));
    groups.map(|(_, (format, group))| (Step::Format(format.to_owned()), (group[0], group))).unzip()
}

/// The values of an enum, in whatever order they come.
fn values(schema: &ir::Schema) -> BTreeMap<&str, &Known<String>> {
    let Form::Choice(values) = &schema.form else { return BTreeMap::new() };
    values.iter().map(|known| (known.value.as_str(), known)).collect()
}

/// Whether `format` says what texts are, such as `http-method`: `string` and `uri` do not, nor does a pattern.
fn is_name(format: &str) -> bool {
    let is_word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let name = format.to_snake_case();
    let has_words = (2..=4).contains(&name.split('_').count()) && format.contains(|letter: char| letter.is_lowercase());
    let letters = letters_of(format);
    // Times have several formats.
    let is_registered = letters.starts_with("datetime") || REGISTERED.iter().any(|known| letters_of(known) == letters);
    has_words && format.chars().all(is_word) && !is_registered
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn formats_are_names_if_they_say_what_texts_are() {
        for format in ["http-method", "country_code", "publicationType", "iso-country-code-2"] {
            assert!(is_name(format), "{format}");
        }
        for format in
            ["string", "dateTime", "date-time-rfc-1123", "YYYY-MM-DD", "^(a|b)$", "one of these", "uri-reference"]
        {
            assert!(!is_name(format), "{format}");
        }
    }
}
