//! Releases: list, create, fetch; and what the active one holds.

use rusqlite::Row;

use super::cursor::List;
use super::paging::{Page, PageRequest, Source};
use super::rows::Release;
use super::session::{Session, Stamp, Stored};
use super::sids::Prefix;
use super::{Caller, Store, check, clock, configurations};
use crate::problem::{Problem, Resource};

/// What stands for the SID of the newest release.
const ACTIVE: &str = "Active";

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.sequence, r.sid, r.account, c.sid, r.created \
             FROM releases r CROSS JOIN configurations c ON c.sequence = r.configuration \
             WHERE r.visible_from <= unixepoch('subsec') * 1000 AND ",
            $rest
        )
    };
}

const BY_SID: &str = select!("r.sid = ?1 AND r.account = ?2");
const OLDER: &str = select!("r.account = ?1 AND r.sequence < ?2 ORDER BY r.sequence DESC LIMIT ?3");
const NEWER: &str = select!("r.account = ?1 AND r.sequence > ?2 ORDER BY r.sequence LIMIT ?3");
const INSERT: &str = "INSERT INTO releases (sequence, sid, account, configuration, created, visible_from) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const NEWEST: &str = "SELECT configuration FROM releases WHERE account = ?1 ORDER BY sequence DESC LIMIT 1";
const PLUGIN_ENTRY: &str = "SELECT 1 FROM configured_plugins WHERE configuration = ?1 AND plugin = ?2";
const VERSION_ENTRY: &str = "SELECT 1 FROM versions v CROSS JOIN configured_plugins e \
    ON e.configuration = ?1 AND e.plugin = v.plugin AND e.version = v.sequence WHERE v.sequence = ?2";
const ARCHIVED_ENTRY: &str = "SELECT p.archived FROM configured_plugins e \
    CROSS JOIN plugins p ON p.sequence = e.plugin CROSS JOIN versions v ON v.sequence = e.version \
    WHERE e.configuration = ?1 AND (p.archived OR v.archived) ORDER BY e.position LIMIT 1";

impl Store {
    /// The account's releases, newest first.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] or [`Problem::PageTooLarge`] for a page that cannot be.
    pub async fn list_releases(&self, caller: &Caller, page: PageRequest) -> Result<Page<Release>, Problem> {
        let caller = caller.clone();
        self.read(move |db| source(&caller.account).page(db, &page)).await
    }

    /// Releases the configuration that has SID `configuration`, which replaces the active release.
    ///
    /// # Errors
    ///
    /// [`Problem::Missing`] or [`Problem::Invalid`] for what is not a SID; [`Problem::UnknownConfiguration`] if the
    /// account has none; [`Problem::Archived`] if it is archived; [`Problem::HoldsArchived`] if something in it is.
    pub async fn create_release(&self, caller: &Caller, configuration: &str) -> Result<Release, Problem> {
        check::new_release(configuration)?;
        let (caller, configuration) = (caller.clone(), configuration.to_owned());
        self.write(move |db| create(db, &caller, configuration)).await
    }

    /// The release that has SID `id`, or the newest one if `id` is `Active`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has none.
    pub async fn fetch_release(&self, caller: &Caller, id: &str) -> Result<Release, Problem> {
        let (caller, id) = (caller.clone(), id.to_owned());
        self.read(move |db| find(db, &caller, &id)).await
    }
}

/// The list of an account's releases, as far as they can be read.
pub(super) fn source<'a>(account: &'a String) -> Source<'a, Release> {
    Source {
        list: List::Releases,
        account,
        scope: account,
        start: i64::MAX,
        forward: OLDER,
        backward: NEWER,
        row: stored,
    }
}

/// The number of the configuration of the newest release, even if that cannot be read yet.
pub(super) fn active_configuration(db: &Session<'_>, account: &str) -> Result<Option<i64>, Problem> {
    db.row(NEWEST, [account], |row| row.get(0))
}

/// Whether the active release holds the plugin that has this number.
pub(super) fn holds_plugin(db: &Session<'_>, account: &str, plugin: i64) -> Result<bool, Problem> {
    let configuration = active_configuration(db, account)?;
    configuration.map_or(Ok(false), |configuration| db.exists(PLUGIN_ENTRY, [configuration, plugin]))
}

/// Whether the active release holds the version that has this number.
pub(super) fn holds_version(db: &Session<'_>, account: &str, version: i64) -> Result<bool, Problem> {
    let configuration = active_configuration(db, account)?;
    configuration.map_or(Ok(false), |configuration| db.exists(VERSION_ENTRY, [configuration, version]))
}

fn create(db: &Session<'_>, caller: &Caller, configuration: String) -> Result<Release, Problem> {
    let found = match configurations::find(db, caller, &configuration) {
        Err(Problem::NotFound) => return Err(Problem::UnknownConfiguration(configuration)),
        found => found?,
    };
    if found.row.archived {
        return Err(Problem::Archived(Resource::Configuration));
    }
    check_entries(db, found.sequence)?;
    let Stamp { sequence, time } = db.stamp()?;
    let sid = Prefix::Release.sid(&db.settings.seed, sequence);
    db.run(INSERT, (sequence, &sid, &caller.account, found.sequence, time, visible_from(db)))?;
    Ok(Release { sid, account: caller.account.clone(), configuration, created: time })
}

/// Refuses a configuration that holds something archived.
fn check_entries(db: &Session<'_>, configuration: i64) -> Result<(), Problem> {
    match db.row(ARCHIVED_ENTRY, [configuration], |row| row.get(0))? {
        Some(true) => Err(Problem::HoldsArchived(Resource::Plugin)),
        Some(false) => Err(Problem::HoldsArchived(Resource::PluginVersion)),
        None => Ok(()),
    }
}

/// From when on a new release can be read, in unix milliseconds; 0 is at once, whatever the clock says.
fn visible_from(db: &Session<'_>) -> i64 {
    let delay = db.settings.rules.release_delay;
    if delay.is_zero() {
        return 0;
    }
    clock::milliseconds().saturating_add(i64::try_from(delay.as_millis()).unwrap_or(i64::MAX))
}

fn find(db: &Session<'_>, caller: &Caller, id: &str) -> Result<Release, Problem> {
    let found = match id {
        ACTIVE if caller.sids_only => None,
        ACTIVE => source(&caller.account).first(db, 1)?.pop(),
        sid => db.row(BY_SID, (sid, &caller.account), stored)?,
    };
    found.map(|release| release.row).ok_or(Problem::NotFound)
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored<Release>> {
    let release = Release { sid: row.get(1)?, account: row.get(2)?, configuration: row.get(3)?, created: row.get(4)? };
    Ok(Stored { sequence: row.get(0)?, row: release })
}
