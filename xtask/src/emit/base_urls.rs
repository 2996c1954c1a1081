//! The servers that callers can choose from.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use crate::rust::{BaseUrl, Crate, Docs, UrlPart};

/// A constant for each server whose URL is known, and a function for each of those that have variables.
pub(super) fn base_urls(krate: &Crate) -> TokenStream {
    let docs = Inner("The servers of the API, for [`ClientBuilder::base_url`](crate::ClientBuilder::base_url).");
    let servers = krate.base_urls.iter().map(base_url);
    quote!(#docs #(#servers)*)
}

fn base_url(BaseUrl { name, docs, url, parts, arguments }: &BaseUrl) -> TokenStream {
    let docs = docs.and(format!("{}.", Docs::code(url)));
    let parts = parts.iter().map(|part| match part {
        UrlPart::Text(text) => quote!(#text),
        UrlPart::Argument(name) => quote!(#name),
    });
    if arguments.is_empty() {
        return quote!(#docs pub const #name: &str = #(#parts)*;);
    }
    let list = arguments.iter().map(|(argument, docs)| format!("- `{}`: {}", argument.as_str(), docs.0));
    let docs = docs.section("Arguments", &list.collect::<Vec<_>>().join("\n"));
    let arguments = arguments.iter().map(|(argument, _)| argument);
    quote! {
        #docs
        #[must_use]
        pub fn #name(#(#arguments: &str),*) -> String {
            [#(#parts),*].concat()
        }
    }
}
