//! Every name in Rust is made here.

mod credentials;
mod modules;
mod operations;
mod places;
mod reserved;
mod signs;
mod singular;
mod taken;
mod values;
mod words;

use std::collections::HashMap;

use heck::{ToPascalCase, ToShoutySnakeCase};

pub(super) use self::credentials::{Constants, Givers, is_alike};
pub(super) use self::modules::{Named, modules};
pub(super) use self::operations::methods;
pub(super) use self::places::models;
pub(super) use self::taken::{Scope, ServerNames, Taken};
pub(super) use self::values::variants;
use self::words::{apart, clean, identifier, in_snake_case, shortened, signed, snake};
use crate::rust::Name;

/// A description of more words than this is no name.
const MOST_WORDS: usize = 4;

/// The longest name of a file, without what may come behind it: most systems have room for 255 bytes.
const LONGEST_FILE: usize = 200;

/// The name of a type, from the words of its name or place.
pub(super) fn model(words: &[&str]) -> Name {
    let name = identifier(&clean(&words.join(" ")).to_pascal_case(), "Model");
    free(name, reserved::TYPES, "Model")
}

/// The name of a newtype, from the words of its name.
pub(super) fn newtype(words: &[&str]) -> Name {
    free(model(words).as_str().to_owned(), reserved::NEWTYPES, "Text")
}

/// The name of a variant that stands for `text`.
pub(super) fn variant(text: &str) -> Name {
    let words = signs::named(text).unwrap_or_else(|| apart(&clean(&signed(text))));
    let name = if text.is_empty() { "Empty".to_owned() } else { identifier(&words, "Value") };
    free(name, &["Self", "Unknown"], "Value")
}

/// The name of a variant that holds a value, after what the value is called; with a number if that is taken.
pub(super) fn case(text: &str, taken: &mut Taken) -> Name {
    taken.add(variant(text), "")
}

/// The name of a field.
pub(super) fn value(name: &str) -> Name {
    Name::new(snake(name))
}

/// The name of an argument.
pub(super) fn argument(name: &str) -> Name {
    free(snake(name), reserved::VARIABLES, "_value")
}

/// The name of a server: its description if that is short, or else what is special about its URL.
pub(super) fn base_url(url: &str, description: Option<&str>) -> Name {
    let words = in_snake_case;
    let is_short = |text: &&str| (1..=MOST_WORDS).contains(&text.split_whitespace().count());
    let described = description.filter(is_short).map(words).unwrap_or_default();
    let described = described.strip_suffix("_server").unwrap_or(&described);
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    let text = if described.is_empty() { words(host) } else { described.to_owned() };
    Name::new(identifier(&text, "server"))
}

/// A name as that of a constant.
pub(super) fn in_capitals(name: &Name) -> Name {
    Name::new(name.as_str().to_shouty_snake_case())
}

/// The name of the field for all properties that have no field of their own, which are `taken`.
pub(super) fn rest(taken: &[&Name]) -> Name {
    let names = ["additional_properties", "other_properties", "further_properties", "remaining_properties"];
    let free = names.into_iter().find(|name| taken.iter().all(|taken| taken.as_str() != *name));
    Name::new(free.unwrap_or("properties_that_have_no_field"))
}

/// The name of the method that sets the field `name` of a model.
pub(super) fn model_setter(name: &Name) -> Name {
    free(name.as_str().to_owned(), reserved::MODEL_METHODS, "_value")
}

/// The name of the method that sends null for what the setter `name` sends something for.
pub(super) fn null(name: &Name) -> Name {
    Name::new(format!("{}_null", name.as_str()))
}

/// `name`, with `suffix` if it is `taken`.
fn free(name: String, taken: &[&str], suffix: &str) -> Name {
    Name::new(if taken.contains(&name.as_str()) { name + suffix } else { name })
}

/// The name of a setter.
pub(super) fn setter(name: &str) -> Name {
    free(snake(name), reserved::BUILDER_METHODS, "_value")
}

/// The names of features after the modules of resources.
pub(super) fn features<'a>(modules: impl Iterator<Item = &'a Name>) -> Vec<String> {
    let mut taken = Taken::default();
    let names = modules.map(|module| taken.add(free(module.as_str().to_owned(), reserved::FEATURES, "_api"), "_"));
    names.map(|name| name.as_str().to_owned()).collect()
}

/// The first letter of a name, as the name of a module.
pub(super) fn initial(name: &Name) -> Name {
    let letter = name.as_str().chars().find(char::is_ascii_alphabetic).unwrap_or('x');
    Name::new(letter.to_ascii_lowercase())
}

/// What an input in `place` is called that has the name of an input elsewhere: `form_Sid`.
pub(super) fn placed(place: &str, name: &str) -> String {
    format!("{place}_{name}")
}

/// The names of the inputs of one operation among the arguments of a call by name, given the place and the name of
/// each: the latter alone, unless it occurs in two places.
pub(super) fn keys(inputs: &[(&str, &str)]) -> Vec<String> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    inputs.iter().for_each(|(_, name)| *count.entry(name).or_default() += 1);
    let key = |(place, name): &(&str, &str)| match count[name] {
        1 => (*name).to_owned(),
        _ => format!("{place}:{name}"),
    };
    inputs.iter().map(key).collect()
}

/// What types are called after the operation `id`.
fn operation(id: &str) -> String {
    identifier(&clean(id).to_pascal_case(), "Operation")
}

/// The name of the builder of the operation called `id`, in the module of `handle`.
pub(super) fn builder(id: &str, handle: &Name) -> Name {
    let name = free(operation(id), reserved::TYPES, "Call");
    let name = free(name.as_str().to_owned(), reserved::HANDLES, "Call");
    free(name.as_str().to_owned(), &[handle.as_str()], "Call")
}

/// The name of the struct that holds the required inputs of the operation with this builder.
pub(super) fn inputs(builder: &Name) -> Name {
    Name::new(format!("{}Inputs", builder.as_str()))
}

/// The name of the enum of what the operation called `id` returns.
pub(super) fn answer(id: &str) -> Name {
    Name::new(format!("{}Answer", operation(id)))
}

/// The name of the struct with the headers that the operation called `id` is answered with.
pub(super) fn headers(id: &str) -> Name {
    Name::new(format!("{}Headers", operation(id)))
}

/// The name of the struct with the headers `names`, which several operations are answered with, after what these names
/// have in common: `RateLimitHeaders`. `None` if that is nothing.
pub(super) fn shared_headers<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<Name> {
    let words = |name: &str| clean(without_x(name)).to_pascal_case();
    let first: Vec<String> = without_x(names.next()?).split('-').map(words).collect();
    let common = names.fold(first, |common, name| {
        let own = without_x(name).split('-').map(words);
        common.into_iter().zip(own).take_while(|(one, other)| one == other).map(|(one, _)| one).collect()
    });
    (!common.is_empty()).then(|| Name::new(format!("{}Headers", identifier(&common.concat(), "Shared"))))
}

/// The name of the field for a header.
pub(super) fn header(name: &str) -> Name {
    // The only name of HTTP whose words are not where its capitals are.
    if name.eq_ignore_ascii_case("etag") { Name::new("etag") } else { value(without_x(name)) }
}

/// The name of a header without the prefix that once marked those of no standard (RFC 6648).
fn without_x(name: &str) -> &str {
    match name.split_at_checked(2) {
        Some(("X-" | "x-", rest)) if !rest.is_empty() => rest,
        _ => name,
    }
}

/// The name of the static that describes the operation called `id`.
pub(super) fn constant(id: &str) -> Name {
    Name::new(identifier(&in_snake_case(id).to_shouty_snake_case(), "OPERATION"))
}

/// The name of an operation as words: `CreatePet` is "Create pet".
pub(super) fn sentence(id: &str) -> String {
    let words = in_snake_case(id).replace('_', " ");
    let mut characters = words.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// The names of resources, in snake case, without the words that all of them begin with.
pub(super) fn resources(tags: &[&str]) -> Vec<Name> {
    let words: Vec<Vec<String>> =
        tags.iter().map(|tag| in_snake_case(tag).split('_').map(str::to_owned).collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
    let shared = (0..shortest).take_while(|place| words.iter().all(|word| word[*place] == words[0][*place])).count();
    let dropped = if words.len() > 1 && shared < shortest { shared } else { 0 };
    let name = |(number, words): (usize, &Vec<String>)| {
        let name = identifier(&words[dropped..].join("_"), "operations");
        // Only ASCII can be the name of a file everywhere.
        if name.is_ascii() { shortened(name, LONGEST_FILE) } else { format!("resource_{}", number + 1) }
    };
    let names: Vec<String> = words.iter().enumerate().map(name).collect();
    // What is reserved is free in the plural, as resources are called anyway: many an API has calls, or clients.
    let plural = |name: &str| {
        Some(format!("{name}s")).filter(|plural| reserved::NOUNS.contains(&name) && !names.contains(plural))
    };
    let free = |name: &String| plural(name).map_or_else(|| free(name.clone(), reserved::RESOURCES, "_api"), Name::new);
    names.iter().map(free).collect()
}

/// The name of a handle, after its module.
pub(super) fn handle(module: &Name) -> Name {
    let words: String = module.as_str().split('_').map(handle_word).collect();
    let name = free(identifier(&words, "Api"), reserved::TYPES, "Api");
    let name = free(name.as_str().to_owned(), reserved::HANDLES, "Api");
    free(name.as_str().to_owned(), reserved::CLIENT_TYPES, "Api")
}

/// A word of a module's name in Pascal case; `OAuth` is the only one with a capital within.
fn handle_word(word: &str) -> String {
    match word.strip_prefix("oauth") {
        Some(version) if version.chars().all(|character| character.is_ascii_digit()) => format!("OAuth{version}"),
        _ => word.to_pascal_case(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_lose_what_they_share() {
        for (tags, expected) in [
            (vec!["Plugins", "Releases"], vec!["plugins", "releases"]),
            (vec!["FlexV1Plugin", "FlexV1PluginArchive"], vec!["flex_v1_plugin", "flex_v1_plugin_archive"]),
            (vec!["FlexV1Plugin", "FlexV1Release"], vec!["plugin", "release"]),
            (vec!["Flex V1"], vec!["flex_v1"]),
            (vec!["2fa"], vec!["operations_2fa"]),
            (vec!["Call", "Client", "Clients", "Settings"], vec!["calls", "client_api", "clients", "settings_api"]),
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
            ("StartTime<", "start_time_before"),
            ("StartTime>", "start_time_after"),
            ("m²", "m"),
            ("größe", "größe"),
            ("type", "type"),
            ("self", "self_value"),
            ("2nd", "value_2nd"),
            ("HTTPUrl", "http_url"),
            ("OAuthToken", "oauth_token"),
            ("DeviceIDs", "device_ids"),
            ("URLsByID", "urls_by_id"),
            ("FOOAuth", "foo_auth"),
        ] {
            assert_eq!(value(name).as_str(), expected);
        }
        for (module, expected) in [("oauth", "OAuth"), ("oauth2_apps", "OAuth2Apps"), ("call_logs", "CallLogs")] {
            assert_eq!(handle(&Name::new(module)).as_str(), expected);
        }
        assert_eq!(setter("With").as_str(), "with_value");
        assert_eq!(model(&["Value"]).as_str(), "ValueModel");
        assert_eq!(model(&["flex.v1.plugin", "links"]).as_str(), "FlexV1PluginLinks");
        assert_eq!(variant("in-progress").as_str(), "InProgress");
        assert_eq!(variant("10").as_str(), "Value10");
        assert_eq!(variant("+1").as_str(), "Plus1");
        assert_eq!(variant("-1").as_str(), "Minus1");
        assert_eq!(variant("½x").as_str(), "X");
        assert_eq!(variant("2.11").as_str(), "Value2_11");
        assert_eq!(variant("gpt-4-1106-preview").as_str(), "Gpt4_1106Preview");
        assert_eq!(variant("!=").as_str(), "NotEqual");
        assert_eq!(builder("self", &Name::new("Pets")).as_str(), "SelfOperation");
        assert_eq!(builder("call", &Name::new("Pets")).as_str(), "CallCall");
        assert_eq!(builder("pets", &Name::new("Pets")).as_str(), "PetsCall");
        assert_eq!(argument("request").as_str(), "request_value");
    }

    #[test]
    fn arguments_have_their_place_where_they_need_it() {
        let inputs = [("path", "Sid"), ("form", "Sid"), ("form", "Name"), ("body", "*body")];
        assert_eq!(keys(&inputs), ["path:Sid", "form:Sid", "Name", "*body"]);
    }
}
