//! Where requests go.

use openapiv3::Server;

use super::Cx;
use crate::diagnostics::{Pointer, Problem};

/// A server, and where it stands.
pub(super) type Given<'a> = (Pointer, &'a Server);

/// The first of the `servers` that are members of what stands at `at`.
pub(super) fn first<'a>(at: &Pointer, servers: &'a [Server]) -> Option<Given<'a>> {
    servers.first().map(|server| (at.key("servers").index(0), server))
}

/// The URL of the server: the one that all operations have, or else the first of the document.
///
/// Reports the servers of operations that are others.
pub(super) fn lower(cx: &mut Cx<'_>) -> Option<String> {
    let of_operations = std::mem::take(&mut cx.servers);
    let common = of_operations.first().filter(|first| of_operations.iter().all(|other| is_same(first, other)));
    let chosen = common.cloned().flatten().or(first(&Pointer::root(), &cx.document.servers));
    for (at, server) in of_operations.iter().filter(|server| !is_same(server, &chosen)).flatten() {
        cx.diagnostics.report::<()>(at.key("url"), Problem::IgnoredServer { url: url(server) });
    }
    let (at, server) = chosen?;
    let (at, url) = (at.key("url"), url(server));
    if !is_absolute(&url) || url.contains('{') {
        return cx.diagnostics.report(at, Problem::IncompleteServer { url });
    }
    Some(url)
}

fn is_same(one: &Option<Given<'_>>, other: &Option<Given<'_>>) -> bool {
    let url =
        |given: &Option<Given<'_>>| given.as_ref().map(|(_, server)| url(server).trim_end_matches('/').to_owned());
    url(one) == url(other)
}

/// The URL of `server`, with its variables' defaults.
fn url(server: &Server) -> String {
    let variables = server.variables.iter().flatten();
    variables.fold(server.url.clone(), |url, (name, variable)| url.replace(&format!("{{{name}}}"), &variable.default))
}

fn is_absolute(url: &str) -> bool {
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) && !rest.is_empty()
}
