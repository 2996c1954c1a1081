//! A connection at work: short ways to run a statement, and the numbers that a new row takes.

use rusqlite::{CachedStatement, Connection, ErrorCode, Params, Row};

use super::Rules;
use super::clock::Clock;
use super::sids::Seed;
use crate::problem::{Problem, Resource};

/// Takes the next number of the sequence.
const NEXT: &str = "UPDATE settings SET sequence = sequence + 1 WHERE id = 1 RETURNING sequence";

/// Reads the last number of the sequence.
const LAST: &str = "SELECT sequence FROM settings WHERE id = 1";

/// What holds for a database as long as it is open.
pub(super) struct Settings {
    pub(super) rules: Rules,
    pub(super) seed: Seed,
    pub(super) clock: Clock,
}

/// A connection inside a transaction, or one that nobody else writes to.
pub(super) struct Session<'a> {
    pub(super) connection: &'a Connection,
    pub(super) settings: &'a Settings,
}

/// A row with its number in the sequence.
pub(super) struct Stored<T> {
    pub(super) sequence: i64,
    pub(super) row: T,
}

/// What a change gets: its number and its time.
pub(super) struct Stamp {
    pub(super) sequence: i64,
    /// In unix seconds.
    pub(super) time: i64,
}

impl Session<'_> {
    /// The first row of `sql`, if there is one.
    pub(super) fn row<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Problem> {
        let mut statement = self.statement(sql)?;
        let mut rows = statement.query(params)?;
        Ok(rows.next()?.map(row).transpose()?)
    }

    /// All rows of `sql`.
    pub(super) fn rows<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Problem> {
        let mut statement = self.statement(sql)?;
        let rows = statement.query_map(params, row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether `sql` has a row.
    pub(super) fn exists(&self, sql: &'static str, params: impl Params) -> Result<bool, Problem> {
        Ok(self.statement(sql)?.exists(params)?)
    }

    /// Runs `sql`, which has no rows.
    pub(super) fn run(&self, sql: &'static str, params: impl Params) -> Result<(), Problem> {
        self.statement(sql)?.execute(params)?;
        Ok(())
    }

    /// Refuses one more `resource` if the account has `limit` of them; `sql` skips `?2` rows of account `?1`.
    pub(super) fn limit(
        &self,
        sql: &'static str,
        account: &str,
        resource: Resource,
        limit: Option<u64>,
    ) -> Result<(), Problem> {
        let Some(limit) = limit else { return Ok(()) };
        let skipped = limit.checked_sub(1).map(|skipped| i64::try_from(skipped).unwrap_or(i64::MAX));
        let reached = skipped.map_or(Ok(true), |skipped| self.exists(sql, (account, skipped)))?;
        if reached { Err(Problem::LimitReached(resource, limit)) } else { Ok(()) }
    }

    /// A number and a time for a change; both are free again if it is undone.
    pub(super) fn stamp(&self) -> Result<Stamp, Problem> {
        let sequence = self.row(NEXT, (), |row| row.get(0))?.ok_or(Problem::Internal)?;
        Ok(Stamp { sequence, time: self.settings.clock.time(sequence) })
    }

    /// The last number that was taken.
    pub(super) fn sequence(&self) -> Result<i64, Problem> {
        self.row(LAST, (), |row| row.get(0))?.ok_or(Problem::Internal)
    }

    fn statement(&self, sql: &'static str) -> Result<CachedStatement<'_>, Problem> {
        #[cfg(test)]
        super::plans::record(sql);
        Ok(self.connection.prepare_cached(sql)?)
    }
}

/// What the client is told if SQLite fails; the log says more.
impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        tracing::error!(%error, "the database failed");
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::DiskFull) => Self::Unavailable,
            _ => Self::Internal,
        }
    }
}
