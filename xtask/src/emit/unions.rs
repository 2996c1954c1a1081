//! Unions: enums whose variants hold a value each.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::models::note;
use super::types::Imports;
use crate::rust::{Case, Docs, Model, Shape, Type, Union};

/// The items of a union: its declaration, and how it is read and written.
pub(super) fn union(model: &Model, union: &Union) -> TokenStream {
    let Model { name, docs, .. } = model;
    let Union { tag, cases } = union;
    let docs = note(docs, model.deprecated);
    let mut imports = Imports::default();
    imports.add(&Type::Value);
    cases.iter().for_each(|case| imports.add(&case.ty));
    let format = imports.format();
    let [packages, models, newtypes] = imports.for_model(name);
    let declarations = cases.iter().map(|Case { name, ty, tags, .. }| {
        let docs = variant_docs(ty, tags);
        quote!(#docs #name(#ty))
    });
    let descriptions = cases.iter().map(description);
    let members = cases.iter().flat_map(|case| &case.shapes).any(has_members).then(|| quote!(Members,));
    let tag = tag.as_ref().map(|tag| quote!(const TAG: Option<&'static str> = Some(#tag);));
    let reads = cases.iter().enumerate().map(|(index, Case { name, ty, .. })| {
        let index = Literal::usize_unsuffixed(index);
        let read = quote!(Deserialize::deserialize(value)?);
        let read = ty.format().map_or(read.clone(), |format| quote!(#format::value(#read)));
        quote!(#index => Self::#name(#read))
    });
    // What differs in its format alone is the same in Rust.
    let mut count: HashMap<String, usize> = HashMap::new();
    cases.iter().for_each(|case| *count.entry(spelt(unboxed(&case.ty))).or_default() += 1);
    let is_only = |case: &&Case| count[&spelt(unboxed(&case.ty))] == 1;
    let conversions = cases.iter().filter(is_only).filter_map(|case| conversion(model, case));
    let serialize = serialize(model, cases);
    quote! {
        #packages
        use serde::Deserialize;

        #models
        #format
        use crate::runtime::union::{Case, #members Shape, Union, union};
        #newtypes

        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declarations,)*
            #[doc = " Any other value, as it is."]
            Unknown(Value),
        }

        impl Union for #name {
            #tag
            const CASES: &'static [Case] = &[#(#descriptions),*];

            fn read(case: usize, value: &Value) -> serde_json::Result<Self> {
                Ok(match case {
                    #(#reads,)*
                    _ => Self::Unknown(value.clone()),
                })
            }

            fn unknown(value: Value) -> Self {
                Self::Unknown(value)
            }
        }

        union!(#name);

        #serialize
        #(#conversions)*
    }
}

fn variant_docs(ty: &Type, tags: &[String]) -> Docs {
    let what = match ty {
        Type::Model(name) | Type::Choice(name) | Type::Integers(name) | Type::Union(name) => {
            format!("[`{0}`].", name.as_str())
        }
        Type::Vec(_) => "A list.".to_owned(),
        Type::Map(_) => "An object.".to_owned(),
        Type::Bytes => "Bytes.".to_owned(),
        Type::Bool => "True or false.".to_owned(),
        Type::I32 | Type::I64 | Type::U32 | Type::U64 => "An integer.".to_owned(),
        Type::F32 | Type::F64 => "A number.".to_owned(),
        Type::Box(inner) => return variant_docs(inner, tags),
        _ => "A text.".to_owned(),
    };
    match tags {
        [] => Docs(what),
        tags => {
            let tags: Vec<String> = tags.iter().map(|tag| Docs::code(tag)).collect();
            Docs(format!("{} The tag is {}.", what, tags.join(" or ")))
        }
    }
}

fn description(Case { tags, shapes, .. }: &Case) -> TokenStream {
    let shapes = shapes.iter().map(shape);
    match tags.as_slice() {
        [] => quote!(Case::of(&[#(#shapes),*])),
        tags => quote!(Case::tagged(&[#(#tags),*], &[#(#shapes),*])),
    }
}

fn shape(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Any => quote!(Shape::Any),
        Shape::Text => quote!(Shape::Text),
        Shape::Boolean => quote!(Shape::Boolean),
        Shape::Integer => quote!(Shape::Integer),
        Shape::Number => quote!(Shape::Number),
        Shape::Array(items) => {
            let items = items.iter().map(self::shape);
            quote!(Shape::Array(&[#(#items),*]))
        }
        Shape::Object { required, optional, constants, nested, is_open } => {
            let constants = listed("constants", constants, |(name, texts)| quote!((#name, &[#(#texts),*])));
            let nested = listed("nested", nested, |(name, shapes)| {
                let shapes = shapes.iter().map(self::shape);
                quote!((#name, &[#(#shapes),*]))
            });
            let others = is_open.then(|| quote!(.and_others()));
            quote!(Shape::Object(Members::of(&[#(#required),*], &[#(#optional),*]) #constants #nested #others))
        }
    }
}

fn has_members(shape: &Shape) -> bool {
    match shape {
        Shape::Object { .. } => true,
        Shape::Array(items) => items.iter().any(has_members),
        _ => false,
    }
}

/// The call of `method` with a list of `items`, if there are any.
fn listed<T>(method: &str, items: &[T], item: impl Fn(&T) -> TokenStream) -> Option<TokenStream> {
    let (method, list) = (format_ident!("{method}"), items.iter().map(item));
    (!items.is_empty()).then(|| quote!(.#method(&[#(#list),*])))
}

fn unboxed(ty: &Type) -> &Type {
    if let Type::Box(inner) = ty { inner } else { ty }
}

fn spelt(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

/// How a value becomes the union, whose only variant of this type `case` is.
fn conversion(model: &Model, case: &Case) -> Option<TokenStream> {
    let Case { name: variant, ty, .. } = case;
    let name = &model.name;
    let inner = unboxed(ty);
    if *inner == Type::Union(name.clone()) || *inner == Type::Value {
        return None;
    }
    let value = if matches!(ty, Type::Box(_)) { quote!(Box::new(value)) } else { quote!(value) };
    Some(quote! {
        impl From<#inner> for #name {
            fn from(value: #inner) -> Self {
                Self::#variant(#value)
            }
        }
    })
}

fn serialize(model: &Model, cases: &[Case]) -> TokenStream {
    let name = &model.name;
    let variants = cases.iter().map(|Case { name, ty, .. }| {
        let value = ty.format().map_or(quote!(value), |format| quote!(#format::of(value)));
        quote!(Self::#name(value) => #value.serialize(serializer))
    });
    let cfg = (!model.encode).then(|| quote!(#[cfg(feature = "serialize")]));
    quote! {
        #cfg
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(#variants,)*
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }
    }
}
