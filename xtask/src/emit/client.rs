//! The part of the client that depends on the API, and what its document says for the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use super::{credentials, features, types};
use crate::rust::{Crate, Docs, Name, Resource};

/// The methods of `Client` that depend on the API.
pub(super) fn client(krate: &Crate) -> TokenStream {
    let docs = Inner("The ways into the API.");
    let from_env = from_env(krate);
    let setters: Vec<TokenStream> = credentials::setters(krate).collect();
    let has_builder = from_env.is_some() || !setters.is_empty();
    let document = has_builder.then(|| {
        quote!(
            use crate::document;
        )
    });
    let needed = [("Client", from_env.is_some()), ("ClientBuilder", has_builder), ("Result", from_env.is_some())];
    let needed = needed.into_iter().filter(|(_, is_needed)| *is_needed).map(|(name, _)| Name::new(name));
    let runtime = types::group(quote!(crate::runtime), needed);
    let given = credentials::imports(krate);
    let shared = credentials::takes_tokens(krate).then(|| {
        quote!(
            use std::sync::Arc;
        )
    });
    let (on_client, on_builder) = from_env.unzip();
    let on_builder = has_builder.then(|| {
        quote! {
            impl ClientBuilder {
                #(#setters)*
                #on_builder
            }
        }
    });
    let on_client = on_client.map(|on_client| {
        quote! {
            impl Client {
                #on_client
            }
        }
    });
    let (import, handles) = handles(&krate.resources).unzip();
    quote! {
        #docs

        #shared

        #document
        #import
        #given
        #runtime

        #on_client
        #handles
        #on_builder
    }
}

/// The macro that makes the ways to the resources, and its call.
fn handles(resources: &[Resource]) -> Option<(TokenStream, TokenStream)> {
    if resources.is_empty() {
        return None;
    }
    let entries = resources.iter().map(|resource| {
        let Resource { module, handle, docs, .. } = resource;
        let cfg = features::resource(resource);
        quote! {
            #docs
            #cfg
            fn #module() -> crate::#module::#handle;
        }
    });
    let import = quote!(
        use crate::runtime::client::handles;
    );
    let call = quote! {
        handles! {
            #(#entries)*
        }
    };
    Some((import, call))
}

/// The constructors that read the environment, of the client and of its builder.
fn from_env(krate: &Crate) -> Option<(TokenStream, TokenStream)> {
    let variables = variables(krate)?;
    let errors = "[`Error::Invalid`](crate::Error::Invalid) if credentials are missing, or if what the variables hold \
                  cannot be used.";
    let client = Docs("A client with what the environment says.".to_owned()).and(&variables).section("Errors", errors);
    let builder = Docs("Settings with what the environment says, to be changed before the client is made.".to_owned())
        .and(&variables)
        .and("Proxies are used as the environment says, too, except for plain `http`.");
    let client = quote! {
        #client
        pub fn from_env() -> Result<Self> {
            ClientBuilder::from_env().build()
        }
    };
    let builder = quote! {
        #builder
        pub fn from_env() -> Self {
            document::ENVIRONMENT.read()
        }
    };
    Some((client, builder))
}

/// Which variables are read, in words; `None` if there are none.
pub(super) fn variables(krate: &Crate) -> Option<String> {
    let pairs: Vec<String> = krate
        .credential_variables
        .iter()
        .map(|(username, password)| format!("`{username}` and `{password}`"))
        .collect();
    let credentials = (!pairs.is_empty()).then(|| format!("Credentials are in {}.", pairs.join(", or in ")));
    let base_url = krate
        .base_url_variable
        .as_ref()
        .map(|variable| format!("`{variable}` holds a base URL, if another server is to be called."));
    let sentences: Vec<String> = credentials.into_iter().chain(base_url).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The constants that the runtime asks for.
pub(super) fn document(krate: &Crate) -> TokenStream {
    let docs = Inner("What the API's description says to the runtime.");
    let server = option(krate.server.as_ref());
    let others = &krate.other_servers;
    let required = krate.credentials_required;
    let (imports, credentials) = (credentials::types(krate), credentials::constants(krate));
    let environment = variables(krate).map(|_| {
        let base_url = option(krate.base_url_variable.as_ref());
        let pairs = krate.credential_variables.iter().map(|(username, password)| quote!((#username, #password)));
        quote! {
            #[doc = " The environment variables that a client can be configured with."]
            pub(crate) static ENVIRONMENT: Environment =
                Environment { base_url: #base_url, credentials: &[#(#pairs),*] };
        }
    });
    let import = environment.is_some().then(|| {
        quote!(
            use crate::runtime::environment::Environment;
        )
    });
    quote! {
        #docs

        #import
        #imports

        #[doc = " The server that the description names."]
        pub(crate) const SERVER: Option<&str> = #server;

        #[doc = " Servers of single operations."]
        pub(crate) const OTHER_SERVERS: &[&str] = &[#(#others),*];

        #[doc = " Whether no operation can be called without credentials."]
        pub(crate) const CREDENTIALS_REQUIRED: bool = #required;

        #credentials

        #[doc = " The value of the header `User-Agent`."]
        pub(crate) const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

        #environment
    }
}

fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}
