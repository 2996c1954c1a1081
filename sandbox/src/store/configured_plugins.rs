//! Plugins in configurations: list, fetch. They are written with their configuration and never change.

use rusqlite::Row;

use super::cursor::List;
use super::paging::{Page, PageRequest, Source};
use super::rows::ConfiguredPlugin;
use super::session::Stored;
use super::{Caller, Store, configurations, plugins};
use crate::problem::Problem;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT e.position, c.account, c.sid, p.sid, v.sid, e.phase, v.plugin_url, p.unique_name, \
             p.friendly_name, p.description, v.version, v.changelog, p.archived, v.archived, v.private, c.created \
             FROM configured_plugins e CROSS JOIN configurations c ON c.sequence = e.configuration \
             CROSS JOIN plugins p ON p.sequence = e.plugin CROSS JOIN versions v ON v.sequence = e.version WHERE ",
            $rest
        )
    };
}

const BY_PLUGIN: &str = select!("e.configuration = ?1 AND e.plugin = ?2");
const FOLLOWING: &str = select!("e.configuration = ?1 AND e.position > ?2 ORDER BY e.position LIMIT ?3");
const PRECEDING: &str = select!("e.configuration = ?1 AND e.position < ?2 ORDER BY e.position DESC LIMIT ?3");

impl Store {
    /// The plugins in the configuration that has SID `configuration`, in the order in which they were given.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has no such configuration; [`Problem::Invalid`] or
    /// [`Problem::PageTooLarge`] for a page that cannot be.
    pub async fn list_configured_plugins(
        &self,
        caller: &Caller,
        configuration: &str,
        page: PageRequest,
    ) -> Result<Page<ConfiguredPlugin>, Problem> {
        let (caller, configuration) = (caller.clone(), configuration.to_owned());
        self.read(move |db| {
            let configuration = configurations::find(db, &caller, &configuration)?;
            source(&caller.account, &configuration.sequence).page(db, &page)
        })
        .await
    }

    /// The plugin that has SID or unique name `plugin`, in the configuration that has SID `configuration`.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] if the account has no such configuration, or it does not hold the plugin.
    pub async fn fetch_configured_plugin(
        &self,
        caller: &Caller,
        configuration: &str,
        plugin: &str,
    ) -> Result<ConfiguredPlugin, Problem> {
        let (caller, configuration, plugin) = (caller.clone(), configuration.to_owned(), plugin.to_owned());
        self.read(move |db| {
            let configuration = configurations::find(db, &caller, &configuration)?;
            let plugin = plugins::find(db, &caller, &plugin)?;
            let found = db.row(BY_PLUGIN, (configuration.sequence, plugin.sequence), stored)?;
            found.map(|found| found.row).ok_or(Problem::NotFound)
        })
        .await
    }
}

/// The list of the plugins in the configuration that has number `configuration`.
pub(super) fn source<'a>(account: &'a str, configuration: &'a i64) -> Source<'a, ConfiguredPlugin> {
    Source {
        list: List::ConfiguredPlugins(*configuration),
        account,
        scope: configuration,
        start: -1,
        forward: FOLLOWING,
        backward: PRECEDING,
        row: stored,
    }
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored<ConfiguredPlugin>> {
    let configured = ConfiguredPlugin {
        account: row.get(1)?,
        configuration: row.get(2)?,
        plugin: row.get(3)?,
        version_sid: row.get(4)?,
        phase: row.get(5)?,
        plugin_url: row.get(6)?,
        unique_name: row.get(7)?,
        friendly_name: row.get(8)?,
        description: row.get(9)?,
        version: row.get(10)?,
        changelog: row.get(11)?,
        plugin_archived: row.get(12)?,
        version_archived: row.get(13)?,
        private: row.get(14)?,
        created: row.get(15)?,
    };
    Ok(Stored { sequence: row.get(0)?, row: configured })
}
