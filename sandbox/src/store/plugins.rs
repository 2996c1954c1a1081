//! Plugins: list, create, fetch, update, archive.

use rusqlite::Row;

use super::cursor::List;
use super::forms::{NewPlugin, PluginUpdate};
use super::paging::{Page, PageRequest, Source};
use super::rows::Plugin;
use super::session::{Session, Stamp, Stored};
use super::sids::Prefix;
use super::{Caller, Store, check, releases};
use crate::problem::{Problem, Resource};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT sequence, sid, account, unique_name, friendly_name, description, archived, created, updated \
             FROM plugins WHERE ",
            $rest
        )
    };
}

const BY_SID: &str = select!("sid = ?1 AND account = ?2");
const BY_NAME: &str = select!("unique_name = ?1 AND account = ?2");
const OLDER: &str = select!("account = ?1 AND sequence < ?2 ORDER BY sequence DESC LIMIT ?3");
const NEWER: &str = select!("account = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3");
const ONE_AFTER: &str = "SELECT 1 FROM plugins WHERE account = ?1 AND archived = 0 LIMIT 1 OFFSET ?2";
const INSERT: &str = "INSERT INTO plugins \
    (sequence, sid, account, unique_name, friendly_name, description, created, updated) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)";
const UPDATE: &str = "UPDATE plugins SET friendly_name = ?2, description = ?3, archived = ?4, updated = ?5 \
    WHERE sequence = ?1";

impl Store {
    /// The account's plugins, newest first, archived ones included.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] or [`Problem::PageTooLarge`] for a page that cannot be.
    pub async fn list_plugins(&self, caller: &Caller, page: PageRequest) -> Result<Page<Plugin>, Problem> {
        let caller = caller.clone();
        self.read(move |db| source(&caller.account).page(db, &page)).await
    }

    /// Creates a plugin.
    ///
    /// # Errors
    ///
    /// [`Problem::Missing`] or [`Problem::Invalid`] for a bad field; [`Problem::UniqueNameTaken`] if the account has a
    /// plugin of this name, even an archived one; [`Problem::LimitReached`] if it has too many.
    pub async fn create_plugin(&self, caller: &Caller, new: NewPlugin) -> Result<Plugin, Problem> {
        check::new_plugin(&new)?;
        let caller = caller.clone();
        self.write(move |db| create(db, &caller, new)).await
    }

    /// The plugin that has SID or unique name `id`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has none.
    pub async fn fetch_plugin(&self, caller: &Caller, id: &str) -> Result<Plugin, Problem> {
        let (caller, id) = (caller.clone(), id.to_owned());
        self.read(move |db| find(db, &caller, &id).map(|plugin| plugin.row)).await
    }

    /// Changes the names of the plugin that has SID or unique name `id`; its time of update moves in any case.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has none; [`Problem::Archived`] if it is archived; [`Problem::Invalid`]
    /// for a bad field.
    pub async fn update_plugin(&self, caller: &Caller, id: &str, update: PluginUpdate) -> Result<Plugin, Problem> {
        let (caller, id) = (caller.clone(), id.to_owned());
        self.write(move |db| change(db, &caller, &id, update)).await
    }

    /// Archives the plugin that has SID or unique name `id`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has none; [`Problem::AlreadyArchived`] if it is archived;
    /// [`Problem::Active`] if it is in the active release.
    pub async fn archive_plugin(&self, caller: &Caller, id: &str) -> Result<Plugin, Problem> {
        let (caller, id) = (caller.clone(), id.to_owned());
        self.write(move |db| archive(db, &caller, &id)).await
    }
}

/// The list of an account's plugins.
pub(super) fn source<'a>(account: &'a String) -> Source<'a, Plugin> {
    Source {
        list: List::Plugins,
        account,
        scope: account,
        start: i64::MAX,
        forward: OLDER,
        backward: NEWER,
        row: stored,
    }
}

/// The plugin that `id` names. What looks like a plugin's SID is never taken for a name.
///
/// # Errors
///
/// [`Problem::NotFound`] if the account has none.
pub(super) fn find(db: &Session<'_>, caller: &Caller, id: &str) -> Result<Stored<Plugin>, Problem> {
    let sql = match Prefix::Plugin.fits(id) {
        true => BY_SID,
        false if caller.sids_only => return Err(Problem::NotFound),
        false => BY_NAME,
    };
    db.row(sql, (id, &caller.account), stored)?.ok_or(Problem::NotFound)
}

fn create(db: &Session<'_>, caller: &Caller, new: NewPlugin) -> Result<Plugin, Problem> {
    let NewPlugin { unique_name, friendly_name, description } = new;
    let account = caller.account.clone();
    if db.exists(BY_NAME, (&unique_name, &account))? {
        return Err(Problem::UniqueNameTaken(unique_name));
    }
    db.limit(ONE_AFTER, &account, Resource::Plugin, db.settings.rules.limit_plugins)?;
    let Stamp { sequence, time } = db.stamp()?;
    let plugin = Plugin {
        sid: Prefix::Plugin.sid(&db.settings.seed, sequence),
        account,
        friendly_name: friendly_name.filter(|name| !name.is_empty()).unwrap_or_else(|| unique_name.clone()),
        unique_name,
        description: description.unwrap_or_default(),
        archived: false,
        created: time,
        updated: time,
    };
    insert(db, sequence, &plugin)?;
    Ok(plugin)
}

fn insert(db: &Session<'_>, sequence: i64, plugin: &Plugin) -> Result<(), Problem> {
    let Plugin { sid, account, unique_name, friendly_name, description, archived: _, created, updated: _ } = plugin;
    db.run(INSERT, (sequence, sid, account, unique_name, friendly_name, description, created))
}

fn change(db: &Session<'_>, caller: &Caller, id: &str, update: PluginUpdate) -> Result<Plugin, Problem> {
    let Stored { sequence, row: plugin } = find(db, caller, id)?;
    if plugin.archived {
        return Err(Problem::Archived(Resource::Plugin));
    }
    check::plugin_update(&update)?;
    let PluginUpdate { friendly_name, description } = update;
    let plugin = Plugin {
        friendly_name: friendly_name.unwrap_or(plugin.friendly_name),
        description: description.unwrap_or(plugin.description),
        ..plugin
    };
    save(db, sequence, plugin)
}

fn archive(db: &Session<'_>, caller: &Caller, id: &str) -> Result<Plugin, Problem> {
    let Stored { sequence, row: plugin } = find(db, caller, id)?;
    if plugin.archived {
        return Err(Problem::AlreadyArchived(Resource::Plugin));
    }
    if releases::holds_plugin(db, &caller.account, sequence)? {
        return Err(Problem::Active(Resource::Plugin));
    }
    save(db, sequence, Plugin { archived: true, ..plugin })
}

/// Writes what can change of a plugin; its time of update never goes back, even if the clock does.
fn save(db: &Session<'_>, sequence: i64, plugin: Plugin) -> Result<Plugin, Problem> {
    let plugin = Plugin { updated: plugin.updated.max(db.stamp()?.time), ..plugin };
    let Plugin { friendly_name, description, archived, updated, .. } = &plugin;
    db.run(UPDATE, (sequence, friendly_name, description, archived, updated))?;
    Ok(plugin)
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored<Plugin>> {
    let plugin = Plugin {
        sid: row.get(1)?,
        account: row.get(2)?,
        unique_name: row.get(3)?,
        friendly_name: row.get(4)?,
        description: row.get(5)?,
        archived: row.get(6)?,
        created: row.get(7)?,
        updated: row.get(8)?,
    };
    Ok(Stored { sequence: row.get(0)?, row: plugin })
}
