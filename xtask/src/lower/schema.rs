//! Schemas.
//!
//! A schema becomes a type. An object with properties, a string with known values, and a component that is a string
//! with a pattern become a named schema in addition; other components are no more than names for their types.

mod heirs;
mod intersection;
mod known;
mod object;
mod resolve;
mod union;
mod view;

use std::collections::HashSet;

use openapiv3::{ReferenceOr, Schema, SchemaData};

use self::heirs::family;
use self::intersection::{intersection, is_of_objects};
use self::known::{integers, texts};
use self::object::{described, limited, object};
use self::union::union;
use self::view::{Kind, View};
use super::Cx;
use super::references::target;
use crate::diagnostics::{Pointer, Problem, nearest};
use crate::ir::{self, Step};

pub(super) use self::heirs::Heirs;
pub(super) use self::resolve::{
    Files, files, has_heirs, is_binary, is_scalar, is_simple, is_text, items, members, properties,
};
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

    /// The type as that of a part of a list or a map, which can be null where the schema says so.
    pub(super) fn into_part(self) -> ir::Type {
        let is_any = self.ty == ir::Type::Any;
        if self.nullable && !is_any { ir::Type::Nullable(Box::new(self.ty)) } else { self.ty }
    }

    /// Adds what `schema` says beyond the type; it counts more than what is known.
    fn refine(&mut self, schema: &Schema, limits: ir::Limits) {
        let SchemaData { nullable, read_only, write_only, ref example, .. } = schema.schema_data;
        let (docs, example, ty) = (docs(schema), example.clone(), ir::Type::Any);
        self.add(Self { ty, nullable, docs, limits, example, read_only, write_only });
    }

    /// Adds what `own` says beyond the type; it counts more than what is known.
    fn add(&mut self, own: Self) {
        let Self { ty: _, nullable, docs, limits, example, read_only, write_only } = own;
        self.nullable |= nullable;
        self.read_only |= read_only;
        self.write_only |= write_only;
        self.docs = described(docs, std::mem::take(&mut self.docs));
        self.limits = limited(limits, std::mem::take(&mut self.limits));
        self.example = example.or(self.example.take());
    }
}

/// The named value at `at`; `context` names what it is a part of.
pub(super) fn value(
    cx: &mut Cx<'_>,
    at: &Pointer,
    name: &str,
    schema: SchemaRef<'_>,
    required: bool,
    context: &[Step],
) -> Option<ir::Value> {
    placed(cx, at, name, schema, required, &within(context, Step::Member(name.to_owned())))
}

/// The same; `place` is where its schema stands.
pub(super) fn placed(
    cx: &mut Cx<'_>,
    at: &Pointer,
    name: &str,
    schema: SchemaRef<'_>,
    required: bool,
    place: &[Step],
) -> Option<ir::Value> {
    let Lowered { ty, nullable, docs, limits, example, read_only, write_only } = lower(cx, at, schema, place)?;
    if read_only {
        cx.read_only.insert(at.clone());
    }
    if write_only {
        cx.write_only.insert(at.clone());
    }
    Some(ir::Value { name: name.to_owned(), ty, required, nullable, docs, limits, example, at: at.clone() })
}

/// The schema at `at` of a body as a whole, called `name` like [`lower`] does.
pub(super) fn whole(cx: &mut Cx<'_>, at: &Pointer, schema: SchemaRef<'_>, name: &[Step]) -> Option<Lowered> {
    let lowered = lower(cx, at, schema, name);
    note(cx, at, lowered.as_ref());
    lowered
}

/// Remembers what the schema at `at` came down to.
fn note(cx: &mut Cx<'_>, at: &Pointer, lowered: Option<&Lowered>) {
    if let Some(lowered) = lowered {
        cx.whole.insert(at.clone(), lowered.clone().into_part());
    }
}

/// The schema at `at`. If it needs a name and has none, it is called `name`, after where it stands.
pub(super) fn lower(cx: &mut Cx<'_>, at: &Pointer, schema: SchemaRef<'_>, name: &[Step]) -> Option<Lowered> {
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
    let lowered = inline(cx, &place, schema, &[Step::Component(name)], true);
    cx.aliases.pop();
    note(cx, &place, lowered.as_ref());
    // What a component is has been said where it stands.
    lowered.map(|lowered| match lowered.ty {
        ir::Type::Schema(_) => Lowered { docs: ir::Docs::default(), ..lowered },
        _ => lowered,
    })
}

/// A schema that stands at `at`; `is_component` if that is below `components`.
fn inline(cx: &mut Cx<'_>, at: &Pointer, schema: &Schema, name: &[Step], is_component: bool) -> Option<Lowered> {
    let view = View::new(schema);
    report_slips(cx, at, &view);
    // An heir is no other name for what it inherits from.
    let single = single(&view).filter(|_| !(is_component && cx.heirs.is_one(at)));
    let mut lowered = match (single, named_form(schema, &view, is_component)) {
        _ if is_component && cx.heirs.has_any(at) => family(cx, at, schema, name)?,
        (Some(single), _) => {
            let mut lowered = lower(cx, &at.key(single.keyword).index(single.index), single.member, name)?;
            for other in single.others {
                lowered.refine(other, View::new(other).limits);
            }
            lowered
        }
        (None, _) if !is_of_objects(cx, at, &view, &mut HashSet::new()) => intersection(cx, at, &view, name)?,
        (None, Some(named)) => Lowered::new(ir::Type::Schema(named_schema(cx, at, schema, &view, name, named)?)),
        (None, None) if view.is_choice() => union(cx, at, schema, &view, name)?,
        (None, None) => Lowered::new(plain_type(cx, at, &view, name)?),
    };
    lowered.refine(schema, view.limits);
    Some(lowered)
}

/// Reports what a schema cannot mean: a format that is near to one with a type of its own, and a range of nothing.
fn report_slips(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>) {
    if let (Some(Kind::Text), Some(format)) = (view.kind, view.format)
        && let Some(meant) = nearest(format, ["date-time", "date", "byte"]).filter(|meant| *meant != format)
    {
        let problem = Problem::MisspeltFormat { format: format.to_owned(), meant };
        cx.diagnostics.report::<()>(&at.key("format"), problem);
    }
    let ir::Limits { min_length, max_length, minimum, maximum, .. } = &view.limits;
    let lengths = min_length.zip(*max_length).is_some_and(|(least, most)| least > most);
    let numbers = minimum.zip(*maximum).is_some_and(|(least, most)| least > most);
    for (is_empty, least, most) in [(lengths, "minLength", "maxLength"), (numbers, "minimum", "maximum")] {
        if is_empty {
            cx.diagnostics.report::<()>(&at.key(least), Problem::EmptyRange { least, most });
        }
    }
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
    let inline = |member: &'a ReferenceOr<Schema>| member.as_item().map(|schema| (schema, View::new(schema)));
    let views = members.iter().map(|member| inline(member).map(|(_, view)| view)).enumerate();
    let typed: Vec<_> = views.filter(|(_, view)| view.as_ref().is_none_or(|view| !view.is_bare())).collect();
    let index = match typed.as_slice() {
        [] => 0,
        [(only, _)] => *only,
        several => scalar(several)?,
    };
    let others = members.iter().enumerate().filter(|(other, _)| *other != index);
    let others = others.filter_map(|(_, member)| member.as_item()).collect();
    Some(Single { keyword, index, member: members.get(index)?.into(), others })
}

/// Which of several members says what a composition is whose values are scalars: the one that says more of them than
/// their type, or the first if none does. Members that are given by reference have no view.
fn scalar(members: &[(usize, Option<View<'_>>)]) -> Option<usize> {
    let plain = |view: &Option<View<'_>>| view.as_ref().filter(|view| view.is_plain()).and_then(View::scalar);
    let kind = members.iter().find_map(|(_, view)| plain(view))?;
    let mut others = members.iter().filter(|(_, view)| plain(view) != Some(kind));
    match (others.next(), others.next()) {
        (None, _) => members.first().map(|(index, _)| *index),
        (Some((index, view)), None) => view.as_ref().is_none_or(|view| view.scalar() == Some(kind)).then_some(*index),
        (Some(_), Some(_)) => None,
    }
}

/// The forms of schemas that get a name.
#[derive(Clone, Copy)]
enum Named {
    Object,
    Text,
    Choice,
    Integers,
}

fn named_form(schema: &Schema, view: &View<'_>, is_component: bool) -> Option<Named> {
    let is_text = view.kind == Some(Kind::Text);
    if view.is_structured() {
        Some(Named::Object)
    } else if is_text && !view.limits.values.is_empty() && !are_of_format(view) {
        Some(Named::Choice)
    } else if view.kind == Some(Kind::Integer) && integers(schema, view).is_some() {
        Some(Named::Integers)
    } else if is_text && view.format.is_none() && is_component && view.limits.pattern.is_some() {
        Some(Named::Text)
    } else {
        None
    }
}

/// Whether all texts that are allowed are of a format that has a type of its own, so that they are of that.
fn are_of_format(view: &View<'_>) -> bool {
    let all = |is_one: fn(&str) -> bool| view.limits.values.iter().all(|text| is_one(text));
    match view.format {
        Some("date-time") => all(|text| text.parse::<jiff::Timestamp>().is_ok()),
        Some("date-time-rfc-2822") => all(|text| jiff::fmt::rfc2822::parse(text).is_ok()),
        Some("date") => all(|text| text.parse::<jiff::civil::Date>().is_ok()),
        Some("byte") => true,
        _ => false,
    }
}

/// The schema at `at`, lowered now or before.
fn named_schema(
    cx: &mut Cx<'_>,
    at: &Pointer,
    schema: &Schema,
    view: &View<'_>,
    name: &[Step],
    named: Named,
) -> Option<ir::SchemaId> {
    let (id, form) = reserved(cx, at, |cx| match named {
        Named::Object => object(cx, at, view, name)
            .and_then(|properties| Some(ir::Form::Object { properties, rest: rest(cx, at, view, name)? })),
        Named::Choice => Some(ir::Form::Choice(texts(schema, view))),
        Named::Integers => integers(schema, view).map(ir::Form::Integers),
        Named::Text => Some(ir::Form::Text {
            pattern: view.limits.pattern.clone().unwrap_or_default(),
            example: schema.schema_data.example.as_ref().and_then(|example| example.as_str().map(str::to_owned)),
        }),
    });
    let Some(form) = form else { return Some(id) };
    let format = view.format.filter(|_| matches!(named, Named::Choice)).map(str::to_owned);
    cx.schemas[id.0] = Some(ir::Schema { format, ..finished(schema, name, form?, at) });
    Some(id)
}

/// The id of the schema at `at`, and what `lower` finds about it; nothing if it has been or is being lowered.
fn reserved<'a, T>(cx: &mut Cx<'a>, at: &Pointer, lower: impl FnOnce(&mut Cx<'a>) -> T) -> (ir::SchemaId, Option<T>) {
    if let Some(id) = cx.places.get(at) {
        return (*id, None);
    }
    let id = ir::SchemaId(cx.schemas.len());
    cx.schemas.push(None);
    cx.places.insert(at.clone(), id);
    // What has a name of its own in between makes recursion harmless.
    let (aliases, compositions) = (std::mem::take(&mut cx.aliases), std::mem::take(&mut cx.compositions));
    let found = lower(cx);
    (cx.aliases, cx.compositions) = (aliases, compositions);
    (id, Some(found))
}

/// What `schema`, which stands at `at`, is, called `name`.
fn finished(schema: &Schema, name: &[Step], form: ir::Form, at: &Pointer) -> ir::Schema {
    let title = schema.schema_data.title.clone().filter(|title| !title.trim().is_empty());
    ir::Schema { title, ..ir::Schema::new(name.to_vec(), docs(schema), form, at.clone()) }
}

/// The type of a schema that gets no name.
fn plain_type(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[Step]) -> Option<ir::Type> {
    Some(match (view.kind, view.format) {
        (Some(Kind::Text), Some("date-time")) => ir::Type::Instant,
        (Some(Kind::Text), Some("date-time-rfc-2822")) => ir::Type::MailTime,
        (Some(Kind::Text), Some("date")) => ir::Type::Date,
        (Some(Kind::Text), Some("byte")) => ir::Type::Bytes,
        (Some(Kind::Text), _) => ir::Type::Text,
        (Some(Kind::Boolean), _) => ir::Type::Boolean,
        (Some(Kind::Integer), Some("int32" | "int16" | "int8")) => ir::Type::Int32,
        // Not everybody spells them as the registry of formats does.
        (Some(Kind::Integer), Some("uint32" | "u-int32" | "uint16" | "u-int16" | "uint8" | "u-int8")) => {
            ir::Type::UInt32
        }
        (Some(Kind::Integer), Some("uint64" | "u-int64" | "uint")) => ir::Type::UInt64,
        (Some(Kind::Integer), _) => ir::Type::Int64,
        (Some(Kind::Number), Some("float")) => ir::Type::Float,
        (Some(Kind::Number), _) => ir::Type::Double,
        (Some(Kind::Array), _) => {
            let item = match view.items {
                Some(items) => lower(cx, &at.key("items"), items.into(), &within(name, Step::Item))?.into_part(),
                None => ir::Type::Any,
            };
            ir::Type::List(Box::new(item))
        }
        (Some(Kind::Object), _) => ir::Type::Map(Box::new(rest(cx, at, view, name)?.unwrap_or(ir::Type::Any))),
        (None, _) => ir::Type::Any,
    })
}

/// The type of the properties that an object does not name; nothing in the inner `Option` if nothing is said of them.
fn rest(cx: &mut Cx<'_>, at: &Pointer, view: &View<'_>, name: &[Step]) -> Option<Option<ir::Type>> {
    match object::others(cx, at, view, &mut HashSet::new()) {
        Some((_, None)) => Some(Some(ir::Type::Any)),
        Some((at, Some(schema))) => {
            lower(cx, &at, schema, &within(name, Step::Value)).map(|lowered| Some(lowered.into_part()))
        }
        None => Some(None),
    }
}

fn docs(schema: &Schema) -> ir::Docs {
    ir::Docs {
        summary: None,
        description: schema.schema_data.description.clone().filter(|text| !text.trim().is_empty()),
        deprecated: schema.schema_data.deprecated,
    }
}

/// The name of a part called `part` of what `context` names.
pub(super) fn within(context: &[Step], part: Step) -> Vec<Step> {
    let mut name = context.to_vec();
    name.push(part);
    name
}
