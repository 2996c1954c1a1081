//! Bodies of requests.

use openapiv3::{Encoding, MediaType, QueryStyle, ReferenceOr, RequestBody};
use serde_json::Value;

use super::Cx;
use super::answer::is_json;
use super::params::first_example;
use super::references::follow;
use super::schema::{self, SchemaRef};
use crate::diagnostics::Pointer;
use crate::ir;

const FORM: &str = "application/x-www-form-urlencoded";

/// The body given at `at`; `context` names the operation.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    body: &'a ReferenceOr<RequestBody>,
    context: &[String],
) -> Option<ir::Body> {
    let (at, body) = follow(cx, at, body)?;
    // An operation's fields say themselves which of them are required.
    let RequestBody { description: _, content, required: _, extensions: _ } = body;
    let at = at.key("content");
    let json = content.iter().find(|(media_type, _)| is_json(media_type));
    let form = content.iter().find(|(media_type, _)| media_type.eq_ignore_ascii_case(FORM));
    if let Some((media_type, data)) = json {
        json_body(cx, &at.key(media_type), data, context)
    } else if let Some((media_type, data)) = form {
        form_body(cx, &at.key(media_type), data, context)
    } else {
        let types: Vec<&str> = content.keys().map(String::as_str).collect();
        cx.unsupported(&at, format!("a request body of type {}", types.join(", ")))
    }
}

fn json_body<'a>(cx: &mut Cx<'a>, at: &Pointer, data: &'a MediaType, context: &[String]) -> Option<ir::Body> {
    let Some(schema) = &data.schema else { return cx.unsupported(at, "a request body without a schema") };
    let (schema, at) = (SchemaRef::from(schema), at.key("schema"));
    if let Some(mut members) = schema::properties(cx, &at, schema, &schema::within(context, "body")) {
        exemplify(cx, &at, data, members.iter_mut());
        return Some(ir::Body::Members(members));
    }
    let value = schema::value(cx, &at, "body", schema, true, context)?;
    Some(ir::Body::Json(Box::new(value)))
}

fn form_body<'a>(cx: &mut Cx<'a>, at: &Pointer, data: &'a MediaType, context: &[String]) -> Option<ir::Body> {
    let Some(schema) = &data.schema else { return Some(ir::Body::Form(Vec::new())) };
    let mut values = schema::properties(cx, &at.key("schema"), schema.into(), context).unwrap_or_default();
    exemplify(cx, at, data, values.iter_mut());
    let fields = values.into_iter().map(|value| {
        let encoding = data.encoding.get(&value.name);
        let explicit = match encoding {
            Some(encoding) => declared(cx, &at.key("encoding").key(&value.name), encoding)?,
            None => false,
        };
        Some(ir::FormField { json: explicit || is_structured(cx, &value.ty), value })
    });
    // All of them are lowered, so that all problems are found.
    let fields: Vec<Option<ir::FormField>> = fields.collect();
    fields.into_iter().collect::<Option<_>>().map(ir::Body::Form)
}

/// Whether `encoding` asks for JSON.
fn declared(cx: &mut Cx<'_>, at: &Pointer, encoding: &Encoding) -> Option<bool> {
    let Encoding { content_type, headers: _, style, explode: _, allow_reserved: _, extensions: _ } = encoding;
    if !matches!(style, None | Some(QueryStyle::Form)) {
        return cx.unsupported(&at.key("style"), "this style of a form field");
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
        ir::Type::Map(_) => true,
        ir::Type::Schema(id) => {
            cx.schemas[id.0].as_ref().is_none_or(|schema| matches!(schema.form, ir::Form::Object(_)))
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
