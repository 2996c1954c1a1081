//! From the numbers that an operation has for things to what is sent.

use super::asked::Id;
use super::rules::{Account, Configuration, Plugin, Version};
use super::run::{Run, Seat};

/// What kind of thing is to be named.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'a> {
    Plugin,
    /// A plugin in the configuration that has this SID.
    PluginIn(&'a str),
    /// A version of any plugin.
    Version,
    /// A version of the plugin that is named so.
    VersionOf(&'a str),
    Configuration,
    Release,
}

impl Run {
    /// The text that `id` stands for now.
    pub fn pick(&self, seat: &Seat, kind: Kind<'_>, id: &Id) -> String {
        let (own, other) = (&self.accounts[seat.account], &self.accounts[1 - seat.account]);
        let picked = match id {
            Id::Sid(number) => nth(all(own, kind), *number).map(|(sid, _)| sid),
            Id::Alias(number) => nth(all(own, kind), *number).map(|(_, alias)| alias),
            Id::Foreign(number) => nth(all(other, kind), *number).map(|(sid, _)| sid),
            Id::Misplaced(number) => nth(all(own, elsewhere(kind)), *number).map(|(sid, _)| sid),
            Id::Nothing(text) => Some((*text).to_owned()),
        };
        picked.unwrap_or_else(|| "there-is-none".to_owned())
    }
}

/// A kind for which one of this kind would be taken by mistake.
fn elsewhere(kind: Kind<'_>) -> Kind<'_> {
    match kind {
        Kind::Plugin => Kind::Configuration,
        Kind::PluginIn(_) | Kind::Version => Kind::Plugin,
        Kind::VersionOf(_) => Kind::Version,
        Kind::Configuration => Kind::Release,
        Kind::Release => Kind::Configuration,
    }
}

/// The SIDs and aliases of everything of a kind, in the order of creation.
fn all(account: &Account, kind: Kind<'_>) -> Vec<(String, String)> {
    let Account { plugins, versions, configurations, releases } = account;
    let plugin = |plugin: &Plugin| (plugin.created.sid.clone(), plugin.unique_name.clone());
    let version = |version: &Version| (version.created.sid.clone(), version.version.clone());
    match kind {
        Kind::Plugin => plugins.iter().map(plugin).collect(),
        Kind::PluginIn(id) => {
            let named = configurations.iter().filter(|configuration| configuration.created.sid == id);
            let entries = named.flat_map(|configuration| &configuration.entries);
            entries.map(|entry| plugin(account.owner(account.known(&entry.version)))).collect()
        }
        Kind::Version => versions.iter().map(version).collect(),
        Kind::VersionOf(id) => {
            let named = |version: &&Version| {
                let owner = account.owner(version);
                owner.created.sid == id || owner.unique_name == id
            };
            versions.iter().filter(named).map(version).collect()
        }
        Kind::Configuration => {
            let pair = |found: &Configuration| (found.created.sid.clone(), found.name.clone());
            configurations.iter().map(pair).collect()
        }
        Kind::Release => releases.iter().map(|release| (release.created.sid.clone(), "Active".to_owned())).collect(),
    }
}

/// The item with this number, counting them again and again.
pub fn nth<T>(items: Vec<T>, number: usize) -> Option<T> {
    let length = items.len().max(1);
    items.into_iter().nth(number % length)
}
