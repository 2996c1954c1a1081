//! Names.

use std::borrow::Borrow;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// A name, to be written as a raw identifier where it is a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Name {
    /// A name that is an identifier already.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name without any mark that it is raw.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let new = if is_keyword(&self.0) { Ident::new_raw } else { Ident::new };
        tokens.append(new(&self.0, Span::call_site()));
    }
}

/// Whether `name` means something to Rust, of edition 2024 or before.
fn is_keyword(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}

/// All words that no identifier can be, unless it is raw; sorted. A parser takes ten times as long to tell.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_those_of_the_parser() {
        assert!(KEYWORDS.is_sorted());
        // The parser does not know the word that edition 2024 has reserved.
        let unknown: Vec<&&str> = KEYWORDS.iter().filter(|word| syn::parse_str::<Ident>(word).is_ok()).collect();
        assert_eq!(unknown, [&"gen"]);
        for word in ["value", "page", "union", "auto", "default", "raw", "dynamic", "macro_rules"] {
            assert!(syn::parse_str::<Ident>(word).is_ok() && !is_keyword(word), "{word}");
        }
    }
}
