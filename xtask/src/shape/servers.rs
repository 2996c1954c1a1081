//! Servers: those that callers can choose from, and those of single operations.

use indexmap::IndexSet;

use super::{docs, names};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::rust::{BaseUrl, Docs, Name, UrlPart};

/// The servers that callers of `api` can choose from; nothing if there is only one, and no variable in it.
pub(super) fn choice(api: &ir::Api, diagnostics: &mut Diagnostics) -> Vec<BaseUrl> {
    match &api.servers[..] {
        [only] if only.variables.is_empty() => Vec::new(),
        servers => {
            let mut scope = names::Scope::new("server");
            servers.iter().map(|server| base_url(server, &mut scope, diagnostics)).collect()
        }
    }
}

/// The servers of single operations, each once.
pub(super) fn of_operations(api: &ir::Api) -> Vec<String> {
    let servers: IndexSet<&String> = api.operations().filter_map(|operation| operation.server.as_ref()).collect();
    servers.into_iter().cloned().collect()
}

fn base_url(server: &ir::Server, scope: &mut names::Scope, diagnostics: &mut Diagnostics) -> BaseUrl {
    let ir::Server { url, description, variables, at } = server;
    let name = names::base_url(url, description.as_deref());
    let name = if variables.is_empty() { names::in_capitals(&name) } else { name };
    let name = scope.add(diagnostics, name, url, at);
    let mut arguments = names::Scope::new("variable");
    let variables: Vec<(&ir::ServerVariable, Name)> = variables
        .iter()
        .map(|variable| (variable, arguments.add(diagnostics, names::argument(&variable.name), &variable.name, at)))
        .collect();
    let given = ir::Docs { description: description.clone(), ..ir::Docs::default() };
    let docs = docs::of(&given, || "A server of the API.".to_owned(), None);
    let parts = parts(url, &variables);
    let arguments = variables.into_iter().map(|(variable, argument)| (argument, argument_docs(variable)));
    BaseUrl { name, docs, url: url.clone(), parts, arguments: arguments.collect() }
}

/// What a variable is for, and what it may be.
fn argument_docs(variable: &ir::ServerVariable) -> Docs {
    let ir::ServerVariable { name: _, description, default, values } = variable;
    let prose = description.as_deref().map(docs::prose).unwrap_or_default();
    let prose: Vec<&str> = prose.split_whitespace().collect();
    let others: Vec<String> = values.iter().filter(|value| *value != default).map(|value| docs::code(value)).collect();
    let others = if others.is_empty() { String::new() } else { format!(", or else {}", others.join(", ")) };
    let space = if prose.is_empty() { "" } else { " " };
    Docs(format!("{}{space}By default {}{others}.", prose.join(" "), docs::code(default)))
}

/// The parts of `url`, in which `variables` stand.
fn parts(url: &str, variables: &[(&ir::ServerVariable, Name)]) -> Vec<UrlPart> {
    let mut parts = Vec::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        let variable = variables.iter().find(|(variable, _)| variable.name == name);
        parts.push(UrlPart::Text(before.to_owned()));
        parts.extend(variable.map(|(_, argument)| UrlPart::Argument(argument.clone())));
        rest = after;
    }
    parts.push(UrlPart::Text(rest.to_owned()));
    parts.retain(|part| *part != UrlPart::Text(String::new()));
    parts
}
