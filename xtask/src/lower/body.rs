//! Bodies of requests.

use openapiv3::{Encoding, MediaType, QueryStyle, ReferenceOr, RequestBody};
use serde_json::Value;

use super::Cx;
use super::answer::is_json;
use super::params::first_example;
use super::references::follow;
use super::schema::{self, SchemaRef};
use crate::diagnostics::{Place, Pointer, Problem};
use crate::ir;

const FORM: &str = "application/x-www-form-urlencoded";

/// The body given at `at`, and its media type if it is JSON, but not `application/json`; `context` names the operation.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    body: &'a ReferenceOr<RequestBody>,
    context: &[String],
) -> Option<(ir::Body, Option<String>)> {
    let (at, body) = follow(cx, at, body)?;
    let RequestBody { description: _, content, required, extensions: _ } = body;
    let at = at.key("content");
    let mut json = content.iter().filter(|(media_type, _)| is_json(media_type));
    let json = json.clone().find(|(media_type, _)| is_plain_json(media_type)).or_else(|| json.next());
    let form = content.iter().find(|(media_type, _)| media_type.eq_ignore_ascii_case(FORM));
    if let Some((media_type, data)) = json {
        let body = json_body(cx, &at.key(media_type), data, *required, context)?;
        Some((body, Some(media_type.clone()).filter(|media_type| !is_plain_json(media_type))))
    } else if let Some((media_type, data)) = form {
        form_body(cx, &at.key(media_type), data, context).map(|body| (body, None))
    } else {
        let types: Vec<&str> = content.keys().map(String::as_str).collect();
        cx.unsupported(&at, format!("a request body of type {}", types.join(", ")))
    }
}

/// Whether a media type is `application/json`, in an encoding that JSON always has.
fn is_plain_json(media_type: &str) -> bool {
    let (essence, parameters) = media_type.split_once(';').unwrap_or((media_type, ""));
    let is_default = matches!(parameters.trim().to_ascii_lowercase().as_str(), "" | "charset=utf-8");
    essence.trim().eq_ignore_ascii_case("application/json") && is_default
}

fn json_body<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    data: &'a MediaType,
    required: bool,
    context: &[String],
) -> Option<ir::Body> {
    let Some(schema) = &data.schema else { return cx.unsupported(at, "a request body without a schema") };
    let (schema, at) = (SchemaRef::from(schema), at.key("schema"));
    // Members say themselves which of them are required.
    let members = schema::properties(cx, &at, schema, &schema::within(context, "body"))?;
    if let Some(mut members) = members.filter(|members| !members.is_empty()) {
        members.retain(|member| !cx.read_only.contains(&member.at));
        exemplify(cx, &at, data, members.iter_mut());
        return Some(ir::Body::Members(members));
    }
    let value = schema::value(cx, &at, "body", schema, required, context)?;
    Some(ir::Body::Json(Box::new(value)))
}

fn form_body<'a>(cx: &mut Cx<'a>, at: &Pointer, data: &'a MediaType, context: &[String]) -> Option<ir::Body> {
    let Some(schema) = &data.schema else { return cx.unsupported(at, "a form without a schema") };
    let place = at.key("schema");
    let Some(mut values) = schema::properties(cx, &place, schema.into(), context)? else {
        return cx.unsupported(&place, "a form that is no object with properties");
    };
    let known = schema::members(cx, &place, schema.into());
    for name in data.encoding.keys().filter(|name| !known.contains_key(name.as_str())) {
        let problem = Problem::EncodingWithoutProperty { name: name.clone() };
        cx.diagnostics.report::<()>(Place::Key(at.key("encoding").key(name)), problem);
    }
    values.retain(|value| !cx.read_only.contains(&value.at));
    exemplify(cx, at, data, values.iter_mut());
    let fields = values.into_iter().map(|value| {
        let encoding = data.encoding.get(&value.name);
        let explicit = match encoding {
            Some(encoding) => declared(cx, &at.key("encoding").key(&value.name), encoding, &value.ty)?,
            None => false,
        };
        let brackets = encoding.is_some_and(|encoding| encoding.style == Some(QueryStyle::DeepObject));
        Some(ir::FormField { json: !brackets && (explicit || is_structured(cx, &value.ty)), brackets, value })
    });
    // All of them are lowered, so that all problems are found.
    let fields: Vec<Option<ir::FormField>> = fields.collect();
    fields.into_iter().collect::<Option<_>>().map(ir::Body::Form)
}

/// Whether `encoding`, of a field of type `ty`, asks for JSON.
fn declared(cx: &mut Cx<'_>, at: &Pointer, encoding: &Encoding, ty: &ir::Type) -> Option<bool> {
    let Encoding {
        content_type,
        headers: _, // Of parts of `multipart` only.
        style,
        explode,
        allow_reserved: _, // Encoding more than is necessary does no harm.
        extensions: _,
    } = encoding;
    if !matches!(style, None | Some(QueryStyle::Form | QueryStyle::DeepObject)) {
        return cx.unsupported(&at.key("style"), "this style of a form field");
    }
    if !explode && matches!(ty, ir::Type::List(_)) {
        return cx.unsupported(&at.key("explode"), "a form field with a list in one value (`explode: false`)");
    }
    match content_type.as_deref() {
        None | Some("text/plain") => Some(false),
        Some(media_type) if is_json(media_type) => Some(true),
        Some(media_type) => cx.unsupported(&at.key("contentType"), format!("a form field of type {media_type}")),
    }
}

/// Whether `ty`, or an item of it, has no other form as text than JSON.
fn is_structured(cx: &Cx<'_>, ty: &ir::Type) -> bool {
    match ty {
        ir::Type::List(item) => matches!(**item, ir::Type::List(_)) || is_structured(cx, item),
        ir::Type::Nullable(inner) => is_structured(cx, inner),
        ir::Type::Map(_) => true,
        ir::Type::Schema(id) => {
            cx.schemas[id.0].as_ref().is_none_or(|schema| matches!(schema.form, ir::Form::Object { .. }))
        }
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
