use std::collections::HashSet;

use crate::problem::Problem;
use crate::store::{Place, Rules, Store};
use rusqlite::Connection;

use super::*;

fn two_stores(directory: &tempfile::TempDir) -> [Store; 2] {
    let place = Place::File(directory.path().join("db"));
    let open = || {
        let place = place.clone();
        std::thread::spawn(move || Store::open(place, Rules::default()).unwrap())
    };
    let threads = [open(), open()];
    threads.map(|thread| thread.join().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_share_a_file() {
    let directory = tempfile::tempdir().unwrap();
    let stores = two_stores(&directory);
    let mut writes = tokio::task::JoinSet::new();
    for number in 0..400 {
        let store = stores[number % 2].clone();
        writes.spawn(async move { store.create_plugin(&alice(), new_plugin(&number.to_string())).await.unwrap() });
    }
    let written = writes.join_all().await;
    let sids: HashSet<_> = written.iter().map(|plugin| plugin.sid.clone()).collect();
    assert_eq!(sids.len(), 400);
    for store in &stores {
        let page = store.list_plugins(&alice(), sized(1000)).await.unwrap();
        assert_eq!(page.items.into_iter().map(|plugin| plugin.sid).collect::<HashSet<_>>(), sids);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_name_goes_to_one_of_many() {
    let directory = tempfile::tempdir().unwrap();
    let stores = two_stores(&directory);
    let mut writes = tokio::task::JoinSet::new();
    for number in 0..20 {
        let store = stores[number % 2].clone();
        writes.spawn(async move { store.create_plugin(&alice(), new_plugin("one")).await });
    }
    let (created, refused): (Vec<_>, Vec<_>) = writes.join_all().await.into_iter().partition(Result::is_ok);
    assert_eq!((created.len(), refused.len()), (1, 19));
    assert!(refused.into_iter().all(|result| result == Err(Problem::UniqueNameTaken("one".to_owned()))));
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_work_in_both_processes() {
    let directory = tempfile::tempdir().unwrap();
    let [one, two] = two_stores(&directory);
    plugin(&one, "first").await;
    plugin(&two, "second").await;
    let token = one.list_plugins(&alice(), sized(1)).await.unwrap().next;
    let page = two.list_plugins(&alice(), PageRequest { token, ..sized(1) }).await.unwrap();
    assert_eq!(page.items[0].unique_name, "first");
}

#[test]
fn many_processes_create_a_file() {
    let directory = tempfile::tempdir().unwrap();
    for round in 0..20 {
        let place = Place::File(directory.path().join(round.to_string()));
        std::thread::scope(|scope| {
            let open = || scope.spawn(|| Store::open(place.clone(), Rules::default()).map(drop));
            let threads: Vec<_> = (0..4).map(|_| open()).collect();
            threads.into_iter().for_each(|thread| thread.join().unwrap().unwrap());
        });
    }
}

#[tokio::test]
async fn reads_do_not_wait_for_a_writer_and_writes_give_up() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    let store = Store::open(Place::File(path.clone()), Rules::default()).unwrap();
    plugin(&store, "one").await;
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; DELETE FROM plugins;").unwrap();
    assert_eq!(store.create_plugin(&alice(), new_plugin("two")).await, Err(Problem::Unavailable));
    store.fetch_plugin(&alice(), "one").await.unwrap();
    other.execute_batch("ROLLBACK").unwrap();
    plugin(&store, "two").await;
}

#[tokio::test]
async fn a_failing_commit_fails_its_writes() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    let store = Store::open(Place::File(path.clone()), Rules::default()).unwrap();
    let other = Connection::open(&path).unwrap();
    // A deferred foreign key that is broken is only noticed by the commit.
    let sql = "CREATE TABLE broken (plugin INTEGER REFERENCES plugins DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER break AFTER INSERT ON plugins WHEN new.unique_name = 'broken'
        BEGIN INSERT INTO broken VALUES (-1); END;";
    other.execute_batch(sql).unwrap();
    assert_eq!(store.create_plugin(&alice(), new_plugin("broken")).await, Err(Problem::Internal));
    other.execute_batch("DROP TRIGGER break").unwrap();
    assert!(store.list_plugins(&alice(), sized(1)).await.unwrap().items.is_empty());
    plugin(&store, "broken").await;
}

#[tokio::test]
async fn queued_writes_are_done_before_the_store_is_gone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("db");
    let store = Store::open(Place::File(path.clone()), Rules::default()).unwrap();
    for number in 0..100 {
        let write = store.clone();
        let name = number.to_string();
        let mut write = Box::pin(async move { write.create_plugin(&alice(), new_plugin(&name)).await });
        // One poll queues the write; then nobody waits for it any more.
        std::future::poll_fn(|context| {
            let _ = write.as_mut().poll(context);
            std::task::Poll::Ready(())
        })
        .await;
    }
    drop(store);
    let connection = Connection::open(&path).unwrap();
    let count: i64 = connection.query_row("SELECT count(*) FROM plugins", (), |row| row.get(0)).unwrap();
    assert_eq!(count, 100);
}
