//! Choices between schemas: `oneOf` and `anyOf`.
//!
//! Where the alternatives come down to one type, they are that type. Otherwise they become a schema of their own, whose
//! values are told apart by a tag, or by what they look like.

use std::collections::{HashMap, HashSet};

use openapiv3::{Discriminator, Schema};

use super::object::part;
use super::view::{Kind, SchemaRef, View};
use super::{Lowered, finished, lower, reserved, within};
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};
use crate::lower::Cx;
use crate::numbers::Numbers;
use crate::reference::mapped_name;

/// So many alternatives are not compared with one another to find names for them.
const MANY: usize = 50;

/// The choice at `at`, which is called `name` if it needs a name.
pub(super) fn union(cx: &mut Cx<'_>, at: &Pointer, schema: &Schema, view: &View<'_>, name: &[Step]) -> Option<Lowered> {
    if let Some((ty, nullable)) = cx.choices.get(at).cloned() {
        return Some(Lowered { nullable, ..Lowered::new(ty) });
    }
    let discriminator = discriminator(cx, schema);
    let (id, found) = reserved(cx, at, |cx| cases(cx, at, discriminator.as_ref(), view, name));
    // Within itself it is a schema, whatever it comes down to.
    let Some(found) = found else { return Some(Lowered::new(ir::Type::Schema(id))) };
    let (cases, nullable) = found?;
    let ty = common(cx, &cases).unwrap_or(ir::Type::Schema(id));
    let tag = discriminator.map(|tag| tag.name.to_owned());
    let form = ir::Form::Union { tag, cases };
    cx.schemas[id.0] = Some(finished(schema, name, form, at));
    cx.choices.insert(at.clone(), (ty.clone(), nullable));
    Some(Lowered { nullable, ..Lowered::new(ty) })
}

/// The property that says which alternative a value is.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    /// Its values by the names of the components that they are mapped to.
    mapped: HashMap<&'a str, Vec<&'a String>>,
}

impl Tag<'_> {
    /// Its values that are mapped to the component called `name`.
    pub(super) fn mapped(&self, name: &str) -> Option<Vec<String>> {
        self.mapped.get(name).map(|values| values.iter().map(|value| (*value).clone()).collect())
    }

    /// Whether any of its values is mapped to anything.
    pub(super) fn has_mapping(&self) -> bool {
        !self.mapped.is_empty()
    }
}

/// The alternatives, each type once, and whether null is one of them.
fn cases(
    cx: &mut Cx<'_>,
    at: &Pointer,
    tag: Option<&Tag<'_>>,
    view: &View<'_>,
    name: &[Step],
) -> Option<(Vec<ir::Case>, bool)> {
    let (mut cases, mut nullable): (Vec<ir::Case>, _) = (Vec::new(), false);
    let (mut names, mut numbers) = (HashSet::new(), Numbers::default());
    for (keyword, index, member) in view.choices() {
        let member = SchemaRef::from(member);
        if is_null(member) {
            nullable = true;
            continue;
        }
        let own = own_name(member).or_else(|| distinction(view, index, member));
        let word = own.clone().unwrap_or_else(|| kind(member).to_owned());
        let word = numbers.free(word, " ", |word| names.contains(word));
        let place = within(name, Step::Alternative(word.clone()));
        names.insert(word);
        let lowered = lower(cx, &at.key(keyword).index(index), member, &place)?;
        nullable |= lowered.nullable;
        let tags = tag.map(|tag| tags(cx, tag, &at.key(keyword).index(index), member)).unwrap_or_default();
        add(&mut cases, ir::Case { name: own, ty: lowered.ty, tags });
    }
    Some((cases, nullable))
}

/// Adds an alternative, or the tags of one whose type is known.
pub(super) fn add(cases: &mut Vec<ir::Case>, case: ir::Case) {
    match cases.iter_mut().find(|known| known.ty == case.ty) {
        Some(known) => known.tags.extend(case.tags),
        None => cases.push(case),
    }
}

/// Whether a schema describes nothing but null. One that says no more than `nullable` would be any value by itself,
/// but as an alternative it is meant so.
fn is_null(schema: SchemaRef<'_>) -> bool {
    let SchemaRef::Item(schema) = schema else { return false };
    if schema.schema_data.nullable && View::new(schema).is_bare() {
        return true;
    }
    let openapiv3::SchemaKind::Any(any) = &schema.schema_kind else { return false };
    any.typ.as_deref() == Some("null")
        || (!any.enumeration.is_empty() && any.enumeration.iter().all(|value| value.is_null()))
}

/// What an alternative is called: after its component, its title, the only value that one of its members has, or the
/// component that it adds to.
fn own_name(schema: SchemaRef<'_>) -> Option<String> {
    match schema {
        SchemaRef::Reference(reference) => reference.rsplit('/').next().map(str::to_owned),
        SchemaRef::Item(schema) => {
            let title = schema.schema_data.title.clone().filter(|title| !title.trim().is_empty());
            let view = View::new(schema);
            title.or_else(|| constant(&view)).or_else(|| {
                let mut parts = view.all_of.iter().map(SchemaRef::from);
                parts.find_map(|part| if let SchemaRef::Reference(_) = part { own_name(part) } else { None })
            })
        }
    }
}

/// The member that an alternative, the one with this `index`, requires and other objects without names do not.
fn distinction(view: &View<'_>, index: usize, member: SchemaRef<'_>) -> Option<String> {
    let unnamed = |member: SchemaRef<'_>| {
        let SchemaRef::Item(schema) = member else { return None };
        let is_unnamed = kind(member) == "object" && own_name(member).is_none();
        is_unnamed.then(|| View::new(schema).required.to_vec())
    };
    if view.choices().nth(MANY).is_some() {
        return None;
    }
    let others = view.choices().filter(|(_, other, _)| *other != index);
    let others: Vec<Vec<String>> = others.filter_map(|(_, _, other)| unnamed(other.into())).collect();
    let own = unnamed(member).filter(|_| !others.is_empty())?;
    own.into_iter().find(|name| !others.iter().any(|other| other.contains(name)))
}

/// The only value of the first member that has no other.
fn constant(view: &View<'_>) -> Option<String> {
    let members = view.properties.into_iter().flatten().filter_map(|(_, member)| member.as_item());
    let mut values = members.map(|member| View::new(member)).filter(|member| member.kind == Some(Kind::Text));
    let only = |mut values: Vec<String>| if values.len() == 1 { values.pop() } else { None };
    values.find_map(|member| only(member.limits.values)).filter(|value| value.chars().any(char::is_alphabetic))
}

/// What an alternative without a name is called.
fn kind(schema: SchemaRef<'_>) -> &'static str {
    let SchemaRef::Item(schema) = schema else { return "object" };
    match View::new(schema).kind {
        Some(Kind::Text) => "text",
        Some(Kind::Number) => "number",
        Some(Kind::Integer) => "integer",
        Some(Kind::Boolean) => "boolean",
        Some(Kind::Array) => "list",
        Some(Kind::Object) | None => "object",
    }
}

/// The values of the tag that announce `member`, which stands at `at`: those that are mapped to it, those that it says
/// itself, or the name of its component.
fn tags(cx: &mut Cx<'_>, tag: &Tag<'_>, at: &Pointer, member: SchemaRef<'_>) -> Vec<String> {
    let component = match member {
        SchemaRef::Reference(reference) => Some(component(reference)),
        SchemaRef::Item(_) => None,
    };
    if let Some(values) = component.and_then(|component| tag.mapped(component)) {
        return values;
    }
    let said = said(cx, tag, at, member, HashSet::new());
    if said.is_empty() { component.map(str::to_owned).into_iter().collect() } else { said }
}

/// The only texts that the tag can be in `member`, which stands at `at`, if it has a say in that; what has been `seen`
/// has none.
pub(super) fn said<'a, 'b: 'a>(
    cx: &mut Cx<'b>,
    tag: &Tag<'_>,
    at: &Pointer,
    member: SchemaRef<'a>,
    mut seen: HashSet<Pointer>,
) -> Vec<String> {
    let mut rest = vec![(at.clone(), member)];
    while let Some((at, schema)) = rest.pop() {
        let Some((at, view)) = part(cx, at, schema).filter(|(at, _)| seen.insert(at.clone())) else { continue };
        if let Some(property) = view.properties.and_then(|properties| properties.get(tag.name)) {
            let place = at.key("properties").key(tag.name);
            let property = part(cx, place, property.into()).filter(|(_, view)| view.kind == Some(Kind::Text));
            return property.map(|(_, view)| view.limits.values).unwrap_or_default();
        }
        rest.extend(view.all_of.iter().enumerate().map(|(index, part)| (at.key("allOf").index(index), part.into())));
    }
    Vec::new()
}

/// The tag of `schema`; `None` if one of its values is mapped to nothing, so that nothing can be said for sure.
pub(super) fn discriminator<'a>(cx: &Cx<'_>, schema: &'a Schema) -> Option<Tag<'a>> {
    let Discriminator { property_name, mapping, .. } = schema.schema_data.discriminator.as_ref()?;
    let components = cx.document.components.as_ref().map(|components| &components.schemas);
    let is_there = |name: &&str| {
        let pointer = Pointer::of_reference(&format!("#/{name}"));
        let name = pointer.and_then(|pointer| pointer.segments().next());
        components.zip(name).is_some_and(|(components, name)| components.contains_key(&name))
    };
    let mut tag = Tag { name: property_name, mapped: HashMap::new() };
    for (value, target) in mapping {
        let name = [component(target), mapped_name(target)].into_iter().find(is_there)?;
        tag.mapped.entry(name).or_default().push(value);
    }
    Some(tag)
}

/// The name of the component that `reference` leads to, which may be that name itself.
fn component(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}

/// The type that all alternatives come down to, if there is one.
fn common(cx: &Cx<'_>, cases: &[ir::Case]) -> Option<ir::Type> {
    let all = |is_such: fn(&Cx<'_>, &ir::Type) -> bool| cases.iter().all(|case| is_such(cx, &case.ty));
    match cases {
        [] => Some(ir::Type::Any),
        [only] => Some(only.ty.clone()),
        _ if cases.iter().any(|case| case.ty == ir::Type::Any) => Some(ir::Type::Any),
        _ if all(is_text) => Some(ir::Type::Text),
        _ if all(|_, ty| matches!(ty, ir::Type::Int32 | ir::Type::UInt32 | ir::Type::Int64)) => Some(ir::Type::Int64),
        _ if all(|_, ty| matches!(ty, ir::Type::UInt32 | ir::Type::UInt64)) => Some(ir::Type::UInt64),
        // No other type has all their values.
        _ if all(is_integer) => None,
        _ if all(is_number) => Some(ir::Type::Double),
        _ => None,
    }
}

/// Whether values of `ty` are strings.
pub(super) fn is_text(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    match ty {
        ir::Type::Text | ir::Type::Instant | ir::Type::MailTime | ir::Type::Date | ir::Type::Bytes => true,
        ir::Type::Schema(id) => cx.schemas[id.0]
            .as_ref()
            .is_some_and(|schema| matches!(schema.form, ir::Form::Text { .. } | ir::Form::Choice(_))),
        _ => false,
    }
}

pub(super) fn is_integer(_: &Cx<'_>, ty: &ir::Type) -> bool {
    matches!(ty, ir::Type::Int32 | ir::Type::Int64 | ir::Type::UInt32 | ir::Type::UInt64)
}

pub(super) fn is_number(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    is_integer(cx, ty) || matches!(ty, ir::Type::Float | ir::Type::Double)
}
