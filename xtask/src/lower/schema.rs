//! Schemas.
//!
//! A schema becomes a type. An object with properties, a string with known values, and a component that is a string
//! with a pattern become a named schema in addition; other components are no more than names for their types.

mod view;

use openapiv3::{AdditionalProperties, Schema};

use self::view::{Kind, View};
use super::Cx;
use super::references::target;
use crate::diagnostics::Pointer;
use crate::ir;

pub(super) use self::view::SchemaRef;

/// What a schema says about a value.
#[derive(Clone)]
pub(super) struct Lowered {
    pub(super) ty: ir::Type,
    pub(super) nullable: bool,
    pub(super) docs: ir::Docs,
    pub(super) limits: ir::Limits,
    pub(super) example: Option<serde_json::Value>,
}

/// The named value at `at`; `context` names what it is a part of.
pub(super) fn value(
    cx: &mut Cx<'_>,
    at: &Pointer,
    name: &str,
    schema: SchemaRef<'_>,
    required: bool,
    context: &[String],
) -> Option<ir::Value> {
    let Lowered { ty, nullable, docs, limits, example } = lower(cx, at, schema, &within(context, name))?;
    Some(ir::Value { name: name.to_owned(), ty, required, nullable, docs, limits, example, at: at.clone() })
}

/// The schema at `at`. If it needs a name and has none, it is called `name`, after where it stands.
pub(super) fn lower(cx: &mut Cx<'_>, at: &Pointer, schema: SchemaRef<'_>, name: &[String]) -> Option<Lowered> {
    match schema {
        SchemaRef::Reference(reference) => component(cx, at, reference),
        SchemaRef::Item(schema) => inline(cx, at, schema, name, false),
    }
}

/// The component that `reference`, which stands at `at`, names.
fn component(cx: &mut Cx<'_>, at: &Pointer, reference: &str) -> Option<Lowered> {
    let (place, schema) = target::<Schema>(cx, at, reference)?;
    if cx.aliases.contains(&place) {
        return cx.unsupported(at, "a schema that contains itself without an object in between");
    }
    let name = place.segments().last().unwrap_or_default();
    cx.aliases.push(place.clone());
    let lowered = inline(cx, &place, schema, &[name], true);
    cx.aliases.pop();
    // What a component is has been said where it stands.
    lowered.map(|lowered| match lowered.ty {
        ir::Type::Schema(_) => Lowered { docs: ir::Docs::default(), ..lowered },
        _ => lowered,
    })
}

/// A schema that stands at `at`; `is_component` if that is below `components`.
fn inline(cx: &mut Cx<'_>, at: &Pointer, schema: &Schema, name: &[String], is_component: bool) -> Option<Lowered> {
    let view = View::new(schema);
    let own = docs(schema);
    let mut lowered = match (single(&view), named_form(&view, is_component)) {
        (Some((keyword, member)), _) => lower(cx, &at.key(keyword).index(0), member, name)?,
        (None, Some(named)) => {
            let ty = ir::Type::Schema(named_schema(cx, at, schema, &view, name, named)?);
            Lowered { ty, nullable: false, docs: ir::Docs::default(), limits: view.limits, example: None }
        }
        (None, None) => {
            let ty = plain_type(cx, at, &view, name)?;
            Lowered { ty, nullable: false, docs: ir::Docs::default(), limits: view.limits, example: None }
        }
    };
    lowered.nullable |= schema.schema_data.nullable;
    let deprecated = own.deprecated || lowered.docs.deprecated;
    if own.description.is_some() {
        lowered.docs = own;
    }
    lowered.docs.deprecated = deprecated;
    lowered.example = schema.schema_data.example.clone().or(lowered.example);
    Some(lowered)
}

/// The only member of a composition that adds nothing but prose to it.
fn single<'a>(view: &View<'a>) -> Option<(&'static str, SchemaRef<'a>)> {
    if view.has_properties() {
        return None;
    }
    match (view.all_of, view.one_of, view.any_of) {
        ([only], [], []) => Some(("allOf", only.into())),
        ([], [only], []) => Some(("oneOf", only.into())),
        ([], [], [only]) => Some(("anyOf", only.into())),
        _ => None,
    }
}

/// The forms of schemas that get a name.
#[derive(Clone, Copy)]
enum Named {
    Object,
    Text,
    Choice,
}

fn named_form(view: &View<'_>, is_component: bool) -> Option<Named> {
    let plain_text = view.kind == Some(Kind::Text) && view.format.is_none();
    if view.has_properties() || view.all_of.len() > 1 {
        Some(Named::Object)
    } else if plain_text && !view.limits.values.is_empty() {
        Some(Named::Choice)
    } else if plain_text && is_component && view.limits.pattern.is_some() {
        Some(Named::Text)
    } else {
        None
    }
}

/// The schema at `at`, lowered now or before.
fn named_schema(
    cx: &mut Cx<'_>,
    at: &Pointer,
    schema: &Schema,
    view: &View<'_>,
    name: &[String],
    named: Named,
) -> Option<ir::SchemaId> {
    if let Some(id) = cx.places.get(at) {
        return Some(*id);
    }
    let id = ir::SchemaId(cx.schemas.len());
    cx.schemas.push(None);
    cx.places.insert(at.clone(), id);
    // An object in between makes recursion harmless.
    let aliases = std::mem::take(&mut cx.aliases);
    let form = match named {
        Named::Object => object(cx, at, view, name).map(ir::Form::Object),
        Named::Choice => Some(ir::Form::Choice(view.limits.values.clone())),
        Named::Text => Some(ir::Form::Text {
            pattern: view.limits.pattern.clone().unwrap_or_default(),
            example: schema.schema_data.example.as_ref().and_then(|example| example.as_str().map(str::to_owned)),
        }),
    };
    cx.aliases = aliases;
    let (name, docs, at) = (name.to_vec(), docs(schema), at.clone());
    cx.schemas[id.0] = Some(ir::Schema { name, docs, form: form?, in_requests: false, in_answers: false, at });
    Some(id)
}

/// The properties of an object, those of all the schemas that it is composed of included.
///
/// Where two of these have a property in common, the later one counts.
fn object(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[String]) -> Option<Vec<ir::Value>> {
    if !view.one_of.is_empty() || !view.any_of.is_empty() {
        return cx.unsupported(at, "an object with alternatives (`oneOf`, `anyOf`)");
    }
    if let (Some(AdditionalProperties::Schema(_)), true) = (view.additional, view.has_properties()) {
        return cx.unsupported(&at.key("additionalProperties"), "an object with both known and typed unknown members");
    }
    let mut values: Vec<ir::Value> = Vec::new();
    let mut required: Vec<String> = view.required.to_vec();
    for (index, member) in view.all_of.iter().enumerate() {
        let at = at.key("allOf").index(index);
        let (at, schema) = match SchemaRef::from(member) {
            SchemaRef::Item(schema) => (at, schema),
            SchemaRef::Reference(reference) => match target::<Schema>(cx, &at, reference) {
                Some(target) => target,
                None => continue,
            },
        };
        let member = View::new(schema);
        if !matches!(member.kind, None | Some(Kind::Object)) {
            cx.unsupported::<()>(&at, "a composition (`allOf`) with something other than objects");
            continue;
        }
        required.extend(member.required.iter().cloned());
        // A schema that is composed of itself has no end.
        if cx.compositions.contains(&at) {
            cx.unsupported::<()>(&at, "a schema that is composed of itself");
            continue;
        }
        cx.compositions.push(at.clone());
        for value in object(cx, &at, &member, name).unwrap_or_default() {
            replace_or_push(&mut values, value);
        }
        cx.compositions.pop();
    }
    for (property, schema) in view.properties.into_iter().flatten() {
        let place = at.key("properties").key(property);
        let own = value(cx, &place, property, schema.into(), false, name);
        own.into_iter().for_each(|value| replace_or_push(&mut values, value));
    }
    for value in &mut values {
        value.required |= required.contains(&value.name);
    }
    Some(values)
}

fn replace_or_push(values: &mut Vec<ir::Value>, value: ir::Value) {
    match values.iter_mut().find(|known| known.name == value.name) {
        Some(known) => *known = value,
        None => values.push(value),
    }
}

/// The type of a schema that gets no name.
fn plain_type(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[String]) -> Option<ir::Type> {
    if !view.one_of.is_empty() || !view.any_of.is_empty() {
        return cx.unsupported(at, "a choice between schemas (`oneOf`, `anyOf`)");
    }
    Some(match (view.kind, view.format) {
        (Some(Kind::Text), Some("date-time")) => ir::Type::Instant,
        (Some(Kind::Text), Some("date")) => ir::Type::Date,
        (Some(Kind::Text), Some("binary")) => return cx.unsupported(at, "binary content"),
        (Some(Kind::Text), _) => ir::Type::Text,
        (Some(Kind::Boolean), _) => ir::Type::Boolean,
        (Some(Kind::Integer), Some("int32")) => ir::Type::Int32,
        (Some(Kind::Integer), _) => ir::Type::Int64,
        (Some(Kind::Number), Some("float")) => ir::Type::Float,
        (Some(Kind::Number), _) => ir::Type::Double,
        (Some(Kind::Array), _) => {
            let item = match view.items {
                Some(items) => lower(cx, &at.key("items"), items.into(), &within(name, "item"))?.ty,
                None => ir::Type::Any,
            };
            ir::Type::List(Box::new(item))
        }
        (Some(Kind::Object), _) => {
            let value = match view.additional {
                Some(AdditionalProperties::Schema(schema)) => {
                    let at = at.key("additionalProperties");
                    lower(cx, &at, schema.as_ref().into(), &within(name, "value"))?.ty
                }
                _ => ir::Type::Any,
            };
            ir::Type::Map(Box::new(value))
        }
        (None, _) => ir::Type::Any,
    })
}

/// The schema that `schema` comes down to: behind references, and behind compositions of a single member.
///
/// With it come its place, and the name that its parts are called after.
fn unwrap<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    name: &[String],
) -> Option<(Pointer, View<'a>, Vec<String>)> {
    let (mut at, mut schema, mut name) = (at.clone(), schema, name.to_vec());
    let mut seen = Vec::new();
    loop {
        let item = match schema {
            SchemaRef::Item(schema) => schema,
            SchemaRef::Reference(reference) => {
                let (place, schema) = target::<Schema>(cx, &at, reference)?;
                name = place.segments().last().into_iter().collect();
                at = place;
                schema
            }
        };
        if seen.contains(&at) {
            return cx.unsupported(&at, "a schema that is composed of itself");
        }
        seen.push(at.clone());
        let view = View::new(item);
        match single(&view) {
            Some((keyword, member)) => (at, schema) = (at.key(keyword).index(0), member),
            None => return Some((at, view, name)),
        }
    }
}

/// The properties of the object that `schema` is, called after its name; `None` if it is anything else.
pub(super) fn properties<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    name: &[String],
) -> Option<Vec<ir::Value>> {
    let (at, view, name) = unwrap(cx, at, schema, name)?;
    if view.has_properties() || view.all_of.len() > 1 { object(cx, &at, &view, &name) } else { None }
}

/// The members of the object that `schema` is, with their places.
pub(super) fn members<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
) -> Vec<(&'a str, Pointer, SchemaRef<'a>)> {
    let Some((at, view, _)) = unwrap(cx, at, schema, &[]) else { return Vec::new() };
    let properties = view.properties.into_iter().flatten();
    properties.map(|(name, schema)| (name.as_str(), at.key("properties").key(name), schema.into())).collect()
}

/// The items of the array that `schema` is, and where they are described.
pub(super) fn items<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> Option<(Pointer, SchemaRef<'a>)> {
    let (at, view, _) = unwrap(cx, at, schema, &[])?;
    let items = view.items.filter(|_| view.kind == Some(Kind::Array))?;
    Some((at.key("items"), items.into()))
}

/// Whether `schema` is a string.
pub(super) fn is_text<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    unwrap(cx, at, schema, &[]).is_some_and(|(_, view, _)| view.kind == Some(Kind::Text))
}

fn docs(schema: &Schema) -> ir::Docs {
    ir::Docs {
        summary: None,
        description: schema.schema_data.description.clone().filter(|text| !text.trim().is_empty()),
        deprecated: schema.schema_data.deprecated,
    }
}

/// The name of a part called `part` of what `context` names.
pub(super) fn within(context: &[String], part: &str) -> Vec<String> {
    let mut name = context.to_vec();
    name.push(part.to_owned());
    name
}
