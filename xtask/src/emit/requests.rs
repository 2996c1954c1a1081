//! What the server's side of operations is asked for, and how that is read.

use std::iter;

use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::types::Imports;
use super::{input, permit, served};
use crate::rust::{BodyKind, Crate, Docs, Input, Name, Operation, Output, Served, Taken, Type, Write};

/// The operations that servers are asked for, by the module that says what for.
pub(super) fn files(krate: &Crate) -> IndexMap<&Name, Vec<&Operation>> {
    let mut files: IndexMap<&Name, Vec<&Operation>> = IndexMap::new();
    for resource in &krate.resources {
        for operation in resource.operations.iter().filter(|operation| operation.is_served()) {
            files.entry(&resource.asked).or_default().push(operation);
        }
    }
    files
}

/// A module that says what some `operations` are asked for, and what they reply with where that may be several things.
pub(super) fn file<'a>(operations: Vec<&'a Operation>) -> impl Iterator<Item = TokenStream> + 'a {
    let docs = Inner("What operations are asked for.");
    let imports = imports(&operations);
    let head = quote!(#docs #imports);
    iter::once(head).chain(operations.into_iter().map(|operation| {
        let (answers, request) = (served::answers(operation), request(operation));
        quote!(#answers #request)
    }))
}

fn imports(operations: &[&Operation]) -> TokenStream {
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
    quote! {
        #bytes
        #packages

        #models
        #nullable
        #format
        use crate::runtime::server::inputs::request;
        #reply
        #values
    }
}

/// What an operation is asked for, and where each input is found.
fn request(operation: &Operation) -> TokenStream {
    let Operation { served: Served { method, request, .. }, arguments, setters, .. } = operation;
    let docs = Docs(format!("What [`{0}`](super::Api::{0}) is asked for.", method.as_str()));
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
            pub struct #request #body {
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
