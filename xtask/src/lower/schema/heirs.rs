//! Objects that others are composed of (`allOf`) and told apart by a member of theirs (`discriminator`): wherever such
//! an object is referred to, there may be any of its heirs, so that the reference leads to a choice between them.

use std::collections::{HashMap, HashSet};

use openapiv3::{OpenAPI, ReferenceOr, Schema};

use super::object::object;
use super::union::{Tag, add, discriminator, said};
use super::view::{SchemaRef, View};
use super::{Lowered, Named, finished, inline, named_schema, reserved};
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};
use crate::lower::Cx;
use crate::lower::references::follow;
use crate::reference::mapped_name;

/// The heirs of components.
#[derive(Default)]
pub(in crate::lower) struct Heirs {
    /// Their names by the place of the component, in the order of the document.
    by_place: HashMap<Pointer, Vec<String>>,
    /// The places of all of them.
    places: HashSet<Pointer>,
}

impl Heirs {
    pub(in crate::lower) fn new(document: &OpenAPI) -> Self {
        let mut heirs = Self::default();
        let Some(components) = &document.components else { return heirs };
        let items = || components.schemas.iter().filter_map(|(name, schema)| Some((name, schema.as_item()?)));
        let tells_apart =
            |schema: &Schema| schema.schema_data.discriminator.is_some() && !View::new(schema).is_choice();
        let mut parents = items().filter(|(_, schema)| tells_apart(schema)).peekable();
        if parents.peek().is_none() {
            return heirs;
        }
        let mut children: HashMap<String, Vec<&str>> = HashMap::new();
        for (name, schema) in items() {
            parts(schema).for_each(|part| children.entry(part).or_default().push(name));
        }
        for (name, schema) in parents {
            let mapping = schema.schema_data.discriminator.iter().flat_map(|discriminator| &discriminator.mapping);
            let mut found = descendants(&children, name);
            found.extend(mapping.map(|(_, target)| mapped_name(target)));
            found.remove(name.as_str());
            let mut found: Vec<usize> =
                found.into_iter().filter_map(|name| components.schemas.get_index_of(name)).collect();
            found.sort_unstable();
            let names = found.into_iter().filter_map(|index| Some(components.schemas.get_index(index)?.0.clone()));
            let names: Vec<String> = names.collect();
            if !names.is_empty() {
                heirs.places.extend(names.iter().map(|heir| place(heir)));
                heirs.by_place.insert(place(name), names);
            }
        }
        heirs
    }

    /// Whether there are heirs of the component at `at`.
    pub(in crate::lower) fn has_any(&self, at: &Pointer) -> bool {
        self.by_place.contains_key(at)
    }

    /// Whether the component at `at` is one.
    pub(super) fn is_one(&self, at: &Pointer) -> bool {
        self.places.contains(at)
    }
}

/// The component at `at`, which has heirs: any of these, or what they all are.
pub(super) fn family(cx: &mut Cx<'_>, at: &Pointer, schema: &Schema, name: &[Step]) -> Option<Lowered> {
    let tag = discriminator(cx, schema);
    let (id, cases) = reserved(cx, &at.key("discriminator"), |cx| cases(cx, at, schema, tag.as_ref(), name));
    if let Some(cases) = cases {
        let form = ir::Form::Union { tag: tag.map(|tag| tag.name.to_owned()), cases: cases? };
        cx.schemas[id.0] = Some(finished(schema, name, form, at));
    }
    Some(Lowered::new(ir::Type::Schema(id)))
}

/// The heirs of the component at `at`, and the component by itself if the tag can say so.
fn cases(
    cx: &mut Cx<'_>,
    at: &Pointer,
    schema: &Schema,
    tag: Option<&Tag<'_>>,
    name: &[Step],
) -> Option<Vec<ir::Case>> {
    // What they have in common is called after what they inherit it from.
    object(cx, at, &View::new(schema), name)?;
    let known = tag.map(|tag| said(cx, tag, at, SchemaRef::Item(schema), HashSet::new())).unwrap_or_default();
    let heirs = cx.heirs.by_place.get(at).cloned().unwrap_or_default();
    let mut cases = Vec::new();
    for heir in heirs.iter().map(String::as_str).chain(name.last().map(Step::word)) {
        let components = cx.document.components.as_ref()?;
        let (place, schema) = follow(cx, &place(heir), components.schemas.get(heir)?)?;
        let tags = tag.map(|tag| tags(cx, tag, &Heir { name: heir, at: &place, schema }, at, &known));
        let is_abstract = place == *at && tags.as_ref().is_some_and(Vec::is_empty);
        if !is_abstract {
            let ty = itself(cx, &place, schema)?;
            add(&mut cases, ir::Case { name: Some(heir.to_owned()), ty, tags: tags.unwrap_or_default() });
        }
    }
    Some(cases)
}

/// The component at `at`, without its heirs.
fn itself(cx: &mut Cx<'_>, at: &Pointer, schema: &Schema) -> Option<ir::Type> {
    let component = at.segments().last().map(Step::Component)?;
    if cx.heirs.has_any(at) {
        let name = [component, Step::Alternative("base".to_owned())];
        return named_schema(cx, at, schema, &View::new(schema), &name, Named::Object).map(ir::Type::Schema);
    }
    cx.nested(at, |cx| inline(cx, at, schema, &[component], true)).map(|lowered| lowered.ty)
}

/// One of the alternatives: what it is called where it is referred to, and where it stands.
struct Heir<'a> {
    name: &'a str,
    at: &'a Pointer,
    schema: &'a Schema,
}

/// The values of the tag that announce an heir of what stands at `parent`: those that are mapped to it, those that it
/// says itself, the one of those `known` of the parent that is spelt like its name, or that name.
fn tags(cx: &mut Cx<'_>, tag: &Tag<'_>, heir: &Heir<'_>, parent: &Pointer, known: &[String]) -> Vec<String> {
    if let Some(values) = tag.mapped(heir.name) {
        return values;
    }
    if heir.at == parent && tag.has_mapping() {
        return Vec::new();
    }
    let said = said(cx, tag, heir.at, SchemaRef::Item(heir.schema), HashSet::from([parent.clone()]));
    if !said.is_empty() {
        return said;
    }
    if known.is_empty() {
        return vec![heir.name.to_owned()];
    }
    let spelt = letters(heir.name);
    known.iter().filter(|value| letters(value) == spelt).cloned().collect()
}

/// The letters and digits of `text`, whatever their case.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The place of the component called `name`.
fn place(name: &str) -> Pointer {
    Pointer::root().key("components").key("schemas").key(name)
}

/// The names of the components that `schema` is composed of.
fn parts(schema: &Schema) -> impl Iterator<Item = String> {
    View::new(schema).all_of.iter().filter_map(|part| match part {
        ReferenceOr::Reference { reference } => Pointer::of_reference(reference)?.component("schemas"),
        ReferenceOr::Item(_) => None,
    })
}

/// What is composed of the component called `name`, or of something that is.
fn descendants<'a>(children: &HashMap<String, Vec<&'a str>>, name: &'a str) -> HashSet<&'a str> {
    let (mut rest, mut found) = (vec![name], HashSet::new());
    while let Some(name) = rest.pop() {
        rest.extend(children.get(name).into_iter().flatten().filter(|child| found.insert(**child)));
    }
    found
}
