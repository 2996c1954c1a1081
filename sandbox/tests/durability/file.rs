//! The file of a program that has ended, read without its help.

use std::ops::Range;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Params, Row};

use crate::record::{self, Change, Entry, Record, What};

/// All rows that have a number, with their kind.
const NUMBERED: &str = "SELECT sequence, sid FROM plugins UNION ALL SELECT sequence, sid FROM versions \
    UNION ALL SELECT sequence, sid FROM configurations UNION ALL SELECT sequence, sid FROM releases";

/// A file that nobody writes to.
pub struct File(Connection);

impl File {
    pub fn open(path: &Path) -> Self {
        Self(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap())
    }

    /// SQLite finds nothing wrong, and each number was given once and is counted.
    pub fn expect_sound(&self) {
        let checked: Vec<String> = self.all("PRAGMA integrity_check", (), |row| row.get(0));
        assert_eq!(checked, ["ok"]);
        let dangling: Vec<String> = self.all("PRAGMA foreign_key_check", (), |row| row.get(0));
        assert_eq!(dangling, [""; 0]);
        let (rows, numbers, last): (i64, i64, i64) = self.one(
            &format!("SELECT count(*), count(DISTINCT sequence), coalesce(max(sequence), 0) FROM ({NUMBERED})"),
            (),
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        );
        assert_eq!(rows, numbers, "a number was given twice");
        assert!(last <= self.last(), "number {last} was given, but the count is at {}", self.last());
    }

    /// The last number that was given.
    pub fn last(&self) -> i64 {
        self.one("SELECT sequence FROM settings", (), |row| row.get(0))
    }

    /// All that was created after number `first`, acknowledged or not, is there with all its parts.
    pub fn expect_complete_since(&self, first: i64) {
        let plugins = "SELECT unique_name, friendly_name, description FROM plugins WHERE sequence > ?1";
        for (name, friendly_name, text) in self.all(plugins, [first], three_texts) {
            let generation = record::generation(&friendly_name);
            assert_eq!(friendly_name, record::friendly_name(&name, generation));
            assert_eq!(text, record::description(&name, generation));
        }
        let versions = "SELECT version, plugin_url, changelog FROM versions WHERE sequence > ?1";
        for (name, url, changelog) in self.all(versions, [first], three_texts) {
            assert_eq!((url, changelog), (record::plugin_url(&name), record::changelog(&name)));
        }
        let configurations = "SELECT sid, name, description FROM configurations WHERE sequence > ?1";
        for (sid, name, text) in self.all(configurations, [first], three_texts) {
            assert_eq!(text, record::description(&name, 0));
            assert_eq!(self.entries(&sid).len(), record::entries(&name), "{name}");
        }
    }

    /// What was acknowledged is there as it was sent; a change that was not answered is there or not.
    ///
    /// Returns the number of the record.
    pub fn expect(&self, record: &mut Record) -> i64 {
        if let Some(change) = record.uncertain.take()
            && self.has_happened(record, change)
        {
            record.apply(change);
        }
        let Record { sid, what, archived, .. } = &*record;
        match what {
            What::Plugin { name, generation } => self.expect_plugin(sid, name, *generation, *archived),
            What::Version { plugin, name } => self.expect_version(sid, plugin, name, *archived),
            What::Configuration { name, entries } => self.expect_configuration(sid, name, entries, *archived),
            What::Release { configuration } => self.expect_release(sid, configuration),
        }
    }

    /// The SIDs in a table, newest first.
    pub fn newest_first(&self, table: &str) -> Vec<String> {
        self.all(&format!("SELECT sid FROM {table} ORDER BY sequence DESC"), (), |row| row.get(0))
    }

    fn expect_plugin(&self, sid: &str, name: &str, generation: usize, archived: bool) -> i64 {
        let sql = "SELECT sequence, unique_name, friendly_name, description, archived FROM plugins WHERE sid = ?1";
        let (number, row) = self.found(sid, sql, |row| Ok((row.get(0)?, (texts(row, 1..4)?, row.get(4)?))));
        let (friendly_name, description) =
            (record::friendly_name(name, generation), record::description(name, generation));
        assert_eq!(row, (vec![name.to_owned(), friendly_name, description], archived));
        number
    }

    fn expect_version(&self, sid: &str, plugin: &str, name: &str, archived: bool) -> i64 {
        let sql = "SELECT v.sequence, p.sid, v.version, v.plugin_url, v.changelog, v.private, v.archived \
            FROM versions v JOIN plugins p ON p.sequence = v.plugin WHERE v.sid = ?1";
        let (number, row) =
            self.found(sid, sql, |row| Ok((row.get(0)?, (texts(row, 1..5)?, row.get(5)?, row.get(6)?))));
        let expected = vec![plugin.to_owned(), name.to_owned(), record::plugin_url(name), record::changelog(name)];
        assert_eq!(row, (expected, record::private(name), archived));
        number
    }

    fn expect_configuration(&self, sid: &str, name: &str, entries: &[Entry], archived: bool) -> i64 {
        let sql = "SELECT sequence, name, description, archived FROM configurations WHERE sid = ?1";
        let (number, row) = self.found(sid, sql, |row| Ok((row.get(0)?, (texts(row, 1..3)?, row.get(3)?))));
        assert_eq!(row, (vec![name.to_owned(), record::description(name, 0)], archived));
        assert_eq!(self.entries(sid), entries, "{name}");
        number
    }

    fn expect_release(&self, sid: &str, configuration: &str) -> i64 {
        let sql = "SELECT r.sequence, c.sid FROM releases r \
            JOIN configurations c ON c.sequence = r.configuration WHERE r.sid = ?1";
        let (number, found) = self.found(sid, sql, |row| Ok((row.get(0)?, texts(row, 1..2)?)));
        assert_eq!(found, [configuration]);
        number
    }

    /// The entries of a configuration, whose positions and phases are in order.
    fn entries(&self, configuration: &str) -> Vec<Entry> {
        let sql = "SELECT p.sid, v.sid, e.position, e.phase FROM configured_plugins e \
            JOIN configurations c ON c.sequence = e.configuration JOIN plugins p ON p.sequence = e.plugin \
            JOIN versions v ON v.sequence = e.version AND v.plugin = e.plugin WHERE c.sid = ?1 ORDER BY e.position";
        let rows = self.all(sql, [configuration], |row| {
            Ok((Entry { plugin: row.get(0)?, version: row.get(1)? }, row.get(2)?, row.get(3)?))
        });
        let entries = rows.into_iter().enumerate().map(|(position, (entry, found, phase)): (_, (_, u32, u32))| {
            assert_eq!((found as usize, phase as usize), (position, record::phase(position)), "{configuration}");
            entry
        });
        entries.collect()
    }

    /// Whether a change that was not answered has happened.
    fn has_happened(&self, record: &Record, change: Change) -> bool {
        let sid = &record.sid;
        let archived =
            |table| self.found(sid, &format!("SELECT archived FROM {table} WHERE sid = ?1"), |row| row.get(0));
        match (&record.what, change) {
            (What::Plugin { generation, .. }, Change::Update) => {
                let sql = "SELECT friendly_name FROM plugins WHERE sid = ?1";
                let friendly_name: String = self.found(sid, sql, |row| row.get(0));
                record::generation(&friendly_name) != *generation
            }
            (What::Plugin { .. }, _) => archived("plugins"),
            (What::Version { .. }, _) => archived("versions"),
            (What::Configuration { .. }, _) => archived("configurations"),
            (What::Release { .. }, _) => unreachable!("releases do not change"),
        }
    }

    fn found<T>(&self, sid: &str, sql: &str, row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>) -> T {
        let found = self.0.prepare_cached(sql).unwrap().query_row([sid], row).optional().unwrap();
        found.unwrap_or_else(|| panic!("{sid} was acknowledged and is gone"))
    }

    fn one<T>(&self, sql: &str, params: impl Params, row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>) -> T {
        self.0.prepare_cached(sql).unwrap().query_row(params, row).unwrap()
    }

    fn all<T>(&self, sql: &str, params: impl Params, row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
        self.0.prepare_cached(sql).unwrap().query_map(params, row).unwrap().map(Result::unwrap).collect()
    }
}

/// The texts in these columns.
fn texts(row: &Row<'_>, columns: Range<usize>) -> rusqlite::Result<Vec<String>> {
    columns.map(|column| row.get(column)).collect()
}

fn three_texts(row: &Row<'_>) -> rusqlite::Result<(String, String, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}
