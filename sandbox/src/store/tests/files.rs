use std::path::Path;

use crate::store::{OpenError, Place, Rules, Store};
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;

/// The tables of version 1, as they were.
const VERSION_1: &str = include_str!("version_1.sql");

fn open(path: &Path, rules: Rules) -> Result<Store, OpenError> {
    Store::open(Place::File(path.to_owned()), rules)
}

fn seeded(seed: u64) -> Rules {
    Rules { seed: Some(seed), ..Rules::default() }
}

/// The error of opening a file, which must have been left alone.
#[track_caller]
fn refused(directory: &TempDir, path: &Path, rules: Rules) -> OpenError {
    let before = std::fs::read(path).unwrap();
    let files = || std::fs::read_dir(directory.path()).unwrap().count();
    let count = files();
    let error = open(path, rules).err().unwrap();
    assert_eq!(std::fs::read(path).unwrap(), before);
    assert_eq!(files(), count);
    error
}

#[tokio::test]
async fn a_restart_keeps_everything() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("file:sandbox?mode=memory.db");
    let store = open(&path, Rules::default()).unwrap();
    plugin(&store, "one").await;
    let one = version(&store, "one", "1").await;
    release(&store, &[&one]).await;
    plugin(&store, "two").await;
    let before = store.overview(&alice().account).await.unwrap();
    let next = store.list_plugins(&alice(), sized(1)).await.unwrap().next;
    drop(store);
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1, "the log is gone once all is closed");

    let store = open(&path, Rules::default()).unwrap();
    assert_eq!(store.overview(&alice().account).await, Ok(before));
    let page = PageRequest { size: Some(1), page: Some(1), token: next };
    assert_eq!(store.list_plugins(&alice(), page).await.unwrap().items[0].unique_name, "one");
    plugin(&store, "three").await;
    assert_eq!(store.list_plugins(&alice(), sized(1)).await.unwrap().items[0].unique_name, "three");
}

#[tokio::test]
async fn a_file_and_memory_behave_alike() {
    let directory = tempfile::tempdir().unwrap();
    let file = open(&directory.path().join("db"), seeded(1)).unwrap();
    let memory = store_with(seeded(1));
    for store in [&file, &memory] {
        plugin(store, "one").await;
        let one = version(store, "one", "1").await;
        release(store, &[&one]).await;
        store.ready().await.unwrap();
    }
    let overview = file.overview(&alice().account).await;
    assert_eq!(overview, memory.overview(&alice().account).await);
}

#[tokio::test]
async fn s30_a_seed_goes_on_and_another_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let (path, plain) = (directory.path().join("seeded"), directory.path().join("plain"));
    let first = plugin(&open(&path, seeded(u64::MAX)).unwrap(), "one").await;
    let second = plugin(&open(&path, seeded(u64::MAX)).unwrap(), "two").await;
    assert_eq!(second.created, first.created + 1);
    drop(open(&path, Rules::default()).unwrap());
    drop(open(&plain, Rules::default()).unwrap());
    let error = open(&path, seeded(2)).err().unwrap();
    assert!(matches!(error, OpenError::OtherSeed { given: 2, found: Some(u64::MAX) }), "{error}");
    let error = open(&plain, seeded(2)).err().unwrap();
    assert!(matches!(error, OpenError::OtherSeed { given: 2, found: None }), "{error}");
    assert!(error.to_string().contains("created without a seed"), "{error}");
}

#[tokio::test]
async fn version_1_is_migrated() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    Connection::open(&path).unwrap().execute_batch(VERSION_1).unwrap();
    for _ in 0..2 {
        let store = open(&path, Rules::default()).unwrap();
        let plugin = store.fetch_plugin(&alice(), "one").await.unwrap();
        assert_eq!((plugin.friendly_name.as_str(), plugin.created), ("One", 1_600_000_001));
        let version = store.fetch_version(&alice(), "one", "1.0.0").await.unwrap();
        assert_eq!((&version.plugin, version.validated), (&plugin.sid, true));
        let release = store.fetch_release(&alice(), "Active").await.unwrap();
        let configuration = store.fetch_configuration(&alice(), &release.configuration).await.unwrap();
        assert_eq!(configuration.name, "first");
        let configured = store.fetch_configured_plugin(&alice(), &configuration.sid, "one").await.unwrap();
        assert_eq!((&configured.version_sid, configured.phase), (&version.sid, 3));
        assert_eq!(store.list_releases(&alice(), sized(10)).await.unwrap().items, [release]);
    }
    let store = open(&path, Rules::default()).unwrap();
    plugin(&store, "two").await;
    assert_eq!(store.list_plugins(&alice(), sized(1)).await.unwrap().items[0].unique_name, "two");
    let connection = Connection::open(&path).unwrap();
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((pragma("user_version"), pragma("application_id")), (2, 0x4658_5053));
}

#[test]
fn other_files_are_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("notes.txt");
    for text in ["hello".to_owned(), "hello ".repeat(1000)] {
        std::fs::write(&path, text).unwrap();
        let error = refused(&directory, &path, Rules::default());
        assert!(matches!(error, OpenError::NotADatabase { .. }), "{error}");
        assert!(error.to_string().contains("notes.txt is not an SQLite database"), "{error}");
    }
}

#[test]
fn databases_of_others_are_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("other.db");
    for sql in ["CREATE TABLE plugins (id)", "PRAGMA application_id = 5", "PRAGMA journal_mode = WAL"] {
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let error = refused(&directory, &path, Rules::default());
        assert!(matches!(error, OpenError::OtherApplication { .. }), "{error}");
    }
}

#[test]
fn newer_databases_are_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    drop(open(&path, Rules::default()).unwrap());
    for version in [3, i32::MAX, -1] {
        Connection::open(&path).unwrap().pragma_update(None, "user_version", version).unwrap();
        let error = refused(&directory, &path, Rules::default());
        assert!(matches!(error, OpenError::TooNew { found, newest: 2, .. } if found == version), "{error}");
    }
}

#[test]
fn newer_databases_are_refused_even_if_only_the_log_says_so() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    let _store = open(&path, Rules::default()).unwrap();
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 3).unwrap();
    let error = open(&path, Rules::default()).err().unwrap();
    assert!(matches!(error, OpenError::TooNew { found: 3, .. }), "{error}");
}

#[test]
fn empty_files_become_databases() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    std::fs::write(&path, "").unwrap();
    open(&path, Rules::default()).unwrap();
}

#[test]
fn places_that_cannot_be_opened_are_explained() {
    let directory = tempfile::tempdir().unwrap();
    let error = open(&directory.path().join("missing/db"), Rules::default()).err().unwrap();
    assert!(matches!(error, OpenError::Sqlite { .. }), "{error}");
    assert!(error.to_string().contains("check that its directory exists"), "{error}");
    let error = open(directory.path(), Rules::default()).err().unwrap();
    assert!(matches!(error, OpenError::Read { .. }), "{error}");
}

#[tokio::test]
async fn writes_reach_the_disk_safely() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    let store = open(&path, Rules::default()).unwrap();
    plugin(&store, "one").await;
    let connection = Connection::open(&path).unwrap();
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    let check: String = connection.pragma_query_value(None, "integrity_check", |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
    let strict: i64 = connection
        .query_row("SELECT count(*) FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite%'", (), |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(strict, 0);
}
