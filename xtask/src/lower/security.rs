//! What callers show to prove who they are.

use std::collections::BTreeSet;
use std::mem::discriminant;

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme};

use super::Cx;
use super::references::follow;
use crate::diagnostics::{Place, Pointer, Problem};
use crate::ir;

/// Headers that follow from the request, so that no key can go there.
const RESERVED_HEADERS: &[&str] = &["connection", "content-length", "host", "transfer-encoding"];

/// What the operation at `at` asks for, given what it says itself; `None` if no caller can meet it.
///
/// Asking for nothing comes last, since whoever has something to show wants it shown.
pub(super) fn lower(cx: &mut Cx<'_>, at: &Pointer, own: Option<&[SecurityRequirement]>) -> Option<Vec<Vec<String>>> {
    let (at, alternatives) = match (own, &cx.document.security) {
        (Some(alternatives), _) => (at.key("security"), alternatives),
        (None, Some(alternatives)) => (Pointer::root().key("security"), alternatives.as_slice()),
        (None, None) => return Some(Vec::new()),
    };
    let mut met: Vec<Vec<String>> = Vec::new();
    let mut unmet = Vec::new();
    for (index, alternative) in alternatives.iter().enumerate() {
        match ways(cx, &at.index(index), alternative) {
            Err(obstacle) => unmet.push(obstacle),
            Ok(ways) => {
                let new: Vec<_> = ways.into_iter().filter(|way| !met.contains(way)).collect();
                met.extend(new);
            }
        }
    }
    report(cx, !met.is_empty(), unmet);
    met.sort_by_key(Vec::is_empty);
    if met == [Vec::<String>::new()] {
        met.clear();
    }
    (alternatives.is_empty() || !met.is_empty() || alternatives.iter().any(SecurityRequirement::is_empty))
        .then_some(met)
}

/// The schemes that operations ask for, in the order of the document.
pub(super) fn used(cx: &mut Cx<'_>, resources: &[ir::Resource]) -> Vec<ir::Scheme> {
    let operations = resources.iter().flat_map(|resource| &resource.operations);
    let names: BTreeSet<&String> = operations.flat_map(|operation| operation.security.iter().flatten()).collect();
    let Some(components) = &cx.document.components else { return Vec::new() };
    let used = components.security_schemes.keys().filter(|name| names.contains(name));
    used.filter_map(|name| scheme(cx, name)).collect()
}

/// Why nobody can meet an alternative, and where that stands.
enum Obstacle {
    /// It asks for something that is declared nowhere.
    Undeclared(Pointer, String),
    /// It asks for something that cannot be sent.
    Unsupported(Pointer, String),
}

/// The names of schemes that meet `alternative`, which stands at `at`: one list of them, unless several schemes go into
/// the same place, of which a request has one each.
///
/// Schemes that take the same thing there are met by one value, such as a token of two providers. Where they take
/// different things, one of them has to do.
fn ways(cx: &mut Cx<'_>, at: &Pointer, alternative: &SecurityRequirement) -> Result<Vec<Vec<String>>, Obstacle> {
    let mut places: IndexMap<(&'static str, String), Vec<ir::Scheme>> = IndexMap::new();
    for name in alternative.keys() {
        let at = at.key(name);
        let Some(scheme) = scheme(cx, name) else {
            let reference = format!("#/components/securitySchemes/{name}");
            return Err(Obstacle::Undeclared(at, reference));
        };
        let place = place(&scheme.kind);
        if !is_possible(&place) {
            let what = format!("a key in the {} `{}`, which the security scheme `{name}` asks for,", place.0, place.1);
            return Err(Obstacle::Unsupported(at, what));
        }
        let known = places.entry(place).or_default();
        if known.iter().all(|other| discriminant(&other.kind) != discriminant(&scheme.kind)) {
            known.push(scheme);
        }
    }
    let mut ways = vec![Vec::new()];
    for ((kind, name), schemes) in places {
        if let [first, second, ..] = schemes.as_slice() {
            let (first, second, place) = (first.name.clone(), second.name.clone(), format!("{kind} `{name}`"));
            let at = Place::Key(at.key(&second));
            cx.diagnostics.report::<()>(at, Problem::CrowdedPlace { first, second, place });
        }
        let with = |scheme: &ir::Scheme| {
            let name = scheme.name.clone();
            ways.iter().map(move |way: &Vec<String>| [way.as_slice(), std::slice::from_ref(&name)].concat())
        };
        ways = schemes.iter().flat_map(with).collect();
    }
    Ok(ways)
}

/// Where what a scheme takes goes: the kind of place, and its name there.
fn place(kind: &ir::SchemeKind) -> (&'static str, String) {
    match kind {
        ir::SchemeKind::Basic | ir::SchemeKind::Bearer | ir::SchemeKind::Authorization(_) => {
            ("header", "authorization".to_owned())
        }
        ir::SchemeKind::Key(ir::KeyPlace::Header, name) => ("header", name.to_ascii_lowercase()),
        ir::SchemeKind::Key(ir::KeyPlace::Query, name) => ("query parameter", name.clone()),
        ir::SchemeKind::Key(ir::KeyPlace::Cookie, name) => ("cookie", name.clone()),
    }
}

/// Whether a request can have something in this place.
fn is_possible((kind, name): &(&'static str, String)) -> bool {
    match *kind {
        "query parameter" => !name.is_empty(),
        "header" => is_token(name) && !RESERVED_HEADERS.contains(&name.as_str()),
        _ => is_token(name),
    }
}

/// Whether `name` can be that of a header or a cookie (RFC 9110, section 5.6.2).
fn is_token(name: &str) -> bool {
    let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_fine)
}

/// Reports alternatives that nobody can meet: as errors, unless there is another one that is met.
fn report(cx: &mut Cx<'_>, is_met: bool, unmet: Vec<Obstacle>) {
    for obstacle in unmet {
        let (at, problem) = match obstacle {
            Obstacle::Unsupported(at, what) if is_met => (at, Problem::IgnoredAlternative { what }),
            Obstacle::Undeclared(at, reference) => {
                let problem = Problem::DanglingReference { reference, meant: None };
                cx.diagnostics.report::<()>(Place::Key(at), problem);
                continue;
            }
            Obstacle::Unsupported(at, what) => {
                cx.obstacle::<()>(&at, what);
                continue;
            }
        };
        cx.diagnostics.report::<()>(&at, problem);
    }
}

/// The security scheme called `name`; `None` if there is none.
fn scheme(cx: &mut Cx<'_>, name: &str) -> Option<ir::Scheme> {
    let scheme = cx.document.components.as_ref()?.security_schemes.get(name)?;
    let at = Pointer::root().key("components").key("securitySchemes").key(name);
    let (at, scheme) = follow(cx, &at, scheme)?;
    let (kind, description) = match scheme {
        SecurityScheme::HTTP { scheme, bearer_format: _, description, extensions: _ } => {
            (http(cx, &at, scheme), description)
        }
        SecurityScheme::APIKey { location, name, description, extensions: _ } => {
            let place = match location {
                APIKeyLocation::Header => ir::KeyPlace::Header,
                APIKeyLocation::Query => ir::KeyPlace::Query,
                APIKeyLocation::Cookie => ir::KeyPlace::Cookie,
            };
            (ir::SchemeKind::Key(place, name.clone()), description)
        }
        // How callers get their tokens is up to them.
        SecurityScheme::OAuth2 { flows: _, description, extensions: _ } => (ir::SchemeKind::Bearer, description),
        SecurityScheme::OpenIDConnect { open_id_connect_url: _, description, extensions: _ } => {
            (ir::SchemeKind::Bearer, description)
        }
    };
    let description = description.clone().filter(|text| !text.trim().is_empty());
    Some(ir::Scheme { name: name.to_owned(), description, kind })
}

/// The kind of the authentication scheme `scheme` of HTTP, which is declared at `at`.
fn http(cx: &mut Cx<'_>, at: &Pointer, scheme: &str) -> ir::SchemeKind {
    let is = |known: &str| scheme.eq_ignore_ascii_case(known);
    if is("basic") {
        return ir::SchemeKind::Basic;
    }
    if is("bearer") {
        return ir::SchemeKind::Bearer;
    }
    let problem = Problem::UnknownAuthentication { scheme: scheme.to_owned() };
    cx.diagnostics.report::<()>(&at.key("scheme"), problem);
    ir::SchemeKind::Authorization(scheme.to_owned())
}
