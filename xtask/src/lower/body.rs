//! Bodies of requests.

use std::collections::HashSet;

use openapiv3::{Encoding, MediaType, ReferenceOr, RequestBody};
use serde_json::Value;

use super::Cx;
use super::media::{self, Kind, is_json};
use super::params::{first_example, fits, query_style};
use super::references::follow;
use super::schema::{self, Files, SchemaRef, within};
use crate::diagnostics::{Place, Pointer, Problem};
use crate::ir::{self, Step};

/// A body, if there is one, and the media types that it may be of.
#[derive(Default)]
pub(super) struct Lowered {
    pub(super) body: Option<ir::Body>,
    /// The media type, if it is not the usual one of bodies of this kind.
    pub(super) media_type: Option<String>,
    /// Those that it could be of instead.
    pub(super) others: Vec<String>,
    /// What it could be instead that says something else: what to call that in a word, and the body.
    pub(super) alternatives: Vec<(&'static str, Self)>,
}

/// The body given at `at`, of the best type that it may be of; `context` names the operation.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    body: &'a ReferenceOr<RequestBody>,
    context: &[Step],
) -> Option<Lowered> {
    let (at, body) = follow(cx, at, body)?;
    let RequestBody { description, content, required, extensions: _ } = body;
    let at = at.key("content");
    let whole = Whole { description: description.as_deref(), required: *required };
    let kind = |cx: &mut Cx<'a>, media_type: &str, data| media::kind(cx, &at.key(media_type), media_type, data);
    let mut kinds: Vec<_> =
        content.iter().map(|(media_type, data)| (kind(cx, media_type, data), media_type, data)).collect();
    kinds.sort_by_key(|(kind, ..)| *kind);
    let mut kinds = kinds.into_iter();
    let Some((best, media_type, data)) = kinds.next() else { return Some(Lowered::default()) };
    let mut lowered = of_kind(cx, &at, best, media_type, data, &whole, context)?;
    lowered.others = content.keys().filter(|other| *other != media_type).cloned().collect();
    for (kind, media_type, data) in kinds {
        let Some(word) = alternative(best, kind, media_type) else { continue };
        if lowered.alternatives.iter().all(|(known, _)| *known != word) {
            let obstacles = cx.obstacles.len();
            let alternative =
                of_kind(cx, &at, kind, media_type, data, &whole, &within(context, Step::Alternative(word.to_owned())));
            // What cannot be offered stays one of the others.
            cx.obstacles.truncate(obstacles);
            if let Some(alternative) = alternative {
                lowered.others.retain(|other| other != media_type);
                lowered.alternatives.push((word, alternative));
            }
        }
    }
    Some(lowered)
}

/// What to call a body of another kind than the `best` one, unless it says the same in other words.
fn alternative(best: Kind, kind: Kind, media_type: &str) -> Option<&'static str> {
    match kind {
        _ if kind == best || media::is_xml(media_type) => None,
        Kind::Multipart => Some("multipart"),
        Kind::Text => Some("text"),
        Kind::Binary => Some("bytes"),
        Kind::PlainJson | Kind::Json | Kind::Form | Kind::Events => None,
    }
}

/// The body of type `media_type`, whose content is described at `at`.
fn of_kind<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    kind: Kind,
    media_type: &str,
    data: &'a MediaType,
    whole: &Whole<'_>,
    context: &[Step],
) -> Option<Lowered> {
    let at = at.key(media_type);
    let (body, usual) = match kind {
        Kind::PlainJson | Kind::Json => (json_body(cx, &at, data, whole, context)?, "application/json"),
        Kind::Form => match form_body(cx, &at, data, context)? {
            Some(form) => (form, "application/x-www-form-urlencoded"),
            None => (ir::Body::Text(whole.value(&at, ir::Type::Text)), ""),
        },
        Kind::Multipart => match multipart_body(cx, &at, data, context)? {
            Some(parts) => (parts, "multipart/form-data"),
            None => (ir::Body::Binary(whole.value(&at, ir::Type::Text)), ""),
        },
        Kind::Text | Kind::Events => (ir::Body::Text(whole.value(&at, ir::Type::Text)), "text/plain"),
        Kind::Binary => (ir::Body::Binary(whole.value(&at, ir::Type::Text)), "application/octet-stream"),
    };
    let is_usual = kind == Kind::PlainJson || media_type.eq_ignore_ascii_case(usual) || media::is_range(media_type);
    let media_type = Some(media_type.to_owned()).filter(|_| !is_usual);
    Some(Lowered { body: Some(body), media_type, ..Lowered::default() })
}

/// What is said about a body as a whole.
struct Whole<'a> {
    description: Option<&'a str>,
    required: bool,
}

impl Whole<'_> {
    /// The body, described at `at`, as a value without a schema.
    fn value(&self, at: &Pointer, ty: ir::Type) -> Box<ir::Value> {
        let description = self.description.map(str::to_owned).filter(|text| !text.trim().is_empty());
        Box::new(ir::Value {
            name: "body".to_owned(),
            ty,
            required: self.required,
            nullable: false,
            docs: ir::Docs { description, ..ir::Docs::default() },
            limits: ir::Limits::default(),
            example: None,
            at: at.clone(),
        })
    }
}

fn json_body<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    data: &'a MediaType,
    whole: &Whole<'_>,
    context: &[Step],
) -> Option<ir::Body> {
    let Some(schema) = &data.schema else { return Some(ir::Body::Json(whole.value(at, ir::Type::Any))) };
    let (schema, at) = (SchemaRef::from(schema), at.key("schema"));
    // Members say themselves which of them are required. What has heirs is more than its members.
    let members = if schema::has_heirs(cx, &at, schema) {
        None
    } else {
        schema::properties(cx, &at, schema, &within(context, Step::Body))?
    };
    if let Some(mut members) = members.filter(|members| !members.is_empty()) {
        members.retain(|member| !cx.read_only.contains(&member.at));
        exemplify(cx, &at, data, members.iter_mut());
        return Some(ir::Body::Members(members));
    }
    let value = schema::placed(cx, &at, "body", schema, whole.required, &within(context, Step::Body))?;
    cx.whole.insert(at, value.ty.clone());
    Some(ir::Body::Json(Box::new(value)))
}

/// The fields of a form; nothing in the inner `Option` if they are not described.
fn form_body<'a>(cx: &mut Cx<'a>, at: &Pointer, data: &'a MediaType, context: &[Step]) -> Option<Option<ir::Body>> {
    let Some(values) = fields(cx, at, data, context)? else { return Some(None) };
    let fields = values.into_iter().map(|value| {
        let encoding = data.encoding.get(&value.name);
        let declared = match encoding {
            Some(encoding) => declared(cx, &at.key("encoding").key(&value.name), encoding, &value.ty)?,
            None => None,
        };
        let usual = || if is_structured(cx, &value.ty) { ir::Style::Json } else { ir::Style::Apart };
        Some(ir::FormField { style: declared.unwrap_or_else(usual), value })
    });
    // All of them are lowered, so that all problems are found.
    let fields: Vec<Option<ir::FormField>> = fields.collect();
    fields.into_iter().collect::<Option<_>>().map(|fields| Some(ir::Body::Form(fields)))
}

/// The parts of a body; nothing in the inner `Option` if they are not described.
fn multipart_body<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    data: &'a MediaType,
    context: &[Step],
) -> Option<Option<ir::Body>> {
    let Some(values) = fields(cx, at, data, context)?.filter(|values| !values.is_empty()) else { return Some(None) };
    let members = data.schema.as_ref().map(|schema| schema::members(cx, &at.key("schema"), schema.into()));
    let parts = values.into_iter().map(|value| {
        let schema = members.as_ref().and_then(|members| members.get(value.name.as_str()));
        let files = schema.and_then(|(at, schema)| schema::files(cx, at, *schema));
        part(cx, value, files, data)
    });
    Some(Some(ir::Body::Multipart(parts.collect())))
}

/// A part, which is so many files.
fn part(cx: &Cx<'_>, mut value: ir::Value, files: Option<Files>, data: &MediaType) -> ir::Part {
    let content_type = data.encoding.get(&value.name).and_then(|encoding| encoding.content_type.as_deref());
    // Of several types JSON, for what has no other form, or the first that is one.
    let is_structured = is_structured(cx, &value.ty);
    let types = || content_type.into_iter().flat_map(|types| types.split(',').map(str::trim));
    let types = || types().filter(|ty| !media::is_range(ty));
    let media_type = types().find(|ty| is_structured && is_json(ty)).or_else(|| types().next());
    let kind = match content_type {
        _ if files.is_some() => ir::PartKind::File,
        Some(_) if media_type.is_some_and(is_json) => ir::PartKind::Json,
        Some(content_type) if !media::is_text(media_type.unwrap_or(content_type)) => ir::PartKind::File,
        Some(_) => ir::PartKind::Text,
        None if is_structured => ir::PartKind::Json,
        None => ir::PartKind::Text,
    };
    // Text of another type than JSON is for the caller to write.
    if kind == ir::PartKind::File || (kind == ir::PartKind::Text && is_structured) {
        let many = files == Some(Files::Many) || (files.is_none() && matches!(value.ty, ir::Type::List(_)));
        value.ty = if many { ir::Type::List(Box::new(ir::Type::Text)) } else { ir::Type::Text };
        value.example = None;
    }
    ir::Part { value, kind, media_type: media_type.map(str::to_owned) }
}

/// The fields of a form, or parts of a body; nothing in the inner `Option` if they are not described.
fn fields<'a>(cx: &mut Cx<'a>, at: &Pointer, data: &'a MediaType, context: &[Step]) -> Option<Option<Vec<ir::Value>>> {
    let Some(schema) = &data.schema else { return Some(None) };
    let place = at.key("schema");
    let Some(mut values) = schema::properties(cx, &place, schema.into(), context)? else { return Some(None) };
    let known = schema::members(cx, &place, schema.into());
    for name in data.encoding.keys().filter(|name| !known.contains_key(name.as_str())) {
        let problem = Problem::EncodingWithoutProperty { name: name.clone() };
        cx.diagnostics.report::<()>(Place::Key(at.key("encoding").key(name)), problem);
    }
    values.retain(|value| !cx.read_only.contains(&value.at));
    exemplify(cx, at, data, values.iter_mut());
    Some(Some(values))
}

/// How `encoding` says that a field of a form is written; nothing in the inner `Option` if that is left to its type.
///
/// A style makes it like a parameter of the query, and its content type meaningless.
fn declared(cx: &mut Cx<'_>, at: &Pointer, encoding: &Encoding, ty: &ir::Type) -> Option<Option<ir::Style>> {
    let Encoding {
        content_type,
        headers: _, // Of parts of `multipart` only.
        style,
        explode,
        allow_reserved: _, // Encoding more than is necessary does no harm.
        extensions: _,
    } = encoding;
    let style = style.as_ref().map(|style| query_style(style, Some(*explode)));
    // What has parts within parts, styles have no form for.
    if let Some(style) = style.filter(|style| fits(cx, ty, ir::ParamPlace::Query, *style)) {
        return Some(Some(style));
    }
    match content_type.as_deref() {
        None | Some("text/plain") => Some(None),
        Some(media_type) if is_json(media_type) => Some(Some(ir::Style::Json)),
        Some(media_type) => cx.obstacle(&at.key("contentType"), format!("a form field of type {media_type}")),
    }
}

/// Whether `ty`, or an item of it, has no other form as text than JSON.
fn is_structured(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    is_structured_within(cx, ty, &mut HashSet::new())
}

/// The same; unions that have been `seen` are what their other cases are.
fn is_structured_within(cx: &Cx<'_>, ty: &ir::Type, seen: &mut HashSet<ir::SchemaId>) -> bool {
    match ty {
        ir::Type::List(item) => matches!(**item, ir::Type::List(_)) || is_structured_within(cx, item, seen),
        ir::Type::Nullable(inner) => is_structured_within(cx, inner, seen),
        ir::Type::Map(_) => true,
        ir::Type::Schema(id) => match cx.schemas[id.0].as_ref().map(|schema| &schema.form) {
            None | Some(ir::Form::Object { .. }) => true,
            Some(ir::Form::Union { cases, .. }) => {
                !seen.insert(*id) || cases.iter().all(|case| is_structured_within(cx, &case.ty, seen))
            }
            Some(_) => false,
        },
        _ => false,
    }
}

/// Gives the fields of a body the values that the body's example has for them.
fn exemplify<'a, 'b>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    data: &'a MediaType,
    values: impl Iterator<Item = &'b mut ir::Value>,
) {
    let example = data.example.clone().or_else(|| first_example(cx, &at.key("examples"), &data.examples));
    let Some(Value::Object(mut example)) = example else { return };
    for value in values {
        value.example = example.remove(&value.name).or(value.example.take());
    }
}
