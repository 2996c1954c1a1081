//! Versions of plugins: list, create, fetch, archive.

use rusqlite::{Row, params};

use super::cursor::List;
use super::forms::NewVersion;
use super::paging::{Page, PageRequest, Source};
use super::rows::{Plugin, Version};
use super::session::{Session, Stamp, Stored};
use super::sids::Prefix;
use super::{Caller, Store, check, plugins, releases};
use crate::problem::{Problem, Resource};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT v.sequence, v.sid, p.sid, v.account, v.version, v.plugin_url, v.changelog, v.private, v.archived, \
             v.validated, v.created FROM versions v CROSS JOIN plugins p ON p.sequence = v.plugin WHERE ",
            $rest
        )
    };
}

const BY_SID: &str = select!("v.sid = ?1 AND v.plugin = ?2");
const BY_VERSION: &str = select!("v.version = ?1 AND v.plugin = ?2");
const OLDER: &str = select!("v.plugin = ?1 AND v.sequence < ?2 ORDER BY v.sequence DESC LIMIT ?3");
const NEWER: &str = select!("v.plugin = ?1 AND v.sequence > ?2 ORDER BY v.sequence LIMIT ?3");
const ONE_AFTER: &str = "SELECT 1 FROM versions WHERE account = ?1 AND archived = 0 LIMIT 1 OFFSET ?2";
const INSERT: &str = "INSERT INTO versions \
    (sequence, sid, plugin, account, version, plugin_url, changelog, private, validated, created, cli_version) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const ARCHIVE: &str = "UPDATE versions SET archived = 1 WHERE sequence = ?1";

impl Store {
    /// The SID of the plugin that has SID or unique name `plugin`, and its versions, newest first, archived ones
    /// included.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has no such plugin; [`Problem::Invalid`] or [`Problem::PageTooLarge`] for
    /// a page that cannot be.
    pub async fn list_versions(
        &self,
        caller: &Caller,
        plugin: &str,
        page: PageRequest,
    ) -> Result<(String, Page<Version>), Problem> {
        let (caller, plugin) = (caller.clone(), plugin.to_owned());
        self.read(move |db| {
            let plugin = plugins::find(db, &caller, &plugin)?;
            let page = source(&caller.account, &plugin.sequence).page(db, &page)?;
            Ok((plugin.row.sid, page))
        })
        .await
    }

    /// Creates a version of the plugin that has SID or unique name `plugin`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has no such plugin; [`Problem::Missing`] or [`Problem::Invalid`] for a bad
    /// field; [`Problem::Archived`] if the plugin is archived; [`Problem::VersionTaken`] if it has this version, even
    /// an archived one; [`Problem::LimitReached`] if the account has too many.
    pub async fn create_version(&self, caller: &Caller, plugin: &str, new: NewVersion) -> Result<Version, Problem> {
        let (caller, plugin) = (caller.clone(), plugin.to_owned());
        self.write(move |db| create(db, &caller, &plugin, new)).await
    }

    /// The version that has SID or version string `id`, of the plugin that has SID or unique name `plugin`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if there is no such plugin, or it has no such version.
    pub async fn fetch_version(&self, caller: &Caller, plugin: &str, id: &str) -> Result<Version, Problem> {
        let (caller, plugin, id) = (caller.clone(), plugin.to_owned(), id.to_owned());
        self.read(move |db| find(db, &caller, &plugin, &id).map(|version| version.row)).await
    }

    /// Archives the version that has SID or version string `id`, of the plugin that has SID or unique name `plugin`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if there is no such plugin, or it has no such version; [`Problem::AlreadyArchived`] if it
    /// is archived; [`Problem::Active`] if it is in the active release.
    pub async fn archive_version(&self, caller: &Caller, plugin: &str, id: &str) -> Result<Version, Problem> {
        let (caller, plugin, id) = (caller.clone(), plugin.to_owned(), id.to_owned());
        self.write(move |db| archive(db, &caller, &plugin, &id)).await
    }
}

/// The list of the versions of the plugin that has number `plugin`.
pub(super) fn source<'a>(account: &'a str, plugin: &'a i64) -> Source<'a, Version> {
    Source {
        list: List::Versions(*plugin),
        account,
        scope: plugin,
        start: i64::MAX,
        forward: OLDER,
        backward: NEWER,
        row: stored,
    }
}

/// The version that `id` names. What looks like a version's SID is never taken for a version string.
fn find(db: &Session<'_>, caller: &Caller, plugin: &str, id: &str) -> Result<Stored<Version>, Problem> {
    let plugin = plugins::find(db, caller, plugin)?;
    let sql = match Prefix::Version.fits(id) {
        true => BY_SID,
        false if caller.sids_only => return Err(Problem::NotFound),
        false => BY_VERSION,
    };
    db.row(sql, (id, plugin.sequence), stored)?.ok_or(Problem::NotFound)
}

fn create(db: &Session<'_>, caller: &Caller, plugin: &str, new: NewVersion) -> Result<Version, Problem> {
    let plugin = plugins::find(db, caller, plugin)?;
    check::new_version(&new, &db.settings.rules)?;
    if plugin.row.archived {
        return Err(Problem::Archived(Resource::Plugin));
    }
    if db.exists(BY_VERSION, (&new.version, plugin.sequence))? {
        return Err(Problem::VersionTaken(new.version));
    }
    db.limit(ONE_AFTER, &caller.account, Resource::PluginVersion, db.settings.rules.limit_versions)?;
    insert(db, plugin, new)
}

fn insert(db: &Session<'_>, plugin: Stored<Plugin>, new: NewVersion) -> Result<Version, Problem> {
    let NewVersion { version, plugin_url, changelog, private, cli_version, validate_status } = new;
    let Stamp { sequence, time } = db.stamp()?;
    let row = Version {
        sid: Prefix::Version.sid(&db.settings.seed, sequence),
        plugin: plugin.row.sid,
        account: plugin.row.account,
        version,
        plugin_url,
        changelog: changelog.unwrap_or_default(),
        private: private.unwrap_or(false),
        archived: false,
        validated: validate_status.is_some_and(|status| status == "success"),
        created: time,
    };
    let Version { sid, account, version, plugin_url, changelog, private, validated, .. } = &row;
    let parent = plugin.sequence;
    let values =
        params![sequence, sid, parent, account, version, plugin_url, changelog, private, validated, time, cli_version];
    db.run(INSERT, values)?;
    Ok(row)
}

fn archive(db: &Session<'_>, caller: &Caller, plugin: &str, id: &str) -> Result<Version, Problem> {
    let Stored { sequence, row: version } = find(db, caller, plugin, id)?;
    if version.archived {
        return Err(Problem::AlreadyArchived(Resource::PluginVersion));
    }
    if releases::holds_version(db, &caller.account, sequence)? {
        return Err(Problem::Active(Resource::PluginVersion));
    }
    db.run(ARCHIVE, [sequence])?;
    Ok(Version { archived: true, ..version })
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored<Version>> {
    let version = Version {
        sid: row.get(1)?,
        plugin: row.get(2)?,
        account: row.get(3)?,
        version: row.get(4)?,
        plugin_url: row.get(5)?,
        changelog: row.get(6)?,
        private: row.get(7)?,
        archived: row.get(8)?,
        validated: row.get(9)?,
        created: row.get(10)?,
    };
    Ok(Stored { sequence: row.get(0)?, row: version })
}
