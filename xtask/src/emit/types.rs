//! Types as tokens, and the imports that they need.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::{Format, Name, Type};

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::String => quote!(String),
            Self::Bool => quote!(bool),
            Self::I32 => quote!(i32),
            Self::I64 => quote!(i64),
            Self::U32 => quote!(u32),
            Self::U64 => quote!(u64),
            Self::F32 => quote!(f32),
            Self::F64 => quote!(f64),
            Self::Timestamp | Self::MailTime => quote!(Timestamp),
            Self::Date => quote!(Date),
            Self::Bytes => quote!(Vec<u8>),
            Self::Value => quote!(Value),
            Self::Vec(item) => quote!(Vec<#item>),
            Self::Map(value) => quote!(BTreeMap<String, #value>),
            Self::Box(inner) => quote!(Box<#inner>),
            Self::Option(inner) => quote!(Option<#inner>),
            Self::Model(name) | Self::Choice(name) | Self::Integers(name) | Self::Union(name) | Self::Newtype(name) => {
                quote!(#name)
            }
        });
    }
}

impl ToTokens for Format {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = self.name();
        tokens.extend(quote!(format::#name));
    }
}

impl Format {
    /// What the runtime calls it.
    pub(super) fn name(self) -> Name {
        Name::new(match self {
            Self::Rfc2822 => "Rfc2822",
            Self::Base64 => "Base64",
        })
    }
}

/// A type as it is written outside of `models`, where a model may be called like a handle or a builder.
pub(super) struct Qualified<'a>(pub(super) &'a Type);

impl ToTokens for Qualified<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self.0 {
            Type::Vec(item) => {
                let item = Qualified(item);
                quote!(Vec<#item>)
            }
            Type::Map(value) => {
                let value = Qualified(value);
                quote!(BTreeMap<String, #value>)
            }
            Type::Box(inner) => {
                let inner = Qualified(inner);
                quote!(Box<#inner>)
            }
            Type::Option(inner) => {
                let inner = Qualified(inner);
                quote!(Option<#inner>)
            }
            Type::Model(name) | Type::Choice(name) | Type::Integers(name) | Type::Union(name) => quote!(models::#name),
            Type::Newtype(name) => quote!(crate::#name),
            other => other.to_token_stream(),
        });
    }
}

/// The names that a file needs from elsewhere, in groups: the standard library, other packages, this one.
#[derive(Default)]
pub(super) struct Imports {
    map: bool,
    date: bool,
    format: bool,
    timestamp: bool,
    value: bool,
    models: BTreeSet<Name>,
    newtypes: BTreeSet<Name>,
}

impl Imports {
    /// Adds what `ty` needs.
    pub(super) fn add(&mut self, ty: &Type) {
        match ty {
            Type::MailTime => (self.timestamp, self.format) = (true, true),
            Type::Bytes => self.format = true,
            Type::Timestamp => self.timestamp = true,
            Type::Date => self.date = true,
            Type::Value => self.value = true,
            Type::Map(value) => {
                self.map = true;
                self.add(value);
            }
            Type::Vec(inner) | Type::Box(inner) | Type::Option(inner) => self.add(inner),
            Type::Model(name) | Type::Choice(name) | Type::Integers(name) | Type::Union(name) => {
                self.models.insert(name.clone());
            }
            Type::Newtype(name) => drop(self.newtypes.insert(name.clone())),
            Type::String | Type::Bool | Type::I32 | Type::I64 | Type::U32 | Type::U64 | Type::F32 | Type::F64 => {}
        }
    }

    /// The import of the formats of the runtime.
    pub(super) fn format(&self) -> Option<TokenStream> {
        self.format.then(|| {
            quote!(
                use crate::runtime::format;
            )
        })
    }

    /// Imports for the module of the models `own`: from packages, from `models`, and from the root.
    pub(super) fn for_models<'a>(mut self, own: impl Iterator<Item = &'a Name>) -> [TokenStream; 3] {
        for name in own {
            self.models.remove(name);
        }
        let models = group(quote!(crate::models), &self.models);
        let newtypes = group(quote!(crate), &self.newtypes);
        [self.packages(), quote!(#models), quote!(#newtypes)]
    }

    /// Imports for a module outside of `models`, which writes types as [`Qualified`]: from packages, and from the root.
    pub(super) fn for_resource(self) -> [TokenStream; 2] {
        let models = (!self.models.is_empty()).then(|| {
            quote!(
                use crate::models;
            )
        });
        [self.packages(), quote!(#models)]
    }

    fn packages(&self) -> TokenStream {
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
        quote!(#map #timestamp #date #value)
    }
}

/// The import of `names`, and of the module itself if it is one of them, from a module of the runtime.
pub(super) fn from_runtime(module: &str, names: &BTreeSet<&'static str>) -> Option<TokenStream> {
    let module = Name::new(module);
    if names.iter().eq(["self"].iter()) {
        return Some(quote!(use crate::runtime::#module;));
    }
    let itself = names.contains("self").then(|| quote!(self));
    let others = names.iter().filter(|name| **name != "self").map(|name| Name::new(*name).to_token_stream());
    group(quote!(crate::runtime::#module), itself.into_iter().chain(others))
}

/// One import of all `names` from the module at `path`.
pub(super) fn group(path: TokenStream, names: impl IntoIterator<Item = impl ToTokens>) -> Option<TokenStream> {
    let names: Vec<_> = names.into_iter().collect();
    match names.as_slice() {
        [] => None,
        [only] => Some(quote!(use #path::#only;)),
        _ => Some(quote!(use #path::{#(#names),*};)),
    }
}
