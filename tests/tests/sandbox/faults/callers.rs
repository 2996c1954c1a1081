//! What each of the callers does: some of everything.

use std::fmt::Debug;

use twilio_flex_plugins::models::ConfigurationPlugin;
use twilio_flex_plugins::{Client, Error, Result};

/// What a caller was told: the SIDs of what it made, and what failed.
#[derive(Debug)]
pub struct Deeds {
    pub number: usize,
    pub plugin: Option<String>,
    /// Its version `1.0.0`.
    pub version: Option<String>,
    /// Its version `2.0.0`, once that is archived.
    pub archived: Option<String>,
    /// Whether its plugin got a description.
    pub described: bool,
    pub configuration: Option<String>,
    pub release: Option<String>,
    /// A second configuration, which is empty.
    pub spare: Option<String>,
    pub errors: Vec<Error>,
}

impl Deeds {
    /// Whether all of it was done.
    pub fn is_whole(&self) -> bool {
        let made = [&self.plugin, &self.version, &self.archived, &self.configuration, &self.release, &self.spare];
        made.iter().all(|made| made.is_some()) && self.described
    }

    /// What a call came to; an error is noted.
    fn take<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.errors.push(error)).ok()
    }

    /// The SID in what a call came to.
    fn sid<T, S: AsRef<str>>(&mut self, result: Result<T>, sid: impl Fn(&T) -> Result<&S>) -> Option<String> {
        self.take(result).map(|made| sid(&made).expect("answers have SIDs").as_ref().to_owned())
    }
}

/// Makes a plugin and everything around it, and reads it meanwhile.
pub async fn call(client: Client, number: usize) -> Deeds {
    let mut deeds = Deeds {
        number,
        plugin: None,
        version: None,
        archived: None,
        described: false,
        configuration: None,
        release: None,
        spare: None,
        errors: Vec::new(),
    };
    let plugin = format!("plugin-{number}");
    plugins(&client, &mut deeds, &plugin).await;
    configurations(&client, &mut deeds).await;
    reads(&client, &mut deeds, &plugin).await;
    deeds
}

async fn plugins(client: &Client, deeds: &mut Deeds, plugin: &str) {
    const URL: &str = "https://example.com/plugin.js";
    let versions = client.plugin_versions();
    deeds.plugin = deeds.sid(client.plugins().create(plugin).await, |plugin| plugin.sid());
    deeds.version = deeds.sid(versions.create(plugin, "1.0.0", URL).await, |version| version.sid());
    deeds.described = deeds.take(client.plugins().update(plugin).description("described").await).is_some();
    if deeds.take(versions.create(plugin, "2.0.0", URL).await).is_some() {
        deeds.archived = deeds.sid(versions.archive(plugin, "2.0.0").await, |version| version.sid());
    }
}

async fn configurations(client: &Client, deeds: &mut Deeds) {
    let create = client.configurations().create(format!("configuration-{}", deeds.number));
    let entries = deeds.version.iter().map(ConfigurationPlugin::new).collect::<Vec<_>>();
    deeds.configuration = deeds.sid(create.plugins(entries).await, |configuration| configuration.sid());
    if let Some(configuration) = deeds.configuration.clone() {
        deeds.release = deeds.sid(client.releases().create(configuration).await, |release| release.sid());
    }
    let create = client.configurations().create(format!("spare-{}", deeds.number));
    deeds.spare = deeds.sid(create.await, |configuration| configuration.sid());
    if let Some(spare) = deeds.spare.clone() {
        // Nobody releases it.
        deeds.take(client.configurations().archive(spare).await);
    }
}

async fn reads(client: &Client, deeds: &mut Deeds, plugin: &str) {
    agrees(deeds.plugin.clone(), deeds.take(client.plugins().fetch(plugin).await), |plugin| plugin.sid());
    let version = deeds.take(client.plugin_versions().fetch(plugin, "1.0.0").await);
    agrees(deeds.version.clone(), version, |version| version.sid());
    if let Some(release) = deeds.release.clone() {
        agrees(Some(release.clone()), deeds.take(client.releases().fetch(release).await), |release| release.sid());
        // Whose release it is depends on the others; that there is one does not.
        deeds.take(client.releases().fetch("Active").await);
    }
    if let Some(configuration) = deeds.configuration.clone() {
        let page = deeds.take(client.configured_plugins().list(configuration).await);
        let entries = usize::from(deeds.version.is_some());
        assert!(page.is_none_or(|page| page.items.len() == entries), "{deeds:?}");
    }
    let page = deeds.take(client.plugin_versions().list(plugin).await);
    assert!(page.is_none_or(|page| page.items.len() <= 2));
}

/// Checks that what was read is what was made before.
fn agrees<T: Debug, S: AsRef<str>>(made: Option<String>, read: Option<T>, sid: impl Fn(&T) -> Result<&S>) {
    if let (Some(made), Some(read)) = (made, &read) {
        assert_eq!(sid(read).expect("answers have SIDs").as_ref(), made);
    }
}
