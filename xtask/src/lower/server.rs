//! Where requests go.

use indexmap::IndexMap;
use openapiv3::{Server, ServerVariable};

use super::Cx;
use crate::diagnostics::{Pointer, Problem};
use crate::ir;

/// The URL of the first of the `servers` that are members of the path or operation at `at`, if it has any.
///
/// Reports one that is not complete, since it cannot be told from the document where that is.
pub(super) fn own(cx: &mut Cx<'_>, at: &Pointer, servers: &[Server]) -> Option<String> {
    let url = url(servers.first()?);
    if !is_complete(&url) {
        let at = at.key("servers").index(0).key("url");
        return cx.diagnostics.report(at, Problem::IgnoredServer { url });
    }
    Some(url)
}

/// The URL of the API's server: the first of the document, or else that of most operations.
///
/// Operations of this server are relieved of having one of their own.
pub(super) fn lower(cx: &mut Cx<'_>, resources: &mut [ir::Resource]) -> Option<String> {
    let operations = || resources.iter().flat_map(|resource| &resource.operations);
    let is_used = operations().any(|operation| operation.server.is_none());
    let server = match cx.document.servers.first() {
        Some(server) if is_used => complete(cx, server),
        None if is_used => None,
        given => most(operations()).or_else(|| given.map(url).filter(|url| is_complete(url))),
    };
    for operation in resources.iter_mut().flat_map(|resource| &mut resource.operations) {
        operation.server = operation.server.take().filter(|own| !server.as_ref().is_some_and(|url| is_same(own, url)));
    }
    server
}

/// All servers of the document that are complete.
pub(super) fn all(cx: &Cx<'_>) -> Vec<ir::Server> {
    let at = Pointer::root().key("servers");
    let servers = cx.document.servers.iter().enumerate().filter(|(_, server)| is_complete(&url(server)));
    let server = |(index, server): (usize, &Server)| {
        let Server { url, description, variables, extensions: _ } = server;
        let variables = variables.iter().flatten().map(|(name, variable)| {
            let ServerVariable { enumeration, default, description, extensions: _ } = variable;
            ir::ServerVariable {
                name: name.clone(),
                description: description.clone(),
                default: default.clone(),
                values: enumeration.clone(),
            }
        });
        let (description, variables) = (description.clone(), variables.collect());
        ir::Server { url: url.clone(), description, variables, at: at.index(index) }
    };
    servers.map(server).collect()
}

/// The URL of the document's `server`; reports one that is not complete.
fn complete(cx: &mut Cx<'_>, server: &Server) -> Option<String> {
    let url = url(server);
    if !is_complete(&url) {
        let at = Pointer::root().key("servers").index(0).key("url");
        return cx.diagnostics.report(at, Problem::IncompleteServer { url });
    }
    Some(url)
}

/// The server that most of these operations have of their own, the first of these if there are several.
fn most<'a>(operations: impl Iterator<Item = &'a ir::Operation>) -> Option<String> {
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for server in operations.filter_map(|operation| operation.server.as_deref()) {
        *counts.entry(server).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(server, _)| server.to_owned())
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// The URL of `server`, with its variables' defaults.
fn url(server: &Server) -> String {
    let variables = server.variables.iter().flatten();
    variables.fold(server.url.clone(), |url, (name, variable)| url.replace(&format!("{{{name}}}"), &variable.default))
}

/// Whether paths can be put behind `url`: it is absolute, and ends with its path.
fn is_complete(url: &str) -> bool {
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let is_known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let authority = rest.split('/').next().unwrap_or_default();
    is_known && !authority.is_empty() && !authority.contains('@') && !url.contains(['{', '?', '#', ' '])
}
