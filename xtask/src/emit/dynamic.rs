//! Calls by name: for each operation a function that fills in its builder from JSON.

use std::iter;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::{input, permit};
use crate::rust::{Crate, Input, Name, Operation, Output, Resource, Taken};

/// The module with the operations of all resources.
pub(super) fn dynamic(krate: &Crate) -> TokenStream {
    let docs = Inner("The operations by name, for [`Client::call`](crate::Client::call).");
    let modules = krate.resources.iter().map(|Resource { module, .. }| quote!(mod #module;));
    let tables = krate.resources.iter().map(|Resource { module, .. }| quote!(self::#module::OPERATIONS));
    quote! {
        #docs

        #(#modules)*

        use crate::runtime::dynamic::Entry;

        #[doc = " The operations of each resource."]
        pub(crate) const RESOURCES: &[&[Entry]] = &[#(#tables),*];
    }
}

/// The module of a resource: a table of its operations, and how each makes its request.
pub(super) fn resource(resource: &Resource) -> impl Iterator<Item = TokenStream> {
    iter::once(table(resource)).chain(resource.operations.iter().map(|operation| function(resource, operation)))
}

fn table(Resource { module, operations, .. }: &Resource) -> TokenStream {
    let docs = format!("The operations of [`{0}`](crate::{0}) by name.", module.as_str());
    let docs = Inner(&docs);
    let table = operations.iter().map(|operation| {
        let Operation { id, served, output, .. } = operation;
        let reading = if leads_elsewhere(output) { quote!(redirect) } else { quote!(whole) };
        let start = if takes_nothing(operation) { quote!(Bare) } else { quote!(Given) };
        quote!((#id, Start::#start(#served), Reading::#reading))
    });
    let mut inputs = operations.iter().flat_map(|operation| operation.arguments.iter().chain(&operation.setters));
    let format = inputs.clone().any(|input| input::format(&input.taken).is_some()).then(|| {
        quote!(
            use crate::runtime::format;
        )
    });
    let nullable = inputs.any(|input| input.null.is_some()).then(|| {
        quote!(
            use crate::runtime::Nullable;
        )
    });
    let any_given = !operations.iter().all(takes_nothing);
    let arguments = any_given.then(|| quote!(Arguments,));
    let result = any_given.then(|| {
        quote!(
            use crate::runtime::error::Result;
        )
    });
    quote! {
        #docs

        #nullable
        use crate::runtime::call::Reading;
        use crate::runtime::client::Client;
        use crate::runtime::dynamic::{#arguments Entry, Start};
        #result
        #format
        use crate::runtime::request::Request;

        pub(super) const OPERATIONS: &[Entry] = &[#(#table),*];
    }
}

/// Whether an operation has no inputs.
fn takes_nothing(Operation { arguments, setters, .. }: &Operation) -> bool {
    arguments.is_empty() && setters.is_empty()
}

/// Whether a redirection is a success.
fn leads_elsewhere(output: &Output) -> bool {
    match output {
        Output::Redirect => true,
        Output::Several(answers) => answers.cases.iter().any(|case| case.output == Output::Redirect),
        _ => false,
    }
}

/// The function that makes the request of `operation`.
fn function(Resource { module, .. }: &Resource, operation: &Operation) -> TokenStream {
    let Operation { served, method, arguments, inputs, setters, deprecated, .. } = operation;
    let values = arguments.iter().map(|argument| match inputs {
        Some(_) => field(argument),
        None => given(argument, "required"),
    });
    let values = match inputs {
        Some(inputs) => quote!(crate::#module::#inputs { #(#values),* }),
        None => quote!(#(#values),*),
    };
    let start = quote!(client.#module().#method(#values));
    let is_deprecated = *deprecated || setters.iter().any(|setter| setter.deprecated);
    let expect = is_deprecated.then(|| quote!(#[expect(deprecated, reason = "the caller's choice")]));
    if takes_nothing(operation) {
        return quote! {
            #expect
            fn #served(client: &Client) -> Request {
                #start.request
            }
        };
    }
    let body = if setters.is_empty() {
        quote!(Ok(#start.request))
    } else {
        let setters = setters.iter().map(setter);
        quote! {
            let mut call = #start;
            #(#setters)*
            Ok(call.request)
        }
    };
    let lines = arguments.len() + setters.iter().map(|setter| if setter.null.is_some() { 5 } else { 3 }).sum::<usize>();
    let long = permit::lines(lines);
    quote! {
        #expect
        #long
        fn #served(client: &Client, given: &mut Arguments) -> Result<Request> {
            #body
        }
    }
}

/// A field of the struct of required inputs, whose type says what is read.
fn field(Input { name, key, taken, .. }: &Input) -> TokenStream {
    match taken {
        Taken::Upload => quote!(#name: given.required::<String>(#key)?.into()),
        Taken::Uploads => quote!(#name: given.required::<Vec<String>>(#key)?.into_iter().map(Into::into).collect()),
        taken => {
            let value = input::format(taken).map(|format| quote!(.map(#format::value)));
            quote!(#name: given.required(#key) #value?)
        }
    }
}

fn setter(input: &Input) -> TokenStream {
    let name = &input.name;
    if let Some(null) = &input.null {
        let value = given(input, "nullable");
        return quote! {
            match #value {
                Nullable::Absent => {}
                Nullable::Null => call = call.#null(),
                Nullable::Value(value) => call = call.#name(value),
            }
        };
    }
    let value = given(input, "optional");
    quote! {
        if let Some(value) = #value {
            call = call.#name(value);
        }
    }
}

/// An argument, read as what the builder takes.
fn given(Input { key, taken, .. }: &Input, how: &str) -> TokenStream {
    let (is_required, how) = (how == "required", Name::new(how));
    match taken {
        Taken::Text | Taken::Upload => quote!(given.#how::<String>(#key)?),
        Taken::Texts | Taken::Uploads => quote!(given.#how::<Vec<String>>(#key)?),
        Taken::Value(_) | Taken::Values(_) => {
            let list = matches!(taken, Taken::Values(_)).then(|| quote!(::<Vec<_>>));
            match input::format(taken) {
                None => quote!(given.#how #list(#key)?),
                Some(format) if is_required => quote!(given.#how(#key).map(#format::value #list)?),
                Some(format) => quote!(given.#how(#key)?.map(#format::value #list)),
            }
        }
    }
}
