//! The server's side: a trait with a method for each operation, and the router that calls them.

use std::collections::BTreeSet;
use std::iter;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::docs::Inner;
use super::types::Imports;
use super::{input, permit, served};
use crate::rust::{BodyKind, Crate, Docs, Input, Name, Operation, Output, Resource, Taken, Type, Write};

/// The module with the trait and the router.
pub(super) fn server(krate: &Crate) -> TokenStream {
    let docs = MODULE.iter().fold(Docs::default(), |docs, paragraph| docs.and(paragraph));
    let docs = unserved(krate).map_or(docs.clone(), |unserved| docs.and(unserved));
    let docs = Inner(&docs.0);
    let modules = krate.resources.iter().map(|Resource { module, .. }| quote!(pub mod #module;));
    let operations = krate
        .resources
        .iter()
        .flat_map(|resource| resource.operations.iter().map(move |operation| (resource, operation)))
        .filter(|(_, operation)| served::is_served(operation));
    let mut types = Imports::default();
    operations.clone().filter_map(|(_, operation)| served::named(&operation.output)).for_each(|ty| types.add(ty));
    let methods = operations.map(|(resource, operation)| method(resource, operation));
    let [packages, models] = types.for_resource();
    let long = permit::lines(krate.resources.len());
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
        #long
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

/// Which operations the trait does not have.
fn unserved(krate: &Crate) -> Option<String> {
    let operations = krate.resources.iter().flat_map(|resource| &resource.operations);
    let unserved = operations.filter(|operation| !served::is_served(operation) && operation.variant_of.is_none());
    let names: Vec<String> = unserved.map(|operation| Docs::code(&operation.id)).collect();
    let reason = "[`Reason::NotServed`]";
    (!names.is_empty()).then(|| {
        let what = "Bodies of several parts, and objects and prefixes within one text, are not read";
        format!("{what}: {} are refused with {reason}.", names.join(", "))
    })
}

/// The trait's method for `operation`.
fn method(Resource { module, .. }: &Resource, operation: &Operation) -> TokenStream {
    let Operation { served, builder, output, docs, .. } = operation;
    let route = Docs::code(&format!("{} {}", operation.http_method.as_str(), operation.path));
    let docs = docs.and(format!("{route}, operation {}.", Docs::code(&operation.id)));
    let value = served::value(module, output);
    let permit = permit::method(served);
    quote! {
        #docs
        #permit
        fn #served(&self, context: Context, request: self::#module::#builder)
            -> impl Future<Output = Result<Reply<#value>, Self::Error>> + Send;
    }
}

/// The module of a resource: what each operation is asked for, and how that is read.
pub(super) fn resource(resource: &Resource) -> impl Iterator<Item = TokenStream> {
    let operations = || resource.operations.iter().filter(|operation| served::is_served(operation));
    iter::once(routes(resource)).chain(operations().filter_map(served::answers)).chain(operations().map(request))
}

fn routes(Resource { module, operations, .. }: &Resource) -> TokenStream {
    let docs = Docs(format!("What the operations of [`{0}`](crate::{0}) are asked for.", module.as_str()));
    let docs = Inner(&docs.0);
    let imports = imports(operations);
    let routes = operations.iter().filter(|operation| operation.variant_of.is_none()).map(|operation| {
        let Operation { served, constant, .. } = operation;
        if !served::is_served(operation) {
            return quote!(.unserved(&crate::#module::#constant));
        }
        let (add, with) = served::route(operation);
        quote! {
            .#add(&crate::#module::#constant, #with |api, context, request| async move {
                api.#served(context, request).await
            })
        }
    });
    let long = permit::lines(6 * operations.len());
    quote! {
        #docs

        #imports

        #[doc = " Adds the operations to `routes`."]
        #long
        pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
            routes #(#routes)*
        }
    }
}

fn imports(operations: &[Operation]) -> TokenStream {
    let operations: Vec<&Operation> = operations.iter().filter(|operation| served::is_served(operation)).collect();
    let mut types = Imports::default();
    operations.iter().for_each(|operation| served::add(&mut types, &operation.output));
    let bytes = operations.iter().any(|operation| body_of_bytes(operation)).then(|| {
        quote!(
            use bytes::Bytes;
        )
    });
    let several = operations.iter().any(|operation| matches!(operation.output, Output::Several(_)));
    let response = several.then(|| {
        quote!(
            use axum::response::Response;
        )
    });
    let reply = several.then(|| {
        quote!(
            use crate::runtime::server::reply::{IntoReply, Reply};
        )
    });
    let inputs = || operations.iter().flat_map(|operation| operation.arguments.iter().chain(&operation.setters));
    for input in inputs() {
        if let Taken::Value(ty) | Taken::Values(ty) = &input.taken {
            types.add(ty);
        }
    }
    let body = operations.iter().any(|operation| body(operation).is_some()).then(|| quote!(Body,));
    let format = types.format();
    let nullable = inputs().any(|input| input.null.is_some()).then(|| {
        quote!(
            use crate::runtime::Nullable;
        )
    });
    let parsers: BTreeSet<&str> = inputs().filter_map(parser).collect();
    let [packages, models] = types.for_resource();
    let parsers: Vec<Name> = parsers.into_iter().map(Name::new).collect();
    let parsers = (!parsers.is_empty()).then(|| quote!(use crate::runtime::server::values::{#(#parsers),*};));
    if operations.is_empty() {
        return quote! {
            use super::Api;
            use crate::runtime::server::Routes;
        };
    }
    quote! {
        #response
        #bytes
        #packages

        use super::Api;
        #models
        #nullable
        #format
        use crate::runtime::server::inputs::{#body FromInputs, Inputs};
        #reply
        use crate::runtime::server::{Reason, Routes};
        #parsers
    }
}

/// What an operation is asked for: a struct, and how it is read.
fn request(operation: &Operation) -> TokenStream {
    let Operation { served, builder, arguments, setters, .. } = operation;
    let docs = Docs(format!("What [`Api::{}`] is asked for.", served.as_str()));
    let declaration = |required: bool| {
        move |Input { name, docs, taken, null, .. }: &Input| {
            let ty = if *taken == Taken::Upload { quote!(Bytes) } else { input::field_type(taken) };
            let ty = match null {
                _ if required => ty,
                Some(_) => quote!(Nullable<#ty>),
                None => quote!(Option<#ty>),
            };
            quote!(#docs pub #name: #ty)
        }
    };
    let declarations = arguments.iter().map(declaration(true)).chain(setters.iter().map(declaration(false)));
    let values: Vec<TokenStream> =
        arguments.iter().map(|input| read(input, true)).chain(setters.iter().map(|input| read(input, false))).collect();
    let inputs = if values.is_empty() { quote!(_) } else { quote!(inputs) };
    let body = body(operation).map(|body| quote!(const BODY: Body = Body::#body;));
    let (permit, long) = (permit::inputs(arguments), permit::lines(values.len()));
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #permit
        pub struct #builder {
            #(#declarations),*
        }

        impl FromInputs for #builder {
            #body

            #long
            fn read(#inputs: &Inputs) -> Result<Self, Reason> {
                Ok(Self { #(#values),* })
            }
        }
    }
}

/// What the body of an operation is, if it has one.
fn body(Operation { body, arguments, setters, .. }: &Operation) -> Option<TokenStream> {
    let whole = arguments.iter().chain(setters).find_map(|input| match input.write {
        Write::Json => Some(quote!(Json)),
        Write::Text | Write::Upload => Some(quote!(Content)),
        _ => None,
    });
    match body {
        BodyKind::Form => Some(quote!(Form)),
        BodyKind::Members => Some(quote!(Members)),
        BodyKind::Empty => whole,
        // Nobody reads these.
        BodyKind::Parts => None,
    }
}

/// Whether the body of an operation is handed over as it is.
fn body_of_bytes(Operation { arguments, setters, .. }: &Operation) -> bool {
    arguments.iter().chain(setters).any(|input| input.write == Write::Upload)
}

/// The field of a request that holds an input, read from where it stands.
fn read(input: &Input, required: bool) -> TokenStream {
    let Input { name, wire, taken, write, null, .. } = input;
    let format = input::format(taken);
    // What is read as JSON is read in its format.
    let from_json = |read: TokenStream| match format {
        Some(format) if required => quote!(#name: #read.map(#format::value)?),
        Some(format) => quote!(#name: #read?.map(#format::value)),
        None => quote!(#name: #read?),
    };
    let parts = |read: TokenStream| {
        let take = if required { quote!(required) } else { quote!(optional) };
        from_json(quote!(inputs.#read(#wire).#take()))
    };
    let values = match write {
        Write::Path | Write::PathJson => quote!(inputs.path(#wire)),
        Write::Query | Write::QueryEach => quote!(inputs.query(#wire)),
        Write::QueryJoined(between) => quote!(inputs.query(#wire).split(#between)),
        Write::QueryMembers => return parts(quote!(query_members)),
        Write::FormMembers => return parts(quote!(form_members)),
        Write::CookieEach => quote!(inputs.cookie(#wire)),
        Write::FormJoined(between) => quote!(inputs.form(#wire).split(#between)),
        Write::PathMembers(_)
        | Write::PathLabel(_)
        | Write::PathMatrix(_)
        | Write::HeaderMembers(_)
        | Write::QueryMembersJoined(_)
        | Write::CookieMembers
        | Write::CookieMembersJoined
        | Write::FormMembersJoined(_) => unreachable!("inputs of these styles are not served"),
        Write::PathJoined => quote!(inputs.path(#wire).split(',')),
        Write::HeaderJoined => quote!(inputs.header(#wire).split(',')),
        Write::Cookie | Write::CookieJson => quote!(inputs.cookie(#wire)),
        Write::CookieJoined => quote!(inputs.cookie(#wire).split(',')),
        Write::QueryJson => quote!(inputs.query(#wire)),
        Write::QueryBrackets => return parts(quote!(query_brackets)),
        Write::QueryDots => return parts(quote!(query_dots)),
        Write::FormBrackets => return parts(quote!(form_brackets)),
        Write::Header | Write::HeaderJson => quote!(inputs.header(#wire)),
        Write::Form | Write::FormEach => quote!(inputs.form(#wire)),
        Write::FormJson | Write::FormJsonEach => quote!(inputs.form(#wire).without_empty()),
        Write::Member if required => return from_json(quote!(inputs.member(#wire))),
        Write::Member if null.is_some() => return from_json(quote!(inputs.nullable_member(#wire))),
        Write::Member => return from_json(quote!(inputs.optional_member(#wire))),
        Write::Json if required => return from_json(quote!(inputs.json())),
        Write::Json => return from_json(quote!(inputs.optional_json())),
        Write::Text if required => return quote!(#name: inputs.text()?),
        Write::Text => return quote!(#name: inputs.optional_text()?),
        Write::Upload if required => return quote!(#name: inputs.bytes()),
        Write::Upload => return quote!(#name: inputs.optional_bytes()),
        Write::Part | Write::PartEach | Write::PartJson | Write::PartJsonEach | Write::File | Write::FileEach => {
            unreachable!("bodies of several parts are not served")
        }
    };
    let is_list = matches!(taken, Taken::Texts | Taken::Values(_)) && !is_json(*write);
    let take = match (is_list, required) {
        (false, true) => quote!(required),
        (false, false) => quote!(optional),
        (true, true) => quote!(list),
        (true, false) => quote!(optional_list),
    };
    let parser = match (parser(input), format) {
        (None, Some(format)) => quote!(#format::parse),
        (Some(json), Some(format)) => {
            let json = Name::new(json);
            quote!(|text| #json(text).map(#format::value))
        }
        (parser, None) => parser.map(Name::new).to_token_stream(),
    };
    quote!(#name: #values.#take(#parser)?)
}

/// Whether a text is JSON as a whole.
fn is_json(write: Write) -> bool {
    matches!(write, Write::FormJson | Write::QueryJson | Write::PathJson | Write::HeaderJson | Write::CookieJson)
}

/// The function of the runtime that reads an input from text; `None` for what is no text.
fn parser(input: &Input) -> Option<&'static str> {
    match input.write {
        Write::Member
        | Write::Json
        | Write::Text
        | Write::QueryMembers
        | Write::QueryBrackets
        | Write::QueryDots
        | Write::FormMembers
        | Write::FormBrackets => return None,
        Write::FormJsonEach => return Some("json"),
        write if is_json(write) => return Some("json"),
        _ => {}
    }
    Some(match &input.taken {
        Taken::Text | Taken::Texts => "text",
        Taken::Value(ty) | Taken::Values(ty) => match ty {
            Type::String | Type::Newtype(_) => "text",
            Type::Bool => "boolean",
            // They say themselves how they are read.
            Type::MailTime | Type::Bytes => return None,
            Type::Integers(_) => "known_integer",
            Type::I32 | Type::I64 | Type::U32 | Type::U64 => "integer",
            Type::F32 | Type::F64 => "number",
            Type::Timestamp => "time",
            Type::Date => "date",
            Type::Value => "any",
            Type::Choice(_) => "choice",
            Type::Vec(_) | Type::Map(_) | Type::Box(_) | Type::Option(_) | Type::Model(_) => "json",
            Type::Union(_) => "either",
        },
        // Given as a whole, without a parser.
        Taken::Upload | Taken::Uploads => return None,
    })
}
