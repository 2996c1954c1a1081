//! Permission, item by item, for what clippy would have otherwise and a document decides: how much of something there
//! is, and what it is called.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::{Field, Input, Name, Taken, Type};

/// How many lines a function may have before clippy finds it long, less some for statements of several lines.
const MOST_LINES: usize = 80;

/// How many `bool`s may stand beside each other.
const MOST_BOOLEANS: usize = 3;

/// For a function of about so many lines.
pub(super) fn lines(count: usize) -> Option<TokenStream> {
    let reason = "as many as the API's description has";
    (count > MOST_LINES).then(|| quote!(#[allow(clippy::too_many_lines, reason = #reason)]))
}

/// For a struct with these fields.
pub(super) fn fields(fields: &[Field]) -> Option<TokenStream> {
    let booleans = booleans(fields.iter().filter(|field| field.required && field.ty == Type::Bool).count());
    let nested = fields.iter().map(|field| complexity(&field.ty)).max().and_then(nested);
    (booleans.is_some() || nested.is_some()).then(|| quote!(#booleans #nested))
}

/// For a struct whose required fields are `inputs`.
pub(super) fn inputs(inputs: &[Input]) -> Option<TokenStream> {
    booleans(inputs.iter().filter(|input| input.taken == Taken::Value(Type::Bool)).count())
}

fn booleans(count: usize) -> Option<TokenStream> {
    let reason = "the API's description has them";
    (count > MOST_BOOLEANS).then(|| quote!(#[allow(clippy::struct_excessive_bools, reason = #reason)]))
}

/// For functions that take a value of this type.
pub(super) fn value(ty: &Type) -> Option<TokenStream> {
    nested(complexity(ty))
}

fn nested(complexity: usize) -> Option<TokenStream> {
    let reason = "the API's description nests them so";
    (complexity > 250).then(|| quote!(#[allow(clippy::type_complexity, reason = #reason)]))
}

/// What clippy makes of an optional value of this type: the deeper a name stands, the more it counts.
fn complexity(ty: &Type) -> usize {
    10 + at(ty, 2)
}

/// What clippy makes of this type at such a depth.
fn at(ty: &Type, depth: usize) -> usize {
    let inner = match ty {
        Type::Vec(inner) | Type::Box(inner) | Type::Option(inner) => at(inner, depth + 1),
        Type::Map(inner) => 10 * (depth + 1) + at(inner, depth + 1),
        _ => 0,
    };
    10 * depth + inner
}

/// For a method with `&self` and this name, which might be expected to be a conversion.
pub(super) fn method(name: &Name) -> Option<TokenStream> {
    let name = name.as_str();
    let reason = "the operation is called so by the API's description";
    let converts = name == "new" || name.starts_with("from_") || name.starts_with("into_");
    converts.then(|| quote!(#[allow(clippy::wrong_self_convention, reason = #reason)]))
}

/// For a function with bindings of these names.
pub(super) fn names<'a>(names: impl Iterator<Item = &'a Name> + Clone) -> Option<TokenStream> {
    let similar = |(index, name): (usize, &Name)| {
        names.clone().skip(index + 1).any(|other| strsim::levenshtein(name.as_str(), other.as_str()) == 1)
    };
    let reason = "they are called so by the API's description";
    names.clone().enumerate().any(similar).then(|| quote!(#[allow(clippy::similar_names, reason = #reason)]))
}
