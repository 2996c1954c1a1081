//! Newtypes.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Inner;
use crate::rust::{Crate, Docs, Newtype, Part};

pub(super) fn newtypes(krate: &Crate) -> TokenStream {
    let docs = Inner("Texts of a fixed form.");
    let newtypes = krate.newtypes.iter().map(newtype);
    quote! {
        #docs

        use crate::runtime::newtype::{Part, Pattern, newtype};

        #(#newtypes)*
    }
}

fn newtype(newtype: &Newtype) -> TokenStream {
    let Newtype { name, docs, expression, parts, sample } = newtype;
    let docs = docs.and(format!(
        "Parsing checks that the text matches {}, for example {}. What the service sends is taken as it is.",
        Docs::code(expression),
        Docs::code(sample)
    ));
    let text = name.as_str();
    let parts = parts.iter().map(part);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(String);

        impl #name {
            const PATTERN: Pattern = Pattern { name: #text, expression: #expression, parts: &[#(#parts),*] };
        }

        newtype!(#name);
    }
}

fn part(part: &Part) -> TokenStream {
    match part {
        Part::Literal(literal) => quote!(Part::Literal(#literal)),
        Part::Class(ranges, count) => {
            let ranges = ranges.iter().map(|(first, last)| quote!((#first, #last)));
            let count = proc_macro2::Literal::usize_unsuffixed(*count);
            quote!(Part::Class(&[#(#ranges),*], #count))
        }
    }
}
