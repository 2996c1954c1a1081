//! What the program has acknowledged, and what it must therefore still know.
//!
//! All values of a resource follow from its name, so that a row tells by itself whether all of it is there, also one
//! whose acknowledgement was lost with the program.

/// A resource that was created.
#[derive(Clone, Debug)]
pub struct Record {
    pub sid: String,
    pub what: What,
    pub archived: bool,
    /// A change that was sent, but not answered before the program ended.
    pub uncertain: Option<Change>,
}

/// What a resource is, with all that was sent.
#[derive(Clone, Debug)]
pub enum What {
    Plugin {
        name: String,
        /// How often it was updated.
        generation: usize,
    },
    Version {
        plugin: String,
        name: String,
    },
    Configuration {
        name: String,
        /// The SIDs of its versions and their plugins.
        entries: Vec<Entry>,
    },
    Release {
        configuration: String,
    },
}

/// What a configuration holds at one position, which decides about the phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub plugin: String,
    pub version: String,
}

/// A change of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Archive,
    Update,
}

impl Record {
    /// What is known of a resource once `change` is acknowledged, or seen.
    pub fn apply(&mut self, change: Change) {
        match (change, &mut self.what) {
            (Change::Archive, _) => self.archived = true,
            (Change::Update, What::Plugin { generation, .. }) => *generation += 1,
            (Change::Update, what) => unreachable!("only plugins are updated, and this is {what:?}"),
        }
    }

    /// Where it is.
    pub fn path(&self) -> String {
        let sid = &self.sid;
        match &self.what {
            What::Plugin { .. } => format!("/Plugins/{sid}"),
            What::Version { plugin, .. } => format!("/Plugins/{plugin}/Versions/{sid}"),
            What::Configuration { .. } => format!("/Configurations/{sid}"),
            What::Release { .. } => format!("/Releases/{sid}"),
        }
    }

    /// The members that its JSON must have, among others.
    pub fn members(&self) -> serde_json::Value {
        let (sid, archived) = (&self.sid, self.archived);
        match &self.what {
            What::Plugin { name, generation } => serde_json::json!({
                "sid": sid, "archived": archived, "unique_name": name,
                "friendly_name": friendly_name(name, *generation), "description": description(name, *generation),
            }),
            What::Version { plugin, name } => serde_json::json!({
                "sid": sid, "archived": archived, "plugin_sid": plugin, "version": name,
                "plugin_url": plugin_url(name), "changelog": changelog(name), "private": private(name),
            }),
            What::Configuration { name, entries: _ } => serde_json::json!({
                "sid": sid, "archived": archived, "name": name, "description": description(name, 0),
            }),
            What::Release { configuration } => {
                serde_json::json!({ "sid": sid, "configuration_sid": configuration })
            }
        }
    }
}

/// The name of a configuration, which says how many entries it has.
pub fn configuration_name(entries: usize, name: &str) -> String {
    format!("{entries}-entries-{name}")
}

/// How many entries the configuration of this name has.
pub fn entries(name: &str) -> usize {
    name.split_once('-').unwrap().0.parse().unwrap()
}

/// The phase of the entry at `position`.
pub fn phase(position: usize) -> usize {
    3 + position
}

pub fn friendly_name(name: &str, generation: usize) -> String {
    format!("{name}, updated {generation} times")
}

/// The generation that a friendly name tells.
pub fn generation(friendly_name: &str) -> usize {
    friendly_name.split(' ').nth(2).unwrap().parse().unwrap()
}

/// At most 500 characters.
pub fn description(name: &str, generation: usize) -> String {
    let text = format!("{name} in state {generation}. ").repeat(spread(name, 20) + generation % 3);
    text.chars().take(500).collect()
}

pub fn plugin_url(name: &str) -> String {
    format!("https://example.com/{name}/plugin.js")
}

/// Up to some kilobytes, so that a row may take several pages of the database.
pub fn changelog(name: &str) -> String {
    format!("What is new in {name}? ").repeat(spread(name, 400))
}

pub fn private(name: &str) -> bool {
    spread(name, 2) == 1
}

/// A number below `limit` that differs from name to name.
fn spread(name: &str, limit: usize) -> usize {
    // FNV-1a, in 32 bits.
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    usize::try_from(hash >> 8).unwrap() % limit
}
