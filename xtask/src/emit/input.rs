//! Inputs: as arguments, as setters, and as writes to a request.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::types::Qualified;
use crate::rust::{Format, Input, Name, Taken, Type, Write};

/// What setters call what they take: they are called after it themselves.
pub(super) fn setter_name(taken: &Taken) -> Name {
    match taken {
        Taken::Text | Taken::Value(_) | Taken::Upload => Name::new("value"),
        Taken::Texts | Taken::Values(_) | Taken::Uploads => Name::new("values"),
    }
}

impl ToTokens for Taken {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Text => quote!(impl AsRef<str>),
            Self::Value(ty) => Qualified(ty).to_token_stream(),
            Self::Texts => quote!(impl IntoIterator<Item = impl AsRef<str>>),
            Self::Values(ty) => {
                let ty = Qualified(ty);
                quote!(impl IntoIterator<Item = #ty>)
            }
            Self::Upload => quote!(impl Into<Upload>),
            Self::Uploads => quote!(impl IntoIterator<Item = impl Into<Upload>>),
        });
    }
}

/// The statement that writes an input to `request`; see [`written`].
pub(super) fn write(request: &TokenStream, name: &Name, input: &Input, owned: bool) -> TokenStream {
    let written = written(name, input, owned);
    quote!(#request.#written;)
}

/// The call of the method of a request that writes an input, which is the variable `name`; `owned` if texts are of type
/// `String` already.
pub(super) fn written(name: &Name, input: &Input, owned: bool) -> TokenStream {
    let Input { wire, taken, write, media_type, .. } = input;
    let media_type = match media_type {
        Some(media_type) => quote!(Some(#media_type)),
        None => quote!(None),
    };
    let value = shown(name, taken, owned);
    let items = items(name, taken);
    let json = json(name, taken, owned);
    match write {
        Write::Path => quote!(path(#wire, #value)),
        Write::Query => quote!(query(#wire, #value)),
        Write::QueryEach => quote!(query_each(#wire, #items)),
        Write::QueryJoined(between) => quote!(query_joined(#wire, #between, #items)),
        Write::QueryMembers => quote!(query_members(#wire, #json)),
        Write::QueryMembersJoined(between) => quote!(query_members_joined(#wire, #between, #json)),
        Write::QueryBrackets => quote!(query_brackets(#wire, #json)),
        Write::QueryDots => quote!(query_dots(#wire, #json)),
        Write::QueryJson => quote!(query_json(#wire, #json)),
        Write::PathJoined => quote!(path_joined(#wire, #items)),
        Write::HeaderJoined => quote!(header_joined(#wire, #items)),
        Write::PathMembers(explode) => quote!(path_members(#wire, #explode, #json)),
        Write::PathLabel(explode) => quote!(path_label(#wire, #explode, #json)),
        Write::PathMatrix(explode) => quote!(path_matrix(#wire, #explode, #json)),
        Write::PathJson => quote!(path_json(#wire, #json)),
        Write::HeaderMembers(explode) => quote!(header_members(#wire, #explode, #json)),
        Write::HeaderJson => quote!(header_json(#wire, #json)),
        Write::CookieEach => quote!(cookie_each(#wire, #items)),
        Write::CookieMembers => quote!(cookie_members(#wire, #json)),
        Write::CookieMembersJoined => quote!(cookie_members_joined(#wire, #json)),
        Write::CookieJson => quote!(cookie_json(#wire, #json)),
        Write::FormJoined(between) => quote!(form_joined(#wire, #between, #items)),
        Write::FormMembers => quote!(form_members(#wire, #json)),
        Write::FormMembersJoined(between) => quote!(form_members_joined(#wire, #between, #json)),
        Write::Cookie => quote!(cookie(#wire, #value)),
        Write::CookieJoined => quote!(cookie_joined(#wire, #items)),
        Write::FormBrackets => quote!(form_brackets(#wire, #json)),
        Write::Header => quote!(header(#wire, #value)),
        Write::Form => quote!(form(#wire, #value)),
        Write::FormEach => quote!(form_each(#wire, #items)),
        Write::FormJson => quote!(form_json(#wire, #json)),
        Write::FormJsonEach => {
            let items = json_items(name, taken, owned);
            quote!(form_json_each(#wire, #items))
        }
        Write::Member => quote!(member(#wire, #json)),
        Write::Json => quote!(json(#json)),
        Write::Text => quote!(text(#value)),
        Write::Upload => quote!(upload(#name)),
        Write::Part => quote!(part(#wire, #media_type, #value)),
        Write::PartEach => quote!(part_each(#wire, #media_type, #items)),
        Write::PartJson => quote!(part_json(#wire, #media_type, #json)),
        Write::PartJsonEach => {
            let items = json_items(name, taken, owned);
            quote!(part_json_each(#wire, #media_type, #items))
        }
        Write::File => quote!(file(#wire, #media_type, #name)),
        Write::FileEach => quote!(file_each(#wire, #media_type, #name)),
    }
}

/// The value as something that can be displayed.
fn shown(name: &Name, taken: &Taken, owned: bool) -> TokenStream {
    if let Some(format) = format(taken) {
        return quote!(#format::text(#name));
    }
    match taken {
        Taken::Text if !owned => quote!(#name.as_ref()),
        Taken::Value(Type::Value) => quote!(AnyText(#name)),
        Taken::Value(Type::Union(_)) => quote!(AnyText::of(#name)),
        _ => quote!(#name),
    }
}

/// The items as things that can be displayed.
fn items(name: &Name, taken: &Taken) -> TokenStream {
    if let Some(format) = format(taken) {
        return quote!(#name.into_iter().map(#format::text));
    }
    match taken {
        Taken::Texts => quote!(#name.into_iter().map(Text)),
        Taken::Values(Type::Value) => quote!(#name.into_iter().map(AnyText)),
        Taken::Values(Type::Union(_)) => quote!(#name.into_iter().map(AnyText::of)),
        _ => quote!(#name),
    }
}

/// The items as things that can be JSON.
fn json_items(name: &Name, taken: &Taken, owned: bool) -> TokenStream {
    if let Some(format) = format(taken) {
        return quote!(#name.into_iter().map(#format::owned));
    }
    match taken {
        Taken::Texts if !owned => quote!(text::owned(#name)),
        _ => quote!(#name),
    }
}

/// The value as something that can be JSON.
fn json(name: &Name, taken: &Taken, owned: bool) -> TokenStream {
    if let Some(format) = format(taken) {
        return match taken {
            Taken::Values(_) if !owned => quote!(#format::owned(#name.into_iter().collect::<Vec<_>>())),
            _ => quote!(#format::owned(#name)),
        };
    }
    match taken {
        Taken::Text if !owned => quote!(#name.as_ref()),
        Taken::Texts if !owned => quote!(text::owned(#name)),
        Taken::Values(_) if !owned => quote!(#name.into_iter().collect::<Vec<_>>()),
        _ => quote!(#name),
    }
}

/// How what is taken is written, if not as its type in Rust would do it.
pub(super) fn format(taken: &Taken) -> Option<Format> {
    match taken {
        Taken::Value(ty) | Taken::Values(ty) => ty.format(),
        Taken::Text | Taken::Texts | Taken::Upload | Taken::Uploads => None,
    }
}

/// Whether writing `input` displays any JSON value.
pub(super) fn is_any(input: &Input) -> bool {
    let (Taken::Value(ty) | Taken::Values(ty)) = &input.taken else { return false };
    is_displayed(input) && matches!(ty, Type::Value | Type::Union(_))
}

/// Whether writing `input` displays texts one by one.
pub(super) fn is_texts(input: &Input) -> bool {
    is_displayed(input) && input.taken == Taken::Texts
}

/// Whether writing `input` makes texts its own; `owned` if they are that already.
pub(super) fn is_owned_texts(input: &Input, owned: bool) -> bool {
    !owned && !is_displayed(input) && input.taken == Taken::Texts
}

/// Whether `input` is written as it is displayed, rather than as JSON.
fn is_displayed(input: &Input) -> bool {
    !matches!(
        input.write,
        Write::Member
            | Write::Json
            | Write::FormJson
            | Write::FormJsonEach
            | Write::FormBrackets
            | Write::QueryMembers
            | Write::QueryBrackets
            | Write::QueryDots
            | Write::QueryJson
            | Write::QueryMembersJoined(_)
            | Write::PathMembers(_)
            | Write::PathLabel(_)
            | Write::PathMatrix(_)
            | Write::PathJson
            | Write::HeaderMembers(_)
            | Write::HeaderJson
            | Write::CookieMembers
            | Write::CookieMembersJoined
            | Write::CookieJson
            | Write::FormMembers
            | Write::FormMembersJoined(_)
            | Write::PartJson
            | Write::PartJsonEach
    )
}

/// The type of a field that holds what is taken.
pub(super) fn field_type(taken: &Taken) -> TokenStream {
    match taken {
        Taken::Text => quote!(String),
        Taken::Value(ty) => Qualified(ty).to_token_stream(),
        Taken::Texts => quote!(Vec<String>),
        Taken::Values(ty) => {
            let ty = Qualified(ty);
            quote!(Vec<#ty>)
        }
        Taken::Upload => quote!(Upload),
        Taken::Uploads => quote!(Vec<Upload>),
    }
}

/// Whether `input` is something to be uploaded.
pub(super) fn is_upload(input: &Input) -> bool {
    matches!(input.taken, Taken::Upload | Taken::Uploads)
}
