//! Resources: handles, and a builder for each operation.

use std::collections::BTreeSet;
use std::iter;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{Inner, deprecated};
use super::types::{Imports, from_runtime};
use super::{credentials, example, input, output, permit};
use crate::rust::{
    BodyKind, Crate, Docs, End, Initial, Input, InputPlace, Next, Operation, Output, Resource, Taken, Type,
};

/// The module of a resource: its handle, then each operation's builder.
pub(super) fn resource<'a>(krate: &'a Crate, resource: &'a Resource) -> impl Iterator<Item = TokenStream> + 'a {
    let builders = resource.operations.iter().map(move |operation| builder(krate, resource, operation));
    iter::once(handle(krate, resource)).chain(builders)
}

fn handle(krate: &Crate, resource: &Resource) -> TokenStream {
    let Resource { handle, docs, operations, .. } = resource;
    let inner = Inner(&docs.0);
    let imports = imports(operations);
    let methods = operations.iter().map(|operation| method(krate, resource, operation));
    quote! {
        #inner

        #imports

        handle! {
            #docs
            pub struct #handle;
        }

        impl #handle {
            #(#methods)*
        }
    }
}

fn imports(operations: &[Operation]) -> TokenStream {
    let has_methods = !operations.is_empty();
    let mut types = Imports::default();
    let inputs = || operations.iter().flat_map(|operation| operation.arguments.iter().chain(&operation.setters));
    for input in inputs() {
        if let Taken::Value(ty) | Taken::Values(ty) = &input.taken {
            types.add(ty);
        }
    }
    operations.iter().for_each(|operation| output::add(&mut types, &operation.output));
    let [link, paging] = paging_imports(operations);
    let status = output::has_status(operations).then(|| {
        quote!(
            use reqwest::StatusCode;
        )
    });
    let request = has_methods.then(|| {
        quote!(
            use crate::runtime::request::Request;
        )
    });
    let upload = inputs().any(input::is_upload).then(|| {
        quote!(
            use crate::runtime::upload::Upload;
        )
    });
    let any = inputs().any(input::is_any).then_some("AnyText");
    let text = inputs().any(input::is_texts).then_some("Text");
    let encode = from_runtime("encode", &any.into_iter().chain(text).collect());
    let owned = operations.iter().any(owns_texts).then(|| {
        quote!(
            use crate::runtime::text;
        )
    });
    let document = credentials::is_named(operations).then(|| {
        quote!(
            use crate::document;
        )
    });
    let format = types.format();
    let [packages, models] = types.for_resource();
    let [call, download, result, events, pages, redirect, incoming] = output::imports(operations);
    quote! {
        #status
        #packages

        #document
        #models
        #encode
        #call
        use crate::runtime::client::handle;
        #download
        #result
        #events
        #format
        #link
        #pages
        #paging
        #redirect
        #request
        #incoming
        #owned
        #upload
    }
}

/// Whether inputs of `operation` are made to own their texts; those of a struct do already.
fn owns_texts(operation: &Operation) -> bool {
    let Operation { arguments, inputs, setters, .. } = operation;
    let of_arguments = arguments.iter().map(|input| (input, inputs.is_some()));
    let mut all = of_arguments.chain(setters.iter().map(|input| (input, false)));
    all.any(|(input, owned)| input::is_owned_texts(input, owned))
}

/// The handle's method that starts `operation`: it takes what is required and returns its builder.
fn method(krate: &Crate, resource: &Resource, operation: &Operation) -> TokenStream {
    let Operation { method, builder, constant, arguments, inputs, setters, body, .. } = operation;
    let docs = method_docs(krate, resource, operation);
    let deprecated = deprecated(operation.deprecated);
    let new = match body {
        BodyKind::Empty => quote!(new),
        BodyKind::Form => quote!(with_form),
        BodyKind::Members => quote!(with_members),
        BodyKind::Parts => quote!(with_parts),
    };
    let request = quote!(request);
    let media_type = operation.media_type.iter().map(|media_type| quote!(request.media_type(#media_type);));
    let accept = operation.accept.iter().map(|accept| quote!(request.accept_types(#accept);));
    let values = arguments.iter().map(|argument| input::write(&request, &argument.name, argument, inputs.is_some()));
    let writes: Vec<TokenStream> = media_type.chain(accept).chain(values).collect();
    let (parameters, unpack) = match inputs {
        Some(inputs) => {
            let names = arguments.iter().map(|argument| &argument.name);
            (quote!(inputs: #inputs), Some(quote!(let #inputs { #(#names),* } = inputs;)))
        }
        None => {
            let parameters = arguments.iter().map(|Input { name, taken, .. }| quote!(#name: #taken));
            (quote!(#(#parameters),*), None)
        }
    };
    let initial: Vec<TokenStream> = setters.iter().filter_map(initial).collect();
    let mutable = (!writes.is_empty()).then(|| quote!(mut));
    let similar = permit::names(arguments.iter().map(|argument| &argument.name));
    let long = permit::lines(if inputs.is_some() { 2 * arguments.len() } else { arguments.len() });
    quote! {
        #docs
        #deprecated
        #similar
        #long
        pub fn #method(&self, #parameters) -> #builder {
            #unpack
            let #mutable request = Request::#new(&self.client, &#constant);
            #(#writes)*
            #builder { request } #(#initial)*
        }
    }
}

/// The call of a setter for what cannot be left out.
fn initial(Input { name, null, initial, .. }: &Input) -> Option<TokenStream> {
    match (initial.as_ref()?, null) {
        (Initial::Null, null) => null.as_ref().map(|null| quote!(.#null())),
        (Initial::Variant(model, variant), _) => Some(quote!(.#name(models::#model::#variant))),
    }
}

fn method_docs(krate: &Crate, resource: &Resource, operation: &Operation) -> Docs {
    let route = Docs::code(&format!("{} {}", operation.http_method.as_str(), operation.path));
    let id = Docs::code(&operation.id);
    let route = match &operation.variant_of {
        None => format!("{route}, operation {id}."),
        Some(origin) => {
            format!("{route}, operation {} with another body; calls by name call that {id}.", Docs::code(origin))
        }
    };
    let mut docs = operation.notes.iter().fold(operation.docs.and(route), |docs, note| docs.and(note));
    if let Some(headers) = &operation.headers {
        docs = docs.and(format!(
            "[`{1}`](crate::headers::{1}) reads the headers of the answer, which [`with_response`]({0}::with_response) \
             returns, too.",
            operation.builder.as_str(),
            headers.as_str()
        ));
    }
    if operation.inputs.is_none() && !operation.arguments.is_empty() {
        let arguments: Vec<String> = operation.arguments.iter().map(item).collect();
        docs = docs.section("Arguments", &arguments.join("\n"));
    }
    for (media_types, sentence) in [
        (&operation.other_bodies, "The service takes the body as"),
        (&operation.other_answers, "The service can answer with"),
    ] {
        if !media_types.is_empty() {
            let names: Vec<String> = media_types.iter().map(|name| Docs::code(name)).collect();
            docs = docs.and(format!("{sentence} {}, too.", names.join(", ")));
        }
    }
    let decode = match (&operation.output, output::described(&operation.output)) {
        (_, Some(described)) => format!("; [`Error::Decode`](crate::Error::Decode) if it cannot be read {described}"),
        (Output::Json(_) | Output::Page { .. } | Output::Several(_), None) => {
            "; [`Error::Decode`](crate::Error::Decode) if it is not as described".to_owned()
        }
        _ => String::new(),
    };
    let errors = format!(
        "[`Error::Api`](crate::Error::Api) if the service refuses the request; \
         [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer \
         comes back{decode}; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent."
    );
    let mut docs = docs.section("Errors", &errors);
    if let Some(refusals) = refusals(operation) {
        docs = docs.and(refusals);
    }
    match example::operation(krate, resource, operation) {
        Some(example) => docs.section("Examples", &example),
        None => docs,
    }
}

/// What the bodies of refusals can be read as.
fn refusals(operation: &Operation) -> Option<String> {
    let described = |(statuses, ty): &(Option<String>, Type)| {
        let (Type::Model(name) | Type::Union(name)) = ty else { return None };
        let model = format!("[`{0}`](crate::models::{0})", name.as_str());
        Some(match statuses {
            Some(statuses) => format!("{model} (status {statuses})"),
            None => model,
        })
    };
    let models: Vec<String> = operation.refusals.iter().filter_map(described).collect();
    let json = "[`ErrorResponse::json`](crate::runtime::ErrorResponse::json)";
    (!models.is_empty()).then(|| format!("{json} reads the body of a refusal as {}.", models.join(" or ")))
}

/// An input and its docs as an item of a list: their lines indented, and blocks on lines of their own.
fn item(Input { name, docs: Docs(docs), .. }: &Input) -> String {
    let begins_block = docs.starts_with(|first: char| "`~-+*#>|<".contains(first) || first.is_ascii_digit());
    let lines = docs.lines().enumerate().map(|(number, line)| match (number, line) {
        (_, "") => "\n".to_owned(),
        (0, line) if !begins_block => format!(" {line}\n"),
        (0, line) => format!("\n\n  {line}\n"),
        (_, line) => format!("  {line}\n"),
    });
    format!("- `{}`:{}", name.as_str(), lines.collect::<String>()).trim_end().to_owned()
}

fn builder(krate: &Crate, resource: &Resource, operation: &Operation) -> TokenStream {
    let Operation { builder, constant, id, http_method, path, setters, output, .. } = operation;
    let docs = Docs(format!(
        "A call of [`{}::{}`], to be given what is optional and then awaited.",
        resource.handle.as_str(),
        operation.method.as_str()
    ));
    let inputs = inputs(operation);
    let security = credentials::security(krate, operation);
    let server = operation.server.as_ref().map(|server| quote!(on #server));
    let (call, returned) = output::call(output);
    let paging = match output {
        Output::Page { items, next, ends, .. } => Some(paging(items, next, ends)),
        _ => None,
    };
    let answers = output::answers(operation);
    let setters = setters.iter().flat_map(|input| iter::once(setter(input)).chain(null(input)));
    quote! {
        #inputs

        #answers

        #call! {
            static #constant = #http_method #path as #id #server for #security;
            #paging
            #docs
            pub struct #builder #returned;
            #(#setters)*
        }
    }
}

/// How the answers are divided into pages.
fn paging(items: &[String], next: &Next, ends: &[End]) -> TokenStream {
    let next = match next {
        Next::Url(path) => quote!(&paging::Url(&[#(#path),*])),
        Next::Link => quote!(&link::Link),
        Next::Cursor { at, input } => {
            let input = place(input);
            quote!(&inputs::Cursor { at: &[#(#at),*], input: #input })
        }
        Next::Page { input, first } => {
            let (input, first) = (place(input), Literal::i64_unsuffixed(*first));
            quote!(&inputs::Page { input: #input, first: #first })
        }
        Next::Offset { input } => {
            let input = place(input);
            quote!(&inputs::Offset { input: #input })
        }
    };
    let number = |number: &Option<u64>| match number.map(Literal::u64_unsuffixed) {
        Some(number) => quote!(Some(#number)),
        None => quote!(None),
    };
    let ends = ends.iter().map(|end| match end {
        End::More(path) => quote!(&ends::More(&[#(#path),*])),
        End::Pages(path) => quote!(&ends::Pages(&[#(#path),*])),
        End::Total(path) => quote!(&ends::Total(&[#(#path),*])),
        End::Short { limit, usual, most } => {
            let (limit, usual, most) = (place(limit), number(usual), number(most));
            quote!(&ends::Short { limit: #limit, usual: #usual, most: #most })
        }
    });
    quote!(pages = Paging { items: &[#(#items),*], next: #next, ends: &[#(#ends),*] };)
}

fn place(input: &InputPlace) -> TokenStream {
    match input {
        InputPlace::Query(name) => quote!(inputs::Input::Query(#name)),
        InputPlace::Body(path) => quote!(inputs::Input::Body(&[#(#path),*])),
    }
}

/// What lists need of `runtime::link`, and of `runtime::paging`.
fn paging_imports(operations: &[Operation]) -> [Option<TokenStream>; 2] {
    let (mut names, mut link) = (BTreeSet::new(), None);
    for operation in operations {
        let Output::Page { next, ends, .. } = &operation.output else { continue };
        names.insert("Paging");
        match next {
            Next::Url(_) => drop(names.insert("self")),
            Next::Link => {
                link = Some(quote!(
                    use crate::runtime::link;
                ));
            }
            Next::Cursor { .. } | Next::Page { .. } | Next::Offset { .. } => drop(names.insert("inputs")),
        }
        names.extend((!ends.is_empty()).then_some("ends"));
        names.extend(ends.iter().any(|end| matches!(end, End::Short { .. })).then_some("inputs"));
    }
    [link, from_runtime("paging", &names)]
}

fn setter(setter: &Input) -> TokenStream {
    let Input { name, docs, taken, .. } = setter;
    let docs = match &setter.initial {
        Some(Initial::Variant(model, variant)) => {
            let variant = format!("{0}::{1}", model.as_str(), variant.as_str());
            docs.and(format!("[`{variant}`](models::{variant}) unless given."))
        }
        Some(Initial::Null) | None => docs.clone(),
    };
    let value = input::setter_name(taken);
    let write = input::written(&value, setter, false);
    let deprecated = deprecated(setter.deprecated);
    let permit = match taken {
        Taken::Value(ty) | Taken::Values(ty) => permit::value(ty),
        _ => None,
    };
    quote! {
        #docs
        #deprecated
        #permit
        fn #name(#value: #taken) => #write;
    }
}

/// The method that sends null for an input.
fn null(setter: &Input) -> Option<TokenStream> {
    let (null, wire) = (setter.null.as_ref()?, &setter.wire);
    let docs = Docs(format!("Sends null as {}.", Docs::code(wire)));
    let docs =
        if setter.initial == Some(Initial::Null) { docs.and("So it is unless something else is given.") } else { docs };
    let deprecated = deprecated(setter.deprecated);
    Some(quote! {
        #docs
        #deprecated
        fn #null() => null(#wire);
    })
}

/// The struct of required inputs, if they are too many to be arguments.
fn inputs(operation: &Operation) -> Option<TokenStream> {
    let name = operation.inputs.as_ref()?;
    let docs = Docs(format!("What [`{}`] cannot do without.", operation.builder.as_str()));
    let fields = operation.arguments.iter().map(|Input { name, docs, taken, .. }| {
        let ty = input::field_type(taken);
        quote!(#docs pub #name: #ty)
    });
    // A stream is equal to nothing.
    let equal = (!operation.arguments.iter().any(input::is_upload)).then(|| quote!(, PartialEq));
    let permit = permit::inputs(&operation.arguments);
    Some(quote! {
        #docs
        #[derive(Clone, Debug #equal)]
        #permit
        pub struct #name {
            #(#fields),*
        }
    })
}
