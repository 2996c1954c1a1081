//! What servers answer with.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::output;
use super::types::{Imports, Qualified};
use crate::rust::{AnswerCase, Answers, BodyKind, Docs, Name, Operation, Output, Type, Write};

/// Whether the trait has a method for `operation`, which is no variant: the router cannot read bodies of several parts, nor objects that are
/// one text, nor texts with a prefix.
pub(super) fn is_served(Operation { body, arguments, setters, variant_of, .. }: &Operation) -> bool {
    *body != BodyKind::Parts
        && variant_of.is_none()
        && !arguments.iter().chain(setters).any(|input| {
            matches!(
                input.write,
                Write::PathMembers(_)
                    | Write::PathLabel(_)
                    | Write::PathMatrix(_)
                    | Write::HeaderMembers(_)
                    | Write::QueryMembersJoined(_)
                    | Write::CookieMembers
                    | Write::CookieMembersJoined
                    | Write::FormMembersJoined(_)
            )
        })
}

/// The type that the method for an operation of `module` replies with.
pub(super) fn value(module: &Name, output: &Output) -> TokenStream {
    match output {
        Output::Several(Answers { name, .. }) => quote!(self::#module::#name),
        other => ty(other),
    }
}

fn ty(output: &Output) -> TokenStream {
    match output {
        Output::Empty => quote!(()),
        Output::Json(ty) | Output::Page { envelope: ty, .. } => Qualified(ty).to_token_stream(),
        Output::Text(_) | Output::Redirect => quote!(String),
        Output::Binary(_) | Output::Events(_) => quote!(axum::body::Body),
        Output::Several(Answers { name, .. }) => name.to_token_stream(),
    }
}

/// The type that the trait names for what an operation replies with, if any.
pub(super) fn named(output: &Output) -> Option<&Type> {
    match output {
        Output::Json(ty) | Output::Page { envelope: ty, .. } => Some(ty),
        _ => None,
    }
}

/// Adds the types of the answers that the module of a resource declares to `imports`.
pub(super) fn add(imports: &mut Imports, output: &Output) {
    if matches!(output, Output::Several(_)) {
        output::add(imports, output);
    }
}

/// How an operation is added to the routes, up to the function that calls it.
pub(super) fn route(operation: &Operation) -> (TokenStream, TokenStream) {
    let status = Literal::u16_unsuffixed(operation.status);
    match &operation.output {
        Output::Empty => (quote!(empty), quote!(#status,)),
        Output::Json(_) | Output::Page { .. } => (quote!(json), quote!(#status,)),
        Output::Text(media_type) | Output::Binary(media_type) => {
            let media_type = concrete(media_type);
            (quote!(content), quote!(#status, #media_type,))
        }
        Output::Events(_) => (quote!(content), quote!(#status, "text/event-stream",)),
        Output::Redirect => (quote!(redirect), quote!(#status,)),
        Output::Several(_) => (quote!(several), quote!()),
    }
}

/// A media type that an answer can have: a range is none.
fn concrete(media_type: &str) -> &str {
    let is_header = media_type.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if media_type.contains('*') || !is_header { "application/octet-stream" } else { media_type }
}

/// The enum of what an operation replies with, if there are several things.
pub(super) fn answers(operation: &Operation) -> Option<TokenStream> {
    let Output::Several(Answers { name, cases, .. }) = &operation.output else { return None };
    let docs = Docs(format!("What [`Api::{}`] replies with.", operation.served.as_str()));
    let variants = cases.iter().map(|case| {
        let (name, docs) = (&case.name, output::case_docs(case, false));
        let docs = if case.output == Output::Redirect { docs.and("It holds the address to look at.") } else { docs };
        match &case.output {
            Output::Empty => quote!(#docs #name),
            other => {
                let ty = ty(other);
                quote!(#docs #name(#ty))
            }
        }
    });
    let replies = cases.iter().map(reply);
    Some(quote! {
        #docs
        #[derive(Debug)]
        pub enum #name {
            #(#variants),*
        }

        impl IntoReply for #name {
            fn into_reply(reply: Reply<Self>) -> Response {
                let (answer, reply) = reply.take();
                match answer {
                    #(#replies),*
                }
            }
        }
    })
}

fn reply(AnswerCase { name, status, output, .. }: &AnswerCase) -> TokenStream {
    let status = Literal::u16_unsuffixed(*status);
    match output {
        Output::Empty => quote!(Self::#name => reply.into_empty(#status)),
        Output::Text(media_type) | Output::Binary(media_type) => {
            let media_type = concrete(media_type);
            quote!(Self::#name(value) => reply.with(value).into_content(#status, #media_type))
        }
        Output::Events(_) => {
            quote!(Self::#name(value) => reply.with(value).into_content(#status, "text/event-stream"))
        }
        Output::Redirect => quote!(Self::#name(value) => reply.with(value).into_redirect(#status)),
        _ => quote!(Self::#name(value) => reply.with(value).into_json(#status)),
    }
}
