//! Looking into a schema that stands behind references and compositions, without lowering it.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use openapiv3::Schema;

use super::intersection::is_of_objects;
use super::object::{object, others};
use super::single;
use super::view::{Kind, SchemaRef, View};
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};
use crate::lower::Cx;
use crate::lower::references::target;

/// The schema that `schema` comes down to: behind references, and behind compositions of a single member.
///
/// With it come its place, and the name that its parts are called after.
fn resolve<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    name: &[Step],
) -> Option<(Pointer, View<'a>, Vec<Step>)> {
    let (mut at, mut schema, mut name) = (at.clone(), schema, name.to_vec());
    let mut seen = HashSet::new();
    loop {
        let item = match schema {
            SchemaRef::Item(schema) => schema,
            SchemaRef::Reference(reference) => {
                let (place, schema) = target::<Schema>(cx, &at, reference)?;
                name = place.segments().last().map(Step::Component).into_iter().collect();
                at = place;
                schema
            }
        };
        if !seen.insert(at.clone()) {
            return cx.unsupported(&at, "a schema that is composed of itself");
        }
        let view = View::new(item);
        match single(&view) {
            Some(single) => (at, schema) = (at.key(single.keyword).index(single.index), single.member),
            None => return Some((at, view, name)),
        }
    }
}

/// The properties of the object that `schema` is, called after its name; nothing in the inner `Option` if it is
/// anything else, and in the outer one if a problem was reported.
pub(in crate::lower) fn properties<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    name: &[Step],
) -> Option<Option<Vec<ir::Value>>> {
    let (at, view, name) = resolve(cx, at, schema, name)?;
    if others(cx, &at, &view, &mut HashSet::new()).is_some() || !is_of_objects(cx, &at, &view, &mut HashSet::new()) {
        // It has more than can be named, or is something else.
        return Some(None);
    }
    if view.is_structured() || view.is_empty_object() { object(cx, &at, &view, &name).map(Some) } else { Some(None) }
}

/// The members of the object that `schema` is, those of all the schemas that it is composed of included, with their
/// places.
pub(in crate::lower) fn members<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
) -> IndexMap<&'a str, (Pointer, SchemaRef<'a>)> {
    let (mut found, mut seen) = (IndexMap::new(), HashSet::new());
    let mut rest = vec![(at.clone(), schema)];
    while let Some((at, schema)) = rest.pop() {
        let Some((at, view, _)) = resolve(cx, &at, schema, &[]) else { continue };
        if !seen.insert(at.clone()) {
            continue;
        }
        for (name, schema) in view.properties.into_iter().flatten() {
            // The innermost come last, and count least.
            found.entry(name.as_str()).or_insert_with(|| (at.key("properties").key(name), schema.into()));
        }
        for (index, member) in view.all_of.iter().enumerate() {
            rest.push((at.key("allOf").index(index), member.into()));
        }
    }
    found
}

/// Whether there are others that inherit from the component that `schema` comes down to.
pub(in crate::lower) fn has_heirs<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    resolve(cx, at, schema, &[]).is_some_and(|(at, ..)| cx.heirs.has_any(&at))
}

/// The items of the array that `schema` is, and where they are described.
pub(in crate::lower) fn items<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
) -> Option<(Pointer, SchemaRef<'a>)> {
    let (at, view, _) = resolve(cx, at, schema, &[])?;
    let items = view.items.filter(|_| view.kind == Some(Kind::Array))?;
    Some((at.key("items"), items.into()))
}

/// Whether `schema` may be something else than an array or an object.
pub(in crate::lower) fn is_scalar<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    resolve(cx, at, schema, &[])
        .is_some_and(|(_, view, _)| !view.is_structured() && !matches!(view.kind, Some(Kind::Array | Kind::Object)))
}

/// Whether `schema` is a string, a number, a boolean, or an array of these.
pub(in crate::lower) fn is_simple<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    let is_plain = |cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>| {
        let kinds = [Kind::Text, Kind::Boolean, Kind::Integer, Kind::Number];
        resolve(cx, at, schema, &[]).is_some_and(|(_, view, _)| view.kind.is_some_and(|kind| kinds.contains(&kind)))
    };
    match items(cx, at, schema) {
        Some((at, items)) => is_plain(cx, &at, items),
        None => is_plain(cx, at, schema),
    }
}

/// Whether `schema` is a string.
pub(in crate::lower) fn is_text<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    resolve(cx, at, schema, &[]).is_some_and(|(_, view, _)| view.kind == Some(Kind::Text))
}

/// Whether `schema` is binary content.
pub(in crate::lower) fn is_binary<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    files(cx, at, schema) == Some(Files::One)
}

/// How many files a part of a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lower) enum Files {
    One,
    Many,
}

/// How many files `schema` is: binary content, or an array of such. A choice of both is many.
pub(in crate::lower) fn files<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> Option<Files> {
    files_beside(cx, at, schema, &mut HashMap::new())
}

/// How many files `schema` is, given what is `known` of schemas by place: nothing of those that are being looked at.
fn files_beside<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    known: &mut HashMap<Pointer, Option<Files>>,
) -> Option<Files> {
    let (at, view, _) = resolve(cx, at, schema, &[])?;
    if let Some(known) = known.get(&at) {
        return *known;
    }
    known.insert(at.clone(), None);
    let files = match (view.kind, view.items) {
        (Some(Kind::Text), _) => (view.format == Some("binary")).then_some(Files::One),
        (Some(Kind::Array), Some(items)) => {
            cx.nested(&at, |cx| files_beside(cx, &at.key("items"), items.into(), known)).map(|_| Files::Many)
        }
        (Some(_), _) => None,
        (None, _) => {
            let choices = view.choices().map(|(keyword, index, member)| (at.key(keyword).index(index), member));
            choices.filter_map(|(at, member)| cx.nested(&at, |cx| files_beside(cx, &at, member.into(), known))).max()
        }
    };
    known.insert(at, files);
    files
}
