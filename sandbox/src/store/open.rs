//! From a place to the threads that serve it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::clock::Clock;
use super::readers::Readers;
use super::session::Settings;
use super::sids::Seed;
use super::writer::Writer;
use super::{Place, Rules, Threads, schema};

/// How long to wait for other processes that write.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often to look whether they are done.
///
/// SQLite's own waiting looks less and less often, down to ten times a second, and would hardly ever find the moment
/// between two transactions of a process that is busy.
const PAUSE: Duration = Duration::from_millis(1);

/// More than there are statements.
const STATEMENTS: usize = 128;

/// Why a database cannot be opened, and what can be done.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file is something else.
    #[error("{} is not an SQLite database; give another file, or one that does not exist yet", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is the database of another application.
    #[error(
        "{} is an SQLite database, but not one of flex-sandbox; give another file, or one that does not exist yet",
        path.display()
    )]
    OtherApplication {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer flex-sandbox.
    #[error(
        "{} has version {found} of the tables, and this flex-sandbox knows versions up to {newest}; \
         use a newer flex-sandbox, or another file",
        path.display()
    )]
    TooNew {
        /// The file.
        path: PathBuf,
        /// The version of its tables.
        found: i32,
        /// The newest version that is known.
        newest: i32,
    },
    /// A seed is given, but the database has another one.
    #[error(
        "the database was created {}, so it cannot go on with seed {given}; \
         leave the seed out, or give a file that does not exist yet",
        found.map_or_else(|| "without a seed".to_owned(), |found| format!("with seed {found}"))
    )]
    OtherSeed {
        /// The seed that is given.
        given: u64,
        /// The seed that the database was created with, if one was given then.
        found: Option<u64>,
    },
    /// The file cannot be read.
    #[error("cannot read {}; is it a file, and may this user read and write it?", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The file can be read, but not written.
    #[error("{} is read-only; allow this user to write it, or give another file", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// SQLite cannot open, create or migrate the database.
    #[error(
        "cannot open the database {place}; check that its directory exists, that this user may write there, \
         and that no other program holds it locked"
    )]
    Sqlite {
        /// The file, or that it is in memory.
        place: String,
        /// Why not.
        source: rusqlite::Error,
    },
    /// The system has no random bytes for the seed.
    #[error("cannot get random bytes from the system; give a seed")]
    Random(#[source] getrandom::Error),
    /// The system has no thread left.
    #[error("cannot start the threads of the database; end other processes or raise the limit of threads")]
    Threads(#[source] io::Error),
}

/// Opens the database at `place` and starts the threads on it.
///
/// # Errors
///
/// [`OpenError`] if the database cannot be used, or the system lacks something.
pub(super) fn threads(place: &Place, rules: Rules) -> Result<Threads, OpenError> {
    if let Place::File(path) = place {
        check_file(path)?;
    }
    let mut connection = connect(place)?;
    if let Place::File(path) = place {
        check_database(&connection, path)?;
    }
    prepare(&mut connection, place, rules.seed)?;
    let settings = Arc::new(settings(&connection, place, rules)?);
    let readers = match place {
        Place::Memory => None,
        Place::File(path) => Some(readers(path, place, &settings)?),
    };
    let writer = Writer::start(connection, settings).map_err(OpenError::Threads)?;
    Ok(Threads { readers, writer })
}

/// Refuses a file by its first bytes, before SQLite can change anything about it.
///
/// The bytes are those at the start of SQLite's file format: 16 of magic, `user_version` at 60, `application_id` at 68.
fn check_file(path: &Path) -> Result<(), OpenError> {
    let header = match header(path) {
        Ok(header) => header,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(OpenError::Read { path: path.to_owned(), source }),
    };
    // An interrupted creation leaves such a file; only SQLite can tell what of it counts.
    let interrupted = path.file_name().is_some_and(|name| {
        let mut journal = name.to_owned();
        journal.push("-journal");
        path.with_file_name(journal).exists()
    });
    if header.is_empty() || interrupted {
        return Ok(());
    }
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Err(OpenError::NotADatabase { path: path.to_owned() });
    }
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    check_numbers(path, number(68), number(60))
}

/// The first 100 bytes of a file, or all of a shorter one.
fn header(path: &Path) -> io::Result<Vec<u8>> {
    let mut header = Vec::with_capacity(100);
    File::open(path)?.take(100).read_to_end(&mut header)?;
    Ok(header)
}

/// Looks again through SQLite, which also knows what a log beside the file says.
fn check_database(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let numbers = numbers(connection).map_err(|source| match source.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::NotADatabase { path: path.to_owned() },
        _ => OpenError::Sqlite { place: path.display().to_string(), source },
    })?;
    if numbers != (0, 0, true) {
        check_numbers(path, numbers.0, numbers.1)?;
    }
    match connection.is_readonly("main") {
        Ok(false) => Ok(()),
        _ => Err(OpenError::ReadOnly { path: path.to_owned() }),
    }
}

/// Whose database it is, the version of its tables, and whether it has none, all at one time: another process may be
/// creating them.
fn numbers(connection: &Connection) -> rusqlite::Result<(i32, i32, bool)> {
    let transaction = connection.unchecked_transaction()?;
    let application = transaction.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables = transaction.prepare("SELECT 1 FROM sqlite_schema")?.exists(())?;
    Ok((application, schema::version(&transaction)?, !tables))
}

fn check_numbers(path: &Path, application: i32, version: i32) -> Result<(), OpenError> {
    let newest = schema::NEWEST;
    if application != schema::APPLICATION {
        Err(OpenError::OtherApplication { path: path.to_owned() })
    } else if !(0..=newest).contains(&version) {
        Err(OpenError::TooNew { path: path.to_owned(), found: version, newest })
    } else {
        Ok(())
    }
}

/// A connection that may write.
fn connect(place: &Place) -> Result<Connection, OpenError> {
    // Without `SQLITE_OPEN_URI`: a path is a path, even if it starts with `file:`.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match place {
        Place::Memory => Connection::open_in_memory_with_flags(flags),
        Place::File(path) => Connection::open_with_flags(path, flags),
    };
    connection.and_then(|mut connection| configure(&mut connection).map(|()| connection)).map_err(failed(place))
}

/// What holds for writers and readers.
fn configure(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Else SQLite prepares a statement anew whenever a parameter that its plan could depend on gets another value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    let mut start = Instant::now();
    connection.busy_handler(Some(move |tries| {
        if tries == 0 {
            start = Instant::now();
        }
        std::thread::sleep(PAUSE);
        start.elapsed() < PATIENCE
    }))
}

/// Creates or migrates the tables and sets how to write.
///
/// The tables come before the write-ahead log, so that the file itself says from the beginning whose it is.
fn prepare(connection: &mut Connection, place: &Place, given: Option<u64>) -> Result<(), OpenError> {
    let mut random = Seed::default();
    getrandom::fill(&mut random).map_err(OpenError::Random)?;
    let prepared = connection.pragma_update(None, "foreign_keys", true).and_then(|()| {
        schema::migrate(connection, given, random)?;
        if matches!(place, Place::File(_)) {
            log_ahead(connection)?;
        }
        connection.pragma_update(None, "synchronous", "FULL")
    });
    prepared.map_err(failed(place))
}

/// Switches to a write-ahead log, beside which reading goes on.
///
/// SQLite does not wait here for another process that is just opening the file, so we do.
fn log_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let start = Instant::now();
    loop {
        match connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && start.elapsed() < PATIENCE => {
                std::thread::sleep(PAUSE);
            }
            result => return result,
        }
    }
}

fn settings(connection: &Connection, place: &Place, rules: Rules) -> Result<Settings, OpenError> {
    let (seed, found) = schema::seed(connection).map_err(failed(place))?;
    match rules.seed {
        Some(given) if found != Some(given) => Err(OpenError::OtherSeed { given, found }),
        Some(_) => Ok(Settings { rules, seed, clock: Clock::Sequence }),
        None => Ok(Settings { rules, seed, clock: Clock::System }),
    }
}

fn readers(path: &Path, place: &Place, settings: &Arc<Settings>) -> Result<Readers, OpenError> {
    let count = std::thread::available_parallelism().map_or(2, |count| count.get().clamp(2, 8));
    let connections = (0..count).map(|_| reader(path)).collect::<Result<_, _>>().map_err(failed(place))?;
    Readers::start(connections, settings).map_err(OpenError::Threads)
}

/// A connection that cannot write.
fn reader(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    configure(&mut connection)?;
    Ok(connection)
}

fn failed(place: &Place) -> impl Fn(rusqlite::Error) -> OpenError {
    let place = match place {
        Place::Memory => "in memory".to_owned(),
        Place::File(path) => path.display().to_string(),
    };
    move |source| OpenError::Sqlite { place: place.clone(), source }
}
