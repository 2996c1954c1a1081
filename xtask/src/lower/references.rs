//! Following `$ref`.

use indexmap::IndexMap;
use openapiv3::{Components, Example, Header, Parameter, ReferenceOr, RequestBody, Response, Schema, SecurityScheme};

use super::Cx;
use crate::diagnostics::{Pointer, Problem};
use crate::reference;

/// What can stand under `components` and be referred to.
pub(super) trait Component: Sized {
    /// The member of `components` that holds such things.
    const SECTION: &'static str;
    /// What it is called, with its article.
    const KIND: &'static str;
    /// All of them.
    fn section(components: &Components) -> &IndexMap<String, ReferenceOr<Self>>;
}

macro_rules! component {
    ($type:ty, $section:literal, $field:ident, $kind:literal) => {
        impl Component for $type {
            const SECTION: &'static str = $section;
            const KIND: &'static str = $kind;

            fn section(components: &Components) -> &IndexMap<String, ReferenceOr<Self>> {
                &components.$field
            }
        }
    };
}

component!(Schema, "schemas", schemas, "a schema");
component!(Response, "responses", responses, "a response");
component!(Parameter, "parameters", parameters, "a parameter");
component!(Example, "examples", examples, "an example");
component!(RequestBody, "requestBodies", request_bodies, "a request body");
component!(Header, "headers", headers, "a header");
component!(SecurityScheme, "securitySchemes", security_schemes, "a security scheme");

/// What `item`, which stands at `at`, is or refers to, and where that stands.
pub(super) fn follow<'a, T: Component>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    item: &'a ReferenceOr<T>,
) -> Option<(Pointer, &'a T)> {
    match item {
        ReferenceOr::Item(item) => Some((at.clone(), item)),
        ReferenceOr::Reference { reference } => target(cx, at, reference),
    }
}

/// What `reference`, which stands at `at`, leads to in the end.
///
/// A problem is reported where the last reference on the way stands.
pub(super) fn target<'a, T: Component>(cx: &mut Cx<'a>, at: &Pointer, reference: &str) -> Option<(Pointer, &'a T)> {
    let section = Pointer::root().key("components").key(T::SECTION);
    let mut here = at.key("$ref");
    let mut reference = reference.to_owned();
    // The components on the way, which are references themselves.
    let mut chain: IndexMap<String, String> = IndexMap::new();
    loop {
        let name = match reference::component(&reference, T::SECTION, T::KIND) {
            Ok(name) => name,
            Err(problem) => return cx.diagnostics.report(here, problem),
        };
        let place = section.key(&name);
        match cx.document.components.as_ref().and_then(|components| T::section(components).get(&name)) {
            None => return cx.diagnostics.report(here, Problem::DanglingReference { reference, meant: None }),
            Some(ReferenceOr::Item(item)) => return Some((place, item)),
            Some(ReferenceOr::Reference { reference: next }) => {
                if let Some(start) = chain.get_index_of(&name) {
                    let (name, problem) = reference::circular(chain.into_iter().skip(start).collect());
                    return cx.diagnostics.report(section.key(&name).key("$ref"), problem);
                }
                chain.insert(name, next.clone());
                (here, reference) = (place.key("$ref"), next.clone());
            }
        }
    }
}
