//! Programs that end while clients write.
//!
//! A kill leaves to the system what the program had written, so this shows that nothing is acknowledged before it is
//! written, and that what is written is all or nothing; `sync` shows that it is on the disk.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::client::{Client, expect_members};
use crate::connection::Connection;
use crate::file::File;
use crate::program::Program;
use crate::random::Random;
use crate::record::{self, Record, What};
use crate::{FOREVER, SERVICE};

/// How many clients write at a time.
const CLIENTS: usize = 16;

#[test]
fn a_hundred_kills_lose_nothing() {
    let mut trial = Trial::new();
    for _ in 0..100 {
        trial.round(kill);
    }
    trial.expect_all_over_http();
}

#[test]
fn a_polite_end_under_load_loses_nothing() {
    let mut trial = Trial::new();
    let log = trial.directory.path().join("sandbox.db-wal");
    for _ in 0..5 {
        trial.round(|program| {
            let (status, errors) = program.terminate();
            assert_eq!((status.code(), errors), (Some(0), vec![]));
            assert!(!log.exists(), "the log is left behind");
        });
    }
    trial.expect_all_over_http();
}

#[test]
fn a_kill_while_the_file_is_created_does_no_harm() {
    let mut random = Random::from_environment();
    for _ in 0..40 {
        let mut trial = Trial::new();
        let program = Program::spawn(&trial.database);
        // Some programs have not begun by then, and some are done.
        thread::sleep(Duration::from_micros(random.below(40_000) as u64));
        kill(program);
        trial.round(kill);
    }
}

/// A file, and what those who wrote it know.
struct Trial {
    directory: TempDir,
    database: PathBuf,
    random: Random,
    clients: Vec<Client>,
    /// The last number that the file had given at the end of the last round.
    last: i64,
}

impl Trial {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let database = directory.path().join("sandbox.db");
        let mut random = Random::from_environment();
        let clients = (0..CLIENTS).map(|number| Client::new(number, random.split())).collect();
        Self { directory, database, random, clients, last: 0 }
    }

    /// Starts a program, ends it in the middle of the load, and looks what it has left.
    fn round(&mut self, end: impl FnOnce(Program)) {
        let mut program = Program::spawn(&self.database);
        let address = program.address();
        let known: Vec<_> = self.clients.iter().map(|client| client.records.len()).collect();
        let (count, pause) = (1 + self.random.below(150), self.random.below(2_000));
        let (sender, acknowledged) = channel();
        thread::scope(|scope| {
            for client in &mut self.clients {
                let sender = sender.clone();
                scope.spawn(move || client.run(address, &sender));
            }
            drop(sender);
            wait_for(&acknowledged, count);
            // Acknowledgements come in groups, right after a commit; the end may come at any time after one.
            thread::sleep(Duration::from_micros(pause as u64));
            end(program);
        });
        self.inspect(&known);
    }

    /// Looks at the file: at what is new in detail, `known` records of each client being older.
    fn inspect(&mut self, known: &[usize]) {
        let file = File::open(&self.database);
        file.expect_sound();
        file.expect_complete_since(self.last);
        for (client, &known) in self.clients.iter_mut().zip(known) {
            let (old, new) = client.records.split_at_mut(known);
            // Among the old ones, only changes can be new.
            for record in old.iter_mut().filter(|record| record.uncertain.is_some()) {
                file.expect(record);
            }
            let mut last = self.last;
            for record in new {
                let number = file.expect(record);
                assert!(number > last, "{number} was acknowledged after {last}");
                last = number;
            }
        }
        self.last = file.last();
    }

    /// Compares everything that was ever acknowledged with what the lists of the API show.
    fn expect_all_over_http(&mut self) {
        let file = File::open(&self.database);
        let mut program = Program::spawn(&self.database);
        let mut connection = Connection::open(program.address());
        let mut found = HashMap::new();
        for (path, key, table) in [
            ("/Plugins", "plugins", "plugins"),
            ("/Configurations", "configurations", "configurations"),
            ("/Releases", "releases", "releases"),
        ] {
            let items = list(&mut connection, path, key);
            let sids: Vec<_> = items.iter().map(sid).collect();
            assert_eq!(sids, file.newest_first(table), "{path}");
            found.extend(items.into_iter().map(|item| (sid(&item), item)));
        }
        for plugin in file.newest_first("plugins") {
            let items = list(&mut connection, &format!("/Plugins/{plugin}/Versions"), "plugin_versions");
            found.extend(items.into_iter().map(|item| (sid(&item), item)));
        }
        let records = self.clients.iter_mut().flat_map(|client| &mut client.records);
        let records: HashMap<_, _> = records.map(|record| (record.sid.clone(), &*record)).collect();
        for (sid, record) in &records {
            expect_members(&found[sid], &record.members());
            if matches!(record.what, What::Configuration { .. }) {
                expect_entries(&mut connection, record, &found);
            }
        }
        println!("{} resources were acknowledged, {} are there", records.len(), found.len());
        kill(program);
    }
}

fn kill(program: Program) {
    assert_eq!(program.kill(), [""; 0]);
}

/// Waits for `count` acknowledgements, or until the clients have given up.
fn wait_for(acknowledged: &Receiver<()>, count: usize) {
    for _ in 0..count {
        // The clients say what is wrong, once they are joined.
        if acknowledged.recv_timeout(FOREVER).is_err() {
            break;
        }
    }
}

/// All items of a list.
fn list(connection: &mut Connection, path: &str, key: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut next = Some(format!("{path}?PageSize=1000"));
    while let Some(path) = next {
        let mut page = connection.get(&path).unwrap().expect(200);
        items.append(page[key].as_array_mut().unwrap());
        next = page["meta"]["next_page_url"].as_str().map(|url| url.split_once(SERVICE).unwrap().1.to_owned());
    }
    items
}

/// A configuration has its entries in order, and they show what is archived by now.
fn expect_entries(connection: &mut Connection, configuration: &Record, found: &HashMap<String, Value>) {
    let What::Configuration { entries, .. } = &configuration.what else { return };
    let shown = list(connection, &format!("{}/Plugins", configuration.path()), "plugins");
    assert_eq!(shown.len(), entries.len());
    for (position, (shown, entry)) in shown.iter().zip(entries).enumerate() {
        let (plugin, version) = (&found[&entry.plugin], &found[&entry.version]);
        let expected = serde_json::json!({
            "plugin_sid": entry.plugin, "plugin_version_sid": entry.version, "phase": record::phase(position),
            "friendly_name": plugin["friendly_name"], "plugin_archived": plugin["archived"],
            "changelog": version["changelog"], "plugin_version_archived": version["archived"],
        });
        expect_members(shown, &expected);
    }
}

fn sid(item: &Value) -> String {
    item["sid"].as_str().unwrap().to_owned()
}
