//! Models: structs and enums, and how they are read and written.

use std::collections::BTreeSet;
use std::iter;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::{Inner, deprecated};
use super::types::{Imports, from_runtime, group};
use super::{features, permit, unions};
use crate::rust::{Constant, Crate, Docs, Field, Model, ModelKind, Name, Type, Variant};

/// The module of all models, or with the modules that have them.
pub(super) fn models(krate: &Crate) -> impl Iterator<Item = TokenStream> {
    let docs = Inner("What operations take and return.");
    let files = krate.model_files();
    let own = files.get(&(None, false)).cloned().unwrap_or_default();
    let files =
        || files.iter().filter_map(|((module, is_of_servers), models)| Some(((*module)?, *is_of_servers, models)));
    let modules = files().filter(|(_, is_of_servers, _)| !is_of_servers).map(|(module, _, models)| {
        let cfg = features::models(models);
        quote!(#cfg mod #module;)
    });
    let exports = files().map(|(module, is_of_servers, models)| {
        let cfg = features::models(models);
        let from = if is_of_servers { quote!(crate::server) } else { quote!(self) };
        let export = group(quote!(#from::#module), models.iter().map(|model| &model.name));
        quote!(#cfg pub #export)
    });
    let imports = imports(&own);
    let head = quote! {
        #docs

        #(#modules)*

        #imports

        #(#exports)*
    };
    iter::once(head).chain(own.into_iter().map(model))
}

/// The modules of the server's side that have models.
pub(super) fn of_servers(krate: &Crate) -> impl Iterator<Item = TokenStream> {
    let modules = krate.model_files().into_keys().filter(|(_, is_of_servers)| *is_of_servers);
    modules.filter_map(|(module, _)| module.map(|module| quote!(pub(crate) mod #module;)))
}

/// A module with some of the models.
pub(super) fn file<'a>(models: Vec<&'a Model>) -> impl Iterator<Item = TokenStream> + 'a {
    let names: Vec<String> = models.iter().map(|model| format!("[`{}`]", model.name.as_str())).collect();
    let docs = Docs::default().and(format!("{}.", names.join(", ")));
    let (docs, imports) = (Inner(&docs.0).to_token_stream(), imports(&models));
    iter::once(quote!(#docs #imports)).chain(models.into_iter().map(model))
}

fn model(model: &Model) -> TokenStream {
    match &model.kind {
        ModelKind::Struct(fields) => record(model, fields),
        ModelKind::Choice(variants) => choice(model, variants),
        ModelKind::Integers(variants) => integers(model, variants),
        ModelKind::Union(union) => unions::union(model, union),
    }
}

/// What the module of `models` needs from elsewhere.
fn imports(models: &[&Model]) -> TokenStream {
    let mut imports = Imports::default();
    let [mut builds, mut choices, mut fields, mut integers, mut texts, mut unions] = [const { BTreeSet::new() }; 6];
    let mut has_nullable = false;
    for model in models {
        match &model.kind {
            ModelKind::Struct(members) => {
                members.iter().for_each(|member| imports.add(&member.ty));
                fields.insert(object(model));
                builds.extend(model.is_built().then_some("build"));
                has_nullable |= members.iter().any(|member| member.null.is_some());
                texts.extend(takes_texts(model, members).then_some("self"));
            }
            ModelKind::Choice(_) => drop(choices.insert("choice")),
            ModelKind::Integers(_) => drop(integers.insert("integers")),
            ModelKind::Union(union) => {
                unions::imports(&mut imports, union);
                unions.insert(unions::kind(model));
            }
        }
    }
    let [packages, models, newtypes] = imports.for_models(models.iter().map(|model| &model.name));
    let nullable = has_nullable.then(|| {
        quote!(
            use crate::runtime::Nullable;
        )
    });
    let builds = from_runtime("build", &builds);
    let choices = from_runtime("choice", &choices);
    let integers = from_runtime("integer", &integers);
    let fields = from_runtime("fields", &fields);
    let texts = from_runtime("text", &texts);
    let unions = from_runtime("union", &unions);
    quote! {
        #packages

        #models
        #nullable
        #builds
        #choices
        #fields
        #integers
        #texts
        #unions
        #newtypes
    }
}

/// The macro that makes the struct.
fn object(model: &Model) -> &'static str {
    if model.encode { "record" } else { "answer" }
}

/// Whether a method of a struct takes a list of texts.
fn takes_texts(model: &Model, fields: &[Field]) -> bool {
    let is_taken = |field: &Field| model.encode && (model.has_constructor() || !field.is_needed());
    fields.iter().any(|field| is_taken(field) && is_texts(&field.ty))
}

fn record(model: &Model, fields: &[Field]) -> TokenStream {
    let Model { name, docs, .. } = model;
    let object = Name::new(object(model));
    let default = model.default.then(|| quote!(: Default));
    // What callers can make may get new fields; `answer!` sees to its own.
    let exhaustive = model.has_constructor().then(|| quote!(#[non_exhaustive]));
    let docs = note(docs, model.deprecated);
    let permit = permit::fields(fields);
    let entries = fields.iter().filter(|field| !field.rest).map(|field| entry(model, field));
    let others = fields.iter().find(|field| field.rest).map(others);
    let methods = methods(model, fields);
    let build = build(model, fields);
    let made_of_nothing = made_of_nothing(model, fields);
    quote! {
        #object! {
            #docs
            #exhaustive
            #permit
            pub struct #name #default {
                #(#entries)*
                #others
            }
        }

        #methods
        #build
        #made_of_nothing
    }
}

/// The docs of a type. The attribute would warn the crate itself wherever it uses the type.
pub(super) fn note(docs: &Docs, deprecated: bool) -> Docs {
    if deprecated { docs.and("**Deprecated**: new code should do without it.") } else { docs.clone() }
}

/// Permission for an `impl` to use fields that new code should do without.
fn allow_deprecated(fields: &[Field]) -> Option<TokenStream> {
    let any = fields.iter().any(|field| field.deprecated);
    any.then(|| quote!(#[allow(deprecated, reason = "deprecated fields are read and written like others")]))
}

/// A field, its class and its name on the wire.
fn entry(model: &Model, field: &Field) -> TokenStream {
    let Field { name, docs, wire, .. } = field;
    let (ty, class, deprecated) = (field_type(field), Name::new(class(model, field)), deprecated(field.deprecated));
    let format = format(&field.ty);
    quote!(#docs #deprecated pub #name: #ty = #class #wire #format,)
}

/// What becomes of a field in JSON; `runtime::fields::record` says what each of these means.
fn class(model: &Model, Field { ty, required, written, null, .. }: &Field) -> &'static str {
    match null {
        _ if *required => "required",
        Some(_) => "nullable",
        None if model.encode && *ty == Type::Value && !written => "any",
        None if *written => "or_null",
        None => "optional",
    }
}

/// The format of a value, if it is not that of its type.
pub(super) fn format(ty: &Type) -> Option<TokenStream> {
    ty.format().map(|format| {
        let format = format.name();
        quote!(in #format)
    })
}

/// The field that holds all members without one of their own.
fn others(Field { name, docs, ty, .. }: &Field) -> TokenStream {
    let format = format(ty).map(|format| quote!(= #format));
    quote! {
        others {
            #docs
            pub #name: #ty #format,
        }
    }
}

fn field_type(Field { ty, required, null, .. }: &Field) -> TokenStream {
    match null {
        _ if *required => ty.to_token_stream(),
        Some(_) => quote!(Nullable<#ty>),
        None => quote!(Option<#ty>),
    }
}

/// Accessors of what answers hold.
fn methods(model: &Model, fields: &[Field]) -> Option<TokenStream> {
    let name = &model.name;
    let accessors = fields.iter().filter(|field| field.accessor).map(|field| accessor(name, field));
    let methods: Vec<TokenStream> = accessors.collect();
    let allow = allow_deprecated(fields);
    (!methods.is_empty()).then(|| quote!(#allow impl #name { #(#methods)* }))
}

/// The constructor of what requests hold, and the methods that set what callers may leave out.
fn build(model: &Model, fields: &[Field]) -> Option<TokenStream> {
    let name = &model.name;
    let new = model.has_constructor().then(|| constructor(fields));
    let optional = fields.iter().filter(|field| !field.is_needed());
    let setters = optional.flat_map(|field| iter::once(setter(field)).chain(null_setter(field)));
    model.is_built().then(|| {
        quote! {
            build! {
                impl #name;
                #new
                #(#setters)*
            }
        }
    })
}

/// What stands in for the derive where a value can be made of nothing, but holds constants.
fn made_of_nothing(model: &Model, fields: &[Field]) -> Option<TokenStream> {
    let name = &model.name;
    let is_made_of_nothing = model.encode && !model.default && !fields.iter().any(Field::is_needed);
    is_made_of_nothing.then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    })
}

fn accessor(model: &Name, Field { name, ty, docs, .. }: &Field) -> TokenStream {
    let property = format!("{}.{}", model.as_str(), name.as_str());
    let errors = format!("[`Error::Missing`](crate::Error::Missing) if the service did not say what `{property}` is.");
    let docs = docs.section("Errors", &errors);
    quote! {
        #docs
        pub fn #name(&self) -> crate::Result<&#ty> {
            self.#name.as_ref().ok_or(crate::Error::missing(#property))
        }
    }
}

/// What the constructor takes, and what it makes of that.
fn constructor(fields: &[Field]) -> TokenStream {
    let required = fields.iter().filter(|field| field.required && !field.rest);
    let entries = required.map(|Field { name, ty, constant, .. }| {
        match constant {
            Some(Constant::Variant(variant)) => return quote!(#name = #ty::#variant,),
            Some(Constant::Text(text)) => return quote!(#name = #text.to_owned(),),
            None => {}
        }
        let (taken, kept) = (taken(ty), kept(name, ty));
        quote!(#name: #taken = #kept,)
    });
    quote!(new { #(#entries)* })
}

/// The method that sets a field.
fn setter(field: &Field) -> TokenStream {
    let Field { name, setter, ty, docs, null, .. } = field;
    let (taken, kept, deprecated) = (taken(ty), kept(name, ty), deprecated(field.deprecated));
    let permit = permit::value(ty);
    let kept = match null {
        _ if field.required => kept,
        Some(_) => quote!(Nullable::Value(#kept)),
        None => quote!(Some(#kept)),
    };
    quote!(#docs #deprecated #permit fn #setter(#name: #taken) => #name = #kept;)
}

/// The method that sets a field to null, if that is not the same as nothing.
fn null_setter(Field { name, wire, null, deprecated: is_deprecated, .. }: &Field) -> Option<TokenStream> {
    let null = null.as_ref()?;
    let (docs, deprecated) = (Docs(format!("Sets {} to null.", Docs::code(wire))), deprecated(*is_deprecated));
    Some(quote!(#docs #deprecated fn #null() => #name = Nullable::Null;))
}

/// Whether values of `ty` are given text by text.
fn is_texts(ty: &Type) -> bool {
    matches!(ty, Type::Vec(item) if **item == Type::String)
}

/// What an argument takes for a field of this type.
fn taken(ty: &Type) -> TokenStream {
    match ty {
        Type::String | Type::Newtype(_) => quote!(impl AsRef<str>),
        Type::Vec(item) => match &**item {
            Type::String | Type::Newtype(_) => quote!(impl IntoIterator<Item = impl AsRef<str>>),
            item => quote!(impl IntoIterator<Item = #item>),
        },
        Type::Box(inner) => quote!(#inner),
        other => quote!(#other),
    }
}

/// The argument `name` as the value of a field of this type.
fn kept(name: &Name, ty: &Type) -> TokenStream {
    match ty {
        Type::String => quote!(#name.as_ref().to_owned()),
        Type::Newtype(newtype) => quote!(#newtype::unchecked(#name.as_ref())),
        Type::Vec(item) => match &**item {
            Type::String => quote!(text::owned(#name)),
            Type::Newtype(newtype) => {
                quote!(#name.into_iter().map(|item| #newtype::unchecked(item.as_ref())).collect())
            }
            _ => quote!(#name.into_iter().collect()),
        },
        Type::Box(_) => quote!(Box::new(#name)),
        _ => quote!(#name),
    }
}

fn choice(model: &Model, variants: &[Variant<String>]) -> TokenStream {
    let variants = variants.iter().map(|Variant { name, wire, docs }| {
        let value = if wire.is_empty() { "The empty text.".to_owned() } else { format!("{}.", Docs::code(wire)) };
        let docs = variant_docs(docs.as_ref(), value);
        quote!(#docs #name = #wire,)
    });
    values(model, "choice", variants)
}

fn integers(model: &Model, variants: &[Variant<i64>]) -> TokenStream {
    let variants = variants.iter().map(|Variant { name, wire, docs }| {
        let docs = variant_docs(docs.as_ref(), format!("{}.", Docs::code(&wire.to_string())));
        let wire = Literal::i64_unsuffixed(*wire);
        quote!(#docs #name = #wire,)
    });
    values(model, "integers", variants)
}

/// An enum that a macro of the runtime makes of its variants.
fn values(model: &Model, kind: &str, variants: impl Iterator<Item = TokenStream>) -> TokenStream {
    let Model { name, docs, .. } = model;
    let (docs, kind) = (note(docs, model.deprecated), Name::new(kind));
    quote! {
        #kind! {
            #docs
            pub enum #name {
                #(#variants)*
            }
        }
    }
}

/// The docs of a variant: what the document says, and the value on the wire.
fn variant_docs(docs: Option<&Docs>, value: String) -> Docs {
    docs.map_or(Docs(value.clone()), |docs| docs.and(value))
}
