//! Resources: handles, and a builder for each operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Inner, deprecated};
use super::types::{Imports, Qualified};
use super::{credentials, example, input};
use crate::rust::{BodyKind, Crate, Docs, Input, Operation, Output, Resource, Taken, Type};

/// The module of a resource.
pub(super) fn resource(krate: &Crate, resource: &Resource) -> TokenStream {
    let Resource { module: _, handle, docs, operations } = resource;
    let inner = Inner(&docs.0);
    let imports = imports(operations);
    let methods = operations.iter().map(|operation| method(krate, resource, operation));
    let builders = operations.iter().map(|operation| builder(krate, resource, operation));
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

        #(#builders)*
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
    for operation in operations {
        if let Output::Json(ty) | Output::Page { item: ty, .. } = &operation.output {
            types.add(ty);
        }
    }
    let returns = |is_such: fn(&Output) -> bool| operations.iter().any(|operation| is_such(&operation.output));
    let empty = returns(|output| matches!(output, Output::Empty)).then(|| quote!(Empty,));
    let json = returns(|output| matches!(output, Output::Json(_))).then(|| quote!(Json,));
    let paged = returns(|output| matches!(output, Output::Page { .. }));
    let pages = paged.then(|| {
        quote!(
            use crate::runtime::page::{Page, PageStream, Paged};
        )
    });
    let paging = paged.then(|| quote!(Paging,));
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
    quote! {
        use reqwest::Method;
        #packages

        #document
        #models
        #any
        #text
        use crate::runtime::call::{Call, #empty #json Whole};
        use crate::runtime::client::Client;
        use crate::runtime::error::Result;
        use crate::runtime::options::CallOptions;
        #pages
        use crate::runtime::request::{Operation, #paging Request};
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
    };
    let request = quote!(request);
    let media_type = operation.media_type.iter().map(|media_type| quote!(request.media_type(#media_type);));
    let values = arguments.iter().map(|argument| input::write(&request, argument, inputs.is_some()));
    let writes: Vec<TokenStream> = media_type.chain(values).collect();
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
    let decode = match &operation.output {
        Output::Empty => String::new(),
        Output::Json(Type::Model(model)) => {
            format!(
                "; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`{model}`](models::{model})",
                model = model.as_str()
            )
        }
        Output::Page { item: Type::Model(model), .. } => {
            format!(
                "; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of [`{model}`](models::{model})",
                model = model.as_str()
            )
        }
        _ => "; [`Error::Decode`](crate::Error::Decode) if it is not as described".to_owned(),
    };
    let errors = format!(
        "[`Error::Api`](crate::Error::Api) if the service refuses the request; \
         [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer \
         comes back{decode}; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent."
    );
    let docs = docs.section("Errors", &errors);
    match example::operation(krate, resource, operation) {
        Some(example) => docs.section("Examples", &example),
        None => docs,
    }
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
    let (paging, value, decode) = match output {
        Output::Empty => (quote!(None), quote!(()), quote!(Empty)),
        Output::Json(ty) => {
            let ty = Qualified(ty);
            (quote!(None), quote!(#ty), quote!(Json<#ty>))
        }
        Output::Page { item, items, next_url, .. } => {
            let item = Qualified(item);
            let paging = quote!(Some(Paging { items: #items, next_url: #next_url }));
            (paging, quote!(Page<#item>), quote!(Paged<#item>))
        }
    };
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

        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a call does nothing unless it is awaited"]
        pub struct #builder {
            request: Request,
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
    Some(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name {
            #(#fields),*
        }
    })
}
