//! Names for what several operations have in common, which are not those of the first of them.

use std::collections::{HashMap, HashSet};

use heck::ToSnakeCase;

use crate::ir::{self, Form, SchemaId, Step, Type};

/// Words that say nothing of what operations have in common.
const EMPTY: &[&str] = &["a", "an", "and", "by", "for", "from", "id", "in", "of", "on", "or", "the", "to", "with"];

/// Those of them that words are joined by: `terms_of_service`, `add_on`.
const JOINING: &[&str] = &["and", "for", "in", "of", "on", "to"];

/// The names that are taken, those of operations, and how many answers have a member of each schema.
pub(super) struct Names {
    taken: HashSet<String>,
    operations: HashSet<String>,
    members: HashMap<SchemaId, usize>,
}

impl Names {
    pub(super) fn new(api: &ir::Api) -> Self {
        let mut members = HashMap::new();
        for schema in api.schemas.iter().filter(|schema| schema.is_needed() && is_answer(schema)) {
            parts(schema).for_each(|id| *members.entry(id).or_default() += 1);
        }
        Self {
            taken: api.schemas.iter().map(|schema| letters(&schema.name)).collect(),
            operations: api.operations().map(|operation| letters_of(&operation.id)).collect(),
            members,
        }
    }

    /// The name of the schemas of `group`, which are alike and stand at the same place of several operations, if it
    /// can be another than that of the `first`.
    pub(super) fn of(&mut self, schemas: &[ir::Schema], group: &[SchemaId], first: SchemaId) -> Option<Vec<Step>> {
        let paths: Vec<&[Step]> = group.iter().map(|id| schemas[id.0].name.as_slice()).collect();
        let (_, place) = schemas[first.0].name.split_first()?;
        let ids: Option<Vec<&str>> = paths.iter().map(|path| of_operation(path, place)).collect();
        let (ids, first) = (ids?, &schemas[first.0]);
        let is_of_another = |common: &String| {
            let common = letters_of(common);
            self.operations.contains(&common) && ids.iter().all(|id| letters_of(id) != common)
        };
        let common = common(ids.first()?, &ids[1..]).or_else(|| self.rarest(schemas, first));
        let common = common.filter(|common| !is_of_another(common))?;
        let mut name = vec![Step::Shared(common)];
        name.extend_from_slice(place);
        self.taken.insert(letters(&name)).then_some(name)
    }

    /// The name of the component that only this answer has a member of.
    fn rarest(&self, schemas: &[ir::Schema], answer: &ir::Schema) -> Option<String> {
        let rare = |id: &SchemaId| self.members.get(id).is_some_and(|count| *count < 2);
        let component = |id: SchemaId| Some(&schemas[id.0]).filter(|schema| schema.is_component());
        let mut found = parts(answer).filter(rare).filter_map(component).filter(|_| is_answer(answer));
        let only = found.next().filter(|_| found.next().is_none())?;
        only.words().first().map(|word| (*word).to_owned())
    }
}

/// Whether `schema` is all that an operation is answered with.
fn is_answer(schema: &ir::Schema) -> bool {
    matches!(schema.name.as_slice(), [Step::Operation(_) | Step::Shared(_), Step::Response])
}

/// The schemas that the members of an object are of, each once.
fn parts(schema: &ir::Schema) -> impl Iterator<Item = SchemaId> {
    let properties = if let Form::Object { properties, .. } = &schema.form { properties.as_slice() } else { &[] };
    let ids: HashSet<SchemaId> = properties.iter().filter_map(|property| one(&property.ty)).collect();
    let mut ids: Vec<SchemaId> = ids.into_iter().collect();
    ids.sort();
    ids.into_iter()
}

/// The schema that each value of `ty` is of.
fn one(ty: &Type) -> Option<SchemaId> {
    match ty {
        Type::Schema(id) => Some(*id),
        Type::Nullable(inner) => one(inner),
        _ => None,
    }
}

/// The operation that has this `place`, if `path` leads to one.
fn of_operation<'a>(path: &'a [Step], place: &[Step]) -> Option<&'a str> {
    match path.split_first()? {
        (Step::Operation(name) | Step::Shared(name), rest) if rest == place => Some(name),
        _ => None,
    }
}

/// The words of `first` that all `others` have, unless there is nothing but what is done in them.
fn common(first: &str, others: &[&str]) -> Option<String> {
    let words = |id: &str| -> Vec<String> { id.to_snake_case().split('_').map(str::to_owned).collect() };
    let (first, others): (_, Vec<_>) = (words(first), others.iter().map(|other| words(other)).collect());
    let says = |word: &String| !EMPTY.contains(&word.as_str()) && others.iter().all(|other| other.contains(word));
    let is_kept = |place: usize| {
        let joins = JOINING.contains(&first[place].as_str()) && place > 0 && says(&first[place - 1]);
        says(&first[place]) || (joins && first.get(place + 1).is_none_or(says))
    };
    let is_noun = |place: &usize| *place > 0 && says(&first[*place]) && first[*place] != first[0];
    let places = 0..first.len();
    let kept: Vec<&str> = places.clone().filter(|place| is_kept(*place)).map(|place| first[place].as_str()).collect();
    let is_clear = kept.iter().collect::<HashSet<_>>().len() == kept.len();
    (is_clear && places.into_iter().any(|place| is_noun(&place))).then(|| kept.join(" "))
}

/// The letters and digits of a name, in lower case.
pub(super) fn letters(name: &[Step]) -> String {
    name.iter().map(|step| letters_of(step.word())).collect()
}

/// The letters and digits of `word`, in lower case.
pub(super) fn letters_of(word: &str) -> String {
    word.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn operations_have_words_in_common() {
        for (first, others, expected) in [
            ("showContact", &["mergeContact"][..], Some("contact")),
            ("list_snapshots", &["list_full_snapshots"], Some("list snapshots")),
            ("post_terms_of_services", &["put_terms_of_services_id"], Some("terms of services")),
            ("ListAvailableAddOn", &["ListInstalledAddOn"], Some("list add on")),
            ("get_contact_by_id", &["get_contact"], Some("get contact")),
            ("get_folders_id", &["get_files_id"], None),
            ("ListCredentialList", &["ListOriginList"], None),
        ] {
            assert_eq!(common(first, others).as_deref(), expected, "{first}");
        }
    }
}
