//! Resources: handles, and a builder for each operation.

use std::iter;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Inner, deprecated};
use super::types::{Imports, Qualified};
use super::{credentials, example, input, output};
use crate::rust::{BodyKind, Crate, Docs, Input, Operation, Output, Resource, Taken, Type};

/// The module of a resource: its handle, then each operation's builder.
pub(super) fn resource<'a>(krate: &'a Crate, resource: &'a Resource) -> impl Iterator<Item = TokenStream> + 'a {
    let builders = resource.operations.iter().map(move |operation| builder(krate, resource, operation));
    iter::once(handle(krate, resource)).chain(builders)
}

fn handle(krate: &Crate, resource: &Resource) -> TokenStream {
    let Resource { module: _, handle, docs, operations } = resource;
    let inner = Inner(&docs.0);
    let imports = imports(operations);
    let methods = operations.iter().map(|operation| method(krate, resource, operation));
    quote! {
        #inner

        #imports

        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a handle does nothing by itself"]
        pub struct #handle {
            client: Client,
        }

        impl #handle {
            pub(crate) fn new(client: &Client) -> Self {
                Self { client: client.clone() }
            }

            #(#methods)*
        }
    }
}

fn imports(operations: &[Operation]) -> TokenStream {
    let mut types = Imports::default();
    let inputs = || operations.iter().flat_map(|operation| operation.arguments.iter().chain(&operation.setters));
    for input in inputs() {
        if let Taken::Value(ty) | Taken::Values(ty) = &input.taken {
            types.add(ty);
        }
    }
    operations.iter().for_each(|operation| output::add(&mut types, &operation.output));
    let paged = operations.iter().any(|operation| matches!(operation.output, Output::Page { .. }));
    let paging = paged.then(|| quote!(Paging,));
    let status = if output::has_status(operations) {
        quote!(
            use reqwest::{Method, StatusCode};
        )
    } else {
        quote!(
            use reqwest::Method;
        )
    };
    let upload = inputs().any(input::is_upload).then(|| {
        quote!(
            use crate::runtime::upload::Upload;
        )
    });
    let any = inputs().any(input::is_any).then(|| {
        quote!(
            use crate::runtime::encode::AnyText;
        )
    });
    let text = inputs().any(input::is_texts).then(|| {
        quote!(
            use crate::runtime::encode::Text;
        )
    });
    let document = credentials::is_named(operations).then(|| {
        quote!(
            use crate::document;
        )
    });
    let [packages, models] = types.for_resource();
    let [call, download, events, pages, incoming] = output::imports(operations);
    quote! {
        #status
        #packages

        #document
        #models
        #any
        #text
        #call
        use crate::runtime::client::Client;
        #download
        use crate::runtime::error::Result;
        #events
        use crate::runtime::options::CallOptions;
        #pages
        use crate::runtime::request::{Operation, #paging Request};
        #incoming
        #upload
    }
}

/// The handle's method that starts `operation`: it takes what is required and returns its builder.
fn method(krate: &Crate, resource: &Resource, operation: &Operation) -> TokenStream {
    let Operation { method, builder, constant, arguments, inputs, body, .. } = operation;
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
    let values = arguments.iter().map(|argument| input::write(&request, argument, inputs.is_some()));
    let writes: Vec<TokenStream> = media_type.chain(accept).chain(values).collect();
    let (parameters, unpack) = match inputs {
        Some(inputs) => {
            let names = arguments.iter().map(|argument| &argument.name);
            (quote!(inputs: #inputs), Some(quote!(let #inputs { #(#names),* } = inputs;)))
        }
        None => {
            let parameters = arguments.iter().map(input::argument);
            (quote!(#(#parameters),*), None)
        }
    };
    let body = if writes.is_empty() {
        quote!(#builder { request: Request::#new(&self.client, &#constant) })
    } else {
        quote! {
            #unpack
            let mut request = Request::#new(&self.client, &#constant);
            #(#writes)*
            #builder { request }
        }
    };
    quote! {
        #docs
        #deprecated
        pub fn #method(&self, #parameters) -> #builder {
            #body
        }
    }
}

fn method_docs(krate: &Crate, resource: &Resource, operation: &Operation) -> Docs {
    let route = Docs::code(&format!("{} {}", operation.http_method.as_str(), operation.path));
    let route = format!("{route}, operation {}.", Docs::code(&operation.id));
    let mut docs = operation.notes.iter().fold(operation.docs.and(route), |docs, note| docs.and(note));
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
    let server = match &operation.server {
        Some(server) => quote!(Some(#server)),
        None => quote!(None),
    };
    let paging = match output {
        Output::Page { items, next_url, .. } => quote!(Some(Paging { items: #items, next_url: #next_url })),
        _ => quote!(None),
    };
    let (value, decode) = output::types(output);
    let answers = output::answers(operation);
    let stream = stream(output);
    let setters = setters.iter().map(setter);
    quote! {
        pub(crate) static #constant: Operation =
            Operation {
                id: #id,
                method: Method::#http_method,
                path: #path,
                paging: #paging,
                security: #security,
                server: #server,
            };

        #inputs

        #answers

        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a call does nothing unless it is awaited"]
        pub struct #builder {
            pub(crate) request: Request,
        }

        impl #builder {
            #(#setters)*

            #[doc = " Makes the call with settings of its own."]
            pub fn with(mut self, options: CallOptions) -> Self {
                self.request.options = options;
                self
            }

            #[doc = " Makes the call return the status and headers of the answer, too."]
            pub fn with_response(self) -> Call<Whole<#decode>> {
                Call::new(self.request)
            }

            #stream
        }

        impl IntoFuture for #builder {
            type Output = Result<#value>;
            type IntoFuture = Call<#decode>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                Call::new(self.request)
            }
        }
    }
}

fn setter(setter: &Input) -> TokenStream {
    let Input { name, docs, .. } = setter;
    let (argument, write) = (input::argument(setter), input::write(&quote!(self.request), setter, false));
    let deprecated = deprecated(setter.deprecated);
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #argument) -> Self {
            #write
            self
        }
    }
}

/// The method that turns a list into a stream.
fn stream(output: &Output) -> Option<TokenStream> {
    let Output::Page { item, .. } = output else { return None };
    let item = Qualified(item);
    Some(quote! {
        #[doc = " Every item of every page, in order; the next page is fetched while one is being consumed."]
        pub fn stream(self) -> PageStream<#item> {
            PageStream::new(self.request)
        }
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
    Some(quote! {
        #docs
        #[derive(Clone, Debug #equal)]
        pub struct #name {
            #(#fields),*
        }
    })
}
