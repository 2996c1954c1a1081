//! All that is worth showing of an account, from one state of the database.

use std::collections::HashSet;

use rusqlite::ToSql;

use super::rows::{Configuration, ConfiguredPlugin, Plugin, Release, Version};
use super::session::{Session, Stored};
use super::{Caller, Store, configurations, configured_plugins, plugins, releases, versions};
use crate::problem::Problem;

/// How many plugins, configurations and releases are shown.
const SHOWN: i64 = 100;

/// How many versions of each plugin are shown.
const VERSIONS_SHOWN: i64 = 20;

const PLUGINS: &str = "SELECT count(*) FROM plugins WHERE account = ?1";
const VERSIONS: &str = "SELECT count(*) FROM versions WHERE plugin = ?1";
const CONFIGURATIONS: &str = "SELECT count(*) FROM configurations WHERE account = ?1";
const RELEASES: &str = "SELECT count(*) FROM releases WHERE account = ?1";

/// An account at a glance; each list has the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The newest 100 plugins.
    pub plugins: Vec<PluginOverview>,
    /// How many plugins there are.
    pub plugins_total: u64,
    /// The newest 100 configurations.
    pub configurations: Vec<ConfigurationOverview>,
    /// How many configurations there are.
    pub configurations_total: u64,
    /// The newest 100 releases that can be read; the first one is the active one.
    pub releases: Vec<Release>,
    /// The release before the last one of these, so that this one, too, can be compared.
    pub release_before: Option<Release>,
    /// How many releases there are, those that cannot be read yet included.
    pub releases_total: u64,
    /// The configurations of all these releases that are not among the newest 100.
    pub older_configurations: Vec<ConfigurationOverview>,
}

/// A plugin with its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluginOverview {
    /// The plugin.
    pub plugin: Plugin,
    /// Its newest 20 versions.
    pub versions: Vec<Version>,
    /// How many versions it has.
    pub versions_total: u64,
    /// The SID of the version of it in the active release, if that holds one.
    pub active_version: Option<String>,
}

/// A configuration with its plugins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigurationOverview {
    /// The configuration.
    pub configuration: Configuration,
    /// What it holds, in the order in which it was given.
    pub plugins: Vec<ConfiguredPlugin>,
}

impl Store {
    /// The account's plugins, versions, configurations and releases, as many as fit on a page for people.
    ///
    /// # Errors
    ///
    /// [`Problem::Unavailable`] or [`Problem::Internal`] if the database fails.
    pub async fn overview(&self, account: &str) -> Result<Overview, Problem> {
        let account = account.to_owned();
        self.read(move |db| overview(db, &account)).await
    }
}

fn overview(db: &Session<'_>, account: &String) -> Result<Overview, Problem> {
    let mut releases = rows(releases::source(account).first(db, SHOWN + 1)?);
    let configurations = configurations::source(account).first(db, SHOWN)?;
    let configurations =
        configurations.into_iter().map(|found| with_plugins(db, found)).collect::<Result<Vec<_>, _>>()?;
    let older_configurations = others(db, account, &releases, &configurations)?;
    let release_before = if releases.len() > SHOWN as usize { releases.pop() } else { None };
    let active = releases.first().and_then(|release| {
        let mut all = configurations.iter().chain(&older_configurations);
        all.find(|shown| shown.configuration.sid == release.configuration)
    });
    let plugins = plugins::source(account).first(db, SHOWN)?;
    let plugins = plugins.into_iter().map(|found| with_versions(db, found, active)).collect::<Result<_, _>>()?;
    Ok(Overview {
        plugins,
        plugins_total: count(db, PLUGINS, account)?,
        configurations_total: count(db, CONFIGURATIONS, account)?,
        configurations,
        releases,
        release_before,
        releases_total: count(db, RELEASES, account)?,
        older_configurations,
    })
}

/// The configurations of `releases` that are not among `shown`, in the order of the releases.
fn others(
    db: &Session<'_>,
    account: &str,
    releases: &[Release],
    shown: &[ConfigurationOverview],
) -> Result<Vec<ConfigurationOverview>, Problem> {
    let caller = Caller { account: account.to_owned(), sids_only: true };
    let mut seen: HashSet<&str> = shown.iter().map(|shown| shown.configuration.sid.as_str()).collect();
    let missing = releases.iter().map(|release| release.configuration.as_str()).filter(|sid| seen.insert(sid));
    missing.map(|sid| with_plugins(db, configurations::find(db, &caller, sid)?)).collect()
}

fn with_plugins(db: &Session<'_>, found: Stored<Configuration>) -> Result<ConfigurationOverview, Problem> {
    let Stored { sequence, row: configuration } = found;
    let plugins = configured_plugins::source(&configuration.account, &sequence).first(db, i64::MAX)?;
    Ok(ConfigurationOverview { plugins: rows(plugins), configuration })
}

fn with_versions(
    db: &Session<'_>,
    found: Stored<Plugin>,
    active: Option<&ConfigurationOverview>,
) -> Result<PluginOverview, Problem> {
    let Stored { sequence, row: plugin } = found;
    let entry = active.and_then(|active| active.plugins.iter().find(|entry| entry.plugin == plugin.sid));
    Ok(PluginOverview {
        versions: rows(versions::source(&plugin.account, &sequence).first(db, VERSIONS_SHOWN)?),
        versions_total: count(db, VERSIONS, sequence)?,
        active_version: entry.map(|entry| entry.version_sid.clone()),
        plugin,
    })
}

fn count(db: &Session<'_>, sql: &'static str, scope: impl ToSql) -> Result<u64, Problem> {
    let count: Option<i64> = db.row(sql, [scope], |row| row.get(0))?;
    count.and_then(|count| u64::try_from(count).ok()).ok_or(Problem::Internal)
}

fn rows<T>(found: Vec<Stored<T>>) -> Vec<T> {
    found.into_iter().map(|stored| stored.row).collect()
}
