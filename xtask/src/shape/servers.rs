//! Servers: those that callers can choose from, and those of single operations.

use indexmap::IndexSet;

use super::docs;
use crate::ir;
use crate::rust::Docs;

/// The servers that callers of `api` can choose from, as a list; nothing if there is only one, and no variable in it.
pub(super) fn choice(api: &ir::Api) -> Docs {
    match &api.servers[..] {
        // Without one of its own, callers have to know the server anyway.
        _ if api.server.is_none() => Docs::default(),
        [] => Docs::default(),
        [only] if only.variables.is_empty() => Docs::default(),
        servers => Docs(servers.iter().map(item).collect::<Vec<_>>().join("\n")),
    }
}

/// The servers of single operations, each once.
pub(super) fn of_operations(api: &ir::Api) -> Vec<String> {
    let servers: IndexSet<&String> = api.operations().filter_map(|operation| operation.server.as_ref()).collect();
    servers.into_iter().cloned().collect()
}

/// A server, its variables and what it is for, as an item of a list.
fn item(server: &ir::Server) -> String {
    let ir::Server { url, description, variables } = server;
    let variables: Vec<String> = variables.iter().map(variable).collect();
    let with = if variables.is_empty() { String::new() } else { format!(", {}", variables.join(", ")) };
    let prose = description.as_deref().map(docs::prose).unwrap_or_default();
    let prose = prose.split_whitespace().collect::<Vec<_>>().join(" ");
    let prose = if prose.is_empty() { prose } else { format!(": {prose}") };
    format!("- {}{with}{prose}", docs::code(url))
}

/// ``with `region` = `eu` or `us` ``: the default first.
fn variable((name, default, values): &(String, String, Vec<String>)) -> String {
    let others = values.iter().filter(|value| *value != default);
    let values: Vec<String> = std::iter::once(default).chain(others).map(|value| docs::code(value)).collect();
    let open = if values.len() == 1 { " by default" } else { "" };
    format!("with {} = {}{open}", docs::code(name), values.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_listed_with_their_variables() {
        let mut server = ir::Server { url: "https://eu.example.com".to_owned(), description: None, variables: vec![] };
        assert_eq!(item(&server), "- `https://eu.example.com`");
        server.description = Some("The *European*\none.".to_owned());
        assert_eq!(item(&server), "- `https://eu.example.com`: The *European* one.");
        let values = vec!["us".to_owned(), "eu".to_owned()];
        server.variables.push(("region".to_owned(), "eu".to_owned(), values));
        server.variables.push(("port".to_owned(), "443".to_owned(), Vec::new()));
        let item = item(&server);
        assert!(item.contains("`, with `region` = `eu` or `us`, with `port` = `443` by default: The"), "{item}");
    }
}
