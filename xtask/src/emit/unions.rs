//! Unions: enums whose variants hold a value each.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::models::{self, note};
use super::types::Imports;
use crate::rust::{Case, Docs, Model, Name, Shape, Type, Union};

/// A union: its declaration, and how it is read and written.
pub(super) fn union(model: &Model, union: &Union) -> TokenStream {
    let Model { name, docs, .. } = model;
    let Union { tag, cases } = union;
    let docs = note(docs, model.deprecated);
    // What differs in its format alone is the same in Rust.
    let mut count: HashMap<String, usize> = HashMap::new();
    cases.iter().for_each(|case| *count.entry(spelt(unboxed(&case.ty))).or_default() += 1);
    let variants = cases.iter().map(|case| {
        let Case { name: variant, ty, tags, .. } = case;
        let (docs, format, looks) = (variant_docs(ty, tags), models::format(ty), looks(case));
        let inner = unboxed(ty);
        let is_source = count[&spelt(inner)] == 1 && *inner != Type::Union(name.clone()) && *inner != Type::Value;
        let from = is_source.then(|| quote!(from #inner));
        quote!(#docs #variant(#ty) #format #from = #looks,)
    });
    let kind = Name::new(kind(model));
    let tag = tag.as_ref().map(|tag| quote!(: #tag));
    quote! {
        #kind! {
            #docs
            pub enum #name #tag {
                #(#variants)*
            }
        }
    }
}

/// The macro that makes the union.
pub(super) fn kind(model: &Model) -> &'static str {
    if model.encode { "union" } else { "answer_union" }
}

/// Adds what the declaration of a union needs to `imports`.
pub(super) fn imports(imports: &mut Imports, union: &Union) {
    for case in &union.cases {
        imports.add(&case.ty);
        case.shapes.iter().for_each(|shape| add(imports, shape));
    }
}

/// Adds the models that have the members of a shape to `imports`.
fn add(imports: &mut Imports, shape: &Shape) {
    match shape {
        Shape::Object { model, nested, .. } => {
            model.iter().for_each(|name| imports.add(&Type::Model(name.clone())));
            nested.iter().flat_map(|(_, shapes)| shapes).for_each(|shape| add(imports, shape));
        }
        Shape::Array(items) => items.iter().for_each(|shape| add(imports, shape)),
        _ => {}
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

/// What the values of a case look like.
fn looks(Case { tags, shapes, .. }: &Case) -> TokenStream {
    let shapes = shapes.iter().map(shape);
    match tags.as_slice() {
        [] => quote!(like(&[#(#shapes),*])),
        tags => quote!(tagged(&[#(#tags),*], &[#(#shapes),*])),
    }
}

fn shape(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Any => quote!(ANY),
        Shape::Text => quote!(TEXT),
        Shape::Boolean => quote!(BOOLEAN),
        Shape::Integer => quote!(INTEGER),
        Shape::Number => quote!(NUMBER),
        Shape::Array(items) => {
            let items = items.iter().map(self::shape);
            quote!(list(&[#(#items),*]))
        }
        Shape::Object { model, constants, nested } => {
            let members = model.as_ref().map_or_else(|| quote!(MAP), |model| quote!(object::<#model>()));
            let constants = listed("constants", constants, |(name, texts)| quote!((#name, &[#(#texts),*])));
            let nested = listed("nested", nested, |(name, shapes)| {
                let shapes = shapes.iter().map(self::shape);
                quote!((#name, &[#(#shapes),*]))
            });
            quote!(#members #constants #nested)
        }
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
