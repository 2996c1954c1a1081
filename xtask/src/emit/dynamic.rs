//! Calls by name: for each operation how its builder is filled in from JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::input;
use crate::rust::{Crate, Format, Input, Name, Operation, Output, Resource, Taken};

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

/// The module of a resource: how each of its operations makes its request.
pub(super) fn resource(Resource { module, operations, .. }: &Resource) -> TokenStream {
    let docs = format!("The operations of [`{0}`](crate::{0}) by name.", module.as_str());
    let docs = Inner(&docs);
    let calls = operations.iter().map(call);
    quote! {
        #docs

        use crate::runtime::dynamic::calls;

        calls! {
            #module;
            #(#calls)*
        }
    }
}

/// How an operation makes its request: what it cannot do without, and what else it takes.
fn call(Operation { id, method, arguments, inputs, setters, output, .. }: &Operation) -> TokenStream {
    let reading = leads_elsewhere(output).then(|| quote!(: redirect));
    let needed = match inputs {
        Some(inputs) => {
            let fields = arguments.iter().map(|argument| {
                let (name, field) = (&argument.name, field(argument));
                quote!(#name: #field,)
            });
            quote!(#inputs { #(#fields)* })
        }
        None => {
            let given = arguments.iter().map(given);
            quote!(#(#given),*)
        }
    };
    let setters = setters.iter().map(|setter| {
        let (name, given) = (&setter.name, given(setter));
        let null = setter.null.iter();
        quote!(#name #(or #null)*: #given,)
    });
    quote!(#id #reading => #method(#needed) { #(#setters)* })
}

/// Whether a redirection is a success.
fn leads_elsewhere(output: &Output) -> bool {
    match output {
        Output::Redirect => true,
        Output::Several(answers) => answers.cases.iter().any(|case| case.output == Output::Redirect),
        _ => false,
    }
}

/// What an argument is read as, its name, and its format, if it has one.
fn given(Input { key, taken, .. }: &Input) -> TokenStream {
    let format = match input::format(taken) {
        Some(Format::Rfc2822) => Some(quote!(in Rfc2822)),
        Some(Format::Base64) => Some(quote!(in Base64)),
        None => None,
    };
    let kind = Name::new(match taken {
        // Setters make uploads of texts.
        Taken::Text | Taken::Upload => "text",
        Taken::Texts | Taken::Uploads => "texts",
        Taken::Value(_) => "value",
        Taken::Values(_) => "values",
    });
    quote!(#kind #key #format)
}

/// The same for a member of a struct, which may be an upload itself.
fn field(input: &Input) -> TokenStream {
    let key = &input.key;
    match input.taken {
        Taken::Upload => quote!(upload #key),
        Taken::Uploads => quote!(uploads #key),
        _ => given(input),
    }
}
