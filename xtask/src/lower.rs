//! From a document to the API that it describes: references, composition, body encodings, paging, reach.
//!
//! A problem is reported and lowering carries on without what it concerns, so that one run finds them all.

mod alike;
mod answer;
mod body;
mod extensions;
mod headers;
mod media;
mod operation;
mod paging;
mod params;
mod references;
mod schema;
mod security;
mod selection;
mod server;
mod subject;

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use openapiv3::OpenAPI;

use crate::diagnostics::{Diagnostics, Pointer, Problem};
use crate::ir;
use crate::numbers::Numbers;

pub use self::selection::Selection;

/// Lowers the operations of `document` that are selected; `None` if there was an error.
pub fn api(document: &OpenAPI, selection: &Selection) -> (Option<ir::Api>, Diagnostics) {
    let mut cx = Cx::new(document, selection);
    selection.report_unknown(&mut cx);
    let environment = extensions::environment(&mut cx);
    let mut resources = resources(&mut cx);
    let server = server::lower(&mut cx, &mut resources);
    let servers = server::all(&cx);
    let schemes = security::used(&mut cx, &resources);
    extensions::report_idle(&mut cx, &environment, &schemes);
    cx.paging.report_unused(&mut cx.diagnostics);
    extensions::webhooks(&mut cx);
    let schemas = cx.schemas.into_iter().flatten().collect();
    let mut api = ir::Api {
        title: document.info.title.clone(),
        description: document.info.description.clone(),
        version: document.info.version.clone(),
        server,
        servers,
        environment,
        schemes,
        resources,
        schemas,
        left_out: cx.left_out,
        places: cx.whole.into_iter().collect(),
    };
    if cx.diagnostics.has_errors() {
        return (None, cx.diagnostics);
    }
    reach(&mut api);
    one_way(&mut api, &cx.read_only, &cx.write_only);
    alike::merge(&mut api);
    (Some(api), cx.diagnostics)
}

/// How many schemas may stand, or be referred to, within one another: what a thread with a large stack bears easily.
const NESTING: usize = 500;

/// What lowering knows and has found so far.
struct Cx<'a> {
    document: &'a OpenAPI,
    selection: &'a Selection,
    diagnostics: Diagnostics,
    /// `None` while a schema is being lowered, or if it could not be.
    schemas: Vec<Option<ir::Schema>>,
    /// The schemas by place, so that each is lowered once, and recursion ends.
    places: HashMap<Pointer, ir::SchemaId>,
    /// What choices between schemas came down to, by place: the type, and whether it may be null.
    choices: HashMap<Pointer, (ir::Type, bool)>,
    /// What components and bodies are as a whole, by the places of their schemas.
    whole: IndexMap<Pointer, ir::Type>,
    /// The components that are being lowered and have no name of their own, to notice recursion.
    aliases: Vec<Pointer>,
    /// The objects whose properties are being collected, to notice recursion.
    compositions: Vec<Pointer>,
    /// The properties of objects by place, or `None` for those that were reported.
    objects: HashMap<Pointer, Option<Vec<ir::Value>>>,
    /// What inherits from what.
    heirs: schema::Heirs,
    /// The values that only answers have.
    read_only: HashSet<Pointer>,
    /// The values that only requests have.
    write_only: HashSet<Pointer>,
    /// How many schemas there are around the one that is being lowered.
    depth: usize,
    /// How lists are paged whose operations do not say.
    paging: paging::Usual,
    /// The operations by id.
    operations: HashMap<String, Pointer>,
    /// The numbers of those of the same id.
    numbers: Numbers,
    /// What keeps the operation that is being lowered from being offered.
    obstacles: Vec<String>,
    left_out: Vec<ir::LeftOut>,
}

impl<'a> Cx<'a> {
    fn new(document: &'a OpenAPI, selection: &'a Selection) -> Self {
        let mut diagnostics = Diagnostics::new();
        extensions::report_misspelt(document, &mut diagnostics);
        let paging = paging::Usual::new(document, &mut diagnostics);
        Self {
            document,
            selection,
            diagnostics,
            schemas: Vec::new(),
            places: HashMap::new(),
            choices: HashMap::new(),
            whole: IndexMap::new(),
            aliases: Vec::new(),
            compositions: Vec::new(),
            objects: HashMap::new(),
            heirs: schema::Heirs::new(document),
            read_only: HashSet::new(),
            write_only: HashSet::new(),
            depth: 0,
            paging,
            operations: HashMap::new(),
            numbers: Numbers::default(),
            obstacles: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Lowers the schema at `at` with `lower`, unless there are too many around it.
    fn nested<T>(&mut self, at: &Pointer, lower: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth == NESTING {
            return self.unsupported(at, format!("a schema within {NESTING} others"));
        }
        self.depth += 1;
        let lowered = lower(self);
        self.depth -= 1;
        lowered
    }

    /// `id`, with a number if an operation is called so already.
    fn unused_id(&mut self, id: String) -> String {
        self.numbers.free(id, "", |id| self.operations.contains_key(id))
    }

    /// Reports something in an operation that the generator cannot offer: the rest of the API is fine.
    fn obstacle<T>(&mut self, at: &Pointer, what: impl Into<String>) -> Option<T> {
        let what = what.into();
        self.obstacles.push(what.clone());
        self.diagnostics.report(at, Problem::LeftOut { what })
    }

    /// Reports something that nothing can be made of.
    fn unsupported<T>(&mut self, at: &Pointer, what: impl Into<String>) -> Option<T> {
        self.diagnostics.report(at, Problem::Unsupported { what: what.into() })
    }
}

/// The operations, in the order of the tags' descriptions and then of the paths.
fn resources(cx: &mut Cx<'_>) -> Vec<ir::Resource> {
    let mut resources: IndexMap<Option<String>, ir::Resource> = IndexMap::new();
    for (index, tag) in cx.document.tags.iter().enumerate() {
        let at = Pointer::root().key("tags").index(index);
        let (name, description) = (Some(tag.name.clone()), tag.description.clone());
        let resource = ir::Resource { name: name.clone(), description, operations: Vec::new(), at };
        resources.entry(name).or_insert(resource);
    }
    for (name, operation) in grouped(cx) {
        let resource = resources.entry(name.clone()).or_insert_with(|| ir::Resource {
            name,
            description: None,
            operations: Vec::new(),
            at: operation.at.clone(),
        });
        resource.operations.push(operation);
    }
    if cx.operations.is_empty() && !cx.diagnostics.has_errors() {
        let problem = if cx.selection.is_all() { Problem::NoOperations } else { Problem::NothingSelected };
        cx.diagnostics.report::<()>(&Pointer::root().key("paths"), problem);
    }
    resources.into_values().filter(|resource| !resource.operations.is_empty()).collect()
}

/// All operations, each with the name of its group: its tag, or what its path is about if the document has no tags. That
/// does not depend on which operations are selected.
fn grouped(cx: &mut Cx<'_>) -> Vec<(Option<String>, ir::Operation)> {
    let items = cx.document.paths.iter().filter_map(|(path, item)| Some((path.as_str(), item.as_item()?)));
    let paths: Vec<(&str, usize)> =
        items.clone().map(|(path, item)| (path, operation::of_path(item).count())).collect();
    let mut data = items.flat_map(|(_, item)| operation::of_path(item));
    let subjects = if data.all(|(_, data)| data.tags.is_empty()) { subject::subjects(&paths) } else { HashMap::new() };
    let named = |(path, tag, operation): operation::Tagged<'_>| {
        (tag.map(str::to_owned).or_else(|| subjects.get(path).cloned()), operation)
    };
    operation::all(cx).into_iter().map(named).collect()
}

/// Marks what requests need and what answers need.
fn reach(api: &mut ir::Api) {
    let named = |types: fn(&ir::Operation) -> Vec<&ir::Type>| {
        let types = api.operations().flat_map(types);
        types.filter_map(ir::Type::schema).collect()
    };
    let (requests, answers, pages) =
        (named(ir::Operation::asked), named(ir::Operation::answered), named(ir::Operation::enveloped));
    spread(api, requests, |schema| &mut schema.in_requests);
    spread(api, answers, |schema| &mut schema.in_answers);
    spread(api, pages, |schema| &mut schema.in_pages);
}

/// Takes account of properties that only answers have (`read_only`), or only requests (`write_only`).
///
/// What only the others need does without them. What both need cannot insist on them: that holds in one direction.
fn one_way(api: &mut ir::Api, read_only: &HashSet<Pointer>, write_only: &HashSet<Pointer>) {
    for schema in &mut api.schemas {
        let ir::Form::Object { properties, .. } = &mut schema.form else { continue };
        match (schema.in_requests, schema.in_answers || schema.in_pages) {
            (true, true) => {
                for property in properties {
                    property.required &= !read_only.contains(&property.at) && !write_only.contains(&property.at);
                }
            }
            (true, false) => properties.retain(|property| !read_only.contains(&property.at)),
            (false, true) => properties.retain(|property| !write_only.contains(&property.at)),
            (false, false) => {}
        }
    }
}

/// Sets a mark on the schemas of `ids` and on all that they need.
fn spread(api: &mut ir::Api, mut ids: Vec<ir::SchemaId>, mark: impl Fn(&mut ir::Schema) -> &mut bool) {
    while let Some(id) = ids.pop() {
        let schema = &mut api.schemas[id.0];
        if !std::mem::replace(mark(schema), true) {
            ids.extend(schema.held().into_iter().filter_map(ir::Type::schema));
        }
    }
}
