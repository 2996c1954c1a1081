//! Enums of texts that are said to be of a format: where it is the same format, and the same values, they are one enum,
//! which is called after it.

use heck::ToSnakeCase;
use indexmap::IndexMap;

use crate::ir::{self, SchemaId, Step};

/// The enums of one format each, by what they are called.
pub(super) fn groups(schemas: &[ir::Schema]) -> Vec<(Step, Vec<SchemaId>)> {
    let mut groups: IndexMap<&str, Vec<SchemaId>> = IndexMap::new();
    for (index, schema) in schemas.iter().enumerate().filter(|(_, schema)| !schema.is_component() && schema.is_needed())
    {
        if let Some(format) = schema.format.as_deref().filter(|format| is_name(format)) {
            groups.entry(format).or_default().push(SchemaId(index));
        }
    }
    let is_taken = |format: &str| {
        let mut components = schemas.iter().filter(|schema| schema.is_component()).map(ir::Schema::words);
        components.any(|words| letters(words[0]) == letters(format))
    };
    let form = |id: &SchemaId| &schemas[id.0].form;
    let is_one = |group: &[SchemaId]| group.iter().all(|id| form(id) == form(&group[0]));
    let groups = groups.into_iter().filter(|(format, group)| is_one(group) && !is_taken(format));
    groups.map(|(format, group)| (Step::Format(format.to_owned()), group)).collect()
}

/// Whether `format` says what texts are, such as `http-method`: `string` and `uri` do not, nor does a sentence.
fn is_name(format: &str) -> bool {
    let words = format.to_snake_case().split('_').filter(|word| !word.is_empty()).count();
    (2..=4).contains(&words) && !format.starts_with("date-time")
}

fn letters(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
