//! The tables of a program that reads values as the types of a crate, and has calls answered with them.

use indexmap::IndexMap;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::example::Example;
use crate::diagnostics::Pointer;
use crate::rust::{AnswerCase, Crate, Name, Operation, Output, Place, Resource, Type};

/// A call that is answered with values of a type.
struct Call<'a> {
    resource: &'a Resource,
    operation: &'a Operation,
    /// The status of the answer.
    status: u16,
    /// The JSON pointer to what callers get of the answer, if they do not get the whole.
    items: Option<String>,
    /// The variant of what the call returns, if that depends on the status.
    variant: Option<&'a Name>,
    /// What the body of the error is read as, if the answer is a refusal.
    refusal: Option<&'a Type>,
}

/// The tables: the places with their types, and the calls that return values of these types.
pub(super) fn tables(krate: &Crate) -> TokenStream {
    let library = &krate.library;
    let calls = calls(krate);
    let places = krate.places.iter().map(|Place { at, ty, asked, answered }| {
        let outside = Outside { library, ty };
        let ty = if let Type::Option(inner) = ty { inner } else { ty };
        let call = match calls.get_full(&ty.to_token_stream().to_string()) {
            Some((index, _, (call, _))) => {
                let (status, run) = (Literal::u16_unsuffixed(call.status), format_ident!("call_{index}"));
                let items = match &call.items {
                    Some(items) => quote!(Some(#items)),
                    None => quote!(None),
                };
                quote!(Some(Call { status: #status, items: #items, run: #run }))
            }
            None => quote!(None),
        };
        quote!(Place { at: #at, asked: #asked, answered: #answered, read: read::<#outside>, call: #call })
    });
    let functions = calls.values().enumerate().map(|(index, (call, tokens))| {
        let name = format_ident!("call_{index}");
        function(library, &name, call, tokens)
    });
    quote! {
        use super::{Answer, Call, Place, read, refused, written};

        pub(super) const PLACES: &[Place] = &[#(#places),*];

        #(#functions)*
    }
}

/// A call for each type that calls return, a `POST` where there is one; by the type.
fn calls(krate: &Crate) -> IndexMap<String, (Call<'_>, TokenStream)> {
    let mut calls: IndexMap<String, (Call<'_>, TokenStream)> = IndexMap::new();
    for resource in &krate.resources {
        for operation in &resource.operations {
            for (ty, call) in returned(resource, operation) {
                let key = ty.to_token_stream().to_string();
                let is_post = |call: &Call<'_>| call.operation.http_method.as_str() == "POST";
                if calls.get(&key).is_some_and(|(known, _)| is_post(known) || !is_post(&call)) {
                    continue;
                }
                let mut example = Example::without_files(krate);
                if let Some(tokens) = example.call(resource, operation) {
                    let (library, module) = (&krate.library, &resource.module);
                    let models = example.models().map(|model| quote!(use #library::models::#model;));
                    let inputs = operation.inputs.as_ref().map(|inputs| quote!(use #library::#module::#inputs;));
                    calls.insert(key, (call, quote!(#(#models)* #inputs let answer = #tokens.await;)));
                }
            }
        }
    }
    calls
}

/// The types of JSON that `operation` may return, and those of its refusals.
fn returned<'a>(resource: &'a Resource, operation: &'a Operation) -> Vec<(&'a Type, Call<'a>)> {
    let whole = || Call { resource, operation, status: operation.status, items: None, variant: None, refusal: None };
    let refusals = operation.refusals.iter().map(|(statuses, ty)| {
        // Of `404, 5XX`, or of nothing in particular, one will do.
        let first = statuses.as_deref().and_then(|statuses| statuses.get(..3)).unwrap_or("400").replace("XX", "00");
        (ty, Call { status: first.parse().unwrap_or(400), refusal: Some(ty), ..whole() })
    });
    let mut returned = successes(operation, whole);
    returned.extend(refusals);
    returned
}

fn successes<'a>(operation: &'a Operation, whole: impl Fn() -> Call<'a>) -> Vec<(&'a Type, Call<'a>)> {
    match &operation.output {
        Output::Json(ty) => vec![(ty, whole())],
        Output::Page { envelope, items, .. } => {
            let pointer: Pointer = items.iter().collect();
            vec![(envelope, Call { items: Some(pointer.as_str().to_owned()), ..whole() })]
        }
        Output::Several(answers) => {
            let case = |case: &'a AnswerCase| match &case.output {
                Output::Json(ty) => {
                    let (status, variant) = (case.status, Some(&case.name));
                    Some((ty, Call { status, variant, ..whole() }))
                }
                _ => None,
            };
            answers.cases.iter().filter_map(case).collect()
        }
        _ => Vec::new(),
    }
}

fn function(library: &Name, name: &proc_macro2::Ident, call: &Call<'_>, tokens: &TokenStream) -> TokenStream {
    let written = match (&call.operation.output, call.variant) {
        _ if call.refusal.is_some() => TokenStream::new(),
        (Output::Several(answers), Some(variant)) => {
            let (module, answers) = (&call.resource.module, &answers.name);
            quote! {
                match answer? {
                    #library::#module::#answers::#variant(value) => written(&value),
                    other => Ok(format!("{other:?}")),
                }
            }
        }
        (Output::Page { .. }, _) => quote!(written(&answer?.items)),
        _ => quote!(written(&answer?)),
    };
    let refused = call.refusal.map(|ty| {
        let ty = Outside { library, ty };
        quote! {
            match answer {
                Ok(_) => Ok("a success".to_owned()),
                Err(error) => refused::<#ty>(error),
            }
        }
    });
    quote! {
        fn #name(client: #library::Client) -> Answer {
            Box::pin(async move { #tokens #written #refused })
        }
    }
}

/// A type as another crate writes it.
struct Outside<'a> {
    library: &'a Name,
    ty: &'a Type,
}

impl ToTokens for Outside<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let library = self.library;
        let within = |ty| Outside { library, ty };
        tokens.extend(match self.ty {
            Type::Vec(item) => {
                let item = within(item);
                quote!(Vec<#item>)
            }
            Type::Map(value) => {
                let value = within(value);
                quote!(std::collections::BTreeMap<String, #value>)
            }
            Type::Box(inner) => {
                let inner = within(inner);
                quote!(Box<#inner>)
            }
            Type::Option(inner) => {
                let inner = within(inner);
                quote!(Option<#inner>)
            }
            Type::Model(name) | Type::Choice(name) | Type::Integers(name) | Type::Union(name) => {
                quote!(#library::models::#name)
            }
            Type::Newtype(name) => quote!(#library::#name),
            Type::Timestamp => quote!(jiff::Timestamp),
            Type::Date => quote!(jiff::civil::Date),
            Type::Value => quote!(serde_json::Value),
            plain => plain.to_token_stream(),
        });
    }
}
