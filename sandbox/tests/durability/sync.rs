//! What is acknowledged is on the disk: not only written, but synced.
//!
//! No test can take the power away, so a small library (`gate.c`) stands before the functions that sync. It needs a C
//! compiler and a dynamic linker that loads it; where these are missing, the tests say so and pass.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::FOREVER;
use crate::connection::{Connection, form};
use crate::file::File;
use crate::program::Program;

const NO_ERRORS: [&str; 0] = [];

#[test]
fn a_write_is_acknowledged_after_the_sync() {
    let Some(gate) = Gate::build() else { return };
    let mut program = gate.program();
    let address = program.address();
    let (mut writer, mut reader) = (Connection::open(address), Connection::open(address));
    create(&mut writer, "before");

    gate.close();
    writer.send("POST", "/Plugins", &named("held")).unwrap();
    gate.wait_for_arrival();
    // A whole exchange, which shows that readers do not wait, and gives a wrong answer time to come.
    let listed = reader.get("/Plugins").unwrap().expect(200);
    assert_eq!(listed["plugins"].as_array().unwrap().len(), 1, "others see what is not on the disk: {listed}");
    reader.get("/Plugins/before").unwrap().expect(200);
    assert_eq!(reader.get("/Plugins/held").unwrap().status, 404);
    assert!(!writer.is_answered(), "it was acknowledged before the sync");

    gate.open();
    let created = writer.receive().unwrap().expect(201);
    assert_eq!(created["unique_name"], "held");
    reader.get("/Plugins/held").unwrap().expect(200);
    assert_eq!(program.kill(), NO_ERRORS);
}

#[test]
fn each_write_in_a_row_has_its_own_sync() {
    let Some(gate) = Gate::build() else { return };
    let mut program = gate.program();
    let mut writer = Connection::open(program.address());
    for number in 0..50 {
        let before = gate.synced();
        create(&mut writer, &format!("plugin.{number}"));
        assert!(gate.synced() > before, "number {number} was acknowledged without a sync");
    }
    assert_eq!(program.kill(), NO_ERRORS);
}

#[test]
fn writes_at_the_same_time_share_syncs() {
    let Some(gate) = Gate::build() else { return };
    let mut program = gate.program();
    let address = program.address();
    let mut first = Connection::open(address);
    create(&mut first, "before");

    gate.close();
    first.send("POST", "/Plugins", &named("first")).unwrap();
    gate.wait_for_arrival();
    let mut others: Vec<_> = (0..64).map(|_| Connection::open(address)).collect();
    for (number, other) in others.iter_mut().enumerate() {
        other.send("POST", "/Plugins", &named(&format!("other.{number}"))).unwrap();
    }
    // That of the first, then those of the others.
    (0..others.len() + 2).for_each(|_| program.wait_for("received"));
    let before = gate.synced();
    gate.open();
    first.receive().unwrap().expect(201);
    others.iter_mut().for_each(|other| drop(other.receive().unwrap().expect(201)));

    // One for the first and one for the others, but for those that a thread has received and not yet passed on.
    let (taken, most) = (gate.synced() - before, 2 + thread::available_parallelism().unwrap().get());
    assert!(taken <= most, "65 writes took {taken} syncs, and {most} were enough");
    assert_eq!(program.kill(), NO_ERRORS);
}

#[test]
fn a_write_that_failed_to_sync_can_be_tried_again() {
    let Some(gate) = Gate::build() else { return };
    let mut program = gate.program();
    let mut client = gate.refused_client(&mut program);
    assert_eq!(client.get("/Plugins/refused").unwrap().status, 404);
    // Once the disk is well again, so is the program.
    create(&mut client, "after");
    create(&mut client, "refused");
    assert_ne!(program.kill(), NO_ERRORS);
    assert_eq!(gate.names(), ["refused", "after", "before"]);
}

#[test]
fn a_write_that_failed_to_sync_is_gone_after_a_polite_end() {
    let Some(gate) = Gate::build() else { return };
    let mut program = gate.program();
    drop(gate.refused_client(&mut program));
    let (status, errors) = program.terminate();
    assert_eq!(status.code(), Some(0));
    assert_ne!(errors, NO_ERRORS);
    assert_eq!(gate.names(), ["before"]);
}

/// After a kill, the write may have happened: it is in the log, and nothing says that the client was told otherwise. A
/// client that gets an error from a server, or none at all, can never know.
#[test]
fn a_write_that_failed_to_sync_is_all_or_nothing_after_a_kill() {
    let Some(gate) = Gate::build() else { return };
    let mut program = gate.program();
    drop(gate.refused_client(&mut program));
    program.kill();
    let file = File::open(&gate.database());
    file.expect_sound();
    drop(file);
    let names = gate.names();
    assert!(names == ["before"] || names == ["refused", "before"], "{names:?}");
}

/// A directory with the library, the files that tell it what to do, and a database.
struct Gate {
    directory: TempDir,
    library: PathBuf,
}

impl Gate {
    /// Compiles the library; `None` where that, or using it, is not possible.
    fn build() -> Option<Self> {
        let directory = tempfile::tempdir().unwrap();
        let library = directory.path().join("gate.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/durability/gate.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-o"]).arg(&library).args([source, "-ldl"]);
        match compiler.output() {
            Ok(output) if output.status.success() => {}
            failed => return skip(&format!("{compiler:?} does not work here: {failed:?}")),
        }
        let gate = Self { directory, library };
        gate.program().address();
        if !gate.file("loaded").exists() {
            return skip("LD_PRELOAD has no effect here");
        }
        Some(gate)
    }

    /// Starts a program behind the gate.
    fn program(&self) -> Program {
        let environment: [(&str, &OsStr); 2] =
            [("LD_PRELOAD", self.library.as_os_str()), ("GATE", self.directory.path().as_os_str())];
        Program::spawn_with(&self.database(), "debug", &environment)
    }

    /// A client of `program` that has created the plugin `before`, and not `refused`, since that could not be synced.
    fn refused_client(&self, program: &mut Program) -> Connection {
        let mut client = Connection::open(program.address());
        create(&mut client, "before");
        fs::write(self.file("broken"), "").unwrap();
        let refused = client.post("/Plugins", &named("refused")).unwrap();
        assert!((500..600).contains(&refused.status), "{refused:?}");
        fs::remove_file(self.file("broken")).unwrap();
        client
    }

    /// The names of all plugins that a new program finds, newest first.
    fn names(&self) -> Vec<String> {
        let mut program = self.program();
        let listed = Connection::open(program.address()).get("/Plugins").unwrap().expect(200);
        assert_eq!(program.kill(), NO_ERRORS);
        let plugins = listed["plugins"].as_array().unwrap();
        plugins.iter().map(|plugin| plugin["unique_name"].as_str().unwrap().to_owned()).collect()
    }

    fn close(&self) {
        fs::write(self.file("closed"), "").unwrap();
    }

    fn open(&self) {
        fs::remove_file(self.file("closed")).unwrap();
    }

    /// Waits until somebody waits at the closed gate.
    fn wait_for_arrival(&self) {
        let start = Instant::now();
        while !self.file("arrived").exists() {
            assert!(start.elapsed() < FOREVER, "nobody syncs");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// How many syncs have worked.
    fn synced(&self) -> usize {
        fs::read(self.file("synced")).map_or(0, |marks| marks.len())
    }

    fn database(&self) -> PathBuf {
        self.file("sandbox.db")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }
}

/// Says why a test does nothing.
fn skip(reason: &str) -> Option<Gate> {
    eprintln!("skipped: {reason}");
    None
}

fn create(connection: &mut Connection, name: &str) {
    connection.post("/Plugins", &named(name)).unwrap().expect(201);
}

fn named(name: &str) -> String {
    form(&[("UniqueName", name)])
}
