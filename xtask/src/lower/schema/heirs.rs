//! Objects that others are composed of (`allOf`) and told apart by a member of theirs (`discriminator`): wherever such
//! an object is referred to, there may be any of its heirs, so that the reference leads to a choice between them.

use std::collections::{HashMap, HashSet};

use openapiv3::{OpenAPI, ReferenceOr, Schema};

use super::object::object;
use super::union::{Tag, discriminator, said};
use super::view::{SchemaRef, View};
use super::{Lowered, Named, finished, inline, named_schema, reserved};
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};
use crate::lower::Cx;
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
    let heirs = cx.heirs.by_place.get(at).cloned().unwrap_or_default();
    let mut cases = Vec::new();
    for heir in heirs.iter().map(String::as_str).chain(name.last().map(Step::word)) {
        let Some((place, schema)) = item(cx, heir) else { continue };
        let tags = tag.map(|tag| tags(cx, tag, at, heir, &place, schema)).unwrap_or_default();
        let is_abstract = place == *at && tags.is_empty() && tag.is_some();
        if !is_abstract {
            let ty = itself(cx, &place, schema, heir)?;
            cases.push(ir::Case { name: Some(heir.to_owned()), ty, tags });
        }
    }
    Some(cases)
}

/// The component called `name`, which stands at `at`, without its heirs.
fn itself(cx: &mut Cx<'_>, at: &Pointer, schema: &Schema, name: &str) -> Option<ir::Type> {
    let component = Step::Component(name.to_owned());
    if cx.heirs.has_any(at) {
        let name = [component, Step::Alternative("base".to_owned())];
        return named_schema(cx, at, schema, &View::new(schema), &name, Named::Object).map(ir::Type::Schema);
    }
    cx.nested(at, |cx| inline(cx, at, schema, &[component], true)).map(|lowered| lowered.ty)
}

/// The values of the tag that announce the component called `name`, which stands at `at` and inherits from that at
/// `parent`: those that are mapped to it, those that it says itself, the one among the parent's that is spelt like its
/// name, or that name.
fn tags<'a>(
    cx: &mut Cx<'a>,
    tag: &Tag<'_>,
    parent: &Pointer,
    name: &str,
    at: &Pointer,
    schema: &'a Schema,
) -> Vec<String> {
    if let Some(values) = tag.mapped.get(name) {
        return values.iter().map(|value| (*value).clone()).collect();
    }
    if at == parent && !tag.mapped.is_empty() {
        return Vec::new();
    }
    let said_by_itself = said(cx, tag, at, SchemaRef::Item(schema), HashSet::from([parent.clone()]));
    if !said_by_itself.is_empty() {
        return said_by_itself;
    }
    let known = item(cx, &parent.segments().last().unwrap_or_default())
        .map(|(place, schema)| said(cx, tag, &place, SchemaRef::Item(schema), HashSet::new()))
        .unwrap_or_default();
    if known.is_empty() {
        return vec![name.to_owned()];
    }
    let letters =
        |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let spelt: String = letters(name);
    known.into_iter().filter(|value| letters(value) == spelt).collect()
}

/// The component called `name`, and its place.
fn item<'a>(cx: &Cx<'a>, name: &str) -> Option<(Pointer, &'a Schema)> {
    let components = cx.document.components.as_ref()?;
    Some((place(name), components.schemas.get(name)?.as_item()?))
}

/// The place of the component called `name`.
fn place(name: &str) -> Pointer {
    Pointer::root().key("components").key("schemas").key(name)
}

/// The names of the components that `schema` is composed of.
fn parts(schema: &Schema) -> impl Iterator<Item = String> {
    View::new(schema).all_of.iter().filter_map(|part| match part {
        ReferenceOr::Reference { reference } => Pointer::of_reference(reference)?.segments().last(),
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
