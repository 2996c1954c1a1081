//! Headers of answers: a struct for each set of them.

use indexmap::IndexMap;

use super::models::property_docs;
use super::types::Types;
use super::{docs, names};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::rust::{Docs, Header, Headers, Resource};

/// The headers that the operations of `api` are answered with, each set once; the operations of `resources` are told
/// what they are called.
pub(super) fn all(
    api: &ir::Api,
    types: &Types<'_>,
    resources: &mut [Resource],
    diagnostics: &mut Diagnostics,
) -> Vec<Headers> {
    // The headers, and the operations that have them.
    let mut sets: IndexMap<Vec<Header>, Vec<&ir::Operation>> = IndexMap::new();
    let mut places = Vec::new();
    for operation in api.operations() {
        if operation.headers.is_empty() {
            places.push(None);
            continue;
        }
        let set = sets.entry(fields(types, operation, diagnostics));
        places.push(Some(set.index()));
        set.or_default().push(operation);
    }
    let mut scope = names::Scope::new("headers");
    let named = sets.into_iter().map(|(fields, operations)| {
        let (first, is_shared) = (operations[0], operations.len() > 1);
        let shared =
            is_shared.then(|| names::shared_headers(fields.iter().map(|header| header.wire.as_str()))).flatten();
        let name = scope.free(shared.unwrap_or_else(|| names::headers(&first.id)), &first.id, &first.at);
        let owners = if is_shared { "several operations".to_owned() } else { docs::code(&first.id) };
        let docs = Docs(format!("Headers of the answers to {owners}."));
        Headers { name, docs, fields }
    });
    let sets: Vec<Headers> = named.collect();
    let operations = resources.iter_mut().flat_map(|resource| &mut resource.operations);
    for (operation, place) in operations.zip(places) {
        operation.headers = place.map(|place| sets[place].name.clone());
    }
    sets
}

fn fields(types: &Types<'_>, operation: &ir::Operation, diagnostics: &mut Diagnostics) -> Vec<Header> {
    let mut scope = names::Scope::new(format!("header of `{}`", operation.id));
    let field = |value: &ir::Value| Header {
        name: scope.add(diagnostics, names::header(&value.name), &value.name, &value.at),
        wire: value.name.clone(),
        docs: property_docs(types, value),
        deprecated: value.docs.deprecated,
        ty: types.of(&value.ty),
    };
    operation.headers.iter().map(field).collect()
}
