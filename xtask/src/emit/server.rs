//! The server's side: a trait with a method for each operation, and the router that calls them.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::Inner;
use super::input;
use super::types::{Imports, Qualified};
use crate::rust::{BodyKind, Crate, Docs, Input, Name, Operation, Output, Resource, Taken, Type, Write};

/// The module with the trait and the router.
pub(super) fn server(krate: &Crate) -> TokenStream {
    let docs = MODULE.iter().fold(Docs::default(), |docs, paragraph| docs.and(paragraph));
    let docs = Inner(&docs.0);
    let modules = krate.resources.iter().map(|Resource { module, .. }| quote!(pub mod #module;));
    let operations = || krate.resources.iter().flat_map(|resource| &resource.operations);
    let methods = krate
        .resources
        .iter()
        .flat_map(|resource| resource.operations.iter().map(move |operation| method(resource, operation)));
    let mut types = Imports::default();
    operations().filter_map(|operation| answered(&operation.output)).for_each(|ty| types.add(ty));
    let [packages, models] = types.for_resource();
    let routes =
        krate.resources.iter().map(|Resource { module, .. }| quote!(let routes = self::#module::routes(routes);));
    quote! {
        #docs

        #(#modules)*

        use axum::Router;
        use axum::response::IntoResponse;
        #packages

        #models
        use crate::runtime::server::Routes;

        pub use axum;
        pub use crate::runtime::server::{Context, Credentials, Limits, Place, Reason, Rejection, Reply};

        #[doc = " What a server of the API can do: a method for each operation."]
        #[doc = ""]
        #[doc = " [`router`] reads requests and writes answers; the methods are left with what the operation is about."]
        pub trait Api: Send + Sync + 'static {
            #[doc = " What a request is answered with that does not succeed."]
            type Error: IntoResponse + Send;

            #(#methods)*

            #[doc = " What a request is answered with that the router refuses, in the API's own words."]
            fn reject(&self, rejection: Rejection) -> Self::Error;
        }

        #[doc = " A router that calls `api`. It takes requests within the default [`Limits`]."]
        pub fn router<A: Api>(api: A) -> Router {
            router_with(api, Limits::default())
        }

        #[doc = " A router that calls `api`, and takes requests within `limits`."]
        pub fn router_with<A: Api>(api: A, limits: Limits) -> Router {
            let routes = Routes::new(api, limits, |api: &A, rejection| api.reject(rejection).into_response());
            #(#routes)*
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
    "To serve it, hand the [`Router`] to `axum::serve`. It can be merged with others, and be given middleware.",
];

/// The type of what a success is answered with, if it is anything.
fn answered(output: &Output) -> Option<&Type> {
    match output {
        Output::Empty => None,
        Output::Json(ty) | Output::Page { envelope: ty, .. } => Some(ty),
    }
}

/// The trait's method for `operation`.
fn method(Resource { module, .. }: &Resource, operation: &Operation) -> TokenStream {
    let Operation { served, builder, output, docs, .. } = operation;
    let route = Docs::code(&format!("{} {}", operation.http_method.as_str(), operation.path));
    let docs = docs.and(format!("{route}, operation {}.", Docs::code(&operation.id)));
    let value = answered(output).map_or_else(|| quote!(()), |ty| Qualified(ty).to_token_stream());
    quote! {
        #docs
        fn #served(&self, context: Context, request: self::#module::#builder)
            -> impl Future<Output = Result<Reply<#value>, Self::Error>> + Send;
    }
}

/// The module of a resource: what each operation is asked for, and how that is read.
pub(super) fn resource(Resource { module, operations, .. }: &Resource) -> TokenStream {
    let docs = Docs(format!("What the operations of [`{0}`](crate::{0}) are asked for.", module.as_str()));
    let docs = Inner(&docs.0);
    let imports = imports(operations);
    let routes = operations.iter().map(|operation| {
        let Operation { served, constant, output, status, .. } = operation;
        let status = Literal::u16_unsuffixed(*status);
        let add = if matches!(output, Output::Empty) { quote!(empty) } else { quote!(json) };
        quote! {
            .#add(&crate::#module::#constant, #status, |api, context, request| async move {
                api.#served(context, request).await
            })
        }
    });
    let requests = operations.iter().map(request);
    quote! {
        #docs

        #imports

        #[doc = " Adds the operations to `routes`."]
        pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
            routes #(#routes)*
        }

        #(#requests)*
    }
}

fn imports(operations: &[Operation]) -> TokenStream {
    let mut types = Imports::default();
    let inputs = || operations.iter().flat_map(|operation| operation.arguments.iter().chain(&operation.setters));
    for input in inputs() {
        if let Taken::Value(ty) | Taken::Values(ty) = &input.taken {
            types.add(ty);
        }
    }
    let [packages, models] = types.for_resource();
    let body = operations.iter().any(|operation| body(operation).is_some()).then(|| quote!(Body,));
    let parsers: BTreeSet<&str> = inputs().filter_map(parser).collect();
    let parsers: Vec<Name> = parsers.into_iter().map(Name::new).collect();
    let parsers = (!parsers.is_empty()).then(|| quote!(use crate::runtime::server::values::{#(#parsers),*};));
    quote! {
        #packages

        use super::Api;
        #models
        use crate::runtime::server::inputs::{#body FromInputs, Inputs};
        use crate::runtime::server::{Reason, Routes};
        #parsers
    }
}

/// What an operation is asked for: a struct, and how it is read.
fn request(operation: &Operation) -> TokenStream {
    let Operation { served, builder, arguments, setters, .. } = operation;
    let docs = Docs(format!("What [`Api::{}`] is asked for.", served.as_str()));
    let declaration = |required: bool| {
        move |Input { name, docs, taken, .. }: &Input| {
            let ty = input::field_type(taken);
            let ty = if required { ty } else { quote!(Option<#ty>) };
            quote!(#docs pub #name: #ty)
        }
    };
    let declarations = arguments.iter().map(declaration(true)).chain(setters.iter().map(declaration(false)));
    let values: Vec<TokenStream> =
        arguments.iter().map(|input| read(input, true)).chain(setters.iter().map(|input| read(input, false))).collect();
    let inputs = if values.is_empty() { quote!(_) } else { quote!(inputs) };
    let body = body(operation).map(|body| quote!(const BODY: Body = Body::#body;));
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub struct #builder {
            #(#declarations),*
        }

        impl FromInputs for #builder {
            #body

            fn read(#inputs: &Inputs) -> Result<Self, Reason> {
                Ok(Self { #(#values),* })
            }
        }
    }
}

/// What the body of an operation is, if it has one.
fn body(Operation { body, arguments, setters, .. }: &Operation) -> Option<TokenStream> {
    let whole = arguments.iter().chain(setters).any(|input| input.write == Write::Json);
    match body {
        BodyKind::Form => Some(quote!(Form)),
        BodyKind::Members => Some(quote!(Members)),
        BodyKind::Empty => whole.then(|| quote!(Json)),
    }
}

/// The field of a request that holds an input, read from where it stands.
fn read(input: &Input, required: bool) -> TokenStream {
    let Input { name, wire, taken, write, .. } = input;
    let parts = |read: TokenStream| {
        let take = if required { quote!(required) } else { quote!(optional) };
        quote!(#name: inputs.#read(#wire).#take()?)
    };
    let values = match write {
        Write::Path => quote!(inputs.path(#wire)),
        Write::Query | Write::QueryEach => quote!(inputs.query(#wire)),
        Write::QueryJoined(between) => quote!(inputs.query(#wire).split(#between)),
        Write::QueryMembers => return parts(quote!(query_members)),
        Write::PathJoined => quote!(inputs.path(#wire).split(',')),
        Write::HeaderJoined => quote!(inputs.header(#wire).split(',')),
        Write::Cookie => quote!(inputs.cookie(#wire)),
        Write::CookieJoined => quote!(inputs.cookie(#wire).split(',')),
        Write::QueryJson => quote!(inputs.query(#wire)),
        Write::QueryBrackets => return parts(quote!(query_brackets)),
        Write::QueryDots => return parts(quote!(query_dots)),
        Write::FormBrackets => return parts(quote!(form_brackets)),
        Write::Header => quote!(inputs.header(#wire)),
        Write::Form | Write::FormEach => quote!(inputs.form(#wire)),
        Write::FormJson | Write::FormJsonEach => quote!(inputs.form(#wire).without_empty()),
        Write::Member if required => return quote!(#name: inputs.member(#wire)?),
        Write::Member => return quote!(#name: inputs.optional_member(#wire)?),
        Write::Json if required => return quote!(#name: inputs.json()?),
        Write::Json => return quote!(#name: inputs.optional_json()?),
    };
    let is_list =
        matches!(taken, Taken::Texts | Taken::Values(_)) && !matches!(write, Write::FormJson | Write::QueryJson);
    let take = match (is_list, required) {
        (false, true) => quote!(required),
        (false, false) => quote!(optional),
        (true, true) => quote!(list),
        (true, false) => quote!(optional_list),
    };
    let parser = parser(input).map(Name::new);
    quote!(#name: #values.#take(#parser)?)
}

/// The function of the runtime that reads an input from text; `None` for what is no text.
fn parser(input: &Input) -> Option<&'static str> {
    match input.write {
        Write::Member
        | Write::Json
        | Write::QueryMembers
        | Write::QueryBrackets
        | Write::QueryDots
        | Write::FormBrackets => return None,
        Write::FormJson | Write::FormJsonEach | Write::QueryJson => return Some("json"),
        _ => {}
    }
    Some(match &input.taken {
        Taken::Text | Taken::Texts => "text",
        Taken::Value(ty) | Taken::Values(ty) => match ty {
            Type::String | Type::Newtype(_) => "text",
            Type::Bool => "boolean",
            Type::I32 | Type::I64 => "integer",
            Type::F32 | Type::F64 => "number",
            Type::Timestamp => "time",
            Type::Date => "date",
            Type::Value => "any",
            Type::Choice(_) => "choice",
            Type::Vec(_) | Type::Map(_) | Type::Box(_) | Type::Option(_) | Type::Model(_) => "json",
            Type::Union(_) => "either",
        },
    })
}
