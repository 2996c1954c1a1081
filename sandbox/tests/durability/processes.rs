//! Several programs on one file.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;

use crate::connection::{Answer, Connection, form};
use crate::file::File;
use crate::program::Program;

/// How many clients each program has.
const CLIENTS: usize = 4;

/// How many names each pair of clients wants.
const NAMES: usize = 40;

#[test]
fn two_programs_share_a_file() {
    let directory = tempfile::tempdir().unwrap();
    let database = directory.path().join("sandbox.db");
    // Both may find that there is no file yet.
    let mut programs = [Program::spawn(&database), Program::spawn(&database)];
    let addresses: Vec<_> = programs.iter_mut().map(Program::address).collect();

    let start = Barrier::new(2 * CLIENTS);
    let (start, addresses) = (&start, &addresses);
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let clients = (0..2 * CLIENTS).map(|number| scope.spawn(move || client(number, addresses[number % 2], start)));
        let clients: Vec<_> = clients.collect();
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    });

    // Each name that two clients wanted went to one of them; what only one wanted, it got.
    let won: Vec<_> = outcomes.iter().flat_map(|outcome| &outcome.shared).collect();
    assert_eq!(won.len(), CLIENTS * NAMES);
    assert_eq!(won.iter().collect::<HashSet<_>>().len(), won.len(), "a name was given twice");
    let mut created: Vec<_> = outcomes.iter().flat_map(|outcome| &outcome.sids).cloned().collect();
    assert_eq!(created.len(), CLIENTS * NAMES + 2 * CLIENTS * NAMES);

    // Both programs show the same, in the same order.
    let lists: Vec<_> = addresses.iter().map(|address| list(*address)).collect();
    assert_eq!(lists[0], lists[1]);
    for program in programs {
        assert_eq!(program.kill(), [""; 0]);
    }
    let file = File::open(&database);
    file.expect_sound();
    let mut newest_first = file.newest_first("plugins");
    assert_eq!(lists[0], newest_first);
    newest_first.sort();
    created.sort();
    assert_eq!(created, newest_first);
}

/// What a client has got.
#[derive(Default)]
struct Outcome {
    /// The names that another client wanted, too.
    shared: Vec<String>,
    /// The SIDs of all that it has created.
    sids: Vec<String>,
}

/// Wants names for itself alone, and names that the client of the other program with the same half number wants, too.
fn client(number: usize, address: SocketAddr, start: &Barrier) -> Outcome {
    let mut connection = Connection::open(address);
    let mut outcome = Outcome::default();
    start.wait();
    for index in 0..NAMES {
        let shared = format!("shared.{}.{index}", number / 2);
        if let Some(sid) = create(&mut connection, &shared) {
            outcome.shared.push(shared);
            outcome.sids.push(sid);
        }
        outcome.sids.push(create(&mut connection, &format!("own.{number}.{index}")).expect("nobody else wants it"));
    }
    outcome
}

/// The SID of a new plugin; `None` if the name is taken.
fn create(connection: &mut Connection, name: &str) -> Option<String> {
    loop {
        let Answer { status, json } = connection.post("/Plugins", &form(&[("UniqueName", name)])).unwrap();
        match status {
            201 => return Some(json["sid"].as_str().unwrap().to_owned()),
            409 => return None,
            // The other program has kept the file for too long, which is honest and costs another try.
            503 => {}
            other => panic!("{name} gave {other}: {json}"),
        }
    }
}

/// The SIDs of all plugins as a program lists them.
fn list(address: SocketAddr) -> Vec<String> {
    let page = Connection::open(address).get("/Plugins?PageSize=1000").unwrap().expect(200);
    assert_eq!(page["meta"]["next_page_url"], serde_json::Value::Null);
    page["plugins"].as_array().unwrap().iter().map(|plugin| plugin["sid"].as_str().unwrap().to_owned()).collect()
}
