//! Objects: their properties, and those of the schemas that they are composed of.

use std::collections::HashSet;

use openapiv3::{AdditionalProperties, Schema};

use super::value;
use super::view::{Kind, SchemaRef, View};
use crate::diagnostics::{Pointer, Problem, nearest};
use crate::ir::{self, Step};
use crate::lower::Cx;
use crate::lower::references::target;

/// The properties of the object at `at`, those of all the schemas that it is composed of included.
///
/// They are remembered: a schema may be part of many others, and these of many others again.
pub(super) fn object(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[Step]) -> Option<Vec<ir::Value>> {
    if let Some(known) = cx.objects.get(at) {
        return known.clone();
    }
    if cx.compositions.contains(at) {
        return cx.unsupported(at, "a schema that is composed of itself");
    }
    cx.compositions.push(at.clone());
    let values = composed(cx, at, view, name);
    cx.compositions.pop();
    cx.objects.insert(at.clone(), values.clone());
    values
}

/// The properties of an object that none are known of yet.
///
/// Where two parts have a property in common, the later one counts, except that it may leave the type to the earlier.
fn composed(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[Step]) -> Option<Vec<ir::Value>> {
    let mut values: Vec<ir::Value> = Vec::new();
    let mut required: Vec<String> = view.required.to_vec();
    for (index, member) in view.all_of.iter().enumerate() {
        let Some((at, member)) = part(cx, at.key("allOf").index(index), member.into()) else { continue };
        if !matches!(member.kind, None | Some(Kind::Object)) {
            // It has no properties; what the whole is, `intersection` says.
            continue;
        }
        required.extend(member.required.iter().cloned());
        let inherited = cx.nested(&at, |cx| object(cx, &at, &member, name));
        for value in inherited.unwrap_or_default() {
            merge_or_push(cx, &mut values, value);
        }
    }
    for value in alternatives(cx, at, view, name) {
        widen_or_push(&mut values, value);
    }
    for (property, schema) in view.properties.into_iter().flatten() {
        let place = at.key("properties").key(property);
        if let Some(value) = value(cx, &place, property, schema.into(), false, name) {
            merge_or_push(cx, &mut values, value);
        }
    }
    report_misspelt(cx, at, view.required, &values, &required);
    let required: HashSet<String> = required.into_iter().collect();
    for value in &mut values {
        value.required |= required.contains(&value.name);
    }
    Some(values)
}

/// Reports the names of `own` that are near to a property which is not `required`, and are no property themselves.
fn report_misspelt(cx: &mut Cx<'_>, at: &Pointer, own: &[String], values: &[ir::Value], required: &[String]) {
    for (index, name) in own.iter().enumerate().filter(|(_, name)| values.iter().all(|value| value.name != **name)) {
        let others = values.iter().map(|value| &value.name).filter(|other| !required.contains(other));
        if let Some(meant) = nearest(name, others.map(String::as_str)) {
            let problem = Problem::RequiredWithoutProperty { name: name.clone(), meant: meant.to_owned() };
            cx.diagnostics.report::<()>(&at.key("required").index(index), problem);
        }
    }
}

/// The schema of the properties that an object does not name, and where it stands: its own, or that of a schema that it
/// is composed of. There is none where they may be anything, as long as the document says that there are some: that is
/// the default, too, but then nobody has thought of any.
pub(super) fn others<'a, 'b: 'a>(
    cx: &mut Cx<'b>,
    at: &Pointer,
    view: &View<'a>,
    seen: &mut HashSet<Pointer>,
) -> Option<(Pointer, Option<SchemaRef<'a>>)> {
    let place = || at.key("additionalProperties");
    match view.additional {
        Some(AdditionalProperties::Schema(schema)) if view.has_typed_names() => {
            return Some((place(), Some(schema.as_ref().into())));
        }
        Some(AdditionalProperties::Schema(_) | AdditionalProperties::Any(true)) => return Some((place(), None)),
        _ if !seen.insert(at.clone()) => return None,
        _ => {}
    }
    view.all_of.iter().enumerate().find_map(|(index, member)| {
        let (at, member) = part(cx, at.key("allOf").index(index), member.into())?;
        others(cx, &at, &member, seen)
    })
}

/// What a schema that is composed of others says of one of them, and where that stands.
pub(super) fn part<'a, 'b: 'a>(cx: &mut Cx<'b>, at: Pointer, schema: SchemaRef<'a>) -> Option<(Pointer, View<'a>)> {
    let (at, schema) = match schema {
        SchemaRef::Item(schema) => (at, schema),
        SchemaRef::Reference(reference) => target::<Schema>(cx, &at, reference)?,
    };
    Some((at, View::new(schema)))
}

/// The properties that only some of the alternatives of an object have, so that it can do without each of them.
fn alternatives(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[Step]) -> Vec<ir::Value> {
    let mut values = Vec::new();
    for (keyword, index, member) in view.choices() {
        let Some((at, member)) = part(cx, at.key(keyword).index(index), member.into()) else { continue };
        let found = cx.nested(&at, |cx| object(cx, &at, &member, name));
        for value in found.unwrap_or_default() {
            widen_or_push(&mut values, ir::Value { required: false, ..value });
        }
    }
    values
}

/// Adds a property, or another type that one that is known may have.
fn widen_or_push(values: &mut Vec<ir::Value>, value: ir::Value) {
    match values.iter_mut().find(|known| known.name == value.name) {
        None => values.push(value),
        Some(known) if known.ty == value.ty => known.nullable |= value.nullable,
        Some(known) => (known.ty, known.limits) = (ir::Type::Any, ir::Limits::default()),
    }
}

/// Adds a property, or what it says of one that is known.
fn merge_or_push(cx: &mut Cx<'_>, values: &mut Vec<ir::Value>, value: ir::Value) {
    let Some(known) = values.iter_mut().find(|known| known.name == value.name) else {
        values.push(value);
        return;
    };
    let ir::Value { name: _, ty, required, nullable, docs, limits, example, at } = value;
    for flagged in [&mut cx.read_only, &mut cx.write_only] {
        if flagged.contains(&at) || flagged.contains(&known.at) {
            flagged.extend([at.clone(), known.at.clone()]);
        }
    }
    known.required |= required;
    known.docs = described(docs, std::mem::take(&mut known.docs));
    known.example = example.or(known.example.take());
    if ty == ir::Type::Any {
        known.nullable |= nullable;
        known.limits = limited(limits, std::mem::take(&mut known.limits));
    } else {
        (known.ty, known.nullable, known.limits, known.at) = (ty, nullable, limits, at);
    }
}

/// What `own` says, and what `other` says beyond that.
pub(super) fn described(own: ir::Docs, other: ir::Docs) -> ir::Docs {
    let deprecated = own.deprecated || other.deprecated;
    ir::Docs { deprecated, ..if own.description.is_some() { own } else { other } }
}

/// What `own` says, and what `other` says beyond that.
pub(super) fn limited(own: ir::Limits, other: ir::Limits) -> ir::Limits {
    ir::Limits {
        min_length: own.min_length.or(other.min_length),
        max_length: own.max_length.or(other.max_length),
        pattern: own.pattern.or(other.pattern),
        minimum: own.minimum.or(other.minimum),
        maximum: own.maximum.or(other.maximum),
        values: if own.values.is_empty() { other.values } else { own.values },
        default: own.default.or(other.default),
    }
}
