//! The root of the crate: its page, its modules, and what they export.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::example::Example;
use super::{client, credentials, example, features};
use crate::render;
use crate::rust::{Crate, Docs, Operation, Output};

pub(super) fn root(krate: &Crate) -> TokenStream {
    let page = page(krate);
    let page = Inner(&page.0);
    let newtypes = (!krate.newtypes.is_empty()).then(|| {
        let names = krate.newtypes.iter().map(|newtype| &newtype.name);
        (
            quote!(
                mod newtypes;
            ),
            quote!(pub use crate::newtypes::{#(#names),*};),
        )
    });
    let (newtypes, exports) = newtypes.unzip();
    let token_provider = credentials::takes_tokens(krate).then(|| {
        quote!(
            pub use crate::runtime::token::TokenProvider;
        )
    });
    let resources = krate.resources.iter().map(|resource| {
        let (module, cfg) = (&resource.module, features::resource(resource));
        quote!(#cfg pub mod #module;)
    });
    let allowed = features::allowed(krate);
    let page_type = krate.has_lists().then(|| quote!(Page,));
    let base_urls = (!krate.base_urls.is_empty()).then(|| {
        quote!(
            pub mod base_urls;
        )
    });
    let headers = (!krate.headers.is_empty()).then(|| {
        quote!(
            pub mod headers;
        )
    });
    quote! {
        #page
        #![deny(missing_docs)]
        #![forbid(unsafe_code)]
        #allowed

        #base_urls
        mod client;
        mod document;
        #[cfg(feature = "dynamic")]
        mod dynamic;
        #headers
        pub mod models;
        #newtypes
        pub mod runtime;
        #[cfg(feature = "server")]
        pub mod server;
        #(#resources)*

        #exports
        pub use crate::runtime::{CallOptions, Client, ClientBuilder, Error, #page_type Result};
        #token_provider
        pub use reqwest;
    }
}

/// The page of the crate: what the API is for, how to begin, and where to look next.
fn page(krate: &Crate) -> Docs {
    let library = krate.library.as_str();
    let quick_start = quick_start(krate);
    let quick_start = format!(
        "```no_run\n# async fn example() -> {library}::Result<()> {{\nuse {library}::Client;\n\n{}# Ok(()) }}\n```",
        quick_start
    );
    let operations = krate.resources.iter().map(|resource| {
        let (module, handle) = (resource.module.as_str(), resource.handle.as_str());
        let methods: Vec<String> = resource
            .operations
            .iter()
            .map(|operation| {
                let method = operation.method.as_str();
                format!("[`{method}`]({module}::{handle}::{method})")
            })
            .collect();
        format!("| [`{module}()`](Client::{module}) | {} |", methods.join(" "))
    });
    let table = format!("| Resource | Operations |\n|---|---|\n{}", operations.collect::<Vec<_>>().join("\n"));
    let environment = client::variables(krate)
        .map(|variables| format!("`Client::from_env` reads the environment. {variables}\n\n"))
        .unwrap_or_default();
    let settings = format!(
        "{environment}[`Client::builder`] takes credentials, another base URL, timeouts, a retry policy and an HTTP \
         client of your own; [`CallOptions`] change timeouts, retries and headers of a single call."
    );
    let features = "- `rustls` (default): TLS by rustls.\n- `native-tls`: TLS by the operating system's library.\n\
                    - `tracing`: a span for each try, with OpenTelemetry's names and attributes for HTTP clients.\n\
                    - `dynamic`: `Client::call`, which calls any operation by its name, with arguments in JSON.\n\
                    - `serialize`: `Serialize` for what is otherwise only decoded.\n\
                    - `server`: the module `server`, with a trait to implement and an axum router that calls it.";
    let resources = "- one for each resource, called like its module, or all of them with `resources` (default): a program \
                     without default features compiles nothing but what it calls.";
    let features = if krate.is_divided() { format!("{features}\n{resources}") } else { features.to_owned() };
    let calls = if krate.has_lists() { format!("{CALLS} {LISTS}") } else { CALLS.to_owned() };
    krate
        .docs
        .section("Quick start", &quick_start)
        .section("Operations", &table)
        .and(calls)
        .section("Settings", &settings)
        .then(&servers(krate))
        .section("Errors", ERRORS)
        .section("Features", &features)
        .then(&left_out(krate))
}

/// What the API has and the crate has not.
fn left_out(krate: &Crate) -> Docs {
    if krate.left_out.0.is_empty() {
        return Docs::default();
    }
    Docs::default().section("Left out", "The API's description has more than this crate:").and(&krate.left_out.0)
}

/// The servers that callers can choose from.
fn servers(krate: &Crate) -> Docs {
    if krate.base_urls.is_empty() {
        return Docs::default();
    }
    let first = "The first of these is called, with what variables are by default, unless \
                 [`ClientBuilder::base_url`] is given another one of them, or a server of your own.";
    let list = krate.base_urls.iter().map(|server| {
        let summary = server.docs.0.lines().next().unwrap_or_default();
        format!("- [`{0}`](base_urls::{0}): {summary}", server.name.as_str())
    });
    Docs::default().section("Servers", first).and(list.collect::<Vec<_>>().join("\n"))
}

const CALLS: &str = "Each operation is a method that takes what is required and returns a builder. Its setters take \
                     what is optional, and `.await` makes the call.";

const LISTS: &str = "Lists that are paged return one [`Page`], or with `stream()` every item of every page.";

const ERRORS: &str = "Every call returns [`Result`]: [`Error`] says whether the service refused the request, no answer \
                      came, the answer was not understood, or nothing was sent. Calls that can be repeated without \
                      harm are tried again by themselves, see [`runtime::RetryPolicy`].";

/// A client and up to two calls: a list, and something simple to begin with.
fn quick_start(krate: &Crate) -> String {
    let operations = || {
        krate
            .resources
            .iter()
            .flat_map(|resource| resource.operations.iter().map(move |operation| (resource, operation)))
    };
    let simple = |operation: &Operation| operation.inputs.is_none() && operation.arguments.len() <= 1;
    let list = operations()
        .find(|(_, operation)| matches!(operation.output, Output::Page { .. }) && operation.arguments.is_empty());
    let single = operations().find(|(_, operation)| {
        matches!(operation.output, Output::Json(_)) && simple(operation) && !operation.deprecated
    });
    let credentials = credentials::example(krate, single.or(list).map(|(_, operation)| operation));
    let client = match client::variables(krate) {
        Some(_) => quote!(let client = Client::from_env()?;),
        None => quote!(let client = Client::builder() #credentials.build()?;),
    };
    let mut example = Example::new(krate);
    let calls: Vec<TokenStream> = single
        .into_iter()
        .chain(list)
        .filter_map(|(resource, operation)| {
            Some(example::calling(&example.call(resource, operation)?, resource, operation))
        })
        .collect();
    example.imports() + &render::statements(quote!(#client #(#calls)*))
}
