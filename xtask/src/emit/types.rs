//! Types as tokens, and the imports that they need.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::{Name, Type};

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::String => quote!(String),
            Self::Bool => quote!(bool),
            Self::I32 => quote!(i32),
            Self::I64 => quote!(i64),
            Self::F32 => quote!(f32),
            Self::F64 => quote!(f64),
            Self::Timestamp => quote!(Timestamp),
            Self::Date => quote!(Date),
            Self::Value => quote!(Value),
            Self::Vec(item) => quote!(Vec<#item>),
            Self::Map(value) => quote!(BTreeMap<String, #value>),
            Self::Box(inner) => quote!(Box<#inner>),
            Self::Model(name) | Self::Choice(name) | Self::Newtype(name) => quote!(#name),
        });
    }
}

/// The names that a file needs from elsewhere, in groups: the standard library, other packages, this one.
#[derive(Default)]
pub(super) struct Imports {
    map: bool,
    date: bool,
    timestamp: bool,
    value: bool,
    models: BTreeSet<Name>,
    newtypes: BTreeSet<Name>,
}

impl Imports {
    /// Adds what `ty` needs.
    pub(super) fn add(&mut self, ty: &Type) {
        match ty {
            Type::Timestamp => self.timestamp = true,
            Type::Date => self.date = true,
            Type::Value => self.value = true,
            Type::Map(value) => {
                self.map = true;
                self.add(value);
            }
            Type::Vec(inner) | Type::Box(inner) => self.add(inner),
            Type::Model(name) | Type::Choice(name) => drop(self.models.insert(name.clone())),
            Type::Newtype(name) => drop(self.newtypes.insert(name.clone())),
            Type::String | Type::Bool | Type::I32 | Type::I64 | Type::F32 | Type::F64 => {}
        }
    }

    /// Imports from packages, from `models`, and from the root; `own` is left out.
    pub(super) fn tokens(mut self, own: Option<&Name>) -> [TokenStream; 3] {
        own.map(|own| self.models.remove(own));
        let map = self.map.then(|| {
            quote!(
                use std::collections::BTreeMap;
            )
        });
        let timestamp = self.timestamp.then(|| {
            quote!(
                use jiff::Timestamp;
            )
        });
        let date = self.date.then(|| {
            quote!(
                use jiff::civil::Date;
            )
        });
        let value = self.value.then(|| {
            quote!(
                use serde_json::Value;
            )
        });
        let models = group(quote!(crate::models), &self.models);
        let newtypes = group(quote!(crate), &self.newtypes);
        [quote!(#map #timestamp #date #value), quote!(#models), quote!(#newtypes)]
    }
}

/// One import of all `names` from the module at `path`.
fn group(path: TokenStream, names: &BTreeSet<Name>) -> Option<TokenStream> {
    match names.len() {
        0 => None,
        1 => Some(quote!(use #path::#(#names)*;)),
        _ => Some(quote!(use #path::{#(#names),*};)),
    }
}
