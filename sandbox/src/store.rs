//! What the sandbox remembers: plugins, their versions, configurations and releases, in SQLite.
//!
//! The store is everything below HTTP: it finds what a path names, checks what a form says, applies the rules of the
//! API, and answers with rows or with a [`Problem`]. It knows nothing of URLs, JSON or credentials.
//!
//! # Writing and reading
//!
//! One thread writes, on its own connection (`writer`). It takes all that has queued up, runs each job in a savepoint
//! of one transaction, commits once, and answers only then: what was answered is on the disk, and many clients share
//! the cost of one sync. A few threads read, on connections of their own (`readers`), and wait for no writer; each read
//! sees one state of the database. A database in memory belongs to a single connection, so there the writer reads, too.
//!
//! # Order
//!
//! Each row takes the next number of one sequence in the database. The sequence makes the SIDs, orders the lists and
//! is what page tokens point at; times are only shown. Several processes may use the same file, for nothing that can
//! change is kept in memory.
//!
//! # Order of checks
//!
//! 1. What the path names must exist, else [`Problem::NotFound`].
//! 2. What an update or an archival changes must be in a state that allows it.
//! 3. Form fields: missing ones first, then bad values, in the order of the API's documentation.
//! 4. What a create extends must not be archived.
//! 5. Names must be free, then limits must not be reached.

mod check;
mod clock;
mod configurations;
mod configured_plugins;
mod cursor;
mod forms;
mod job;
mod open;
mod overview;
mod paging;
mod plugins;
mod readers;
mod releases;
mod rows;
mod schema;
mod session;
mod sids;
mod versions;
mod writer;

#[cfg(test)]
mod plans;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::problem::Problem;

pub use self::check::LARGEST;
pub use self::forms::{Entry, NewConfiguration, NewPlugin, NewVersion, PluginUpdate};
pub use self::open::OpenError;
pub use self::overview::{ConfigurationOverview, Overview, PluginOverview};
pub use self::paging::{Page, PageRequest};
use self::readers::Readers;
pub use self::rows::{Configuration, ConfiguredPlugin, Plugin, Release, Version};
use self::session::Session;
use self::writer::Writer;

/// The database of a sandbox; clones share it.
///
/// Dropping the last clone ends the threads: it blocks until the writes that are queued are done and the file is
/// closed.
#[derive(Clone)]
pub struct Store(Arc<Threads>);

/// Where a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In memory, gone with the store.
    Memory,
    /// In this file, which is created if there is none; its directory must exist.
    File(PathBuf),
}

/// Rules that the service leaves open, or that only tests want.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// How many plugins that are not archived an account may have; any number unless given.
    pub limit_plugins: Option<u64>,
    /// How many versions that are not archived an account may have, all plugins together; any number unless given.
    pub limit_versions: Option<u64>,
    /// Whether versions must be semantic versions and `ValidateStatus` must be `success` or `failure`.
    pub strict: bool,
    /// Whether a page size over 1000 is taken for 1000 rather than refused.
    pub clamp_page_size: bool,
    /// How long after its creation a release can be read; zero unless given.
    ///
    /// The rules about the active release count it from its creation.
    pub release_delay: Duration,
    /// Makes SIDs, page tokens and times the same in each run that does the same in the same order.
    ///
    /// Times then count from 2020-01-10T20:00:00Z, a second for each change.
    pub seed: Option<u64>,
}

/// Whose request it is, and how it may name things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The SID of the account, `AC` and 32 hexadecimal digits; nothing of other accounts is ever found.
    pub account: String,
    /// Whether only SIDs name things: no unique names, no version strings, no `Active`.
    pub sids_only: bool,
}

impl Store {
    /// Opens the database at `place`, creating or migrating it as needed, and starts the threads.
    ///
    /// # Errors
    ///
    /// [`OpenError`] if the file cannot be opened, or is not a database that this version of the sandbox can use;
    /// a file that is refused stays as it is.
    pub fn open(place: Place, rules: Rules) -> Result<Self, OpenError> {
        open::threads(&place, rules).map(|threads| Self(Arc::new(threads)))
    }

    /// Whether the database answers.
    ///
    /// # Errors
    ///
    /// [`Problem::Unavailable`] or [`Problem::Internal`] if it does not.
    pub async fn ready(&self) -> Result<(), Problem> {
        self.read(|db| db.sequence().map(drop)).await
    }

    /// Runs `work` on a consistent state of the database.
    async fn read<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
    {
        match &self.0.readers {
            Some(readers) => readers.run(work).await,
            None => self.0.writer.read(work).await,
        }
    }

    /// Runs `work` in a transaction and returns once it is on the disk; undoes all of it if it fails.
    async fn write<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
    {
        self.0.writer.write(work).await
    }
}

/// The threads of a store.
///
/// The readers stand first so that they end first: the last connection to close tidies up the file, and a read-only
/// one could not.
struct Threads {
    /// `None` for a database in memory.
    readers: Option<Readers>,
    writer: Writer,
}
