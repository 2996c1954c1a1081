//! The tables, and how a database gets from any older version of them to the newest.
//!
//! The version is SQLite's `user_version`. A step is run in one transaction, which looks at the version again once it
//! holds the lock: two processes that open a file together do not both take it.

use rusqlite::{Connection, TransactionBehavior};

use super::sids::{Seed, seed_of};

/// SQLite's `application_id` of our files: the letters FXPS.
pub(super) const APPLICATION: i32 = 0x4658_5053;

/// The version that [`migrate`] ends at.
pub(super) const NEWEST: i32 = STEPS.len() as i32;

/// How a database is brought from version n to n + 1; what has been published here never changes.
const STEPS: [&str; 2] = [CREATE, DELAY_RELEASES];

/// Each kind of row has its SID, which the API shows, and its number in the sequence, by which it is ordered and
/// referred to. Lists run on the indexes on `account` (or `plugin`), which end with the number, the table's key.
const CREATE: &str = "
CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seed BLOB NOT NULL,
    given INTEGER,
    sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE plugins (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    unique_name TEXT NOT NULL,
    friendly_name TEXT NOT NULL,
    description TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX plugins_by_name ON plugins (account, unique_name);
CREATE INDEX plugins_by_account ON plugins (account);
CREATE INDEX plugins_in_use ON plugins (account) WHERE archived = 0;

CREATE TABLE versions (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    plugin INTEGER NOT NULL REFERENCES plugins,
    version TEXT NOT NULL,
    plugin_url TEXT NOT NULL,
    changelog TEXT NOT NULL,
    private INTEGER NOT NULL,
    validated INTEGER NOT NULL,
    cli_version TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX versions_by_version ON versions (plugin, version);
CREATE INDEX versions_by_plugin ON versions (plugin);
CREATE INDEX versions_in_use ON versions (account) WHERE archived = 0;

CREATE TABLE configurations (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX configurations_by_account ON configurations (account);

CREATE TABLE configured_plugins (
    configuration INTEGER NOT NULL REFERENCES configurations,
    position INTEGER NOT NULL,
    plugin INTEGER NOT NULL REFERENCES plugins,
    version INTEGER NOT NULL REFERENCES versions,
    phase INTEGER NOT NULL,
    PRIMARY KEY (configuration, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX configured_plugins_by_plugin ON configured_plugins (configuration, plugin);

CREATE TABLE releases (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    configuration INTEGER NOT NULL REFERENCES configurations,
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX releases_by_account ON releases (account);
";

/// From when on a release can be read, in unix milliseconds of the system's clock; 0 is at once.
const DELAY_RELEASES: &str = "ALTER TABLE releases ADD COLUMN visible_from INTEGER NOT NULL DEFAULT 0;";

/// The version of the tables of a database; 0 if it has none.
///
/// # Errors
///
/// If the database cannot be read.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings a database to version [`NEWEST`]; a new one gets the seed `given`, or `random`.
///
/// # Errors
///
/// If a step fails; the steps before it stay.
pub(super) fn migrate(connection: &mut Connection, given: Option<u64>, random: Seed) -> rusqlite::Result<()> {
    while version(connection)? < NEWEST {
        step(connection, given, random)?;
    }
    Ok(())
}

/// The seed of a database, and the number it was made from.
///
/// # Errors
///
/// If the database cannot be read.
pub(super) fn seed(connection: &Connection) -> rusqlite::Result<(Seed, Option<u64>)> {
    connection.query_row("SELECT seed, given FROM settings WHERE id = 1", (), |row| {
        let given: Option<i64> = row.get(1)?;
        Ok((row.get(0)?, given.map(i64::cast_unsigned)))
    })
}

/// Brings a database one version on, unless another process was faster.
fn step(connection: &mut Connection, given: Option<u64>, random: Seed) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&transaction)?;
    let step = usize::try_from(version).ok().and_then(|version| STEPS.get(version));
    let Some(step) = step else { return Ok(()) };
    transaction.execute_batch(step)?;
    if version == 0 {
        let seed = given.map_or(random, seed_of);
        let sql = "INSERT INTO settings (id, seed, given, sequence) VALUES (1, ?1, ?2, 0)";
        transaction.execute(sql, (seed, given.map(u64::cast_signed)))?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
    }
    transaction.pragma_update(None, "user_version", version + 1)?;
    transaction.commit()
}
