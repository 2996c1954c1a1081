//! Configurations: list, create, fetch, archive.

use std::collections::HashSet;

use rusqlite::Row;

use super::cursor::List;
use super::forms::{Entry, NewConfiguration};
use super::paging::{Page, PageRequest, Source};
use super::rows::Configuration;
use super::session::{Session, Stamp, Stored};
use super::sids::Prefix;
use super::{Caller, Store, check, releases};
use crate::problem::{Problem, Resource};

/// The phase of an entry that has none.
const DEFAULT_PHASE: i64 = 3;

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT sequence, sid, account, name, description, archived, created FROM configurations WHERE ", $rest)
    };
}

const BY_SID: &str = select!("sid = ?1 AND account = ?2");
const OLDER: &str = select!("account = ?1 AND sequence < ?2 ORDER BY sequence DESC LIMIT ?3");
const NEWER: &str = select!("account = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3");
const INSERT: &str = "INSERT INTO configurations (sequence, sid, account, name, description, created) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ARCHIVE: &str = "UPDATE configurations SET archived = 1 WHERE sequence = ?1";
const CHOICE: &str = "SELECT v.sequence, v.archived, p.sequence, p.archived \
    FROM versions v CROSS JOIN plugins p ON p.sequence = v.plugin WHERE v.sid = ?1 AND v.account = ?2";
const INSERT_ENTRY: &str = "INSERT INTO configured_plugins (configuration, position, plugin, version, phase) \
    VALUES (?1, ?2, ?3, ?4, ?5)";

impl Store {
    /// The account's configurations, newest first, archived ones included.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] or [`Problem::PageTooLarge`] for a page that cannot be.
    pub async fn list_configurations(
        &self,
        caller: &Caller,
        page: PageRequest,
    ) -> Result<Page<Configuration>, Problem> {
        let caller = caller.clone();
        self.read(move |db| source(&caller.account).page(db, &page)).await
    }

    /// Creates a configuration.
    ///
    /// # Errors
    ///
    /// [`Problem::Missing`] or [`Problem::Invalid`] for a bad field, an unknown version among them;
    /// [`Problem::Archived`] if a version or its plugin is archived; [`Problem::DuplicatePlugin`] if two versions are
    /// of the same plugin. The first entry that has a problem decides.
    pub async fn create_configuration(&self, caller: &Caller, new: NewConfiguration) -> Result<Configuration, Problem> {
        check::new_configuration(&new)?;
        let caller = caller.clone();
        self.write(move |db| create(db, caller, new)).await
    }

    /// The configuration that has SID `id`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has none.
    pub async fn fetch_configuration(&self, caller: &Caller, id: &str) -> Result<Configuration, Problem> {
        let (caller, id) = (caller.clone(), id.to_owned());
        self.read(move |db| find(db, &caller, &id).map(|configuration| configuration.row)).await
    }

    /// Archives the configuration that has SID `id`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has none; [`Problem::AlreadyArchived`] if it is archived;
    /// [`Problem::Active`] if it is that of the active release.
    pub async fn archive_configuration(&self, caller: &Caller, id: &str) -> Result<Configuration, Problem> {
        let (caller, id) = (caller.clone(), id.to_owned());
        self.write(move |db| archive(db, &caller, &id)).await
    }
}

/// The list of an account's configurations.
pub(super) fn source<'a>(account: &'a String) -> Source<'a, Configuration> {
    Source {
        list: List::Configurations,
        account,
        scope: account,
        start: i64::MAX,
        forward: OLDER,
        backward: NEWER,
        row: stored,
    }
}

/// The configuration that has SID `id`.
///
/// # Errors
///
/// [`Problem::NotFound`] if the account has none.
pub(super) fn find(db: &Session<'_>, caller: &Caller, id: &str) -> Result<Stored<Configuration>, Problem> {
    db.row(BY_SID, (id, &caller.account), stored)?.ok_or(Problem::NotFound)
}

/// What an entry of a new configuration stands for, by numbers.
struct Choice {
    plugin: i64,
    version: i64,
    phase: i64,
}

fn create(db: &Session<'_>, caller: Caller, new: NewConfiguration) -> Result<Configuration, Problem> {
    let NewConfiguration { name, description, plugins } = new;
    let choices = choices(db, &caller, &plugins)?;
    let Stamp { sequence, time } = db.stamp()?;
    let configuration = Configuration {
        sid: Prefix::Configuration.sid(&db.settings.seed, sequence),
        account: caller.account,
        name,
        description: description.unwrap_or_default(),
        archived: false,
        created: time,
    };
    let Configuration { sid, account, name, description, .. } = &configuration;
    db.run(INSERT, (sequence, sid, account, name, description, time))?;
    for (position, Choice { plugin, version, phase }) in (0_i64..).zip(choices) {
        db.run(INSERT_ENTRY, (sequence, position, plugin, version, phase))?;
    }
    Ok(configuration)
}

fn choices(db: &Session<'_>, caller: &Caller, entries: &[Entry]) -> Result<Vec<Choice>, Problem> {
    let mut seen = HashSet::new();
    let mut choices = Vec::with_capacity(entries.len());
    for entry in entries {
        let choice = choice(db, caller, entry)?;
        if !seen.insert(choice.plugin) {
            return Err(Problem::DuplicatePlugin(entry.plugin_version.clone()));
        }
        choices.push(choice);
    }
    Ok(choices)
}

fn choice(db: &Session<'_>, caller: &Caller, entry: &Entry) -> Result<Choice, Problem> {
    let Entry { plugin_version, phase } = entry;
    let row = db.row(CHOICE, (plugin_version, &caller.account), |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    let unknown = || Problem::invalid("Plugins", format!("the version {plugin_version} was not found"));
    match row.ok_or_else(unknown)? {
        (_, _, _, true) => Err(Problem::Archived(Resource::Plugin)),
        (_, true, _, _) => Err(Problem::Archived(Resource::PluginVersion)),
        (version, _, plugin, _) => Ok(Choice { plugin, version, phase: phase.unwrap_or(DEFAULT_PHASE) }),
    }
}

fn archive(db: &Session<'_>, caller: &Caller, id: &str) -> Result<Configuration, Problem> {
    let Stored { sequence, row: configuration } = find(db, caller, id)?;
    if configuration.archived {
        return Err(Problem::AlreadyArchived(Resource::Configuration));
    }
    if releases::active_configuration(db, &caller.account)? == Some(sequence) {
        return Err(Problem::Active(Resource::Configuration));
    }
    db.run(ARCHIVE, [sequence])?;
    Ok(Configuration { archived: true, ..configuration })
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored<Configuration>> {
    let configuration = Configuration {
        sid: row.get(1)?,
        account: row.get(2)?,
        name: row.get(3)?,
        description: row.get(4)?,
        archived: row.get(5)?,
        created: row.get(6)?,
    };
    Ok(Stored { sequence: row.get(0)?, row: configuration })
}
