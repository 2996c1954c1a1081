//! What a success is answered with, and whether that is one page of a list.

use openapiv3::{ReferenceOr, Response, Responses, StatusCode};

use super::Cx;
use super::references::follow;
use super::schema::{self, SchemaRef};
use crate::diagnostics::Pointer;
use crate::ir;

/// The answer described at `at`, and the status that it comes with; `context` names the operation.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    method: ir::Method,
    responses: &'a Responses,
    context: &[String],
) -> Option<(ir::Answer, u16)> {
    let mut answers: Vec<(Pointer, ir::Answer)> = Vec::new();
    let successes = successes(responses);
    let status = status(successes.first().map(|(name, _)| name.as_str()));
    for (name, response) in successes {
        let (at, response) = follow(cx, &at.key(&name), response)?;
        let answer = response_answer(cx, &at, method, response, context)?;
        if answers.iter().all(|(_, known)| *known != answer) {
            answers.push((at, answer));
        }
    }
    match answers.as_slice() {
        [] => Some((ir::Answer::Empty, status)),
        [(_, answer)] => Some((answer.clone(), status)),
        [.., (at, _)] => cx.unsupported(at, "an operation with several kinds of success"),
    }
}

/// The status that a success has whose key is `name`; that of a success without one, if nothing is said of it.
fn status(name: Option<&str>) -> u16 {
    let given = name.map(|name| name.parse().unwrap_or(200));
    given.unwrap_or(204)
}

/// The responses that tell of success, with their keys.
///
/// Those are the ones with a status of 2XX. Without any, it is the default, which "covers undeclared HTTP codes": if all
/// that is declared are errors (4XX, 5XX), success is not, and so it is covered. Beside a redirection, say, which may be
/// all the success there is, the default is taken for that of errors.
fn successes(responses: &Responses) -> Vec<(String, &ReferenceOr<Response>)> {
    let Responses { default, responses, extensions: _ } = responses;
    let is_success = |status: &StatusCode| matches!(status, StatusCode::Code(200..=299) | StatusCode::Range(2));
    let is_error = |status: &StatusCode| matches!(status, StatusCode::Code(400..) | StatusCode::Range(4..));
    let successes: Vec<_> = responses
        .iter()
        .filter(|(status, _)| is_success(status))
        .map(|(status, response)| (status.to_string(), response))
        .collect();
    if successes.is_empty() && responses.keys().all(is_error) {
        return default.iter().map(|response| ("default".to_owned(), response)).collect();
    }
    successes
}

fn response_answer<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    method: ir::Method,
    response: &'a Response,
    context: &[String],
) -> Option<ir::Answer> {
    let Response { description: _, headers: _, content, links: _, extensions: _ } = response;
    let at = at.key("content");
    if content.is_empty() || method == ir::Method::Head {
        return Some(ir::Answer::Empty);
    }
    let Some((media_type, data)) = content.iter().find(|(media_type, _)| is_json(media_type)) else {
        let types: Vec<&str> = content.keys().map(String::as_str).collect();
        return cx.unsupported(&at, format!("an answer of type {}", types.join(", ")));
    };
    let at = at.key(media_type).key("schema");
    let Some(schema) = &data.schema else { return Some(ir::Answer::Json(ir::Type::Any)) };
    if method == ir::Method::Get
        && let Some(page) = page(cx, &at, schema.into(), context)
    {
        return Some(ir::Answer::Page(page));
    }
    Some(ir::Answer::Json(whole(cx, &at, schema.into(), context)?))
}

/// The type of an answer as a whole.
fn whole<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>, context: &[String]) -> Option<ir::Type> {
    schema::lower(cx, at, schema, &schema::within(context, "response")).map(|lowered| lowered.ty)
}

/// Whether a media type is JSON: `application/json`, `application/problem+json`, with or without parameters.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}

/// How the list that `schema` describes is divided into pages.
///
/// It has one array and, as its only other member, what the pointer to the next page leads through. There may be
/// further scalars on the way to that pointer, about the page. Anything else would be lost, so it makes no page.
fn page<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>, context: &[String]) -> Option<ir::Page> {
    let (whole_at, whole_schema) = (at, schema);
    let next_url = cx.paging.next_url.clone();
    let steps: Vec<String> =
        next_url.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
    let members = schema::members(cx, at, schema);
    let (mut place, mut step) = members.get(steps.first()?.as_str())?.clone();
    for name in &steps[1..] {
        let members = schema::members(cx, &place, step);
        for (other, (at, schema)) in &members {
            if other != name && !schema::is_scalar(cx, at, *schema) {
                return None;
            }
        }
        (place, step) = members.get(name.as_str())?.clone();
    }
    if !schema::is_text(cx, &place, step) {
        return None;
    }
    let mut others = members.into_iter().filter(|(name, _)| *name != steps[0]);
    let (Some((name, (at, array))), None) = (others.next(), others.next()) else { return None };
    let (at, items) = schema::items(cx, &at, array)?;
    let items_name = name.to_owned();
    let item = schema::lower(cx, &at, items, &schema::within(context, "item"))?.ty;
    let envelope = whole(cx, whole_at, whole_schema, context)?;
    cx.paging.used = true;
    Some(ir::Page { items: items_name, item, envelope, next_url })
}
