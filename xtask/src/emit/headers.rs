//! Headers of answers.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Inner, deprecated};
use super::types::{Imports, Qualified};
use crate::rust::{Crate, Docs, Header, Headers, Name, Type};

/// The module with the headers of all operations.
pub(super) fn headers(krate: &Crate) -> TokenStream {
    let docs = MODULE.iter().fold(Docs::default(), |docs, paragraph| docs.and(paragraph));
    let docs = Inner(&docs.0);
    let mut types = Imports::default();
    let fields = || krate.headers.iter().flat_map(|headers| &headers.fields);
    fields().for_each(|field| types.add(&field.ty));
    let [packages, models] = types.for_resource();
    let readers: BTreeSet<&str> = fields().flat_map(|field| <[&str; 2]>::from(readers(&field.ty))).collect();
    let readers = readers.into_iter().map(Name::new);
    let sets = krate.headers.iter().map(set);
    quote! {
        #docs

        #packages
        use reqwest::header::HeaderMap;

        #models
        use crate::runtime::header::{#(#readers),*};

        #(#sets)*
    }
}

/// What the module is for, in paragraphs.
const MODULE: [&str; 2] = [
    "Headers of answers, with their types.",
    "Each set is made of the headers of a [`Response`](crate::runtime::Response), which `with_response` returns, by \
     `from(&response.headers)`. What is absent, or not as described, is `None`; the response \
     has all headers as they came.",
];

fn set(Headers { name, docs, fields }: &Headers) -> TokenStream {
    let declarations = fields.iter().map(|Header { name, docs, deprecated: is_deprecated, ty, .. }| {
        let (ty, deprecated) = (Qualified(ty), deprecated(*is_deprecated));
        quote!(#docs #deprecated pub #name: Option<#ty>)
    });
    let reads = fields.iter().map(|Header { name, wire, ty, .. }| {
        let (all, one) = readers(ty);
        let (all, one) = (Name::new(all), Name::new(one));
        quote!(#name: #all(headers, #wire, #one))
    });
    let allow = fields
        .iter()
        .any(|field| field.deprecated)
        .then(|| quote!(#[allow(deprecated, reason = "deprecated headers are read like others")]));
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#declarations),*
        }

        #allow
        impl From<&HeaderMap> for #name {
            fn from(headers: &HeaderMap) -> Self {
                Self { #(#reads),* }
            }
        }
    }
}

/// The functions of the runtime that read a header of type `ty`: how many values, and each of them.
fn readers(ty: &Type) -> (&'static str, &'static str) {
    match ty {
        Type::Vec(item) => ("each", readers(item).1),
        Type::Timestamp | Type::MailTime => ("one", "time"),
        Type::Bytes => ("one", "bytes"),
        Type::Integers(_) => ("one", "integer"),
        Type::Choice(_) | Type::Newtype(_) => ("one", "named"),
        _ => ("one", "parse"),
    }
}
