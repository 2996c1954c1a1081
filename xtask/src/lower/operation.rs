//! Operations.

use heck::{ToLowerCamelCase, ToUpperCamelCase};
use openapiv3::{Operation, PathItem, ReferenceOr};

use super::paging::Paging;
use super::{Cx, answer, body, params, security, server};
use crate::diagnostics::{Pointer, Problem};
use crate::ir::{self, Step};

/// An operation, with its path in the document and its first tag.
pub(super) type Tagged<'a> = (&'a str, Option<&'a str>, ir::Operation);

/// All operations of the document.
pub(super) fn all<'a>(cx: &mut Cx<'a>) -> Vec<Tagged<'a>> {
    let mut operations = Vec::new();
    let document = cx.document;
    for (path, item) in document.paths.iter() {
        let at = Pointer::root().key("paths").key(path);
        match item {
            ReferenceOr::Item(item) => path_item(cx, &at, path, item, &mut operations),
            ReferenceOr::Reference { reference } => {
                let what = format!("a path given by reference, `{reference}`,");
                cx.unsupported::<()>(&at.key("$ref"), what);
            }
        }
    }
    operations
}

/// What each method does at a path.
pub(super) fn of_path(item: &PathItem) -> impl Iterator<Item = (ir::Method, &Operation)> + Clone {
    let PathItem {
        summary: _,     // Of the path; each operation has its own.
        description: _, // Likewise.
        get,
        put,
        post,
        delete,
        options,
        head,
        patch,
        trace,
        servers: _,    // Read by the caller, once for all operations.
        parameters: _, // Likewise.
        extensions: _,
    } = item;
    let methods = [
        (ir::Method::Get, get),
        (ir::Method::Put, put),
        (ir::Method::Post, post),
        (ir::Method::Delete, delete),
        (ir::Method::Options, options),
        (ir::Method::Head, head),
        (ir::Method::Patch, patch),
        (ir::Method::Trace, trace),
    ];
    methods.into_iter().filter_map(|(method, data)| Some((method, data.as_ref()?)))
}

fn path_item<'a>(cx: &mut Cx<'a>, at: &Pointer, key: &'a str, item: &'a PathItem, operations: &mut Vec<Tagged<'a>>) {
    let Some(path) = params::Path::parse(cx, at, key) else { return };
    let shared = params::list(cx, &at.key("parameters"), &item.parameters);
    path.report_unused(cx, &shared);
    let server = server::own(cx, at, &item.servers);
    for (method, data) in of_path(item) {
        if !cx.selection.takes(method, &path.text, data) {
            continue;
        }
        let at = at.key(method.name());
        let id = identify(cx, &at, data.operation_id.as_deref(), method, &path.text);
        cx.obstacles.clear();
        match operation(cx, &at, &id, method, &path, &shared, data) {
            Some(variants) => operations.extend(variants.into_iter().map(|mut operation| {
                operation.server = operation.server.or_else(|| server.clone());
                (key, data.tags.first().map(String::as_str), operation)
            })),
            None => {
                let reason = std::mem::take(&mut cx.obstacles).join("; ");
                cx.left_out.push(ir::LeftOut { name: id, reason });
            }
        }
    }
}

fn operation<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    id: &str,
    method: ir::Method,
    path: &params::Path,
    shared: &[params::Given<'a>],
    data: &'a Operation,
) -> Option<Vec<ir::Operation>> {
    let Operation {
        tags: _, // Grouped by the caller.
        summary,
        description,
        external_docs: _,
        operation_id: _, // Known to the caller.
        parameters,
        request_body,
        responses,
        callbacks,
        deprecated,
        security,
        servers,
        extensions,
    } = data;
    let security = security::lower(cx, at, security.as_deref());
    let server = server::own(cx, at, servers);
    let context = [Step::Operation(id.to_owned())];
    let own = params::list(cx, &at.key("parameters"), parameters);
    path.report_unused(cx, &own);
    let params = params::lower(cx, at, path, shared, &own, &context);
    let body = match request_body {
        Some(body) => body::lower(cx, &at.key("requestBody"), body, &context),
        None => Some(body::Lowered::default()),
    };
    let mut paging = Paging::of(cx, at, method, extensions);
    paging.find_inputs(params.as_deref().unwrap_or_default(), body.as_ref().and_then(|body| body.body.as_ref()));
    let answers = answer::lower(cx, &at.key("responses"), method, responses, &mut paging, &context);
    let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let docs = ir::Docs { summary: text(summary), description: text(description), deprecated: *deprecated };
    let (body, params, answers) = (body?, params?, answers?);
    paging.conclude(cx, &answers.success);
    for name in callbacks.keys() {
        let reason = format!("the callback `{name}`, which is a call by the service");
        cx.left_out.push(ir::LeftOut { name: id.to_owned(), reason });
    }
    let operation = ir::Operation {
        id: id.to_owned(),
        docs,
        method,
        path: path.text.clone(),
        params,
        body: body.body,
        body_type: body.media_type,
        other_bodies: body.others,
        variant_of: None,
        answer: answers.success,
        status: answers.status,
        accept: answers.accept,
        other_answers: answers.others,
        headers: answers.headers,
        refusals: answers.refusals,
        security: security?,
        server,
        at: at.clone(),
    };
    let variants = body.alternatives.into_iter().map(|(word, body)| variant(cx, &operation, word, body));
    let variants: Vec<ir::Operation> = variants.collect();
    Some(std::iter::once(operation).chain(variants).collect())
}

/// `operation` with another body, which `word` says: `createPetAsText`, in the style of its name.
fn variant(cx: &mut Cx<'_>, operation: &ir::Operation, word: &str, body: body::Lowered) -> ir::Operation {
    let id = &operation.id;
    let separator = id.chars().find(|character| matches!(character, '_' | '-'));
    let base = match separator {
        Some(separator) => format!("{id}{separator}as{separator}{word}"),
        None => format!("{id}As{}", word.to_upper_camel_case()),
    };
    let (id, variant_of) = (cx.unused_id(base), Some(id.clone()));
    cx.operations.insert(id.clone(), operation.at.clone());
    let (other_bodies, body_type, body) = (Vec::new(), body.media_type, body.body);
    ir::Operation { id, body, body_type, other_bodies, variant_of, ..operation.clone() }
}

/// The name of the operation at `at`: the one that it is given, unless it has none or another operation has the same.
fn identify(cx: &mut Cx<'_>, at: &Pointer, given: Option<&str>, method: ir::Method, path: &str) -> String {
    let first = given.and_then(|id| cx.operations.get(id)).cloned();
    let id = match (given, first) {
        (Some(id), None) => id.to_owned(),
        (given, first) => {
            let derived = cx.unused_id(derived(method, path));
            match (given, first) {
                (Some(id), Some(first)) => {
                    let problem = Problem::DuplicateOperationId { id: id.to_owned(), first, derived: derived.clone() };
                    cx.diagnostics.report::<()>(&at.key("operationId"), problem);
                }
                _ => {
                    let (method, path) = (method.name().to_owned(), path.to_owned());
                    let problem = Problem::MissingOperationId { method, path, derived: derived.clone() };
                    cx.diagnostics.report::<()>(at, problem);
                }
            }
            derived
        }
    };
    cx.operations.insert(id.clone(), at.key("operationId"));
    id
}

/// A name for an operation after its method and path: `getReportsById` for `GET /reports/{id}`.
pub(super) fn derived(method: ir::Method, path: &str) -> String {
    let words = path.replace('{', " by ").replace(|character: char| !character.is_alphanumeric(), " ");
    format!("{} {words}", method.name()).to_lower_camel_case()
}
