//! Conditions under which parts of a large crate are there.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::{Crate, Features, Model, Resource};

/// The resources, each with the condition under which it is there, if there is one.
pub(super) fn resources(krate: &Crate) -> impl Iterator<Item = (&Resource, Option<TokenStream>)> {
    let features = krate.features.as_ref();
    krate.resources.iter().enumerate().map(move |(index, resource)| {
        let name = features.map(|features| &features.resources[index].name);
        (resource, name.map(|name| quote!(#[cfg(feature = #name)])))
    })
}

/// The condition under which the module with `models` is there, if there is one.
pub(super) fn models(models: &[&Model]) -> Option<TokenStream> {
    let name = models.first()?.feature.as_ref()?;
    Some(quote!(#[cfg(feature = #name)]))
}

/// What the root says where resources may be missing: nobody uses what only they need.
pub(super) fn allowed(krate: &Crate) -> Option<TokenStream> {
    let all = Features::ALL;
    krate.features.as_ref().map(|_| {
        quote! {
            #![cfg_attr(not(feature = #all), allow(dead_code, unused_imports))]
            #![cfg_attr(not(feature = #all), allow(unused_macros))]
            #![cfg_attr(not(feature = #all), allow(rustdoc::broken_intra_doc_links))]
        }
    })
}
