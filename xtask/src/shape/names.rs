//! Every name in Rust is made here.

use std::collections::HashMap;

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};

use crate::diagnostics::{Diagnostics, Place, Pointer, Problem};
use crate::rust::Name;

/// Methods that every builder has, and that no setter may be called.
const BUILDER_METHODS: &[&str] = &["with", "with_response", "stream", "into_future", "clone"];

/// Types that the modules of resources import, and that no builder may be called.
const RESERVED_BUILDERS: &[&str] = &[
    "BTreeMap",
    "Box",
    "Call",
    "CallOptions",
    "Client",
    "Date",
    "Empty",
    "IntoFuture",
    "Json",
    "Method",
    "Operation",
    "Option",
    "Page",
    "PageStream",
    "Paged",
    "Paging",
    "Request",
    "Result",
    "String",
    "Timestamp",
    "Value",
    "Vec",
    "Whole",
];

/// Types that the modules of models import, and that no model may be called.
const RESERVED_MODELS: &[&str] = &[
    "AsRef",
    "BTreeMap",
    "Box",
    "Clone",
    "Date",
    "Debug",
    "Default",
    "Deserialize",
    "Deserializer",
    "Fields",
    "From",
    "MapAccess",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Serialize",
    "SerializeMap",
    "Serializer",
    "String",
    "Timestamp",
    "Value",
    "Vec",
];

/// Modules of every crate and methods of every client, which no resource may be called.
const RESERVED_RESOURCES: &[&str] =
    &["builder", "client", "clone", "document", "from_env", "models", "newtypes", "runtime", "settings"];

/// Names that cannot even be raw identifiers.
const IMPOSSIBLE: &[&str] = &["self", "super", "crate", "_"];

/// The name of a type, from the words of its name or place.
pub(super) fn model(words: &[String]) -> Name {
    let name = identifier(&words.join(" ").to_pascal_case(), "Model");
    if RESERVED_MODELS.contains(&name.as_str()) { Name::new(format!("{name}Model")) } else { Name::new(name) }
}

/// The name of a variant that stands for `text`.
pub(super) fn variant(text: &str) -> Name {
    let name = if text.is_empty() { "Empty".to_owned() } else { identifier(&text.to_pascal_case(), "Value") };
    Name::new(if matches!(name.as_str(), "Self" | "Unknown") { format!("{name}Value") } else { name })
}

/// The name of a field, an argument or a module.
pub(super) fn value(name: &str) -> Name {
    Name::new(identifier(&name.to_snake_case(), "value"))
}

/// The name of a setter.
pub(super) fn setter(name: &str) -> Name {
    let name = identifier(&name.to_snake_case(), "value");
    if BUILDER_METHODS.contains(&name.as_str()) { Name::new(format!("{name}_value")) } else { Name::new(name) }
}

/// The name of the builder of the operation called `id`, in the module of `handle`.
pub(super) fn builder(id: &str, handle: &Name) -> Name {
    let name = identifier(&id.to_pascal_case(), "Operation");
    let taken = RESERVED_BUILDERS.contains(&name.as_str()) || name == handle.as_str();
    Name::new(if taken { format!("{name}Call") } else { name })
}

/// The name of the static that describes the operation called `id`.
pub(super) fn constant(id: &str) -> Name {
    Name::new(identifier(&id.to_shouty_snake_case(), "OPERATION"))
}

/// The name of the method for the operation called `id`: without the noun that `resource` says already.
///
/// `ListPluginVersions` under `plugin_versions` is `list`, and so is `ListPluginVersion`.
pub(super) fn method(id: &str, resource: &Name) -> Name {
    let (full, noun) = (id.to_snake_case(), resource.as_str());
    let shorter = [noun.to_owned(), singular(noun), format!("{noun}s")]
        .iter()
        .find_map(|noun| full.strip_suffix(noun.as_str())?.strip_suffix('_').map(str::to_owned));
    Name::new(identifier(&shorter.filter(|verb| !verb.is_empty()).unwrap_or(full), "call"))
}

/// The name of an operation as words: `CreatePet` is "Create pet".
pub(super) fn sentence(id: &str) -> String {
    let words = id.to_snake_case().replace('_', " ");
    let mut characters = words.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// The noun in the singular, by the rules that cover most of English.
fn singular(noun: &str) -> String {
    match noun {
        _ if noun.ends_with("ies") => format!("{}y", &noun[..noun.len() - 3]),
        _ if ["sses", "xes", "ches", "shes"].iter().any(|plural| noun.ends_with(plural)) => {
            noun[..noun.len() - 2].to_owned()
        }
        _ => noun.strip_suffix('s').unwrap_or(noun).to_owned(),
    }
}

/// The names of resources, in snake case, without the words that all of them begin with.
pub(super) fn resources(tags: &[&str]) -> Vec<Name> {
    let words: Vec<Vec<String>> =
        tags.iter().map(|tag| tag.to_snake_case().split('_').map(str::to_owned).collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
    let shared = (0..shortest).take_while(|place| words.iter().all(|word| word[*place] == words[0][*place])).count();
    let dropped = if words.len() > 1 && shared < shortest { shared } else { 0 };
    let name = |words: &Vec<String>| {
        let name = identifier(&words[dropped..].join("_"), "operations");
        if RESERVED_RESOURCES.contains(&name.as_str()) { Name::new(format!("{name}_api")) } else { Name::new(name) }
    };
    words.iter().map(name).collect()
}

/// The name of a handle, after its module.
pub(super) fn handle(module: &Name) -> Name {
    Name::new(module.as_str().to_pascal_case())
}

/// `text`, made an identifier: it cannot start with a digit, be empty, or be one of a few keywords.
fn identifier(text: &str, noun: &str) -> String {
    let text: String = text.chars().filter(|character| *character == '_' || character.is_alphanumeric()).collect();
    let is_type = noun.starts_with(char::is_uppercase);
    let join = if is_type { "" } else { "_" };
    match text.chars().next() {
        None => noun.to_owned(),
        Some(first) if first.is_numeric() => format!("{noun}{join}{text}"),
        Some(_) if IMPOSSIBLE.contains(&text.as_str()) => format!("{text}{join}{noun}"),
        Some(_) => text,
    }
}

/// Names that must differ from one another, to notice when they do not.
pub(super) struct Scope {
    /// What they are names of, for messages.
    what: String,
    names: HashMap<Name, (String, Pointer)>,
}

impl Scope {
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), names: HashMap::new() }
    }

    /// Takes note of `name`, which stands for `wire`, given at `at`; reports it if it has been taken.
    pub(super) fn add(&mut self, diagnostics: &mut Diagnostics, name: &Name, wire: &str, at: &Pointer) {
        if !wire.chars().any(char::is_alphanumeric) && !wire.is_empty() {
            diagnostics.report::<()>(Place::Value(at.clone()), Problem::UnnamableInRust { name: wire.to_owned() });
            return;
        }
        match self.names.get(name) {
            None => {
                self.names.insert(name.clone(), (wire.to_owned(), at.clone()));
            }
            Some((first_name, first)) => {
                let problem = Problem::NameCollision {
                    rust: name.as_str().to_owned(),
                    what: self.what.clone(),
                    first: first.clone(),
                    first_name: first_name.clone(),
                    second_name: wire.to_owned(),
                };
                diagnostics.report::<()>(Place::Key(at.clone()), problem);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_leave_out_what_the_resource_says() {
        for (id, resource, expected) in [
            ("ListPlugins", "plugins", "list"),
            ("CreatePlugin", "plugins", "create"),
            ("ListPlugin", "plugin", "list"),
            ("ListPlugins", "plugin", "list"),
            ("ArchivePluginVersion", "plugin_versions", "archive"),
            ("UpdatePluginArchive", "plugin_archive", "update"),
            ("FetchPlugin", "releases", "fetch_plugin"),
            ("plugins", "plugins", "plugins"),
            ("listEntries", "entries", "list"),
            ("getEntry", "entries", "get"),
            ("DeleteBox", "boxes", "delete"),
        ] {
            assert_eq!(method(id, &Name::new(resource)).as_str(), expected, "{id} under {resource}");
        }
    }

    #[test]
    fn resources_lose_what_they_share() {
        for (tags, expected) in [
            (vec!["Plugins", "Releases"], vec!["plugins", "releases"]),
            (vec!["FlexV1Plugin", "FlexV1PluginArchive"], vec!["flex_v1_plugin", "flex_v1_plugin_archive"]),
            (vec!["FlexV1Plugin", "FlexV1Release"], vec!["plugin", "release"]),
            (vec!["Flex V1"], vec!["flex_v1"]),
            (vec!["2fa"], vec!["operations_2fa"]),
        ] {
            let names = resources(&tags);
            assert_eq!(names.iter().map(Name::as_str).collect::<Vec<_>>(), expected, "{tags:?}");
        }
    }

    #[test]
    fn names_are_identifiers() {
        for (name, expected) in [
            ("FriendlyName", "friendly_name"),
            ("Flex-Metadata", "flex_metadata"),
            ("StartTime<", "start_time"),
            ("type", "type"),
            ("self", "self_value"),
            ("2nd", "value_2nd"),
            ("HTTPUrl", "http_url"),
        ] {
            assert_eq!(value(name).as_str(), expected);
        }
        assert_eq!(setter("With").as_str(), "with_value");
        assert_eq!(model(&["Value".to_owned()]).as_str(), "ValueModel");
        assert_eq!(model(&["flex.v1.plugin".to_owned(), "links".to_owned()]).as_str(), "FlexV1PluginLinks");
        assert_eq!(variant("in-progress").as_str(), "InProgress");
        assert_eq!(variant("10").as_str(), "Value10");
    }
}
