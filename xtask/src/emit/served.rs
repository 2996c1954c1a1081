//! What servers answer with.

use std::iter;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::output;
use super::types::{Imports, Qualified};
use crate::rust::{AnswerCase, Answers, Docs, Name, Operation, Output, Served, Type};

/// The types that only the server's side of an operation has.
pub(super) fn names(
    Operation { served: Served { request, reply, .. }, .. }: &Operation,
) -> impl Iterator<Item = &Name> {
    iter::once(request).chain(reply)
}

/// The type that the method for an operation replies with.
pub(super) fn value(Operation { served, output, .. }: &Operation) -> TokenStream {
    served.reply.as_ref().map_or_else(|| ty(output), ToTokens::to_token_stream)
}

fn ty(output: &Output) -> TokenStream {
    match output {
        Output::Empty => quote!(()),
        Output::Json(ty) | Output::Page { envelope: ty, .. } => Qualified(ty).to_token_stream(),
        Output::Text(_) | Output::Redirect => quote!(String),
        Output::Binary(_) | Output::Events(_) => quote!(axum::body::Body),
        Output::Several(_) => unreachable!("the enum has a name of its own, and no cases that are enums"),
    }
}

/// The type that the trait names for what an operation replies with, if any.
pub(super) fn named(output: &Output) -> Option<&Type> {
    match output {
        Output::Json(ty) | Output::Page { envelope: ty, .. } => Some(ty),
        _ => None,
    }
}

/// Adds the types that an enum of what is replied with has in it to `imports`.
pub(super) fn add(imports: &mut Imports, output: &Output) {
    if matches!(output, Output::Several(_)) {
        output::add(imports, output);
    }
}

/// What an operation is answered with: the function of the routes, and what that is given.
pub(super) fn answer(operation: &Operation) -> TokenStream {
    let status = Literal::u16_unsuffixed(operation.status);
    match &operation.output {
        Output::Empty => quote!(empty(#status)),
        Output::Json(_) | Output::Page { .. } => quote!(json(#status)),
        Output::Text(media_type) | Output::Binary(media_type) => {
            let media_type = concrete(media_type);
            quote!(content(#status, #media_type))
        }
        Output::Events(_) => quote!(content(#status, "text/event-stream")),
        Output::Redirect => quote!(redirect(#status)),
        Output::Several(_) => quote!(several),
    }
}

/// A media type that an answer can have: a range is none.
fn concrete(media_type: &str) -> &str {
    let is_header = media_type.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if media_type.contains('*') || !is_header { "application/octet-stream" } else { media_type }
}

/// The enum of what an operation replies with, if there are several things.
pub(super) fn answers(operation: &Operation) -> Option<TokenStream> {
    let Output::Several(Answers { cases, .. }) = &operation.output else { return None };
    let Served { method, reply: name, .. } = &operation.served;
    let docs = Docs(format!("What [`{0}`](super::Api::{0}) replies with.", method.as_str()));
    let cases = cases.iter().map(|case| {
        let AnswerCase { name, output, .. } = case;
        let docs = output::case_docs(case, false);
        let docs = if *output == Output::Redirect { docs.and("It holds the address to look at.") } else { docs };
        let value = (*output != Output::Empty).then(|| {
            let ty = ty(output);
            quote!((value: #ty))
        });
        let reply = reply(case);
        quote!(#docs #name #value => #reply,)
    });
    Some(quote! {
        answers! {
            #docs
            pub enum #name {
                #(#cases)*
            }
        }
    })
}

/// The function that makes an answer of a reply, and what it is given.
fn reply(AnswerCase { status, output, .. }: &AnswerCase) -> TokenStream {
    let status = Literal::u16_unsuffixed(*status);
    match output {
        Output::Empty => quote!(into_empty(#status)),
        Output::Text(media_type) | Output::Binary(media_type) => {
            let media_type = concrete(media_type);
            quote!(into_content(#status, #media_type))
        }
        Output::Events(_) => quote!(into_content(#status, "text/event-stream")),
        Output::Redirect => quote!(into_redirect(#status)),
        _ => quote!(into_json(#status)),
    }
}
