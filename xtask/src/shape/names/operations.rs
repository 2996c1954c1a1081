//! Names of the methods for operations, without what their resource says already.

use std::collections::HashMap;

use super::singular::singular;
use super::{free, identifier, in_snake_case};
use crate::rust::Name;

/// Methods that every handle has, and that no operation may be called; those that take a handle as a value are found
/// before one of ours that borrows it.
const HANDLE_METHODS: &[&str] = &["clone", "into", "new", "try_into"];

const HTTP_METHODS: &[&str] = &["delete", "get", "head", "options", "patch", "post", "put", "trace"];

/// Words that may follow what something is done to.
const PREPOSITIONS: &[&str] = &["as", "at", "by", "for", "from", "in", "of", "on", "to", "with"];

/// Words before a noun that say nothing.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// Words before a noun that are of the verb rather than of the noun: `batch_update_points`.
const OF_VERBS: &[&str] = &["all", "batch", "bulk", "many", "multiple"];

/// Words that join verbs: `create_or_update_company`.
const CONJUNCTIONS: &[&str] = &["and", "or"];

/// The names of the methods for the operations called `ids`, without the noun that `resource` says already.
///
/// `ListPluginVersions` under `plugin_versions` is `list`, and so is `plugin_versions/list`. Of operations that would be
/// called the same, those that lose most of their names keep more of them.
pub(in crate::shape) fn methods(ids: &[&str], resource: &Name) -> Vec<Name> {
    let nouns = Nouns::of(resource);
    if let Some(names) = nouns.second_words(ids) {
        return names;
    }
    let kind = nouns.kind(ids);
    // For each operation, its possible names from the longest to the shortest, which is the one that it has for now.
    let mut names: Vec<Vec<Name>> = ids.iter().map(|id| method(id, &nouns, &kind)).collect();
    loop {
        let mut groups: HashMap<&Name, Vec<usize>> = HashMap::new();
        for (index, names) in names.iter().enumerate() {
            groups.entry(&names[names.len() - 1]).or_default().push(index);
        }
        let mut shortened = Vec::new();
        for group in groups.values().filter(|group| group.len() > 1) {
            let most = group.iter().map(|index| names[*index].len()).max().unwrap_or_default();
            shortened.extend(group.iter().copied().filter(|index| most > 1 && names[*index].len() == most));
        }
        if shortened.is_empty() {
            return names.into_iter().filter_map(|mut names| names.pop()).collect();
        }
        for index in shortened {
            names[index].pop();
        }
    }
}

/// The possible names of the method for the operation called `id`, the longest first; `kind` is what all nouns of the
/// resource have before them.
fn method(id: &str, nouns: &Nouns, kind: &[String]) -> Vec<Name> {
    let full = in_snake_case(id);
    let rest = nouns.without_prefix(&full);
    let shortest = nouns.object(rest.as_ref().unwrap_or(&full)).and_then(|object| object.left_out(kind));
    let mut names: Vec<Name> = std::iter::once(full).chain(rest).chain(shortest).map(named).collect();
    names.dedup();
    names
}

fn named(name: String) -> Name {
    free(identifier(&name, "call"), HANDLE_METHODS, "_call")
}

/// What a resource may be called in the names of its operations.
struct Nouns([String; 3]);

impl Nouns {
    fn of(resource: &Name) -> Self {
        let noun = resource.as_str();
        Self([noun.to_owned(), singular(noun), format!("{noun}s")])
    }

    /// What all operations called `ids` that mention a noun have before it: `api` in `list_api_keys`; nothing if they
    /// differ.
    fn kind(&self, ids: &[&str]) -> Vec<String> {
        let names: Vec<String> = ids.iter().map(|id| in_snake_case(id)).collect();
        let names = names.iter().map(|name| self.without_prefix(name).unwrap_or_else(|| name.clone()));
        let mut kinds = names.filter_map(|name| Some(self.mention(&name)?.kind));
        let first = kinds.next().unwrap_or_default();
        if kinds.all(|kind| kind == first) { first } else { Vec::new() }
    }

    /// The names of operations called `ids` that are all like `get_customers_customer`, a method of HTTP and then the same
    /// noun, as they are where paths make them: without the noun. What would be called `get_id` is to say whose.
    fn second_words(&self, ids: &[&str]) -> Option<Vec<Name>> {
        let without = |noun: &String, id: &&str| {
            let name = in_snake_case(id);
            let (verb, rest) = name.split_once('_').filter(|(verb, _)| HTTP_METHODS.contains(verb))?;
            let rest = rest.strip_prefix(noun.as_str())?;
            let is_whole = rest.is_empty() || (rest.starts_with('_') && rest.split('_').nth(1) != Some("id"));
            is_whole.then(|| named(format!("{verb}{rest}")))
        };
        self.0.iter().find_map(|noun| ids.iter().map(|id| without(noun, id)).collect())
    }

    /// `name` without a noun at its start, unless that is rather what is done: `pets_by_status`.
    fn without_prefix(&self, name: &str) -> Option<String> {
        let rest = self.0.iter().find_map(|noun| name.strip_prefix(noun)?.strip_prefix('_'))?;
        let is_done = rest.split('_').next().is_some_and(|word| !PREPOSITIONS.contains(&word));
        is_done.then(|| rest.to_owned())
    }

    /// What `name` says is done to a noun.
    fn object(&self, name: &str) -> Option<Object> {
        self.0.iter().find_map(|noun| Object::of(name, noun).filter(Object::is_last))
    }

    /// What `name` says of a noun, whatever follows it.
    fn mention(&self, name: &str) -> Option<Object> {
        self.0.iter().find_map(|noun| Object::of(name, noun))
    }
}

/// The name of something that is done to a noun, without this.
struct Object {
    verb: String,
    /// What is said of the noun before it.
    kind: Vec<String>,
    /// What follows the noun.
    rest: String,
}

impl Object {
    fn of(name: &str, noun: &str) -> Option<Self> {
        let (before, rest) = name.split_once(&format!("_{noun}"))?;
        if before.is_empty() || !(rest.is_empty() || rest.starts_with('_')) {
            return None;
        }
        let is_article = |(place, word): &(usize, &str)| *place > 0 && ARTICLES.contains(word);
        let words = before.split('_').enumerate().filter(|word| !is_article(word));
        let words: Vec<&str> = words.map(|(_, word)| word).collect();
        let belongs = |place: &usize| {
            let (word, last) = (words[*place], words[*place - 1]);
            OF_VERBS.contains(&word)
                || CONJUNCTIONS.contains(&word)
                || CONJUNCTIONS.contains(&last)
                || (*place == 1 && OF_VERBS.contains(&last))
        };
        let verb = 1 + (1..words.len()).take_while(belongs).count();
        let kind = words[verb..].iter().map(|word| (*word).to_owned()).collect();
        Some(Self { verb: words[..verb].join("_"), kind, rest: rest.to_owned() })
    }

    /// Whether nothing follows the noun, or only how or where it is done.
    fn is_last(&self) -> bool {
        self.rest.split('_').nth(1).is_none_or(|word| PREPOSITIONS.contains(&word))
    }

    /// The name without the noun, if that is of this `kind` or of none: `get_files_comments` is not `get_files`.
    fn left_out(&self, kind: &[String]) -> Option<String> {
        (self.kind.is_empty() || self.kind == kind).then(|| format!("{}{}", self.verb, self.rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_methods(table: &[(&str, &[&str], &[&str])]) {
        for (resource, ids, expected) in table {
            let names = methods(ids, &Name::new(*resource));
            assert_eq!(names.iter().map(Name::as_str).collect::<Vec<_>>(), *expected, "{ids:?} under {resource}");
        }
    }

    #[test]
    fn methods_leave_out_what_the_resource_says() {
        assert_methods(&[
            ("plugins", &["ListPlugins", "CreatePlugin"], &["list", "create"]),
            ("plugin", &["ListPlugin"], &["list"]),
            ("plugin", &["ListPlugins"], &["list"]),
            ("plugin_versions", &["ArchivePluginVersion"], &["archive"]),
            ("plugin_archive", &["UpdatePluginArchive"], &["update"]),
            ("releases", &["FetchPlugin"], &["fetch_plugin"]),
            ("plugins", &["plugins"], &["plugins"]),
            ("entries", &["listEntries", "getEntry"], &["list", "get"]),
            ("boxes", &["DeleteBox"], &["delete"]),
            ("gists", &["gists/star", "gists/list-for-user"], &["star", "list_for_user"]),
            (
                "pet",
                &["findPetsByStatus", "getPetById", "uploadPetFile"],
                &["find_by_status", "get_by_id", "upload_pet_file"],
            ),
            ("pet", &["listPet", "listPets"], &["list_pet", "list_pets"]),
            ("lists", &["listByName"], &["list_by_name"]),
            ("repos", &["repos/list", "repos/list-repos"], &["list", "list_repos"]),
            ("repos", &["list", "repos/list", "list_repo"], &["list", "repos_list", "list_repo"]),
            ("pets", &["new", "into"], &["new_call", "into_call"]),
        ]);
    }

    #[test]
    fn methods_leave_out_what_all_paths_begin_with() {
        assert_methods(&[
            (
                "customers",
                &["GetCustomers", "PostCustomersCustomer", "GetCustomersSearch", "DeleteCustomersCustomerCardsId"],
                &["get", "post_customer", "get_search", "delete_customer_cards_id"],
            ),
            ("tax_rates", &["GetTaxRatesTaxRate", "GetTaxRatesDefault"], &["get_tax_rate", "get_default"]),
            ("files", &["get_files_id", "get_files_content"], &["get_files_id", "get_files_content"]),
            ("pets", &["getPetsPet", "findPet"], &["get_pets_pet", "find"]),
            (
                "policy",
                &["system_policy_view", "system_policy_update"],
                &["system_policy_view", "system_policy_update"],
            ),
        ]);
    }

    #[test]
    fn methods_keep_what_the_resource_does_not_say() {
        assert_methods(&[
            // What all of them are of, they need not say.
            ("keys", &["listApiKeys", "deleteApiKey"], &["list", "delete"]),
            ("all_time", &["ListUsageRecordAllTime"], &["list"]),
            ("comments", &["getFilesComments", "getComment"], &["get_files_comments", "get"]),
            ("pins", &["getUsersPins", "deletePinsId"], &["get_users_pins", "delete_pins_id"]),
            ("notes", &["listNotes", "listCompanyNotes"], &["list", "list_company_notes"]),
            ("contacts", &["listTagsForAContact", "showContact"], &["list_tags_for_a_contact", "show"]),
            ("companies", &["RetrieveACompanyById", "updateCompany"], &["retrieve_by_id", "update"]),
            ("companies", &["createOrUpdateCompany", "listAllCompanies"], &["create_or_update", "list_all"]),
            ("points", &["batch_update_points", "count_points"], &["batch_update", "count"]),
        ]);
    }
}
