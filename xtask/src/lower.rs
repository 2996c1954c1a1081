//! From a document to the API that it describes: references, composition, body encodings, paging, reach.
//!
//! A problem is reported and lowering carries on without what it concerns, so that one run finds them all.

mod answer;
mod body;
mod extensions;
mod operation;
mod params;
mod references;
mod schema;
mod security;

use std::collections::HashMap;

use indexmap::IndexMap;
use openapiv3::OpenAPI;

use crate::diagnostics::{Diagnostics, Pointer, Problem};
use crate::ir;

/// Lowers `document`; `None` if there was an error.
pub fn api(document: &OpenAPI) -> (Option<ir::Api>, Diagnostics) {
    let mut cx = Cx::new(document);
    let environment = extensions::environment(&mut cx);
    let resources = resources(&mut cx);
    cx.paging.report_unused(&mut cx.diagnostics);
    let schemas = cx.schemas.into_iter().flatten().collect();
    let mut api = ir::Api {
        title: document.info.title.clone(),
        description: document.info.description.clone(),
        version: document.info.version.clone(),
        server: document.servers.first().map(server_url),
        environment,
        basic_credentials: cx.basic_credentials,
        resources,
        schemas,
    };
    if cx.diagnostics.has_errors() {
        return (None, cx.diagnostics);
    }
    reach(&mut api);
    (Some(api), cx.diagnostics)
}

/// What lowering knows and has found so far.
struct Cx<'a> {
    document: &'a OpenAPI,
    diagnostics: Diagnostics,
    /// `None` while a schema is being lowered, or if it could not be.
    schemas: Vec<Option<ir::Schema>>,
    /// The schemas by place, so that each is lowered once, and recursion ends.
    places: HashMap<Pointer, ir::SchemaId>,
    /// The components that are being lowered and have no name of their own, to notice recursion.
    aliases: Vec<Pointer>,
    /// The compositions that are being lowered, to notice recursion.
    compositions: Vec<Pointer>,
    paging: extensions::Paging,
    /// The operations by id.
    operations: HashMap<&'a str, Pointer>,
    basic_credentials: bool,
}

impl<'a> Cx<'a> {
    fn new(document: &'a OpenAPI) -> Self {
        let mut diagnostics = Diagnostics::new();
        let paging = extensions::paging(document, &mut diagnostics);
        Self {
            document,
            diagnostics,
            schemas: Vec::new(),
            places: HashMap::new(),
            aliases: Vec::new(),
            compositions: Vec::new(),
            paging,
            operations: HashMap::new(),
            basic_credentials: false,
        }
    }

    /// Reports something that the generator cannot offer.
    fn unsupported<T>(&mut self, at: &Pointer, what: impl Into<String>) -> Option<T> {
        self.diagnostics.report(at, Problem::Unsupported { what: what.into() })
    }
}

/// The operations, in the order of the tags' descriptions and then of the paths.
fn resources(cx: &mut Cx<'_>) -> Vec<ir::Resource> {
    let mut resources: IndexMap<Option<&str>, ir::Resource> = IndexMap::new();
    for (index, tag) in cx.document.tags.iter().enumerate() {
        let at = Pointer::root().key("tags").index(index);
        let (name, description) = (Some(tag.name.clone()), tag.description.clone());
        let resource = ir::Resource { tag: name, description, operations: Vec::new(), at };
        resources.entry(Some(&tag.name)).or_insert(resource);
    }
    for (tag, operation) in operation::all(cx) {
        let resource = resources.entry(tag).or_insert_with(|| ir::Resource {
            tag: tag.map(str::to_owned),
            description: None,
            operations: Vec::new(),
            at: operation.at.clone(),
        });
        resource.operations.push(operation);
    }
    if cx.operations.is_empty() && !cx.diagnostics.has_errors() {
        cx.diagnostics.report::<()>(&Pointer::root().key("paths"), Problem::NoOperations);
    }
    resources.into_values().filter(|resource| !resource.operations.is_empty()).collect()
}

/// The URL of a server, with its variables' defaults.
fn server_url(server: &openapiv3::Server) -> String {
    let variables = server.variables.iter().flatten();
    variables.fold(server.url.clone(), |url, (name, variable)| url.replace(&format!("{{{name}}}"), &variable.default))
}

/// Marks what requests need and what answers need.
fn reach(api: &mut ir::Api) {
    let (mut requests, mut answers) = (Vec::new(), Vec::new());
    for operation in api.operations() {
        for param in &operation.params {
            named(&param.value.ty, &mut requests);
        }
        match &operation.body {
            Some(ir::Body::Form(fields)) => fields.iter().for_each(|field| named(&field.value.ty, &mut requests)),
            Some(ir::Body::Members(members)) => members.iter().for_each(|member| named(&member.ty, &mut requests)),
            Some(ir::Body::Json(value)) => named(&value.ty, &mut requests),
            None => {}
        }
        match &operation.answer {
            ir::Answer::Empty => {}
            ir::Answer::Json(ty) => named(ty, &mut answers),
            ir::Answer::Page(page) => named(&page.item, &mut answers),
        }
    }
    spread(api, requests, |schema| &mut schema.in_requests);
    spread(api, answers, |schema| &mut schema.in_answers);
}

/// Sets a mark on the schemas of `ids` and on all that they need.
fn spread(api: &mut ir::Api, mut ids: Vec<ir::SchemaId>, mark: impl Fn(&mut ir::Schema) -> &mut bool) {
    while let Some(id) = ids.pop() {
        let schema = &mut api.schemas[id.0];
        if !std::mem::replace(mark(schema), true)
            && let ir::Form::Object(properties) = &schema.form
        {
            properties.iter().for_each(|property| named(&property.ty, &mut ids));
        }
    }
}

/// Adds the schema that `ty` names, if it does, to `ids`.
fn named(ty: &ir::Type, ids: &mut Vec<ir::SchemaId>) {
    match ty {
        ir::Type::List(inner) | ir::Type::Map(inner) => named(inner, ids),
        ir::Type::Schema(id) => ids.push(*id),
        _ => {}
    }
}
