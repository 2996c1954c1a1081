//! Resources: handles, their operations, and what these take and return.

use std::collections::HashMap;

use heck::ToKebabCase;

use super::models::{property_docs, value_docs};
use super::types::Types;
use super::{MOST_ARGUMENTS, credentials, docs, is_large, names};
use crate::diagnostics::{Diagnostics, Pointer};
use crate::ir;
use crate::rust::{
    AnswerCase, Answers, BodyKind, Initial, Input, Name, Operation, Output, Resource, Scheme, Security, Served, Taken,
    Type, Write,
};
use crate::workers;

/// The names of the resources of `api`: of their modules, and of their handles.
pub(super) fn names(api: &ir::Api, diagnostics: &mut Diagnostics) -> Vec<(Name, Name)> {
    let tags: Vec<&str> = api.resources.iter().map(tag).collect();
    let mut scope = names::Scope::new("resource");
    let mut handles = names::Scope::new("handle");
    let named = |(module, (tag, resource)): (Name, (&str, &ir::Resource))| {
        let module = scope.add(diagnostics, module, tag, &resource.at);
        let handle = handles.add(diagnostics, names::handle(&module), tag, &resource.at);
        (module, handle)
    };
    names::resources(&tags).into_iter().zip(tags.iter().copied().zip(&api.resources)).map(named).collect()
}

/// What a resource is called in the document.
fn tag(resource: &ir::Resource) -> &str {
    resource.name.as_deref().unwrap_or("api")
}

/// The resources of `api`, which are called so.
///
/// They ask for `schemes`.
pub(super) fn all(
    api: &ir::Api,
    named: Vec<(Name, Name)>,
    types: &Types<'_>,
    schemes: &[Scheme],
    diagnostics: &mut Diagnostics,
) -> Vec<Resource> {
    let is_large = is_large(api);
    let resource = |((module, handle), resource): ((Name, Name), &ir::Resource)| {
        let mut found = Diagnostics::new();
        let prose = ir::Docs { description: resource.description.clone(), ..ir::Docs::default() };
        let fallback = || format!("The operations on {}.", tag(resource).to_kebab_case().replace('-', " "));
        let operations = operations(types, &module, &handle, &resource.operations, &mut found);
        let called = is_large.then(|| names::initial(&module));
        let docs = docs::of(&prose, fallback, None);
        (Resource { asked: module.clone(), module, handle, called, feature: None, docs, operations }, found)
    };
    let shaped = workers::map(named.into_iter().zip(&api.resources), resource);
    let mut resources: Vec<Resource> = diagnostics.collect(shaped);
    let mut server = names::ServerNames::default();
    let usual = credentials::most(api, |_| true).unwrap_or_default();
    let shaped = resources.iter_mut().flat_map(|resource| &mut resource.operations);
    for (operation, lowered) in shaped.zip(api.operations()) {
        // Others must not take the names of those that servers have.
        if operation.is_served() {
            operation.served = served(&mut server, operation);
        }
        operation.security = credentials::of(&lowered.security, schemes);
        let words = (lowered.security != usual).then(|| credentials::words(&operation.security, schemes));
        let server = operation.server.as_ref();
        let server = server
            .map(|server| format!("Its server is {}, unless the client was given a base URL.", docs::code(server)));
        operation.notes = words.into_iter().chain(server).collect();
    }
    let modules = requests(&resources);
    resources.iter_mut().zip(modules).for_each(|(resource, module)| resource.asked = module);
    resources
}

/// How servers know `operation`.
fn served(names: &mut names::ServerNames, Operation { id, output, .. }: &Operation) -> Served {
    let reply = matches!(output, Output::Several(_)).then(|| names.reply(id));
    Served { method: names.method(id), request: names.request(id), reply }
}

/// The module of the server's side that says what the operations of each resource are asked for.
fn requests(resources: &[Resource]) -> Vec<Name> {
    let inputs = |Operation { arguments, setters, .. }: &Operation| 3 + arguments.len() + setters.len();
    let named = resources.iter().map(|Resource { module, operations, .. }| names::Named {
        name: module,
        members: operations.iter().map(inputs).sum(),
    });
    names::modules(&named.collect::<Vec<_>>(), Some("requests"), &mut names::Taken::default())
}

fn operations(
    types: &Types<'_>,
    module: &Name,
    handle: &Name,
    operations: &[ir::Operation],
    diagnostics: &mut Diagnostics,
) -> Vec<Operation> {
    let ids: Vec<&str> = operations.iter().map(|operation| operation.id.as_str()).collect();
    let mut methods = names::Scope::new(format!("method of `{}`", handle.as_str()));
    let mut builders = names::Scope::new("builder");
    let mut constants = names::Scope::new("constant");
    let mut shaped = Vec::new();
    for (operation, method) in operations.iter().zip(names::methods(&ids, module)) {
        let builder = names::builder(&operation.id, handle);
        let at = operation.at.key("operationId");
        let method = methods.add(diagnostics, method, &operation.id, &at);
        let builder = builders.add(diagnostics, builder, &operation.id, &at);
        let mut shape = self::operation(types, operation, method, builder, diagnostics);
        shape.constant = constants.free(shape.constant, &operation.id, &at);
        shape.inputs = shape.inputs.map(|inputs| builders.add(diagnostics, inputs, &operation.id, &at));
        if let Output::Several(Answers { name, .. }) = &mut shape.output {
            *name = builders.add(diagnostics, name.clone(), &operation.id, &at);
        }
        shaped.push(shape);
    }
    shaped
}

fn operation(
    types: &Types<'_>,
    operation: &ir::Operation,
    method: Name,
    builder: Name,
    diagnostics: &mut Diagnostics,
) -> Operation {
    let mut scope = names::Scope::new(format!("input of `{}`", operation.id));
    let (mut arguments, mut setters) = (Vec::new(), Vec::new());
    let given = inputs(types, operation);
    let keys = names::keys(&given.iter().map(|(value, _, write, _)| key(value, *write)).collect::<Vec<_>>());
    // The names so far, and the place of the first that has each.
    let mut places: HashMap<Name, &str> = HashMap::new();
    let prefixed: HashMap<&Pointer, &String> =
        operation.params.iter().filter_map(|param| Some((&param.value.at, param.wire.as_ref()?))).collect();
    for ((value, taken, write, media_type), key) in given.into_iter().zip(keys) {
        let initial = initial(types, value, write, &taken);
        let is_argument = value.required && initial.is_none();
        let named = |text: &str| if is_argument { names::argument(text) } else { names::setter(text) };
        let mut name = named(&value.name);
        // What is called like an input before it, elsewhere in the request, says where it stands.
        if *places.entry(name.clone()).or_insert(place(write)) != place(write) {
            name = named(&names::placed(place(write), &value.name));
            places.entry(name.clone()).or_insert(place(write));
        }
        let name = scope.add(diagnostics, name, &value.name, &value.at);
        let input = Input {
            wire: prefixed.get(&value.at).map_or(&value.name, |wire| *wire).clone(),
            key,
            docs: match is_whole(write) {
                true => value_docs(types, value, || "The body of the request.".to_owned()),
                false => property_docs(types, value),
            },
            deprecated: value.docs.deprecated,
            write,
            media_type: media_type.cloned(),
            null: can_be_null(value, write, &taken).then(|| names::null(&name)),
            initial,
            example: value.example.clone(),
            taken,
            name,
        };
        if is_argument { arguments.push(input) } else { setters.push(input) }
    }
    for setter in &mut setters {
        setter.null = setter.null.take().map(|name| scope.free(name, &setter.wire, &operation.at));
    }
    let inputs = (arguments.len() > MOST_ARGUMENTS).then(|| names::inputs(&builder));
    Operation {
        constant: names::constant(&operation.id),
        docs: docs::of(&operation.docs, || format!("{}.", names::sentence(&operation.id)), None),
        deprecated: operation.docs.deprecated,
        id: operation.id.clone(),
        http_method: Name::new(operation.method.name().to_ascii_uppercase()),
        path: operation.path.clone(),
        body: match &operation.body {
            Some(ir::Body::Form(_)) => BodyKind::Form,
            Some(ir::Body::Members(_)) => BodyKind::Members,
            Some(ir::Body::Multipart(_)) => BodyKind::Parts,
            Some(ir::Body::Json(_) | ir::Body::Text(_) | ir::Body::Binary(_)) | None => BodyKind::Empty,
        },
        media_type: operation.body_type.clone(),
        other_bodies: operation.other_bodies.clone(),
        variant_of: operation.variant_of.clone(),
        output: output(types, &operation.id, &operation.answer),
        status: operation.status,
        notes: Vec::new(),
        security: Security::default(),
        server: operation.server.clone(),
        accept: accept(&operation.accept),
        other_answers: operation.other_answers.clone(),
        headers: None,
        refusals: refusals(types, &operation.refusals),
        served: Served { method: Name::new(""), request: Name::new(""), reply: None },
        method,
        builder,
        arguments,
        inputs,
        setters,
    }
}

/// What is sent for an input that cannot be left out, but that callers need not give: null, or the only value that
/// there is. The segments of a path are given one after another, and what is deprecated is better not called unasked.
fn initial(types: &Types<'_>, value: &ir::Value, write: Write, taken: &Taken) -> Option<Initial> {
    if !value.required || value.docs.deprecated || place(write) == "path" {
        return None;
    }
    if can_be_null(value, write, taken) {
        return Some(Initial::Null);
    }
    types.only_variant(&value.ty).map(|(model, variant)| Initial::Variant(model, variant))
}

/// Whether null is something else than nothing: in JSON, and if it is not one of the values anyway.
fn can_be_null(value: &ir::Value, write: Write, taken: &Taken) -> bool {
    value.nullable && write == Write::Member && *taken != Taken::Value(Type::Value)
}

/// An input, what is taken for it, where that goes, and its media type if it has one of its own.
type Described<'a> = (&'a ir::Value, Taken, Write, Option<&'a String>);

/// Everything that a call can be given: path, then body, then what is left.
fn inputs<'a>(types: &Types<'_>, operation: &'a ir::Operation) -> Vec<Described<'a>> {
    let param = |param: &'a ir::Param| {
        let is_text = !matches!(param.style, ir::Style::Json | ir::Style::Brackets);
        let taken = taken(types, &param.value.ty, is_text);
        let is_list = matches!(taken, Taken::Texts | Taken::Values(_));
        let is_object = types.is_object(&param.value.ty);
        let write = match param.place {
            ir::ParamPlace::Path => match param.style {
                ir::Style::Json => Write::PathJson,
                ir::Style::Label(explode) => Write::PathLabel(explode),
                ir::Style::Matrix(explode) => Write::PathMatrix(explode),
                ir::Style::Simple(explode) if is_object => Write::PathMembers(explode),
                _ if is_list => Write::PathJoined,
                _ => Write::Path,
            },
            ir::ParamPlace::Header => match param.style {
                ir::Style::Json => Write::HeaderJson,
                ir::Style::Simple(explode) if is_object => Write::HeaderMembers(explode),
                _ if is_list => Write::HeaderJoined,
                _ => Write::Header,
            },
            ir::ParamPlace::Cookie => match param.style {
                ir::Style::Json => Write::CookieJson,
                ir::Style::Apart if is_object => Write::CookieMembers,
                ir::Style::Apart if is_list => Write::CookieEach,
                _ if is_object => Write::CookieMembersJoined,
                _ if is_list => Write::CookieJoined,
                _ => Write::Cookie,
            },
            ir::ParamPlace::Query => match param.style {
                ir::Style::Json => Write::QueryJson,
                ir::Style::Brackets => Write::QueryBrackets,
                ir::Style::Dots => Write::QueryDots,
                ir::Style::Joined(between) if is_object => Write::QueryMembersJoined(between),
                ir::Style::Joined(between) if is_list => Write::QueryJoined(between),
                _ if is_object => Write::QueryMembers,
                _ if is_list => Write::QueryEach,
                _ => Write::Query,
            },
        };
        (&param.value, taken, write, None)
    };
    let (path, rest): (Vec<_>, Vec<_>) =
        operation.params.iter().map(param).partition(|(_, _, write, _)| place(*write) == "path");
    let body = operation.body.iter().flat_map(|body| body_inputs(types, body));
    path.into_iter().chain(body).chain(rest).collect()
}

/// The place and the name of an input, for a call by name.
fn key(value: &ir::Value, write: Write) -> (&'static str, &str) {
    (place(write), if is_whole(write) { "*body" } else { &value.name })
}

/// What the place is called where an input goes.
fn place(write: Write) -> &'static str {
    match write {
        Write::Path
        | Write::PathJoined
        | Write::PathMembers(_)
        | Write::PathLabel(_)
        | Write::PathMatrix(_)
        | Write::PathJson => "path",
        Write::Query
        | Write::QueryEach
        | Write::QueryJoined(_)
        | Write::QueryMembers
        | Write::QueryMembersJoined(_)
        | Write::QueryBrackets
        | Write::QueryDots
        | Write::QueryJson => "query",
        Write::Header | Write::HeaderJoined | Write::HeaderMembers(_) | Write::HeaderJson => "header",
        Write::Cookie
        | Write::CookieEach
        | Write::CookieJoined
        | Write::CookieMembers
        | Write::CookieMembersJoined
        | Write::CookieJson => "cookie",
        Write::Form
        | Write::FormEach
        | Write::FormJoined(_)
        | Write::FormMembers
        | Write::FormMembersJoined(_)
        | Write::FormBrackets
        | Write::FormJson
        | Write::FormJsonEach => "form",
        Write::Member | Write::Json | Write::Text | Write::Upload => "body",
        Write::Part | Write::PartEach | Write::PartJson | Write::PartJsonEach | Write::File | Write::FileEach => "part",
    }
}

/// Whether an input is the body as a whole.
fn is_whole(write: Write) -> bool {
    matches!(write, Write::Json | Write::Text | Write::Upload)
}

fn body_inputs<'a>(types: &Types<'_>, body: &'a ir::Body) -> Vec<Described<'a>> {
    match body {
        ir::Body::Form(fields) => fields
            .iter()
            .map(|field| {
                let is_text = !matches!(field.style, ir::Style::Json | ir::Style::Brackets);
                let taken = taken(types, &field.value.ty, is_text);
                let is_list = matches!(taken, Taken::Texts | Taken::Values(_));
                let is_object = types.is_object(&field.value.ty);
                let write = match field.style {
                    ir::Style::Brackets => Write::FormBrackets,
                    ir::Style::Json if is_list => Write::FormJsonEach,
                    ir::Style::Json => Write::FormJson,
                    ir::Style::Joined(between) if is_object => Write::FormMembersJoined(between),
                    ir::Style::Joined(between) if is_list => Write::FormJoined(between),
                    _ if is_object => Write::FormMembers,
                    _ if is_list => Write::FormEach,
                    _ => Write::Form,
                };
                (&field.value, taken, write, None)
            })
            .collect(),
        ir::Body::Members(members) => {
            members.iter().map(|member| (member, taken(types, &member.ty, false), Write::Member, None)).collect()
        }
        ir::Body::Json(value) => vec![(value, Taken::Value(types.of(&value.ty)), Write::Json, None)],
        ir::Body::Multipart(parts) => parts.iter().map(|part| part_input(types, part)).collect(),
        ir::Body::Text(value) => vec![(value, Taken::Text, Write::Text, None)],
        ir::Body::Binary(value) => vec![(value, Taken::Upload, Write::Upload, None)],
    }
}

fn part_input<'a>(types: &Types<'_>, part: &'a ir::Part) -> Described<'a> {
    let taken = taken(types, &part.value.ty, part.kind == ir::PartKind::Text);
    let is_list = matches!(taken, Taken::Texts | Taken::Values(_));
    let (taken, write) = match (part.kind, is_list) {
        (ir::PartKind::Text, false) => (taken, Write::Part),
        (ir::PartKind::Text, true) => (taken, Write::PartEach),
        (ir::PartKind::Json, false) => (taken, Write::PartJson),
        (ir::PartKind::Json, true) => (taken, Write::PartJsonEach),
        (ir::PartKind::File, false) => (Taken::Upload, Write::File),
        (ir::PartKind::File, true) => (Taken::Uploads, Write::FileEach),
    };
    (&part.value, taken, write, part.media_type.as_ref())
}

fn without_null(ty: Type) -> Type {
    if let Type::Option(inner) = ty { *inner } else { ty }
}

/// What is taken for a value of type `ty`.
fn taken(types: &Types<'_>, ty: &ir::Type, written_as_text: bool) -> Taken {
    match types.of(ty) {
        Type::String | Type::Newtype(_) => Taken::Text,
        // Text has no word for null.
        Type::Vec(item) => match if written_as_text { without_null(*item) } else { *item } {
            Type::String | Type::Newtype(_) => Taken::Texts,
            item => Taken::Values(item),
        },
        other => Taken::Value(other),
    }
}

fn output(types: &Types<'_>, id: &str, answer: &ir::Answer) -> Output {
    match answer {
        ir::Answer::Empty => Output::Empty,
        ir::Answer::Json(ty) => Output::Json(answered(types, ty)),
        ir::Answer::Page(ir::Page { items, item, envelope, next, ends }) => {
            let (item, envelope) = (answered(types, item), answered(types, envelope));
            Output::Page { item, envelope, items: items.clone(), next: next.clone(), ends: ends.clone() }
        }
        ir::Answer::Text(media_type) => Output::Text(media_type.clone()),
        ir::Answer::Binary(media_type) => Output::Binary(media_type.clone()),
        ir::Answer::Events(ty) => Output::Events(ty.as_ref().map(|ty| answered(types, ty))),
        ir::Answer::Redirect => Output::Redirect,
        ir::Answer::Several(cases) => Output::Several(answers(types, id, cases)),
    }
}

/// The type of an answer. What is nothing but a text of some format is that text.
fn answered(types: &Types<'_>, ty: &ir::Type) -> Type {
    types.of(ty).without_format()
}

/// The enum of what the operation called `id` returns.
fn answers(types: &Types<'_>, id: &str, cases: &[ir::AnswerCase]) -> Answers {
    let mut taken = names::Taken::default();
    let is_rest = |case: &ir::AnswerCase| {
        case.statuses.iter().any(|status| matches!(status, ir::Status::Range(2) | ir::Status::Default))
    };
    let fallback = cases.iter().position(is_rest).unwrap_or(0);
    let case = |ir::AnswerCase { statuses, answer }: &ir::AnswerCase| {
        let first = statuses.first().copied().unwrap_or(ir::Status::Default);
        let output = match output(types, id, answer) {
            // Variants are to be of about the same size.
            Output::Json(ty @ (Type::Model(_) | Type::Union(_))) => Output::Json(Type::Box(Box::new(ty))),
            other => other,
        };
        let name = names::case(&first.reason(), &mut taken);
        AnswerCase {
            name,
            statuses: statuses.iter().map(|status| range(*status)).collect(),
            status: first.code(),
            output,
        }
    };
    Answers { name: names::answer(id), cases: cases.iter().map(case).collect(), fallback }
}

/// The first and the last code that `status` stands for.
fn range(status: ir::Status) -> (u16, u16) {
    match status {
        ir::Status::Code(code) => (code, code),
        ir::Status::Range(range) => (range * 100, range * 100 + 99),
        ir::Status::Default => (200, 299),
    }
}

/// What the header `Accept` says, if it is not `application/json`.
fn accept(media_types: &[String]) -> Option<String> {
    let is_header = |text: &&String| text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let media_types: Vec<&str> = media_types.iter().filter(is_header).map(String::as_str).collect();
    Some(media_types.join(", ")).filter(|accept| !matches!(accept.as_str(), "" | "application/json"))
}

/// What the bodies of refusals are, each type once.
fn refusals(types: &Types<'_>, refusals: &[ir::Refusal]) -> Vec<(Option<String>, Type)> {
    let mut found: Vec<(Option<String>, Type)> = Vec::new();
    for ir::Refusal { status, ty } in refusals {
        let status = match status {
            ir::Status::Code(code) => Some(code.to_string()),
            ir::Status::Range(range) => Some(format!("{range}XX")),
            ir::Status::Default => None,
        };
        let ty = types.of(ty);
        match found.iter_mut().find(|(_, known)| *known == ty) {
            Some((statuses, _)) => {
                *statuses = statuses.take().zip(status).map(|(known, new)| format!("{known}, {new}"))
            }
            None => found.push((status, ty)),
        }
    }
    found
}
