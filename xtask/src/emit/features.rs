//! Conditions under which parts of a large crate are there.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::{Crate, Feature, Model, Resource};

/// The condition under which a resource is there, if there is one.
pub(super) fn resource(resource: &Resource) -> Option<TokenStream> {
    resource.feature.as_ref().map(|Feature { name, .. }| quote!(#[cfg(feature = #name)]))
}

/// The condition under which the module with `models` is there, if there is one.
pub(super) fn models(models: &[&Model]) -> Option<TokenStream> {
    let name = models.first()?.feature.as_ref()?;
    Some(quote!(#[cfg(feature = #name)]))
}

/// What the root says where resources may be missing: nobody uses what only they need.
pub(super) fn allowed(krate: &Crate) -> Option<TokenStream> {
    let all = Feature::ALL;
    krate.is_divided().then(|| {
        quote! {
            #![cfg_attr(not(feature = #all), allow(dead_code, unused_imports))]
            #![cfg_attr(not(feature = #all), allow(unused_macros))]
            #![cfg_attr(not(feature = #all), allow(rustdoc::broken_intra_doc_links))]
        }
    })
}
