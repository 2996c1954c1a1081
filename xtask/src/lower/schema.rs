//! Schemas.
//!
//! A schema becomes a type. An object with properties, a string with known values, and a component that is a string
//! with a pattern become a named schema in addition; other components are no more than names for their types.

mod view;

use std::collections::HashSet;

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

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
    /// Whether only answers have it.
    read_only: bool,
    /// Whether only requests have it.
    write_only: bool,
}

impl Lowered {
    fn new(ty: ir::Type) -> Self {
        let (docs, limits) = (ir::Docs::default(), ir::Limits::default());
        Self { ty, nullable: false, docs, limits, example: None, read_only: false, write_only: false }
    }

    /// Adds what `schema` says beyond the type; it counts more than what is known.
    fn refine(&mut self, schema: &Schema, limits: ir::Limits) {
        let own = docs(schema);
        self.nullable |= schema.schema_data.nullable;
        self.read_only |= schema.schema_data.read_only;
        self.write_only |= schema.schema_data.write_only;
        self.docs = described(own, std::mem::take(&mut self.docs));
        self.limits = limited(limits, std::mem::take(&mut self.limits));
        self.example = schema.schema_data.example.clone().or(self.example.take());
    }
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
    let Lowered { ty, nullable, docs, limits, example, read_only, write_only } =
        lower(cx, at, schema, &within(context, name))?;
    if read_only {
        cx.read_only.insert(at.clone());
    }
    if write_only {
        cx.write_only.insert(at.clone());
    }
    Some(ir::Value { name: name.to_owned(), ty, required, nullable, docs, limits, example, at: at.clone() })
}

/// The schema at `at`. If it needs a name and has none, it is called `name`, after where it stands.
pub(super) fn lower(cx: &mut Cx<'_>, at: &Pointer, schema: SchemaRef<'_>, name: &[String]) -> Option<Lowered> {
    cx.nested(at, |cx| match schema {
        SchemaRef::Reference(reference) => component(cx, at, reference),
        SchemaRef::Item(schema) => inline(cx, at, schema, name, false),
    })
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
    let mut lowered = match (single(&view), named_form(&view, is_component)) {
        (Some(single), _) => {
            let mut lowered = lower(cx, &at.key(single.keyword).index(single.index), single.member, name)?;
            for other in single.others {
                lowered.refine(other, View::new(other).limits);
            }
            lowered
        }
        (None, Some(named)) => Lowered::new(ir::Type::Schema(named_schema(cx, at, schema, &view, name, named)?)),
        (None, None) => Lowered::new(plain_type(cx, at, &view, name)?),
    };
    lowered.refine(schema, view.limits);
    Some(lowered)
}

/// A composition that comes down to one of its members.
struct Single<'a> {
    keyword: &'static str,
    /// Which of the members it is.
    index: usize,
    member: SchemaRef<'a>,
    /// The others, which say nothing about the type.
    others: Vec<&'a Schema>,
}

/// The only member of a composition that says what type it is, if the composition itself says nothing about that.
fn single<'a>(view: &View<'a>) -> Option<Single<'a>> {
    if view.has_properties() || view.has_typed_names() || !view.required.is_empty() {
        return None;
    }
    let (keyword, members) = match (view.all_of, view.one_of, view.any_of) {
        (all_of, [], []) => ("allOf", all_of),
        ([], [only], []) => ("oneOf", std::slice::from_ref(only)),
        ([], [], [only]) => ("anyOf", std::slice::from_ref(only)),
        _ => return None,
    };
    let bare = |member: &'a ReferenceOr<Schema>| member.as_item().filter(|schema| View::new(schema).is_bare());
    let mut typed = members.iter().enumerate().filter(|(_, member)| bare(member).is_none());
    let (index, member) = match (typed.next(), typed.next()) {
        (Some(only), None) => only,
        (None, _) => (0, members.first()?),
        (Some(_), Some(_)) => return None,
    };
    let others = members.iter().enumerate().filter(|(other, _)| *other != index);
    let others = others.filter_map(|(_, member)| bare(member)).collect();
    Some(Single { keyword, index, member: member.into(), others })
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
    if view.is_structured() {
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
    let (aliases, compositions) = (std::mem::take(&mut cx.aliases), std::mem::take(&mut cx.compositions));
    let form = match named {
        Named::Object => object(cx, at, view, name).map(ir::Form::Object),
        Named::Choice => Some(ir::Form::Choice(view.limits.values.clone())),
        Named::Text => Some(ir::Form::Text {
            pattern: view.limits.pattern.clone().unwrap_or_default(),
            example: schema.schema_data.example.as_ref().and_then(|example| example.as_str().map(str::to_owned)),
        }),
    };
    (cx.aliases, cx.compositions) = (aliases, compositions);
    let (name, docs, at) = (name.to_vec(), docs(schema), at.clone());
    cx.schemas[id.0] = Some(ir::Schema { name, docs, form: form?, in_requests: false, in_answers: false, at });
    Some(id)
}

/// The properties of the object at `at`, those of all the schemas that it is composed of included.
///
/// They are remembered: a schema may be part of many others, and these of many others again.
fn object(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[String]) -> Option<Vec<ir::Value>> {
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
fn composed(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[String]) -> Option<Vec<ir::Value>> {
    if !view.one_of.is_empty() || !view.any_of.is_empty() {
        return cx.unsupported(at, "an object with alternatives (`oneOf`, `anyOf`)");
    }
    if view.has_typed_names() {
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
        let inherited = cx.nested(&at, |cx| object(cx, &at, &member, name));
        for value in inherited.unwrap_or_default() {
            merge_or_push(cx, &mut values, value);
        }
    }
    for (property, schema) in view.properties.into_iter().flatten() {
        let place = at.key("properties").key(property);
        if let Some(value) = value(cx, &place, property, schema.into(), false, name) {
            merge_or_push(cx, &mut values, value);
        }
    }
    let required: HashSet<String> = required.into_iter().collect();
    for value in &mut values {
        value.required |= required.contains(&value.name);
    }
    Some(values)
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
fn described(own: ir::Docs, other: ir::Docs) -> ir::Docs {
    let deprecated = own.deprecated || other.deprecated;
    ir::Docs { deprecated, ..if own.description.is_some() { own } else { other } }
}

/// What `own` says, and what `other` says beyond that.
fn limited(own: ir::Limits, other: ir::Limits) -> ir::Limits {
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
fn resolve<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    name: &[String],
) -> Option<(Pointer, View<'a>, Vec<String>)> {
    let (mut at, mut schema, mut name) = (at.clone(), schema, name.to_vec());
    let mut seen = HashSet::new();
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
pub(super) fn properties<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    schema: SchemaRef<'a>,
    name: &[String],
) -> Option<Option<Vec<ir::Value>>> {
    let (at, view, name) = resolve(cx, at, schema, name)?;
    if view.is_structured() || view.is_empty_object() { object(cx, &at, &view, &name).map(Some) } else { Some(None) }
}

/// The members of the object that `schema` is, those of all the schemas that it is composed of included, with their
/// places.
pub(super) fn members<'a>(
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

/// The items of the array that `schema` is, and where they are described.
pub(super) fn items<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> Option<(Pointer, SchemaRef<'a>)> {
    let (at, view, _) = resolve(cx, at, schema, &[])?;
    let items = view.items.filter(|_| view.kind == Some(Kind::Array))?;
    Some((at.key("items"), items.into()))
}

/// Whether `schema` may be something else than an array or an object.
pub(super) fn is_scalar<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    resolve(cx, at, schema, &[])
        .is_some_and(|(_, view, _)| !view.is_structured() && !matches!(view.kind, Some(Kind::Array | Kind::Object)))
}

/// Whether `schema` is a string.
pub(super) fn is_text<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>) -> bool {
    resolve(cx, at, schema, &[]).is_some_and(|(_, view, _)| view.kind == Some(Kind::Text))
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
