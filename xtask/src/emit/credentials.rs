//! What callers show to prove who they are: the builder's methods, and the constants that describe schemes.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::{Crate, Docs, Name, Operation, Scheme, SchemeKind, Security};

/// The methods of `ClientBuilder` that take what the schemes of the API take.
pub(super) fn setters(krate: &Crate) -> impl Iterator<Item = TokenStream> {
    krate.schemes.iter().map(setter)
}

fn setter(scheme: &Scheme) -> TokenStream {
    let Scheme { constant, name: _, kind, setter, docs, provider } = scheme;
    let parameter = match kind {
        SchemeKind::Basic => {
            return quote! {
                #docs
                pub fn #setter(self, username: impl Into<String>, password: impl Into<String>) -> Self {
                    self.give(&document::#constant, Given::Pair(username.into(), password.into()))
                }
            };
        }
        SchemeKind::Bearer => quote!(token),
        SchemeKind::Authorization => quote!(value),
        SchemeKind::Header(_) | SchemeKind::Query(_) | SchemeKind::Cookie(_) => quote!(key),
    };
    let provider = provider.as_ref().map(|provider| {
        let docs = Docs::default().and(format!(
            "Where to get what [`{}`](Self::{0}) takes, for tokens that expire: see \
             [`TokenProvider`](crate::TokenProvider).",
            setter.as_str()
        ));
        quote! {
            #docs
            pub fn #provider(self, provider: impl TokenProvider) -> Self {
                self.give(&document::#constant, Given::Source(Arc::new(provider)))
            }
        }
    });
    quote! {
        #docs
        pub fn #setter(self, #parameter: impl Into<String>) -> Self {
            self.give(&document::#constant, Given::Text(#parameter.into()))
        }

        #provider
    }
}

/// What the methods import, besides the builder itself.
pub(super) fn imports(krate: &Crate) -> Option<TokenStream> {
    if krate.schemes.is_empty() {
        return None;
    }
    let token = takes_tokens(krate).then(|| {
        quote!(
            use crate::runtime::token::TokenProvider;
        )
    });
    Some(quote! {
        use crate::runtime::credentials::Given;
        #token
    })
}

/// Whether any scheme takes tokens.
pub(super) fn takes_tokens(krate: &Crate) -> bool {
    krate.schemes.iter().any(|scheme| scheme.provider.is_some())
}

/// The constants that describe the schemes and what operations ask for.
pub(super) fn constants(krate: &Crate) -> TokenStream {
    let all = krate.schemes.iter().map(|scheme| &scheme.constant);
    let schemes = krate.schemes.iter().map(|scheme| {
        let Scheme { constant, name, kind, setter, docs: _, provider: _ } = scheme;
        let docs = Docs(format!("The security scheme {}.", Docs::code(name)));
        let setter = setter.as_str();
        quote! {
            #docs
            pub(crate) static #constant: Scheme = Scheme { name: #name, setter: #setter, kind: #kind };
        }
    });
    let usual = (!krate.security.0.is_empty()).then(|| {
        let usual = alternatives(&krate.security, &quote!());
        quote! {
            #[doc = " What operations ask for, unless they say otherwise."]
            pub(crate) const SECURITY: Security = #usual;
        }
    });
    quote! {
        #[doc = " All ways to show who calls."]
        pub(crate) static SCHEMES: &[&Scheme] = &[#(&#all),*];

        #(#schemes)*

        #usual
    }
}

/// What the constants import.
pub(super) fn types(krate: &Crate) -> TokenStream {
    let security = (!krate.security.0.is_empty()).then(|| quote!(Security,));
    let modules: BTreeSet<&str> = krate.schemes.iter().map(|scheme| scheme.kind.module()).collect();
    let modules = modules.into_iter().map(Name::new);
    quote!(use crate::runtime::credentials::{Scheme, #security #(#modules),*};)
}

/// What `operation` asks for.
pub(super) fn security(krate: &Crate, operation: &Operation) -> TokenStream {
    match &operation.security {
        Security(none) if none.is_empty() => quote!(&[]),
        usual if *usual == krate.security => quote!(document::SECURITY),
        other => alternatives(other, &quote!(document::)),
    }
}

/// Whether any of these operations names a constant of the document.
pub(super) fn is_named(operations: &[Operation]) -> bool {
    operations.iter().any(|operation| operation.security.0.iter().any(|alternative| !alternative.is_empty()))
}

fn alternatives(Security(alternatives): &Security, path: &TokenStream) -> TokenStream {
    let alternatives = alternatives.iter().map(|constants: &Vec<Name>| quote!(&[#(&#path #constants),*]));
    quote!(&[#(#alternatives),*])
}

/// The calls that give a builder what `operation` asks for, or most operations, as an example.
pub(super) fn example(krate: &Crate, operation: Option<&Operation>) -> TokenStream {
    let usual = operation.map_or(&krate.security, |operation| &operation.security).0.first();
    let named = |constant: &Name| krate.schemes.iter().find(|scheme| scheme.constant == *constant);
    let calls = usual.into_iter().flatten().filter_map(named).map(|Scheme { setter, kind, .. }| match kind {
        SchemeKind::Basic => quote!(.#setter("username", "password")),
        SchemeKind::Bearer => quote!(.#setter("token")),
        SchemeKind::Authorization => quote!(.#setter("value")),
        SchemeKind::Header(_) | SchemeKind::Query(_) | SchemeKind::Cookie(_) => quote!(.#setter("key")),
    });
    quote!(#(#calls)*)
}

impl ToTokens for SchemeKind {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let module = Name::new(self.module());
        tokens.extend(match self {
            Self::Basic => quote!(&#module::Basic),
            Self::Bearer => quote!(&#module::Bearer),
            Self::Authorization => quote!(&#module::Authorization),
            Self::Header(name) => quote!(&#module::Header(#name)),
            Self::Query(name) => quote!(&#module::Query(#name)),
            Self::Cookie(name) => quote!(&#module::Cookie(#name)),
        });
    }
}
