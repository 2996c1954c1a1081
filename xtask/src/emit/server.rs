//! The server's side: a trait with a method for each operation, and the router that calls them.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::types::{Imports, group};
use super::{models, permit, requests, served};
use crate::rust::{Crate, Docs, Operation, Resource, Served};

/// The module with the trait and the router.
pub(super) fn server(krate: &Crate) -> TokenStream {
    let requests = requests::files(krate);
    let modules = requests.keys().map(|module| quote!(mod #module;));
    let exports = requests.iter().map(|(module, operations)| {
        let names = operations.iter().flat_map(|operation| served::names(operation));
        let export = group(quote!(self::#module), names);
        quote!(pub #export)
    });
    let envelopes = models::of_servers(krate);
    let operations = krate
        .resources
        .iter()
        .flat_map(|resource| resource.operations.iter().map(move |operation| (resource, operation)))
        .filter(|(_, operation)| operation.variant_of.is_none());
    let (served, others): (Vec<_>, Vec<_>) = operations.partition(|(_, operation)| operation.is_served());
    let docs = MODULE.iter().fold(Docs::default(), |docs, paragraph| docs.and(paragraph));
    let docs = unserved(&others).map_or(docs.clone(), |unserved| docs.and(unserved));
    let docs = Inner(&docs.0);
    let mut types = Imports::default();
    served.iter().filter_map(|(_, operation)| served::named(&operation.output)).for_each(|ty| types.add(ty));
    let methods = served.into_iter().map(|(resource, operation)| method(resource, operation));
    let others = others
        .into_iter()
        .map(|(Resource { module, .. }, Operation { constant, .. })| quote!(unserved #module::#constant;));
    let [packages, models] = types.for_resource();
    quote! {
        #docs

        #(#modules)*
        #(#envelopes)*

        use axum::Router;
        use axum::response::IntoResponse;
        #packages

        #models
        use crate::runtime::server::{Routes, api};

        pub use axum;
        pub use crate::runtime::server::{Context, Credentials, Limits, Place, Reason, Rejection, Reply};
        #(#exports)*

        api! {
            #[doc = " What a server of the API can do: a method for each operation."]
            #[doc = ""]
            #[doc = " [`router`] reads requests and writes answers; the methods are left with what the operation is about."]
            pub trait Api {
                #(#methods)*
                #(#others)*
            }
        }

        #[doc = " A router that calls `api`. It takes requests within the default [`Limits`]."]
        pub fn router<A: Api>(api: A) -> Router {
            router_with(api, Limits::default())
        }

        #[doc = " A router that calls `api`, and takes requests within `limits`."]
        pub fn router_with<A: Api>(api: A, limits: Limits) -> Router {
            let mut routes = Routes::new(api, limits, |api: &A, rejection| api.reject(rejection).into_response());
            add_operations(&mut routes);
            routes.into_router()
        }
    }
}

/// What the module is for, in paragraphs.
const MODULE: [&str; 3] = [
    "The server's side of the API: a trait to implement, and a router that calls it.",
    "The router finds the operation by path and method, decodes each input once, and hands it over with its type, beside \
     a [`Context`] with the credentials, if there are any. Whether these are good, and whether values are within the \
     limits of the API's description, is for the implementation to say. What cannot be read at all is refused through \
     [`Api::reject`]: an unknown path or method, an input that is missing or of the wrong type, a body that is too \
     large. `OPTIONS` is answered with the methods of a path, and `HEAD` like `GET`, without the body.",
    "To serve it, hand the [`Router`] to `axum::serve`. It can be nested in others, or merged with one \
     that has no fallback, and be given middleware.",
];

/// Which operations the trait does not have.
fn unserved(operations: &[(&Resource, &Operation)]) -> Option<String> {
    let names: Vec<String> = operations.iter().map(|(_, operation)| Docs::code(&operation.id)).collect();
    let reason = "[`Reason::NotServed`]";
    (!names.is_empty()).then(|| {
        let what = "Bodies of several parts, and objects and prefixes within one text, are not read";
        format!("{what}: {} are refused with {reason}.", names.join(", "))
    })
}

/// The trait's method for `operation`, and how it is answered.
fn method(Resource { module, .. }: &Resource, operation: &Operation) -> TokenStream {
    let Operation { served: Served { method, request, .. }, constant, docs, .. } = operation;
    let route = Docs::code(&format!("{} {}", operation.http_method.as_str(), operation.path));
    let docs = docs.and(format!("{route}, operation {}.", Docs::code(&operation.id)));
    let value = served::value(operation);
    let answer = served::answer(operation);
    let permit = permit::method(method);
    quote! {
        #docs
        #permit
        fn #method(#request) -> #value = #answer for #module::#constant;
    }
}
