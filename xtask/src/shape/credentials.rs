//! What callers give a client to show who they are: the builder's methods, and what operations ask for.

use indexmap::IndexMap;

use super::{docs, names};
use crate::ir;
use crate::rust::{Docs, Name, Scheme, SchemeKind, Security};

/// The schemes that operations of `api` ask for.
pub(super) fn schemes(api: &ir::Api) -> Vec<Scheme> {
    let mut constants = names::Constants::default();
    let mut methods = names::Givers::new(&api.schemes);
    let scheme = |scheme: &ir::Scheme| {
        let setter = methods.add(scheme);
        Scheme {
            constant: constants.add(&scheme.name),
            provider: (scheme.kind == ir::SchemeKind::Bearer).then(|| methods.provider(&setter)),
            docs: setter_docs(api, scheme),
            name: scheme.name.clone(),
            kind: kind(&scheme.kind),
            setter,
        }
    };
    api.schemes.iter().map(scheme).collect()
}

/// What most of those operations ask for that ask for something.
pub(super) fn usual(api: &ir::Api, schemes: &[Scheme]) -> Security {
    most(api, |security| !security.is_empty()).map(|security| of(security, schemes)).unwrap_or_default()
}

/// What is asked for most often, of what `counts`; the first if there are several.
pub(super) fn most(api: &ir::Api, counts: fn(&[Vec<String>]) -> bool) -> Option<&[Vec<String>]> {
    let mut numbers: IndexMap<&[Vec<String>], usize> = IndexMap::new();
    for operation in api.operations().filter(|operation| counts(&operation.security)) {
        *numbers.entry(&operation.security).or_default() += 1;
    }
    let most = numbers.values().copied().max()?;
    numbers.into_iter().find(|(_, number)| *number == most).map(|(security, _)| security)
}

/// What an operation asks for, by the names of constants.
pub(super) fn of(security: &[Vec<String>], schemes: &[Scheme]) -> Security {
    let constant = |name: &String| schemes.iter().find(|scheme| scheme.name == *name).map(|scheme| &scheme.constant);
    let alternative = |names: &Vec<String>| names.iter().filter_map(constant).cloned().collect();
    Security(security.iter().map(alternative).collect())
}

/// Whether no operation of `api` can be called without credentials.
pub(super) fn are_required(api: &ir::Api) -> bool {
    let asks = |operation: &ir::Operation| {
        !operation.security.is_empty() && operation.security.iter().all(|alternative| !alternative.is_empty())
    };
    api.operations().next().is_some() && api.operations().all(asks)
}

/// What an operation asks for, in words.
pub(super) fn words(security: &Security, schemes: &[Scheme]) -> String {
    let setter = |constant: &Name| {
        let scheme = schemes.iter().find(|scheme| scheme.constant == *constant)?;
        Some(format!("[`{0}`](crate::ClientBuilder::{0})", scheme.setter.as_str()))
    };
    let alternatives: Vec<String> = security
        .0
        .iter()
        .filter(|alternative| !alternative.is_empty())
        .map(|alternative| alternative.iter().filter_map(setter).collect::<Vec<_>>().join(" with "))
        .collect();
    let optional = security.0.iter().any(Vec::is_empty);
    match (&alternatives[..], optional) {
        ([], _) => "No credentials are needed, and none are sent.".to_owned(),
        (alternatives, true) => format!("Credentials may be sent: {}.", alternatives.join(", or ")),
        (alternatives, false) => format!("Credentials are needed: {}.", alternatives.join(", or ")),
    }
}

fn kind(kind: &ir::SchemeKind) -> SchemeKind {
    match kind {
        ir::SchemeKind::Basic => SchemeKind::Basic,
        ir::SchemeKind::Bearer => SchemeKind::Bearer,
        ir::SchemeKind::Authorization(_) => SchemeKind::Authorization,
        ir::SchemeKind::Key(ir::KeyPlace::Header, name) => SchemeKind::Header(name.clone()),
        ir::SchemeKind::Key(ir::KeyPlace::Query, name) => SchemeKind::Query(name.clone()),
        ir::SchemeKind::Key(ir::KeyPlace::Cookie, name) => SchemeKind::Cookie(name.clone()),
    }
}

/// What the method says that sets what `scheme` takes.
fn setter_docs(api: &ir::Api, scheme: &ir::Scheme) -> Docs {
    let is_only = api.schemes.iter().filter(|other| names::is_alike(&other.kind, &scheme.kind)).count() == 1;
    let which = if is_only { String::new() } else { format!(" for {}", docs::code(&scheme.name)) };
    let said = match &scheme.kind {
        ir::SchemeKind::Basic => format!("The username and password of HTTP Basic authentication{which}."),
        ir::SchemeKind::Bearer => format!("The bearer token{which}: sent as it is, for as long as the client lives."),
        ir::SchemeKind::Authorization(known) => format!(
            "The whole value of the header `Authorization`{which}, for the authentication scheme {}.",
            docs::code(known)
        ),
        ir::SchemeKind::Key(place, name) => {
            let place = match place {
                ir::KeyPlace::Header => "header",
                ir::KeyPlace::Query => "query parameter",
                ir::KeyPlace::Cookie => "cookie",
            };
            format!("The API key{which}, sent in the {place} {}.", docs::code(name))
        }
    };
    match &scheme.description {
        Some(description) => Docs(format!("{said}\n\n{}", docs::told(description)).trim_end().to_owned()),
        None => Docs(said),
    }
}
