//! Calls by name: for each operation how its builder is filled in from JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::input;
use crate::rust::{Crate, Docs, Format, Input, Name, Operation, Output, Resource, Taken};

/// The module with the operations of all resources, or with the modules that have them.
pub(super) fn dynamic(krate: &Crate) -> TokenStream {
    let docs = Inner("The operations by name, for [`Client::call`](crate::Client::call).");
    let files = krate.call_files();
    let modules = files.keys().flatten().map(|module| quote!(mod #module;));
    let tables = files.keys().map(|module| match module {
        Some(module) => quote!(self::#module::OPERATIONS),
        None => quote!(OPERATIONS),
    });
    let calls = files.get(&None).map(|resources| calls(resources));
    let import = if calls.is_some() { quote!({Entry, calls}) } else { quote!(Entry) };
    quote! {
        #docs

        #(#modules)*

        use crate::runtime::dynamic::#import;

        #[doc = " All operations."]
        pub(crate) const TABLES: &[&[Entry]] = &[#(#tables),*];

        #calls
    }
}

/// A module with the operations of some resources.
pub(super) fn resources(resources: &[&Resource]) -> TokenStream {
    let links = resources.iter().map(|Resource { module, .. }| format!("[`{0}`](crate::{0})", module.as_str()));
    let docs = format!("The operations of {} by name.", links.collect::<Vec<_>>().join(", "));
    let docs = Docs::default().and(docs);
    let (docs, calls) = (Inner(&docs.0), calls(resources));
    quote! {
        #docs

        use crate::runtime::dynamic::calls;

        #calls
    }
}

/// How the operations of resources make their requests.
fn calls(resources: &[&Resource]) -> TokenStream {
    let resources = resources.iter().map(|Resource { module, operations, .. }| {
        let calls = operations.iter().map(call);
        quote!(#module { #(#calls)* })
    });
    quote! {
        calls! {
            #(#resources)*
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
