//! Following `$ref`.

use indexmap::IndexMap;
use openapiv3::{Components, Example, Header, Parameter, ReferenceOr, RequestBody, Response, Schema, SecurityScheme};

use super::Cx;
use crate::diagnostics::{Pointer, Problem};

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
pub(super) fn target<'a, T: Component>(cx: &mut Cx<'a>, at: &Pointer, reference: &str) -> Option<(Pointer, &'a T)> {
    let here = at.key("$ref");
    let mut chain = vec![reference.to_owned()];
    loop {
        let last = chain.last().map_or("", String::as_str);
        let name = match component_name::<T>(last) {
            Ok(name) => name,
            Err(problem) => return cx.diagnostics.report(&here, problem),
        };
        let found = cx.document.components.as_ref().and_then(|components| T::section(components).get(&name));
        match found {
            None => {
                let reference = last.to_owned();
                return cx.diagnostics.report(&here, Problem::DanglingReference { reference });
            }
            Some(ReferenceOr::Item(item)) => {
                return Some((Pointer::root().key("components").key(T::SECTION).key(&name), item));
            }
            Some(ReferenceOr::Reference { reference }) => {
                let known = chain.contains(reference);
                chain.push(reference.clone());
                if known {
                    return cx.diagnostics.report(&here, Problem::CircularReference { chain });
                }
            }
        }
    }
}

/// The name under `components` that `reference` gives, if it is one for a `T`.
fn component_name<T: Component>(reference: &str) -> Result<String, Problem> {
    let Some(pointer) = Pointer::of_reference(reference) else {
        return Err(Problem::ForeignReference { reference: reference.to_owned() });
    };
    let segments: Vec<String> = pointer.segments().collect();
    match segments.as_slice() {
        [components, section, name] if components == "components" && section == T::SECTION => Ok(name.clone()),
        [components, section, _] if components == "components" => Err(Problem::ReferenceToWrongKind {
            reference: reference.to_owned(),
            expected: T::KIND.to_owned(),
            found: format!("one of the `{section}`"),
        }),
        _ => Err(Problem::Unsupported { what: format!("a reference to a place outside `components`, `{reference}`,") }),
    }
}
