//! The macros that declare the server's side of an API, and the items that they stand for, as far as an outline has
//! them.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::Item;

/// The items that a call stands for: a struct for `request!`, an enum for `answers!`, a trait for `api!`, none for the
/// `calls!` of the feature `dynamic`; `None` for any other macro.
///
/// # Panics
///
/// If what is between the braces is not what the macro takes.
pub fn items(name: &str, body: TokenStream) -> Option<Vec<Item>> {
    let declared = |traits: TokenStream, body: TokenStream| {
        let (head, block) = split(body);
        let item = quote!(#[derive(#traits)] #head { #block });
        vec![syn::parse2(item).expect("an item")]
    };
    match name {
        // attributes `pub struct` Name [`:` Body] `{` (attributes `pub` name `:` type `=` how it is read `,`)* `}`
        "request" => Some(declared(quote!(Clone, Debug, PartialEq), body)),
        // attributes `pub enum` Name `{` (attributes Name [`(value:` type`)`] `=>` how it is answered `,`)* `}`
        "answers" => Some(declared(quote!(Debug), body)),
        // attributes `pub trait` Name `{` (attributes `fn` name `(`type`) ->` type `=` how it is answered `;`)*
        // (`unserved` path `;`)* `}`
        "api" => {
            let (head, _) = split(body);
            Some(vec![syn::parse2(quote!(#head { type Error; })).expect("a trait")])
        }
        "calls" => Some(Vec::new()),
        _ => None,
    }
}

/// A declaration without what it says about the body of requests, and its entries without how they are read or answered.
fn split(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let (mut head, mut block) = (Vec::new(), TokenStream::new());
    for token in tokens {
        match token {
            TokenTree::Group(braces) if braces.delimiter() == Delimiter::Brace => block = entries(braces.stream()),
            token => head.push(token),
        }
    }
    let end = head.iter().position(|token| is_sign(token, ':')).unwrap_or(head.len());
    (head.into_iter().take(end).collect(), block)
}

fn entries(tokens: TokenStream) -> TokenStream {
    let mut is_declaration = true;
    let kept = tokens.into_iter().filter_map(|token| {
        if is_sign(&token, ',') && !is_declaration {
            is_declaration = true;
        } else if is_sign(&token, '=') {
            is_declaration = false;
        }
        is_declaration.then(|| value(token))
    });
    kept.collect()
}

/// `(value: Type)` as `(Type)`; any other token as it is.
fn value(token: TokenTree) -> TokenTree {
    match &token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            TokenTree::Group(Group::new(Delimiter::Parenthesis, group.stream().into_iter().skip(2).collect()))
        }
        _ => token,
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn macros_stand_for_items() {
        let request = quote! {
            /// What is asked for.
            pub struct Fetch: Form {
                /// Its SID.
                pub sid: BTreeMap<String, Vec<u8>> = path("Sid").optional(|text| json(text).map(format::Base64::value)),
                pub page: Option<i64> = query("Page"),
            }
        };
        let answers = quote!(pub enum Answer { Ok(value: axum::body::Body) => into_content(200, "a/b"), Gone => into_empty(410), });
        let api = quote!(pub trait Api { fn fetch(Fetch) -> models::A = json(200) for a::FETCH; unserved a::UPLOAD; });
        for (name, body, expected) in [
            (
                "request",
                request,
                quote! {
                    #[derive(Clone, Debug, PartialEq)]
                    #[doc = r" What is asked for."]
                    pub struct Fetch {
                        #[doc = r" Its SID."]
                        pub sid: BTreeMap<String, Vec<u8>>,
                        pub page: Option<i64>,
                    }
                },
            ),
            (
                "answers",
                answers,
                quote!(
                    #[derive(Debug)]
                    pub enum Answer {
                        Ok(axum::body::Body),
                        Gone,
                    }
                ),
            ),
            (
                "api",
                api,
                quote!(
                    pub trait Api {
                        type Error;
                    }
                ),
            ),
        ] {
            let expected: Item = syn::parse2(expected).expect("an item");
            let found: TokenStream =
                items(name, body).expect("a macro").iter().map(ToTokens::to_token_stream).collect();
            assert_eq!(found.to_string(), expected.to_token_stream().to_string());
        }
        assert!(items("calls", TokenStream::new()).is_some_and(|items| items.is_empty()));
        assert!(items("record", TokenStream::new()).is_none());
    }
}
