//! What an operation is answered with, and whether a success is one page of a list.

use openapiv3::{MediaType, Response, Responses, StatusCode};

use super::Cx;
use super::headers;
use super::media::{self, Kind};
use super::paging::Paging;
use super::references::follow;
use super::schema::{self, SchemaRef};
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};

/// What an operation is answered with.
pub(super) struct Answers {
    /// What a success is answered with.
    pub(super) success: ir::Answer,
    /// The status that it comes with, the first if there are several.
    pub(super) status: u16,
    /// The media types of successes.
    pub(super) accept: Vec<String>,
    /// Media types that successes could be of instead.
    pub(super) others: Vec<String>,
    /// The headers of successes.
    pub(super) headers: Vec<ir::Value>,
    /// What refusals are answered with, where that is JSON of a certain form.
    pub(super) refusals: Vec<ir::Refusal>,
}

/// The answers described at `at`, which are paged like `paging`; `context` names the operation.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    method: ir::Method,
    responses: &'a Responses,
    paging: &mut Paging,
    context: &[Step],
) -> Option<Answers> {
    let mut cases: Vec<ir::AnswerCase> = Vec::new();
    let (mut accept, mut others, mut headers) = (Vec::new(), Vec::new(), Vec::new());
    let successes = successes(cx, at, responses)?;
    let status = successes.first().map_or(204, |(status, ..)| status.code());
    for (status, at, response) in successes {
        headers::lower(cx, &at, response, context, &mut headers)?;
        let mut context = context.to_vec();
        if cases.iter().any(|case| case.answer != ir::Answer::Empty) {
            context.push(Step::Status(status.reason()));
        }
        let content = success(cx, &at, method, status, response, paging, &context)?;
        let unknown: Vec<String> = content.media_types.into_iter().filter(|name| !accept.contains(name)).collect();
        accept.extend(unknown);
        others.extend(content.others);
        match cases.iter_mut().find(|case| case.answer == content.answer) {
            Some(case) => case.statuses.push(status),
            None => cases.push(ir::AnswerCase { statuses: vec![status], answer: content.answer }),
        }
    }
    let success = match <[ir::AnswerCase; 1]>::try_from(cases) {
        Ok([only]) => only.answer,
        Err(none) if none.is_empty() => ir::Answer::Empty,
        Err(several) => ir::Answer::Several(several.into_iter().map(whole_case).collect()),
    };
    let refusals = refusals(cx, at, responses, context)?;
    Some(Answers { success, status, accept, others, headers, refusals })
}

/// One of several answers: there are no pages where there may be something else.
fn whole_case(case: ir::AnswerCase) -> ir::AnswerCase {
    match case.answer {
        ir::Answer::Page(page) => ir::AnswerCase { answer: ir::Answer::Json(page.envelope), ..case },
        _ => case,
    }
}

/// The responses that tell of success, and their places.
///
/// Those are the ones with a status of 2XX, and those that lead to where the answer is: redirections, unless the answer
/// is JSON, which none of them leads to; one that is alone is the answer, whatever it comes with. Without any, it is the
/// default, which "covers undeclared HTTP codes": if all that is declared are errors (4XX, 5XX), success is not, and so
/// it is covered. Beside a redirection, say, which may be all the success there is, the default is taken for that of
/// errors.
fn successes<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    responses: &'a Responses,
) -> Option<Vec<(ir::Status, Pointer, &'a Response)>> {
    let Responses { default, responses, extensions: _ } = responses;
    let (mut successes, mut redirects, mut has_json) = (Vec::new(), Vec::new(), false);
    for (code, response) in responses {
        let status = status(code);
        let list = match status {
            ir::Status::Code(200..=299) | ir::Status::Range(2) => &mut successes,
            ir::Status::Code(300..=303 | 307 | 308) | ir::Status::Range(3) => &mut redirects,
            _ => continue,
        };
        let (at, response) = follow(cx, &at.key(&code.to_string()), response)?;
        has_json |= response.content.keys().any(|media_type| media::is_json(media_type));
        list.push((status, at, response));
    }
    if !has_json || successes.is_empty() {
        successes.append(&mut redirects);
    }
    if let Some(response) = default
        && successes.is_empty()
        && responses.keys().all(is_error)
    {
        let (at, response) = follow(cx, &at.key("default"), response)?;
        successes.push((ir::Status::Default, at, response));
    }
    Some(successes)
}

fn status(code: &StatusCode) -> ir::Status {
    match code {
        StatusCode::Code(code) => ir::Status::Code(*code),
        StatusCode::Range(range) => ir::Status::Range(*range),
    }
}

fn is_error(status: &StatusCode) -> bool {
    matches!(status, StatusCode::Code(400..) | StatusCode::Range(4..))
}

/// The best of what a success comes in.
struct Content {
    answer: ir::Answer,
    /// The media types that make this of it.
    media_types: Vec<String>,
    others: Vec<String>,
}

fn success<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    method: ir::Method,
    status: ir::Status,
    response: &'a Response,
    paging: &mut Paging,
    context: &[Step],
) -> Option<Content> {
    let Response { description: _, headers, content, links: _, extensions: _ } = response;
    let has_link = headers.keys().any(|name| name.eq_ignore_ascii_case("link"));
    let at = at.key("content");
    let kind = |cx: &mut Cx<'a>, media_type: &str, data| media::kind(cx, &at.key(media_type), media_type, data);
    let kinds: Vec<_> =
        content.iter().map(|(media_type, data)| (kind(cx, media_type, data), media_type, data)).collect();
    let best = kinds.iter().min_by_key(|(kind, ..)| *kind).filter(|_| method != ir::Method::Head);
    let Some((kind, media_type, data)) = best else {
        let answer = if status.is_redirect() { ir::Answer::Redirect } else { ir::Answer::Empty };
        return Some(Content { answer, media_types: Vec::new(), others: Vec::new() });
    };
    let at = at.key(media_type).key("schema");
    let answer = match kind {
        _ if status.is_redirect() => ir::Answer::Redirect,
        Kind::PlainJson | Kind::Json => json(cx, &at, data, paging, has_link, context)?,
        Kind::Events => ir::Answer::Events(events(cx, &at, data, context)?),
        Kind::Text | Kind::Form => ir::Answer::Text((*media_type).clone()),
        Kind::Binary | Kind::Multipart => ir::Answer::Binary((*media_type).clone()),
    };
    // What is not looked into may be of any of its types.
    let is_asked_for = |other: &&(Kind, &String, &MediaType)| {
        other.1 == *media_type || (*kind == Kind::Binary && other.0 == Kind::Binary)
    };
    let names = |asked: bool| {
        let names = kinds.iter().filter(|other| is_asked_for(other) == asked);
        names.map(|(_, name, _)| (*name).clone()).collect()
    };
    Some(Content { answer, media_types: names(true), others: names(false) })
}

fn json<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    data: &'a MediaType,
    paging: &mut Paging,
    has_link: bool,
    context: &[Step],
) -> Option<ir::Answer> {
    let Some(schema) = &data.schema else { return Some(ir::Answer::Json(ir::Type::Any)) };
    if let Some(page) = paging.page(cx, at, schema.into(), has_link, context) {
        return Some(ir::Answer::Page(page));
    }
    Some(ir::Answer::Json(whole(cx, at, schema.into(), context)?))
}

/// The type of the data of events, if it is JSON. The schema is that of the data, or else of events as a whole.
fn events<'a>(cx: &mut Cx<'a>, at: &Pointer, data: &'a MediaType, context: &[Step]) -> Option<Option<ir::Type>> {
    const FIELDS: [&str; 4] = ["id", "event", "data", "retry"];
    let Some(schema) = &data.schema else { return Some(None) };
    let members = schema::members(cx, at, schema.into());
    let is_event = members.keys().all(|name| FIELDS.contains(name));
    let (at, schema) = match members.get("data").filter(|_| is_event) {
        Some((at, schema)) => (at.clone(), *schema),
        None => (at.clone(), SchemaRef::from(schema)),
    };
    if schema::is_text(cx, &at, schema) {
        return Some(None);
    }
    let lowered = schema::lower(cx, &at, schema, &schema::within(context, Step::Event))?;
    Some(Some(lowered.ty).filter(|ty| *ty != ir::Type::Any))
}

/// The type of an answer as a whole. It can be null where the answer's own schema says so: a component that says so mostly
/// is about properties, and answers that are one are never null.
fn whole<'a>(cx: &mut Cx<'a>, at: &Pointer, schema: SchemaRef<'a>, context: &[Step]) -> Option<ir::Type> {
    let lowered = schema::whole(cx, at, schema, &schema::within(context, Step::Response))?;
    Some(if let SchemaRef::Item(_) = schema { lowered.into_part() } else { lowered.ty })
}

/// What refusals are answered with, where that is JSON with a schema: one for each status that is described.
fn refusals<'a>(cx: &mut Cx<'a>, at: &Pointer, responses: &'a Responses, context: &[Step]) -> Option<Vec<ir::Refusal>> {
    let Responses { default, responses, extensions: _ } = responses;
    let refused = responses.iter().filter(|(code, _)| is_error(code));
    let is_success = responses.keys().all(is_error);
    let default =
        default.iter().filter(|_| !is_success).map(|response| (ir::Status::Default, "default".to_owned(), response));
    let refused = refused.map(|(code, response)| (status(code), code.to_string(), response)).chain(default);
    let mut refusals: Vec<ir::Refusal> = Vec::new();
    for (status, key, response) in refused {
        let (at, response) = follow(cx, &at.key(&key), response)?;
        let Some(ty) = refusal(cx, &at, status, response, context)? else { continue };
        refusals.push(ir::Refusal { status, ty });
    }
    Some(refusals)
}

fn refusal<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    status: ir::Status,
    response: &'a Response,
    context: &[Step],
) -> Option<Option<ir::Type>> {
    let json = response.content.iter().find(|(media_type, _)| media::is_json(media_type));
    let Some((media_type, schema)) = json.and_then(|(media_type, data)| Some((media_type, data.schema.as_ref()?)))
    else {
        return Some(None);
    };
    let at = at.key("content").key(media_type).key("schema");
    let context = schema::within(context, Step::Status(status.reason()));
    let lowered = schema::whole(cx, &at, schema.into(), &schema::within(&context, Step::Error))?;
    Some(Some(lowered.ty).filter(|ty| *ty != ir::Type::Any))
}
