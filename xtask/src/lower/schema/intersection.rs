//! Compositions (`allOf`) of what is not all objects: a value is of each of the types, so it is of the narrowest one.

use std::collections::HashSet;

use super::object::part;
use super::union::{is_integer, is_number, is_text};
use super::view::{Kind, View};
use super::{Lowered, lower};
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};
use crate::lower::Cx;

/// Whether all that the schema at `at` is composed of are objects, or may be.
pub(super) fn is_of_objects(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, seen: &mut HashSet<Pointer>) -> bool {
    view.all_of.iter().enumerate().all(|(index, member)| {
        let Some((at, member)) = part(cx, at.key("allOf").index(index), member.into()) else { return true };
        let is_object = matches!(member.kind, None | Some(Kind::Object));
        is_object && (!seen.insert(at.clone()) || is_of_objects(cx, &at, &member, seen))
    })
}

/// What all parts of the composition at `at` are at once, called `name` like [`lower`] does.
pub(super) fn intersection(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[Step]) -> Option<Lowered> {
    let parts = view.all_of.iter().enumerate();
    let parts: Vec<_> =
        parts.map(|(index, member)| lower(cx, &at.key("allOf").index(index), member.into(), name)).collect();
    let parts: Vec<Lowered> = parts.into_iter().collect::<Option<_>>()?;
    let mut lowered = Lowered::new(narrowest(cx, parts.iter().map(|part| &part.ty)));
    let nullable = parts.iter().all(|part| part.nullable);
    parts.into_iter().for_each(|part| lowered.add(part));
    Some(Lowered { nullable, ..lowered })
}

/// The narrowest of several types; any, if there is none that holds all that the values have.
fn narrowest<'a>(cx: &Cx<'_>, types: impl Iterator<Item = &'a ir::Type>) -> ir::Type {
    let types: Vec<&ir::Type> = types.filter(|ty| **ty != ir::Type::Any).collect();
    let all = |is_such: fn(&Cx<'_>, &ir::Type) -> bool| types.iter().all(|ty| is_such(cx, ty));
    let best = match types.as_slice() {
        [] => None,
        [first, others @ ..] if others.iter().all(|other| other == first) => Some(*first),
        _ if all(is_text) => types.iter().copied().find(|ty| **ty != ir::Type::Text),
        _ if all(is_number) => types.iter().copied().find(|ty| is_integer(cx, ty)).or(types.first().copied()),
        _ => None,
    };
    best.cloned().unwrap_or(ir::Type::Any)
}
