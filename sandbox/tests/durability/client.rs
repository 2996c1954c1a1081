//! A client that writes without a pause and notes what is acknowledged.

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use serde_json::Value;

use crate::connection::{Answer, Connection, form};
use crate::random::Random;
use crate::record::{self, Change, Entry, Record, What};

/// One of several clients of one account; nobody else changes what it has created.
pub struct Client {
    number: usize,
    random: Random,
    /// How many names it has made up.
    names: usize,
    /// What it has created, in this order.
    pub records: Vec<Record>,
}

/// What a request asks for.
enum Step {
    Create(What),
    Change(usize, Change),
}

impl Client {
    pub fn new(number: usize, random: Random) -> Self {
        Self { number, random, names: 0, records: Vec::new() }
    }

    /// Writes until the connection ends, and reports each acknowledgement.
    pub fn run(&mut self, address: SocketAddr, acknowledged: &Sender<()>) {
        // Others may have been so fast that the program has been ended by now.
        let Ok(mut connection) = Connection::try_open(address) else { return };
        // Over HTTP, too, the last one is there.
        if let Some(last) = self.records.last() {
            let Ok(answer) = connection.get(&last.path()) else { return };
            expect_members(&answer.expect(200), &last.members());
        }
        while let Ok(answered) = self.step(&mut connection) {
            // Nobody listens any more once the program is to end.
            let _ = if answered { acknowledged.send(()) } else { Ok(()) };
        }
    }

    /// Sends one request; whether it was acknowledged rather than refused.
    fn step(&mut self, connection: &mut Connection) -> io::Result<bool> {
        let step = self.choose();
        let (path, form) = self.request(&step);
        if let Step::Change(index, change) = step {
            self.records[index].uncertain = Some(change);
        }
        let Answer { status, json } = connection.post(&path, &form)?;
        let accepted = match status {
            200 | 201 => true,
            // Something is active, or holds what is archived.
            400 if matches!(step, Step::Change(_, Change::Archive) | Step::Create(What::Release { .. })) => false,
            other => panic!("{path} gave {other}: {json}"),
        };
        match step {
            Step::Create(what) if accepted => self.created(&json, what),
            Step::Create(_) => {}
            Step::Change(index, change) => {
                let record = &mut self.records[index];
                record.uncertain = None;
                if accepted {
                    record.apply(change);
                }
            }
        }
        Ok(accepted)
    }

    fn created(&mut self, json: &Value, what: What) {
        let sid = json["sid"].as_str().unwrap().to_owned();
        let record = Record { sid, what, archived: false, uncertain: None };
        expect_members(json, &record.members());
        self.records.push(record);
    }

    /// What to do next: mostly versions and configurations, and what these need.
    fn choose(&mut self) -> Step {
        match self.random.below(100) {
            0..10 => self.new_plugin(),
            10..45 => self.new_version(),
            45..75 => self.new_configuration(),
            75..85 => self.new_release(),
            85..92 => self.change(Change::Update, |what| matches!(what, What::Plugin { .. })),
            _ => self.change(Change::Archive, |what| !matches!(what, What::Release { .. })),
        }
    }

    fn new_plugin(&mut self) -> Step {
        Step::Create(What::Plugin { name: self.name("plugin"), generation: 0 })
    }

    fn new_version(&mut self) -> Step {
        match self.pick(|what| matches!(what, What::Plugin { .. })) {
            None => self.new_plugin(),
            Some(plugin) => {
                let plugin = self.records[plugin].sid.clone();
                Step::Create(What::Version { plugin, name: self.name("1.0") })
            }
        }
    }

    /// A configuration of up to eight plugins.
    fn new_configuration(&mut self) -> Step {
        let mut entries: Vec<Entry> = Vec::new();
        for _ in 0..self.random.below(9) {
            let Some(index) = self.pick(|what| matches!(what, What::Version { .. })) else { break };
            let Record { sid, what: What::Version { plugin, .. }, .. } = &self.records[index] else { continue };
            let archived = self.records.iter().any(|record| record.sid == *plugin && record.archived);
            if !archived && entries.iter().all(|entry| entry.plugin != *plugin) {
                entries.push(Entry { plugin: plugin.clone(), version: sid.clone() });
            }
        }
        let name = record::configuration_name(entries.len(), &self.name("configuration"));
        Step::Create(What::Configuration { name, entries })
    }

    fn new_release(&mut self) -> Step {
        match self.pick(|what| matches!(what, What::Configuration { .. })) {
            None => self.new_configuration(),
            Some(index) => Step::Create(What::Release { configuration: self.records[index].sid.clone() }),
        }
    }

    fn change(&mut self, change: Change, which: fn(&What) -> bool) -> Step {
        self.pick(which).map_or_else(|| self.new_plugin(), |index| Step::Change(index, change))
    }

    /// One of the newest resources of a kind, unless it is archived.
    fn pick(&mut self, which: fn(&What) -> bool) -> Option<usize> {
        let records = self.records.iter().enumerate().rev();
        let fit = records.filter(|(_, record)| which(&record.what) && !record.archived);
        let newest: Vec<_> = fit.map(|(index, _)| index).take(12).collect();
        if newest.is_empty() { None } else { Some(newest[self.random.below(newest.len())]) }
    }

    /// A name that nobody else uses, and that is never used again.
    fn name(&mut self, kind: &str) -> String {
        self.names += 1;
        format!("{kind}.{}.{}", self.number, self.names)
    }

    /// The path and the form of a step.
    fn request(&self, step: &Step) -> (String, String) {
        match step {
            Step::Create(what) => create(what),
            Step::Change(index, change) => {
                let Record { what, .. } = &self.records[*index];
                let path = self.records[*index].path();
                match (change, what) {
                    (Change::Update, What::Plugin { name, generation }) => (path, plugin(name, generation + 1)),
                    _ => (path + "/Archive", String::new()),
                }
            }
        }
    }
}

fn create(what: &What) -> (String, String) {
    match what {
        What::Plugin { name, generation } => ("/Plugins".to_owned(), plugin(name, *generation)),
        What::Version { plugin, name } => (format!("/Plugins/{plugin}/Versions"), version(name)),
        What::Configuration { name, entries } => ("/Configurations".to_owned(), configuration(name, entries)),
        What::Release { configuration } => {
            ("/Releases".to_owned(), form(&[("ConfigurationId", configuration.as_str())]))
        }
    }
}

/// What creates or updates a plugin; an update ignores the unique name.
fn plugin(name: &str, generation: usize) -> String {
    let (friendly_name, description) = (record::friendly_name(name, generation), record::description(name, generation));
    form(&[("UniqueName", name), ("FriendlyName", &friendly_name), ("Description", &description)])
}

fn version(name: &str) -> String {
    let (url, changelog) = (record::plugin_url(name), record::changelog(name));
    let private = record::private(name).to_string();
    form(&[("Version", name), ("PluginUrl", &url), ("Changelog", &changelog), ("Private", &private)])
}

fn configuration(name: &str, entries: &[Entry]) -> String {
    let description = record::description(name, 0);
    let entries = entries.iter().enumerate().map(|(position, entry)| {
        serde_json::json!({ "plugin_version": entry.version, "phase": record::phase(position) }).to_string()
    });
    let entries: Vec<_> = entries.collect();
    let mut fields = vec![("Name", name), ("Description", &description)];
    fields.extend(entries.iter().map(|entry| ("Plugins", entry.as_str())));
    form(&fields)
}

/// `json` must have the members of `expected`.
pub fn expect_members(json: &Value, expected: &Value) {
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&json[name], value, "{name} of {json}");
    }
}
