//! Every name in Rust is made here.

mod credentials;
mod modules;
mod operations;
mod places;
mod signs;
mod singular;
mod values;

use std::collections::{HashMap, HashSet};

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use unicode_ident::{is_xid_continue, is_xid_start};

pub(super) use self::credentials::{Constants, Givers, is_alike};
pub(super) use self::modules::{Named, modules};
pub(super) use self::operations::methods;
pub(super) use self::places::models;
pub(super) use self::values::variants;
use crate::diagnostics::{Diagnostics, Place, Pointer, Problem};
use crate::numbers::Numbers;
use crate::rust::Name;

/// Methods that every builder has, and that no setter may be called.
const BUILDER_METHODS: &[&str] = &["clone", "into_future", "stream", "with", "with_response"];

/// Methods of every server, and that none that serves an operation may be called.
const SERVER_METHODS: &[&str] = &["reject"];

/// Functions that every model has, and that no setter of a model may be called.
const MODEL_METHODS: &[&str] = &["clone", "default", "new"];

/// Variables of the methods that start operations, which no argument may be called.
const VARIABLES: &[&str] = &["inputs", "request"];

/// Types that the modules of resources and models import, and that nothing of ours may be called there.
const RESERVED_TYPES: &[&str] = &[
    "AnyText",
    "AsRef",
    "BTreeMap",
    "Box",
    "Call",
    "CallOptions",
    "Client",
    "Clone",
    "Date",
    "Debug",
    "Default",
    "Empty",
    "From",
    "Hash",
    "IntoFuture",
    "IntoIterator",
    "Json",
    "Nullable",
    "Option",
    "Page",
    "PageStream",
    "Paged",
    "Paging",
    "PartialEq",
    "Request",
    "Result",
    "Self",
    "String",
    "Text",
    "Timestamp",
    "Value",
    "Vec",
    "Whole",
];

/// Types that the modules of resources import, but those of models do not.
const RESERVED_HANDLES: &[&str] = &[
    "Decode",
    "Download",
    "Events",
    "Incoming",
    "Into",
    "JsonEvents",
    "PlainText",
    "Reading",
    "Redirect",
    "StatusCode",
    "TextEvents",
    "Upload",
];

/// Types that the server's modules import, which have a type for each operation that is called like its builder.
const RESERVED_REQUESTS: &[&str] =
    &["Api", "Body", "Bytes", "FromInputs", "Inputs", "IntoReply", "Ok", "Reason", "Reply", "Response", "Routes"];

/// Types at the root of every crate, and in the module of newtypes, that no newtype may be called.
const RESERVED_NEWTYPES: &[&str] =
    &["ClientBuilder", "Eq", "Error", "Ord", "Part", "PartialOrd", "Pattern", "TokenProvider"];

/// Types that the client's module imports beside the handles.
const CLIENT_TYPES: &[&str] = &["Arc", "ClientBuilder", "Given", "TokenProvider"];

/// Features of every crate, and of those that have one for each resource.
const RESERVED_FEATURES: &[&str] =
    &["cli", "default", "dynamic", "resources", "rustls", "serialize", "server", "shared_models", "tracing"];

/// Modules of every crate and methods of every client, which no resource may be called.
const RESERVED_RESOURCES: &[&str] = &[
    "base_urls",
    "builder",
    "call",
    "client",
    "clone",
    "document",
    "dynamic",
    "from_env",
    "headers",
    "lib",
    "main",
    "mod",
    "models",
    "newtypes",
    "reqwest",
    "runtime",
    "server",
    "settings",
];

/// Those of them that resources are called in the singular.
const NOUNS: &[&str] = &["builder", "call", "client", "document", "runtime", "server"];

/// A description of more words than this is no name.
const MOST_WORDS: usize = 4;

/// The longest name of a file, without what may come behind it: most systems have room for 255 bytes.
const LONGEST_FILE: usize = 200;

/// Names that cannot even be raw identifiers.
const IMPOSSIBLE: &[&str] = &["Self", "_", "crate", "self", "super"];

/// The name of a type, from the words of its name or place.
pub(super) fn model(words: &[&str]) -> Name {
    let name = identifier(&clean(&words.join(" ")).to_pascal_case(), "Model");
    free(name, RESERVED_TYPES, "Model")
}

/// The name of a newtype, from the words of its name.
pub(super) fn newtype(words: &[&str]) -> Name {
    free(model(words).as_str().to_owned(), RESERVED_NEWTYPES, "Text")
}

/// The name of a variant that stands for `text`.
pub(super) fn variant(text: &str) -> Name {
    let words = signs::named(text).unwrap_or_else(|| apart(&clean(&signed(text))));
    let name = if text.is_empty() { "Empty".to_owned() } else { identifier(&words, "Value") };
    free(name, &["Self", "Unknown"], "Value")
}

/// `text`, which is [`clean`], in Pascal case, with its numbers kept apart: 2.11 is not 21.1.
fn apart(text: &str) -> String {
    let mut name = String::new();
    for word in text.split([' ', '_']).map(ToPascalCase::to_pascal_case) {
        let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
        if is_digit(name.chars().next_back()) && is_digit(word.chars().next()) {
            name.push('_');
        }
        name.push_str(&word);
    }
    name
}

/// `text` with the sign of a number as a word.
fn signed(text: &str) -> String {
    match text.strip_prefix(['+', '-']) {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{} {rest}", if text.starts_with('+') { "plus" } else { "minus" })
        }
        _ => text.to_owned(),
    }
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
    free(snake(name), VARIABLES, "_value")
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
    free(name.as_str().to_owned(), MODEL_METHODS, "_value")
}

/// The name of the method that sends null for what the setter `name` sends something for.
pub(super) fn null(name: &Name) -> Name {
    Name::new(format!("{}_null", name.as_str()))
}

/// `name` in snake case; a comparison at its end, as in `DateCreated<`, as a word.
fn snake(name: &str) -> String {
    let words = match (name.strip_suffix('<'), name.strip_suffix('>')) {
        (Some(rest), _) => format!("{rest} before"),
        (_, Some(rest)) => format!("{rest} after"),
        _ => signed(name),
    };
    identifier(&in_snake_case(&words), "value")
}

/// `name`, with `suffix` if it is `taken`.
fn free(name: String, taken: &[&str], suffix: &str) -> Name {
    Name::new(if taken.contains(&name.as_str()) { name + suffix } else { name })
}

/// Names of which none may occur twice.
#[derive(Default)]
pub(super) struct Taken {
    names: HashSet<Name>,
    numbers: Numbers,
}

impl Taken {
    /// These names.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a Name>) -> Self {
        Self { names: names.cloned().collect(), ..Self::default() }
    }

    /// `name`, with `suffix` if it has been taken.
    pub(super) fn or(&self, name: &str, suffix: &str) -> String {
        if self.names.contains(name) { format!("{name}{suffix}") } else { name.to_owned() }
    }

    /// `name`, with `join` and a number if it has been taken.
    fn add(&mut self, name: Name, join: &str) -> Name {
        let free = self.numbers.free(name.as_str().to_owned(), join, |name| self.names.contains(name));
        let name = Name::new(free);
        self.names.insert(name.clone());
        name
    }
}

/// Names of the methods that serve operations, all of which are in one trait.
#[derive(Default)]
pub(super) struct Served(Taken);

impl Served {
    /// The name of the method that serves the operation called `id`, with a number if others have the same.
    pub(super) fn add(&mut self, id: &str) -> Name {
        self.0.add(free(snake(id), SERVER_METHODS, "_call"), "_")
    }
}

/// The name of a setter.
pub(super) fn setter(name: &str) -> Name {
    free(snake(name), BUILDER_METHODS, "_value")
}

/// The names of features after the modules of resources.
pub(super) fn features<'a>(modules: impl Iterator<Item = &'a Name>) -> Vec<String> {
    let mut taken = Taken::default();
    let names = modules.map(|module| taken.add(free(module.as_str().to_owned(), RESERVED_FEATURES, "_api"), "_"));
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

/// The name of the builder of the operation called `id`, in the module of `handle`.
pub(super) fn builder(id: &str, handle: &Name) -> Name {
    let name = free(identifier(&clean(id).to_pascal_case(), "Operation"), RESERVED_TYPES, "Call");
    let name = free(name.as_str().to_owned(), RESERVED_REQUESTS, "Call");
    let name = free(name.as_str().to_owned(), RESERVED_HANDLES, "Call");
    free(name.as_str().to_owned(), &[handle.as_str()], "Call")
}

/// The name of the struct that holds the required inputs of the operation with this builder.
pub(super) fn inputs(builder: &Name) -> Name {
    Name::new(format!("{}Inputs", builder.as_str()))
}

/// The name of the enum of what the operation called `id` returns.
pub(super) fn answer(id: &str) -> Name {
    Name::new(format!("{}Answer", identifier(&clean(id).to_pascal_case(), "Operation")))
}

/// The name of the struct with the headers that the operation called `id` is answered with.
pub(super) fn headers(id: &str) -> Name {
    Name::new(format!("{}Headers", identifier(&clean(id).to_pascal_case(), "Operation")))
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
    let plural =
        |name: &str| Some(format!("{name}s")).filter(|plural| NOUNS.contains(&name) && !names.contains(plural));
    let free = |name: &String| plural(name).map_or_else(|| free(name.clone(), RESERVED_RESOURCES, "_api"), Name::new);
    names.iter().map(free).collect()
}

/// The name of a handle, after its module.
pub(super) fn handle(module: &Name) -> Name {
    let words: String = module.as_str().split('_').map(handle_word).collect();
    let name = free(identifier(&words, "Api"), RESERVED_TYPES, "Api");
    let name = free(name.as_str().to_owned(), RESERVED_HANDLES, "Api");
    free(name.as_str().to_owned(), CLIENT_TYPES, "Api")
}

/// A word of a module's name in Pascal case; `OAuth` is the only one with a capital within.
fn handle_word(word: &str) -> String {
    match word.strip_prefix("oauth") {
        Some(version) if version.chars().all(|character| character.is_ascii_digit()) => format!("OAuth{version}"),
        _ => word.to_pascal_case(),
    }
}

/// `text` with a space for each character that no identifier can have, or that rustc warns about.
fn clean(text: &str) -> String {
    // Letters that modify others, are raised or lowered, or stand for others: mathematical, letter-like, and of full or
    // half width.
    let is_unusual = |character| {
        matches!(
            character,
            'ª' | 'º'
                | '\u{2b0}'..='\u{2ff}'
                | '\u{1d2c}'..='\u{1d6a}'
                | '\u{1d78}'
                | '\u{1d9b}'..='\u{1dbf}'
                | '\u{2070}'..='\u{209c}'
                | '\u{2100}'..='\u{214f}'
                | '\u{ff00}'..='\u{ffef}'
                | '\u{1d400}'..='\u{1d7ff}'
        )
    };
    let is_fine = |character: char| match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => true,
        _ => is_xid_continue(character) && !is_unusual(character),
    };
    let text: String = text.chars().map(|character| if is_fine(character) { character } else { ' ' }).collect();
    without_plural_acronyms(text)
}

/// `text` with `IDs` as `Ids`, whose words would be `I` and `Ds` otherwise.
fn without_plural_acronyms(text: String) -> String {
    let is_one = |letters: &[u8]| matches!(letters, [b'A'..=b'Z', b'A'..=b'Z', b's']);
    if !text.as_bytes().windows(3).any(is_one) {
        return text;
    }
    let characters: Vec<char> = text.chars().collect();
    let ends_one = |place: usize| {
        place > 1
            && characters[place] == 's'
            && characters[place - 2..place].iter().all(char::is_ascii_uppercase)
            && !characters.get(place + 1).is_some_and(|next| next.is_lowercase())
    };
    if !(0..characters.len()).any(ends_one) {
        return text;
    }
    let mut changed = characters.clone();
    for end in (0..characters.len()).filter(|place| ends_one(*place)) {
        let acronym = characters[..end].iter().rev().take_while(|character| character.is_ascii_uppercase()).count();
        changed[end + 1 - acronym..end].iter_mut().for_each(|character| character.make_ascii_lowercase());
    }
    changed.into_iter().collect()
}

/// `text`, [`clean`], in snake case; `OAuth` is one word.
fn in_snake_case(text: &str) -> String {
    if is_in_snake_case(text) {
        return text.to_owned();
    }
    if is_in_camel_case(text) {
        return with_words_apart(text);
    }
    let text = clean(text);
    if !text.contains("OAuth") {
        return text.to_snake_case();
    }
    let follows_capital =
        |place: usize| text[..place].chars().next_back().is_some_and(|before| before.is_ascii_uppercase());
    if text.match_indices("OAuth").any(|(place, _)| follows_capital(place)) {
        return text.to_snake_case();
    }
    text.replace("OAuth", "Oauth").to_snake_case()
}

/// Whether `text` is nothing but words of small letters and digits with a single `_` in between, as most names are.
fn is_in_snake_case(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.split('_').all(is_word)
}

/// Whether `text` is nothing but letters of which no two capitals stand together, as most other names are.
fn is_in_camel_case(text: &str) -> bool {
    let letters = text.as_bytes();
    let follows_capital = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
    letters.iter().all(u8::is_ascii_alphabetic) && !letters.windows(2).any(follows_capital)
}

/// `text`, which [`is_in_camel_case`], in snake case.
fn with_words_apart(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 4);
    for letter in text.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// `text`, which is [`clean`], made an identifier: it cannot start with a digit, be empty, or be one of a few keywords.
fn identifier(text: &str, noun: &str) -> String {
    let text = text.replace(' ', "");
    let is_type = noun.starts_with(char::is_uppercase);
    let join = if is_type { "" } else { "_" };
    match text.chars().next() {
        None => noun.to_owned(),
        Some(_) if IMPOSSIBLE.contains(&text.as_str()) => format!("{text}{join}{noun}"),
        Some(first) if is_xid_start(first) || first == '_' => text,
        Some(_) => format!("{noun}{join}{text}"),
    }
}

/// The beginning of `name`, which is ASCII, if it is longer than `most`.
fn shortened(mut name: String, most: usize) -> String {
    if name.len() > most {
        name.truncate(most);
        name.truncate(name.trim_end_matches('_').len());
    }
    name
}

/// Names that must differ from one another, to notice when they do not.
pub(super) struct Scope {
    /// What they are names of, for messages.
    what: String,
    names: HashMap<Name, (String, Pointer)>,
    numbers: Numbers,
}

impl Scope {
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), names: HashMap::new(), numbers: Numbers::default() }
    }

    /// `name`, which stands for `wire`, given at `at`, with a number if it has been taken; that is reported.
    pub(super) fn add(&mut self, diagnostics: &mut Diagnostics, name: Name, wire: &str, at: &Pointer) -> Name {
        let taken = self.names.get(&name).cloned();
        let given = self.free(name.clone(), wire, at);
        let is_made_up = !wire.is_empty()
            && !signs::is_told(wire, name.as_str())
            && clean(wire).chars().all(|character| matches!(character, ' ' | '_'));
        if let Some((first_name, first)) = taken {
            let problem = Problem::NameCollision {
                rust: name.as_str().into(),
                what: self.what.as_str().into(),
                first,
                first_name,
                second_name: wire.to_owned(),
                given: given.as_str().into(),
            };
            diagnostics.report::<()>(Place::Key(at.clone()), problem);
        } else if is_made_up {
            let problem = Problem::UnnamableInRust { name: wire.to_owned(), given: given.as_str().to_owned() };
            diagnostics.report::<()>(Place::Value(at.clone()), problem);
        }
        given
    }

    /// `name`, with a number if it has been taken, without a word about it.
    pub(super) fn free(&mut self, name: Name, wire: &str, at: &Pointer) -> Name {
        let base = name.as_str();
        let join = if base.starts_with(char::is_uppercase) && !base.contains('_') { "" } else { "_" };
        let free = Name::new(self.numbers.free(base.to_owned(), join, |name| self.names.contains_key(name)));
        self.names.insert(free.clone(), (wire.to_owned(), at.clone()));
        free
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
    fn simple_names_have_the_words_that_others_would_have() {
        let longer = |name: &String| ["a", "b", "A", "B"].map(|letter| format!("{name}{letter}"));
        let mut names = vec![String::new()];
        for _ in 0..6 {
            names = names.iter().flat_map(longer).filter(|name| is_in_camel_case(name)).collect();
            names.iter().for_each(|name| assert_eq!(with_words_apart(name), name.to_snake_case()));
        }
        assert!(names.len() > 500, "{}", names.len());
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
