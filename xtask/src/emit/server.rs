//! The server's side: a trait with a method for each operation, and the router that calls them.

use std::iter;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::types::Imports;
use super::{input, models, permit, served};
use crate::rust::{BodyKind, Crate, Docs, Input, Name, Operation, Output, Resource, Taken, Type, Write};

/// The module with the trait and the router.
pub(super) fn server(krate: &Crate) -> TokenStream {
    let docs = MODULE.iter().fold(Docs::default(), |docs, paragraph| docs.and(paragraph));
    let docs = unserved(krate).map_or(docs.clone(), |unserved| docs.and(unserved));
    let docs = Inner(&docs.0);
    let modules = krate.resources.iter().map(|Resource { module, .. }| quote!(pub mod #module;));
    let envelopes = models::of_servers(krate);
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
        #(#envelopes)*

        use axum::Router;
        use axum::response::IntoResponse;
        #packages

        #models
        use crate::runtime::server::{Routes, api};

        pub use axum;
        pub use crate::runtime::server::{Context, Credentials, Limits, Place, Reason, Rejection, Reply};

        api! {
            #[doc = " What a server of the API can do: a method for each operation."]
            #[doc = ""]
            #[doc = " [`router`] reads requests and writes answers; the methods are left with what the operation is about."]
            pub trait Api { #(#methods)* }
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
        fn #served(#module::#builder) -> #value;
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
            return quote!(#constant: unserved;);
        }
        let answer = served::answer(operation);
        quote!(#constant: #answer => #served;)
    });
    quote! {
        #docs

        #imports

        routes! {
            #module;
            #(#routes)*
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
    let reply = several.then(|| {
        quote!(
            use crate::runtime::server::reply::answers;
        )
    });
    let inputs = || operations.iter().flat_map(|operation| operation.arguments.iter().chain(&operation.setters));
    for input in inputs() {
        if let Taken::Value(ty) | Taken::Values(ty) = &input.taken {
            types.add(ty);
        }
    }
    let format = types.format();
    let nullable = inputs().any(|input| input.null.is_some()).then(|| {
        quote!(
            use crate::runtime::Nullable;
        )
    });
    let has_parser = inputs().any(|input| !follows_from_type(input) && parser(input).is_some());
    let [packages, models] = types.for_resource();
    let values = has_parser.then(|| {
        quote!(
            use crate::runtime::server::values;
        )
    });
    let request = (!operations.is_empty()).then(|| {
        quote!(
            use crate::runtime::server::inputs::request;
        )
    });
    quote! {
        #bytes
        #packages

        use super::Api;
        #models
        #nullable
        #format
        #request
        #reply
        use crate::runtime::server::routes;
        #values
    }
}

/// What an operation is asked for, and where each input is found.
fn request(operation: &Operation) -> TokenStream {
    let Operation { served, builder, arguments, setters, .. } = operation;
    let docs = Docs(format!("What [`Api::{}`] is asked for.", served.as_str()));
    let field = |input: &Input, required: bool| {
        let Input { name, docs, taken, null, .. } = input;
        let ty = if *taken == Taken::Upload { quote!(Bytes) } else { input::field_type(taken) };
        let ty = match null {
            _ if required => ty,
            Some(_) => quote!(Nullable<#ty>),
            None => quote!(Option<#ty>),
        };
        let read = read(input, required);
        quote!(#docs pub #name: #ty = #read,)
    };
    let arguments_read = arguments.iter().map(|input| field(input, true));
    let setters_read = setters.iter().map(|input| field(input, false));
    let body = body(operation).map(|body| quote!(: #body));
    let permit = permit::inputs(arguments);
    quote! {
        request! {
            #docs
            #permit
            pub struct #builder #body {
                #(#arguments_read)*
                #(#setters_read)*
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

/// How an input is read, from where it stands.
fn read(input: &Input, required: bool) -> TokenStream {
    let Input { wire, taken, write, null, .. } = input;
    let format = input::format(taken);
    // What is read as JSON is read in its format.
    let from_json = |read: TokenStream| match format {
        Some(format) if required => quote!(#read.map(#format::value)),
        Some(format) => quote!(#read.map(|value| value.map(#format::value))),
        None => read,
    };
    let parts = |read: TokenStream| {
        let take = if required { quote!(required) } else { quote!(optional) };
        from_json(quote!(#read(#wire).#take()))
    };
    let values = match write {
        Write::Path | Write::PathJson => quote!(path(#wire)),
        Write::Query | Write::QueryEach => quote!(query(#wire)),
        Write::QueryJoined(between) => quote!(query(#wire).split(#between)),
        Write::QueryMembers => return parts(quote!(query_members)),
        Write::FormMembers => return parts(quote!(form_members)),
        Write::CookieEach => quote!(cookie(#wire)),
        Write::FormJoined(between) => quote!(form(#wire).split(#between)),
        Write::PathMembers(_)
        | Write::PathLabel(_)
        | Write::PathMatrix(_)
        | Write::HeaderMembers(_)
        | Write::QueryMembersJoined(_)
        | Write::CookieMembers
        | Write::CookieMembersJoined
        | Write::FormMembersJoined(_) => unreachable!("inputs of these styles are not served"),
        Write::PathJoined => quote!(path(#wire).split(',')),
        Write::HeaderJoined => quote!(header(#wire).split(',')),
        Write::Cookie | Write::CookieJson => quote!(cookie(#wire)),
        Write::CookieJoined => quote!(cookie(#wire).split(',')),
        Write::QueryJson => quote!(query(#wire)),
        Write::QueryBrackets => return parts(quote!(query_brackets)),
        Write::QueryDots => return parts(quote!(query_dots)),
        Write::FormBrackets => return parts(quote!(form_brackets)),
        Write::Header | Write::HeaderJson => quote!(header(#wire)),
        Write::Form | Write::FormEach => quote!(form(#wire)),
        Write::FormJson | Write::FormJsonEach => quote!(form(#wire).without_empty()),
        Write::Member if required => return from_json(quote!(member(#wire))),
        Write::Member if null.is_some() => {
            let in_format = format.map(|format| quote!(.map(|value: Nullable<_>| value.map(#format::value))));
            return quote!(nullable_member(#wire) #in_format);
        }
        Write::Member => return from_json(quote!(optional_member(#wire))),
        Write::Json if required => return from_json(quote!(json())),
        Write::Json => return from_json(quote!(optional_json())),
        Write::Text if required => return quote!(text()),
        Write::Text => return quote!(optional_text()),
        Write::Upload if required => return quote!(bytes()),
        Write::Upload => return quote!(optional_bytes()),
        Write::Part | Write::PartEach | Write::PartJson | Write::PartJsonEach | Write::File | Write::FileEach => {
            unreachable!("bodies of several parts are not served")
        }
    };
    if follows_from_type(input) {
        return values;
    }
    let is_list = matches!(taken, Taken::Texts | Taken::Values(_)) && !is_json(*write);
    let take = match (is_list, required) {
        (false, true) => quote!(required),
        (false, false) => quote!(optional),
        (true, true) => quote!(list),
        (true, false) => quote!(optional_list),
    };
    // By its path, since an input may have the same name.
    let parser = parser(input).map(|name| {
        let name = Name::new(name);
        quote!(values::#name)
    });
    let parser = match (parser, format) {
        (None, Some(format)) => quote!(#format::parse),
        (Some(parser), Some(format)) => quote!(|text| #parser(text).map(#format::value)),
        (parser, None) => parser.unwrap_or_default(),
    };
    quote!(#values.#take(#parser))
}

/// Whether the type of an input says how it is read from text.
fn follows_from_type(input: &Input) -> bool {
    const PARSERS: [&str; 7] = ["any", "boolean", "date", "integer", "number", "text", "time"];
    let is_newtype = matches!(input.taken, Taken::Value(Type::Newtype(_)) | Taken::Values(Type::Newtype(_)));
    !is_newtype && parser(input).is_some_and(|parser| PARSERS.contains(&parser))
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
