//! Examples: calls as a caller would write them, for documentation.

use std::collections::BTreeSet;

use heck::{ToKebabCase, ToSnakeCase};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value as Json;

use crate::render;
use crate::rust::{Crate, Field, Input, ModelKind, Name, Operation, Output, Resource, Taken, Type, Write};

/// More optional inputs than this make an example long.
const MOST_SETTERS: usize = 3;

/// A call of `operation`, as a section of documentation that is compiled.
pub(super) fn operation(krate: &Crate, resource: &Resource, operation: &Operation) -> String {
    let mut models = BTreeSet::new();
    let call = call(krate, resource, operation, &mut models);
    let statements = match &operation.output {
        Output::Page { item, .. } => listed(&call, item, resource),
        Output::Json(ty) => returned(&call, ty),
        Output::Empty => quote!(#call.await?;),
    };
    let inputs = operation.inputs.as_ref().map(|inputs| format!("{}::{}", resource.module.as_str(), inputs.as_str()));
    let library = krate.library.as_str();
    let models = models.iter().map(|model| format!("models::{}", model.as_str()));
    let imports: Vec<String> = models.chain(inputs).map(|path| format!("use {library}::{path};\n")).collect();
    let blank = if imports.is_empty() { "" } else { "\n" };
    format!(
        "```no_run\n{}{blank}# async fn example(client: {library}::Client) -> {library}::Result<()> {{\n{}# Ok(()) }}\n```",
        imports.concat(),
        render::statements(statements),
    )
}

/// `client.plugins().create("crm").friendly_name("CRM")`.
pub(super) fn call(
    krate: &Crate,
    resource: &Resource,
    operation: &Operation,
    models: &mut BTreeSet<Name>,
) -> TokenStream {
    let (module, method) = (&resource.module, &operation.method);
    let arguments: Vec<TokenStream> =
        operation.arguments.iter().map(|input| sample(krate, input, models, operation.inputs.is_some())).collect();
    let arguments = match &operation.inputs {
        Some(inputs) => {
            let names = operation.arguments.iter().map(|input| &input.name);
            quote!(#inputs { #(#names: #arguments),* })
        }
        None => quote!(#(#arguments),*),
    };
    let setters = operation
        .setters
        .iter()
        .filter(|setter| setter.example.is_some() && setter.write != Write::Header && !setter.deprecated)
        .take(MOST_SETTERS)
        .map(|setter| {
            let (name, value) = (&setter.name, sample(krate, setter, models, false));
            quote!(.#name(#value))
        });
    quote!(client.#module().#method(#arguments) #(#setters)*)
}

/// A call whose value is looked at.
pub(super) fn returned(call: &TokenStream, ty: &Type) -> TokenStream {
    let value = variable(ty);
    let shown = format!("{{{value}:?}}");
    quote!(let #value = #call.await?; println!(#shown);)
}

/// A call for a list whose items are looked at.
pub(super) fn listed(call: &TokenStream, item: &Type, resource: &Resource) -> TokenStream {
    let (item, items) = (variable(item), &resource.module);
    let shown = format!("{{{item}:?}}");
    quote! {
        let mut #items = #call.stream();
        while let Some(#item) = #items.next().await {
            let #item = #item?;
            println!(#shown);
        }
    }
}

/// A variable for a value of this type.
fn variable(ty: &Type) -> proc_macro2::Ident {
    match ty {
        Type::Model(name) => {
            let name = name.as_str().to_snake_case();
            syn::parse_str(&name).unwrap_or_else(|_| format_ident!("value"))
        }
        Type::Box(inner) => variable(inner),
        Type::Vec(_) => format_ident!("values"),
        _ => format_ident!("value"),
    }
}

/// A value for `input`; `owned` if it is a field of a struct rather than an argument.
fn sample(krate: &Crate, input: &Input, models: &mut BTreeSet<Name>, owned: bool) -> TokenStream {
    let example = input.example.as_ref();
    let first = example.and_then(|example| example.as_array()?.first());
    match &input.taken {
        Taken::Text => text(example, &input.name, owned),
        Taken::Texts if owned => {
            let text = text(first, &input.name, true);
            quote!(vec![#text])
        }
        Taken::Texts => {
            let text = text(first, &input.name, false);
            quote!([#text])
        }
        Taken::Value(ty) => value(krate, ty, example, &input.name, models),
        Taken::Values(ty) => {
            let value = value(krate, ty, first, &input.name, models);
            if owned { quote!(vec![#value]) } else { quote!([#value]) }
        }
    }
}

/// A text: that of the example, or else the input's name.
fn text(example: Option<&Json>, name: &Name, owned: bool) -> TokenStream {
    let text = match example {
        Some(Json::String(text)) => text.clone(),
        _ => name.as_str().to_kebab_case(),
    };
    if owned { quote!(#text.to_owned()) } else { quote!(#text) }
}

/// A value of type `ty`: that of the example where it fits.
fn value(krate: &Crate, ty: &Type, example: Option<&Json>, name: &Name, models: &mut BTreeSet<Name>) -> TokenStream {
    match ty {
        Type::String => text(example, name, true),
        Type::Bool => {
            let value = example.and_then(Json::as_bool).unwrap_or(true);
            quote!(#value)
        }
        Type::I32 | Type::I64 => {
            let value = Literal::i64_unsuffixed(example.and_then(Json::as_i64).unwrap_or(1).abs());
            quote!(#value)
        }
        Type::F32 | Type::F64 => {
            let value = example.and_then(Json::as_f64).filter(|value| value.is_finite()).unwrap_or(1.0).abs();
            let value = Literal::f64_unsuffixed(value);
            quote!(#value)
        }
        Type::Timestamp => quote!(jiff::Timestamp::UNIX_EPOCH),
        Type::Date => quote!(jiff::civil::Date::ZERO),
        Type::Value => {
            let json = example.unwrap_or(&Json::Null).to_string();
            let json: TokenStream = json.parse().unwrap_or_else(|_| quote!(null));
            quote!(serde_json::json!(#json))
        }
        Type::Vec(item) => {
            let first = example.and_then(|example| example.as_array()?.first());
            let item = value(krate, item, first, name, models);
            quote!(vec![#item])
        }
        Type::Map(_) => quote!(Default::default()),
        Type::Box(inner) => {
            let inner = value(krate, inner, example, name, models);
            quote!(Box::new(#inner))
        }
        Type::Newtype(newtype) => {
            let (library, text) = (&krate.library, text(example, name, false));
            quote!(#library::#newtype::unchecked(#text))
        }
        Type::Model(model) | Type::Choice(model) => match krate.models.iter().find(|other| other.name == *model) {
            Some(found) => {
                models.insert(model.clone());
                match &found.kind {
                    ModelKind::Struct(fields) => record(krate, model, fields, example, models),
                    ModelKind::Choice(variants) => {
                        let fits = variants
                            .iter()
                            .find(|variant| Some(variant.wire.as_str()) == example.and_then(Json::as_str));
                        match fits.or(variants.first()) {
                            Some(variant) => {
                                let variant = &variant.name;
                                quote!(#model::#variant)
                            }
                            None => quote!(#model::from("")),
                        }
                    }
                }
            }
            None => quote!(Default::default()),
        },
    }
}

/// `ConfigurationPlugin::new("FV…").phase(3)`.
fn record(
    krate: &Crate,
    model: &Name,
    fields: &[Field],
    example: Option<&Json>,
    models: &mut BTreeSet<Name>,
) -> TokenStream {
    let mut argument = |field: &Field| {
        let example = example.and_then(|example| example.get(&field.wire)).or(field.example.as_ref());
        match &field.ty {
            Type::String | Type::Newtype(_) => text(example, &field.name, false),
            Type::Box(inner) => value(krate, inner, example, &field.name, models),
            Type::Vec(item) if matches!(**item, Type::String | Type::Newtype(_)) => {
                let text = text(example.and_then(|example| example.as_array()?.first()), &field.name, false);
                quote!([#text])
            }
            ty => value(krate, ty, example, &field.name, models),
        }
    };
    let required: Vec<TokenStream> = fields.iter().filter(|field| field.required).map(&mut argument).collect();
    let given = |field: &&Field| !field.required && example.is_some_and(|example| example.get(&field.wire).is_some());
    let setters: Vec<TokenStream> = fields
        .iter()
        .filter(given)
        .take(MOST_SETTERS)
        .map(|field| {
            let (name, value) = (&field.name, argument(field));
            quote!(.#name(#value))
        })
        .collect();
    quote!(#model::new(#(#required),*) #(#setters)*)
}
