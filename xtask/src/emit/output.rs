//! What calls return: its types, and the enums of those that depend on the status.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::types::{self, Imports, Qualified};
use crate::rust::{AnswerCase, Answers, Docs, Name, Operation, Output, Type};

/// The type that a call returns, and the type that decodes it.
pub(super) fn types(output: &Output) -> (TokenStream, TokenStream) {
    let same = |ty: TokenStream| (ty.clone(), ty);
    match output {
        Output::Empty => (quote!(()), quote!(Empty)),
        // Calls that return pages are not told; one of several answers is no page.
        Output::Json(ty) | Output::Page { envelope: ty, .. } => {
            let ty = Qualified(ty);
            (quote!(#ty), quote!(Json<#ty>))
        }
        Output::Text(_) => (quote!(String), quote!(PlainText)),
        Output::Binary(_) => same(quote!(Download)),
        Output::Events(None) => (quote!(Events<String>), quote!(TextEvents)),
        Output::Events(Some(ty)) => {
            let ty = Qualified(ty);
            (quote!(Events<#ty>), quote!(JsonEvents<#ty>))
        }
        Output::Redirect => same(quote!(Redirect)),
        Output::Several(Answers { name, .. }) => same(name.to_token_stream()),
    }
}

/// The macro that makes a builder, and what it is told of what becomes of one that is awaited.
pub(super) fn call(output: &Output) -> (Name, TokenStream) {
    if let Output::Page { item, .. } = output {
        let item = Qualified(item);
        return (Name::new("pages"), quote!(=> #item));
    }
    let (value, decode) = types(output);
    (Name::new("call"), quote!(: #decode => #value))
}

/// The imports that the types of all `operations` need from the runtime: from `call`, `download`, `error`, `events`,
/// `page`, `redirect` and `send`.
pub(super) fn imports(operations: &[Operation]) -> [Option<TokenStream>; 7] {
    let mut found = Found::default();
    operations.iter().for_each(|operation| found.add(&operation.output, false));
    let group = |path: TokenStream, names: BTreeSet<&str>| types::group(path, names.into_iter().map(Name::new));
    let Found { mut call, download, events, page, redirect, incoming } = found;
    if operations.iter().any(|operation| !matches!(operation.output, Output::Page { .. })) {
        call.insert("call");
    }
    let call = group(quote!(crate::runtime::call), call);
    let download = group(quote!(crate::runtime::download), download);
    let events = group(quote!(crate::runtime::events), events);
    let page = group(quote!(crate::runtime::page), page);
    let redirect = group(quote!(crate::runtime::redirect), redirect);
    let incoming = incoming.then(|| {
        quote!(
            use crate::runtime::send::Incoming;
        )
    });
    let result = incoming.is_some().then(|| {
        quote!(
            use crate::runtime::error::Result;
        )
    });
    [call, download, result, events, page, redirect, incoming]
}

/// Adds the types that `output` names to `imports`.
pub(super) fn add(imports: &mut Imports, output: &Output) {
    match output {
        Output::Json(ty) | Output::Page { item: ty, .. } | Output::Events(Some(ty)) => imports.add(ty),
        Output::Several(answers) => answers.cases.iter().for_each(|case| add(imports, &case.output)),
        Output::Empty | Output::Text(_) | Output::Binary(_) | Output::Events(None) | Output::Redirect => {}
    }
}

/// Names of the runtime, by module.
#[derive(Default)]
struct Found {
    call: BTreeSet<&'static str>,
    download: BTreeSet<&'static str>,
    events: BTreeSet<&'static str>,
    page: BTreeSet<&'static str>,
    redirect: BTreeSet<&'static str>,
    incoming: bool,
}

impl Found {
    /// Adds what `output` needs; `is_case` if it is one of several, which an enum decodes.
    fn add(&mut self, output: &Output, is_case: bool) {
        match output {
            // The enum needs no decoder to know that there is nothing.
            Output::Empty if is_case => {}
            Output::Empty => drop(self.call.insert("Empty")),
            Output::Json(_) => drop(self.call.insert("Json")),
            Output::Page { .. } => drop(self.page.insert("pages")),
            Output::Text(_) => drop(self.call.insert("PlainText")),
            Output::Binary(_) => drop(self.download.insert("Download")),
            Output::Events(None) => self.events.extend(["Events", "TextEvents"]),
            Output::Events(Some(_)) => self.events.extend(["Events", "JsonEvents"]),
            Output::Redirect => drop(self.redirect.insert("Redirect")),
            Output::Several(answers) => {
                self.incoming = true;
                self.call.insert("Decode");
                if has_reading(answers) {
                    self.call.insert("Reading");
                }
                answers.cases.iter().for_each(|case| self.add(&case.output, true));
            }
        }
    }
}

/// Whether the module of a resource names statuses.
pub(super) fn has_status(operations: &[Operation]) -> bool {
    operations.iter().any(|operation| matches!(&operation.output, Output::Several(answers) if has_reading(answers)))
}

/// The enum of what a call returns, if that depends on the status.
pub(super) fn answers(operation: &Operation) -> Option<TokenStream> {
    let Output::Several(answers) = &operation.output else { return None };
    let Answers { name, cases, fallback } = answers;
    let docs =
        Docs(format!("What [`{}`] returns, which depends on the status of the answer.", operation.builder.as_str()));
    let variants = cases.iter().enumerate().map(|(index, case)| {
        let (name, docs) = (&case.name, case_docs(case, index == *fallback));
        match &case.output {
            Output::Empty => quote!(#docs #name),
            output => {
                let (ty, _) = types(output);
                quote!(#docs #name(#ty))
            }
        }
    });
    let streams = cases.iter().any(|case| reading(&case.output) == "streamed");
    let derive = if streams { quote!(#[derive(Debug)]) } else { quote!(#[derive(Clone, Debug, PartialEq)]) };
    let reading = has_reading(answers).then(|| reading_of(answers));
    let decodes = cases.iter().enumerate().filter(|(index, _)| index != fallback).map(|(_, case)| {
        let (statuses, decode) = (statuses(case), decode(case));
        quote!(#(#statuses)|* => #decode)
    });
    let rest = cases.get(*fallback).map(decode);
    Some(quote! {
        #docs
        #derive
        #[non_exhaustive]
        pub enum #name {
            #(#variants),*
        }

        impl Decode for #name {
            type Value = Self;

            #reading

            fn decode(incoming: Incoming) -> Result<Self> {
                match incoming.status.as_u16() {
                    #(#decodes,)*
                    _ => #rest,
                }
            }
        }
    })
}

/// What a variant is about.
pub(super) fn case_docs(case: &AnswerCase, is_fallback: bool) -> Docs {
    let statuses = case.statuses.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first} to {last}"),
    });
    let rest = if is_fallback { ", or any other that tells of success" } else { "" };
    Docs(format!("Status {}{rest}.", statuses.collect::<Vec<_>>().join(", ")))
}

fn decode(AnswerCase { name, output, .. }: &AnswerCase) -> TokenStream {
    let decoder = match output {
        Output::Empty => return quote!(Ok(Self::#name)),
        Output::Json(_) => quote!(Json),
        Output::Events(Some(_)) => quote!(JsonEvents),
        other => types(other).1,
    };
    quote!(#decoder::decode(incoming).map(Self::#name))
}

/// The method that says how answers are read, which depends on the status.
fn reading_of(Answers { cases, fallback, .. }: &Answers) -> TokenStream {
    let rest = cases.get(*fallback).map_or("whole", |case| reading(&case.output));
    let arms = ["whole", "streamed", "redirect"].into_iter().filter(|kind| *kind != rest).filter_map(|kind| {
        let cases = cases.iter().filter(|case| reading(&case.output) == kind);
        let statuses: Vec<TokenStream> = cases.flat_map(statuses).collect();
        let kind = Name::new(kind);
        (!statuses.is_empty()).then(|| quote!(#(#statuses)|* => Reading::#kind(status)))
    });
    let rest = Name::new(rest);
    quote! {
        fn reading(status: StatusCode) -> Reading {
            match status.as_u16() {
                #(#arms,)*
                _ => Reading::#rest(status),
            }
        }
    }
}

/// Whether not all cases are read as a whole, which is what goes without saying.
fn has_reading(answers: &Answers) -> bool {
    answers.cases.iter().any(|case| reading(&case.output) != "whole")
}

/// The function of the runtime that says how an answer is read.
fn reading(output: &Output) -> &'static str {
    match output {
        Output::Binary(_) | Output::Events(_) => "streamed",
        Output::Redirect => "redirect",
        _ => "whole",
    }
}

/// The statuses of a case, as patterns.
fn statuses(case: &AnswerCase) -> Vec<TokenStream> {
    let pattern = |(first, last): &(u16, u16)| {
        let (from, to) = (Literal::u16_unsuffixed(*first), Literal::u16_unsuffixed(*last));
        if first == last { quote!(#from) } else { quote!(#from..=#to) }
    };
    case.statuses.iter().map(pattern).collect()
}

/// What the answer is read as, in the middle of a sentence; `None` if it is not read.
pub(super) fn described(output: &Output) -> Option<String> {
    match output {
        Output::Json(Type::Model(model)) => Some(format!("as [`{0}`](models::{0})", model.as_str())),
        Output::Page { item: Type::Model(model), .. } => {
            Some(format!("as a list of [`{0}`](models::{0})", model.as_str()))
        }
        Output::Text(_) => Some("as text".to_owned()),
        _ => None,
    }
}
