//! What the macros of the runtime make of their lists, as far as callers see it.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser, Result};
use syn::{
    Attribute, Expr, FnArg, Ident, Item, ItemEnum, ItemStruct, LitStr, Signature, Token, TraitItemFn, Type, Variant,
    braced, parenthesized, parse_quote,
};

/// The items that a call of the macro `name` with `list` stands for; `None` for any other macro.
///
/// # Panics
///
/// If the list is not as the macro takes it.
pub fn items(name: &str, list: TokenStream) -> Option<Vec<Item>> {
    let items = match name {
        "handle" => handle.parse2(list),
        "handles" => handles.parse2(list),
        "record" | "answer" => object.parse2(list),
        "choice" => values.parse2(list).map(|list| choice(&list)),
        "integers" => values.parse2(list).map(|list| integers(&list)),
        "call" | "pages" => builder.parse2(list),
        "setters" => setters.parse2(list),
        "union" | "answer_union" => union.parse2(list),
        _ => return None,
    };
    Some(items.unwrap_or_else(|error| panic!("the list of `{name}!`: {error}")))
}

fn handle(input: ParseStream<'_>) -> Result<Vec<Item>> {
    let ItemStruct { ident, .. } = input.parse()?;
    Ok(vec![parse_quote!(#[derive(Clone, Debug)] pub struct #ident {})])
}

fn handles(input: ParseStream<'_>) -> Result<Vec<Item>> {
    let mut methods = Vec::new();
    while !input.is_empty() {
        let Signature { ident, output, .. } = input.parse::<TraitItemFn>()?.sig;
        methods.push(quote!(pub fn #ident(&self) #output {}));
    }
    Ok(vec![parse_quote!(impl Client { #(#methods)* })])
}

fn object(input: ParseStream<'_>) -> Result<Vec<Item>> {
    Attribute::parse_outer(input)?;
    input.parse::<Token![pub]>()?;
    input.parse::<Token![struct]>()?;
    let name: Ident = input.parse()?;
    let default = if input.parse::<Option<Token![:]>>()?.is_some() { Some(input.parse::<Ident>()?) } else { None };
    let body;
    braced!(body in input);
    let mut fields = Vec::new();
    while !body.is_empty() {
        if body.peek(Ident) {
            body.parse::<Ident>()?;
            let others;
            braced!(others in body);
            fields.push(field(&others)?);
        } else {
            fields.push(field(&body)?);
        }
    }
    let default = default.iter();
    let fields = fields.iter().map(|(name, ty)| quote!(pub #name: #ty));
    Ok(vec![
        parse_quote!(#[derive(Clone, Debug, #(#default,)* PartialEq)] pub struct #name { #(#fields),* }),
        parse_quote!(impl serde::Serialize for #name {}),
    ])
}

/// A field, and past what becomes of it.
fn field(input: ParseStream<'_>) -> Result<(Ident, Type)> {
    Attribute::parse_outer(input)?;
    input.parse::<Token![pub]>()?;
    let name = input.parse()?;
    input.parse::<Token![:]>()?;
    let ty = input.parse()?;
    while input.parse::<Option<Token![,]>>()?.is_none() {
        input.parse::<TokenTree>()?;
    }
    Ok((name, ty))
}

fn values(input: ParseStream<'_>) -> Result<ItemEnum> {
    let mut item: ItemEnum = input.parse()?;
    item.variants.iter_mut().for_each(|variant| variant.discriminant = None);
    Ok(item)
}

fn choice(ItemEnum { ident, variants, .. }: &ItemEnum) -> Vec<Item> {
    vec![
        parse_quote!(#[derive(Clone, Debug, PartialEq, Eq, Hash)] pub enum #ident { #variants Unknown(String) }),
        parse_quote!(impl #ident { pub fn as_str(&self) -> &str {} }),
        parse_quote!(impl From<&str> for #ident {}),
    ]
}

fn integers(ItemEnum { ident, variants, .. }: &ItemEnum) -> Vec<Item> {
    vec![
        parse_quote!(#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)] pub enum #ident { #variants Unknown(i64) }),
        parse_quote!(impl #ident { pub fn as_i64(self) -> i64 {} }),
        parse_quote!(impl From<i64> for #ident {}),
    ]
}

fn builder(input: ParseStream<'_>) -> Result<Vec<Item>> {
    statement(input)?;
    if input.peek(Ident) {
        statement(input)?;
    }
    Attribute::parse_outer(input)?;
    input.parse::<Token![pub]>()?;
    input.parse::<Token![struct]>()?;
    let name: Ident = input.parse()?;
    statement(input)?;
    Ok(vec![parse_quote!(#[derive(Clone, Debug)] pub struct #name {}), methods(&name, input)?])
}

fn setters(input: ParseStream<'_>) -> Result<Vec<Item>> {
    input.parse::<Token![impl]>()?;
    let name = input.parse()?;
    statement(input)?;
    Ok(vec![methods(&name, input)?])
}

/// All setters that follow.
fn methods(name: &Ident, input: ParseStream<'_>) -> Result<Item> {
    let mut setters = Vec::new();
    while !input.is_empty() {
        let Setter { name, given } = input.parse()?;
        let given = given.iter();
        setters.push(quote!(pub fn #name(self #(, #given)*) -> Self {}));
    }
    Ok(parse_quote!(impl #name { #(#setters)* }))
}

fn union(input: ParseStream<'_>) -> Result<Vec<Item>> {
    Attribute::parse_outer(input)?;
    input.parse::<Token![pub]>()?;
    input.parse::<Token![enum]>()?;
    let name: Ident = input.parse()?;
    if input.parse::<Option<Token![:]>>()?.is_some() {
        input.parse::<LitStr>()?;
    }
    let body;
    braced!(body in input);
    let (mut variants, mut sources) = (Vec::new(), Vec::<Type>::new());
    while !body.is_empty() {
        variants.push(body.parse::<Variant>()?);
        if body.parse::<Option<Token![in]>>()?.is_some() {
            body.parse::<Ident>()?;
        }
        if body.peek(Ident) {
            body.parse::<Ident>()?;
            sources.push(body.parse()?);
        }
        body.parse::<Token![=]>()?;
        body.parse::<Expr>()?;
        body.parse::<Token![,]>()?;
    }
    let mut items: Vec<Item> = vec![
        parse_quote!(#[derive(Clone, Debug, PartialEq)] pub enum #name { #(#variants,)* Unknown(Value) }),
        parse_quote!(impl serde::Serialize for #name {}),
    ];
    items.extend(sources.iter().map(|source| -> Item { parse_quote!(impl From<#source> for #name {}) }));
    Ok(items)
}

/// Past the next semicolon.
fn statement(input: ParseStream<'_>) -> Result<()> {
    while input.parse::<Option<Token![;]>>()?.is_none() {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

struct Setter {
    name: Ident,
    given: Option<FnArg>,
}

impl Parse for Setter {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        Attribute::parse_outer(input)?;
        input.parse::<Token![fn]>()?;
        let name = input.parse()?;
        let given;
        parenthesized!(given in input);
        let given = if given.is_empty() { None } else { Some(given.parse()?) };
        statement(input)?;
        Ok(Self { name, given })
    }
}
