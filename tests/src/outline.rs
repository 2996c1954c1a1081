//! The public API of a crate, in one line an item: what a reviewer of a change wants to see.

mod lists;
mod server;

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{Fields, FnArg, ImplItem, Item, ReturnType, Signature, TraitItem, Type, UseTree, Visibility};
use xtask::sync::File;

/// The outline of the crate whose files are `files`.
///
/// # Panics
///
/// If a file is no Rust.
pub fn of(files: &[File]) -> String {
    let sources = files.iter().filter(|file| file.path.starts_with("src/") && file.path.ends_with(".rs"));
    let parsed: Vec<(&str, syn::File)> = sources.map(|file| (file.path.as_str(), parsed(&file.text))).collect();
    let exported = exported(&parsed);
    let mut outline = String::new();
    for (path, file) in &parsed {
        let lines: Vec<String> = file.items.iter().flat_map(|item| item_lines(item, &exported)).collect();
        if !lines.is_empty() {
            outline.push_str(&format!("{path}\n"));
            lines.iter().for_each(|line| outline.push_str(&format!("    {line}\n")));
        }
    }
    outline
}

/// A file with the items that calls of macros stand for in place of these calls.
fn parsed(text: &str) -> syn::File {
    let file = syn::parse_file(text).expect("Rust");
    let items = file.items.into_iter().flat_map(|item| {
        let Item::Macro(call) = &item else { return vec![item] };
        let name = call.mac.path.get_ident().map(ToString::to_string).unwrap_or_default();
        let list = call.mac.tokens.clone();
        lists::items(&name, list.clone()).or_else(|| server::items(&name, list)).unwrap_or_else(|| vec![item])
    });
    syn::File { items: items.collect(), ..file }
}

/// The names of public items, and of those that are exported from elsewhere.
fn exported(files: &[(&str, syn::File)]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (path, file) in files {
        for item in &file.items {
            match item {
                Item::Use(item) if is_public(&item.vis) => leaves(&item.tree, &mut names),
                Item::Struct(item) if !path.contains("/runtime/") => drop(names.insert(item.ident.to_string())),
                _ => {}
            }
        }
    }
    names
}

fn leaves(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(rename) => drop(names.insert(rename.rename.to_string())),
        _ => {}
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn item_lines(item: &Item, exported: &BTreeSet<String>) -> Vec<String> {
    let is_exported =
        |visibility: &Visibility, name: &syn::Ident| is_public(visibility) && exported.contains(&name.to_string());
    match item {
        Item::Mod(item) if is_public(&item.vis) => vec![format!("pub mod {}", item.ident)],
        Item::Use(item) if is_public(&item.vis) => vec![text(item).trim_end_matches(';').to_owned()],
        Item::Struct(item) if is_exported(&item.vis, &item.ident) => {
            let mut lines = vec![format!("pub struct {}{}{}", item.ident, text(&item.generics), derives(&item.attrs))];
            if let Fields::Named(fields) = &item.fields {
                let public = fields.named.iter().filter(|field| is_public(&field.vis));
                lines.extend(public.map(|field| format!("    {}: {}", text(&field.ident), text(&field.ty))));
            }
            lines
        }
        Item::Enum(item) if is_exported(&item.vis, &item.ident) => {
            let variants = item.variants.iter().map(|variant| {
                let fields: Vec<String> = variant
                    .fields
                    .iter()
                    .map(|field| match &field.ident {
                        Some(name) => format!("{name}: {}", text(&field.ty)),
                        None => text(&field.ty),
                    })
                    .collect();
                let fields = if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) };
                format!("    {}{fields}", variant.ident)
            });
            [format!("pub enum {}{}", item.ident, derives(&item.attrs))].into_iter().chain(variants).collect()
        }
        Item::Trait(item) if is_exported(&item.vis, &item.ident) => {
            let members = item.items.iter().filter_map(|member| match member {
                TraitItem::Type(member) => Some(format!("    type {}", member.ident)),
                _ => None,
            });
            [format!("pub trait {}", item.ident)].into_iter().chain(members).collect()
        }
        Item::Type(item) if is_exported(&item.vis, &item.ident) => vec![format!("pub type {}", item.ident)],
        Item::Impl(item) => impl_lines(item, exported),
        _ => Vec::new(),
    }
}

/// The traits that an item derives: `: Clone, Debug`.
fn derives(attributes: &[syn::Attribute]) -> String {
    let derive = attributes.iter().find(|attribute| attribute.path().is_ident("derive"));
    let list = derive.and_then(|attribute| attribute.meta.require_list().ok());
    list.map_or(String::new(), |list| format!(": {}", text(&list.tokens)))
}

/// The methods of an inherent `impl`; of a trait's, that it is there and what its associated types are.
fn impl_lines(item: &syn::ItemImpl, exported: &BTreeSet<String>) -> Vec<String> {
    let Type::Path(path) = &*item.self_ty else { return Vec::new() };
    let is_exported = path.path.segments.last().is_some_and(|segment| exported.contains(&segment.ident.to_string()));
    if !is_exported {
        return Vec::new();
    }
    if let Some((implemented, _)) = &item.trait_ {
        let name = text(implemented);
        if name == "Fields" {
            return Vec::new();
        }
        let output = item.items.iter().find_map(|member| match member {
            ImplItem::Type(ty) if ty.ident == "Output" => Some(format!(" -> {}", text(&ty.ty))),
            _ => None,
        });
        return vec![format!("impl {name} for {}{}", text(&item.self_ty), output.unwrap_or_default())];
    }
    let methods: Vec<String> = item
        .items
        .iter()
        .filter_map(|member| match member {
            ImplItem::Fn(method) if is_public(&method.vis) => Some(format!("    {}", signature(&method.sig))),
            _ => None,
        })
        .collect();
    if methods.is_empty() {
        return Vec::new();
    }
    [format!("impl {}", text(&item.self_ty))].into_iter().chain(methods).collect()
}

fn signature(signature: &Signature) -> String {
    let inputs: Vec<String> = signature
        .inputs
        .iter()
        .map(|input| match input {
            FnArg::Receiver(receiver) if matches!(receiver.kind, syn::ReceiverKind::Value) => "self".to_owned(),
            other => text(other),
        })
        .collect();
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", text(ty)),
    };
    let asyncness = if signature.asyncness.is_some() { "async " } else { "" };
    format!("{asyncness}fn {}({}){output}", signature.ident, inputs.join(", "))
}

/// Tokens as a hand would space them.
fn text(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    let spacing = [
        (" :: ", "::"),
        (" < ", "<"),
        (" > ", ">"),
        (" >", ">"),
        ("< ", "<"),
        (" ,", ","),
        ("& ", "&"),
        ("( ", "("),
        (" )", ")"),
        (" ;", ";"),
        (" :", ":"),
        ("{ ", "{"),
        (" }", "}"),
        (" (", "("),
        ("->", " -> "),
        (">=", "> ="),
    ];
    for (from, to) in spacing {
        text = text.replace(from, to);
    }
    text
}
