//! The rules of the API, as plainly as they can be said: lists in the order of creation, searched from end to end.
//!
//! What only the service can know, the SID of something new and the time of a change, is told to the rules.

use jiff::Timestamp;

/// How many plugins that are not archived an account may have.
pub const PLUGINS: usize = 4;
/// How many versions that are not archived an account may have, all plugins together.
pub const VERSIONS: usize = 5;

/// The status and the code of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(pub u16, pub i64);

pub const INVALID: Refusal = Refusal(400, 20001);
pub const PAGE_TOO_LARGE: Refusal = Refusal(400, 20007);
/// It would be fine in another state of the account.
pub const NOT_NOW: Refusal = Refusal(400, 20400);
pub const NOT_FOUND: Refusal = Refusal(404, 20404);
pub const TAKEN: Refusal = Refusal(409, 20409);

type Outcome<T> = Result<T, Refusal>;

/// What an account has.
#[derive(Debug, Default)]
pub struct Account {
    pub plugins: Vec<Plugin>,
    pub versions: Vec<Version>,
    pub configurations: Vec<Configuration>,
    /// The last one is active.
    pub releases: Vec<Release>,
}

/// What the service chooses: the SID of something new, and the time of the change.
#[derive(Clone, Debug)]
pub struct Issued {
    pub sid: String,
    pub at: Timestamp,
}

#[derive(Clone, Debug)]
pub struct Plugin {
    pub created: Issued,
    pub updated: Timestamp,
    pub unique_name: String,
    pub friendly_name: String,
    pub description: String,
    pub archived: bool,
}

#[derive(Clone, Debug)]
pub struct Version {
    pub created: Issued,
    /// The SID of the plugin.
    pub plugin: String,
    pub version: String,
    pub url: String,
    pub changelog: String,
    pub private: bool,
    pub validated: bool,
    pub archived: bool,
}

#[derive(Clone, Debug)]
pub struct Configuration {
    pub created: Issued,
    pub name: String,
    pub description: String,
    pub entries: Vec<Entry>,
    pub archived: bool,
}

#[derive(Clone, Debug)]
pub struct Entry {
    /// The SID of the version.
    pub version: String,
    pub phase: i64,
}

#[derive(Clone, Debug)]
pub struct Release {
    pub created: Issued,
    /// The SID of the configuration.
    pub configuration: String,
}

/// A new version, as it is asked for.
#[derive(Clone, Debug)]
pub struct NewVersion {
    pub version: String,
    pub url: String,
    pub changelog: Option<String>,
    pub private: Option<bool>,
    pub validate_status: Option<String>,
}

/// How paths may name things: with aliases, or with SIDs alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Aliases,
    SidsOnly,
}

impl Naming {
    fn fits(self, id: &str, sid: &str, alias: &str) -> bool {
        id == sid || (self == Self::Aliases && id == alias)
    }
}

impl Account {
    /// A plugin by SID or unique name.
    pub fn plugin(&mut self, naming: Naming, id: &str) -> Outcome<&mut Plugin> {
        let found = self.plugins.iter_mut().find(|plugin| naming.fits(id, &plugin.created.sid, &plugin.unique_name));
        found.ok_or(NOT_FOUND)
    }

    /// A version of a plugin by SID or version string; what looks like a version's SID is never a version string.
    pub fn version(&mut self, naming: Naming, plugin: &str, id: &str) -> Outcome<&mut Version> {
        let plugin = self.plugin(naming, plugin)?.created.sid.clone();
        let naming = if is_sid("FV", id) { Naming::SidsOnly } else { naming };
        let fits = |version: &&mut Version| naming.fits(id, &version.created.sid, &version.version);
        self.versions.iter_mut().filter(|version| version.plugin == plugin).find(fits).ok_or(NOT_FOUND)
    }

    /// A configuration by SID.
    pub fn configuration(&mut self, id: &str) -> Outcome<&mut Configuration> {
        self.configurations.iter_mut().find(|configuration| configuration.created.sid == id).ok_or(NOT_FOUND)
    }

    /// An entry of a configuration by the plugin's SID or unique name.
    pub fn entry(&mut self, naming: Naming, configuration: &str, plugin: &str) -> Outcome<Entry> {
        let entries = self.configuration(configuration)?.entries.clone();
        let plugin = self.plugin(naming, plugin)?.created.sid.clone();
        entries.into_iter().find(|entry| self.known(&entry.version).plugin == plugin).ok_or(NOT_FOUND)
    }

    /// A release by SID, or the last one as `Active`.
    pub fn release(&self, naming: Naming, id: &str) -> Outcome<&Release> {
        match (id, naming) {
            ("Active", Naming::Aliases) => self.releases.last(),
            _ => self.releases.iter().find(|release| release.created.sid == id),
        }
        .ok_or(NOT_FOUND)
    }

    /// Names are unique, also among archived plugins.
    pub fn create_plugin(
        &mut self,
        name: &str,
        friendly: Option<&str>,
        text: Option<&str>,
        issued: Issued,
    ) -> Outcome<&Plugin> {
        check(!name.is_empty() && !name.contains(['/', '?', '#', '%']), INVALID)?;
        check(!name.contains(char::is_whitespace) && !looks_like_a_sid(name), INVALID)?;
        check_description(text)?;
        check(self.plugins.iter().all(|plugin| plugin.unique_name != name), TAKEN)?;
        check(self.plugins.iter().filter(|plugin| !plugin.archived).count() < PLUGINS, NOT_NOW)?;
        let friendly_name = friendly.filter(|friendly| !friendly.is_empty()).unwrap_or(name).to_owned();
        let (unique_name, description) = (name.to_owned(), text.unwrap_or_default().to_owned());
        let updated = issued.at;
        self.plugins.push(Plugin {
            created: issued,
            updated,
            unique_name,
            friendly_name,
            description,
            archived: false,
        });
        Ok(&self.plugins[self.plugins.len() - 1])
    }

    /// What is left out stays as it is.
    pub fn update_plugin(
        &mut self,
        naming: Naming,
        id: &str,
        friendly: Option<&str>,
        text: Option<&str>,
        at: Timestamp,
    ) -> Outcome<&Plugin> {
        let plugin = self.plugin(naming, id)?;
        check(!plugin.archived, NOT_NOW)?;
        check_description(text)?;
        plugin.friendly_name = friendly.unwrap_or(&plugin.friendly_name).to_owned();
        plugin.description = text.unwrap_or(&plugin.description).to_owned();
        plugin.updated = at;
        Ok(plugin)
    }

    /// A plugin that Flex loads cannot be archived.
    pub fn archive_plugin(&mut self, naming: Naming, id: &str, at: Timestamp) -> Outcome<&Plugin> {
        let active = self.active_entries();
        let active: Vec<String> = active.iter().map(|entry| self.known(&entry.version).plugin.clone()).collect();
        let plugin = self.plugin(naming, id)?;
        check(!plugin.archived && !active.contains(&plugin.created.sid), NOT_NOW)?;
        (plugin.archived, plugin.updated) = (true, at);
        Ok(plugin)
    }

    /// Versions are unique within their plugin, also among archived ones; they need not ascend.
    pub fn create_version(
        &mut self,
        naming: Naming,
        plugin: &str,
        new: &NewVersion,
        issued: Issued,
    ) -> Outcome<&Version> {
        let plugin = self.plugin(naming, plugin)?.clone();
        check(!new.version.is_empty() && is_absolute(&new.url), INVALID)?;
        check(!plugin.archived, NOT_NOW)?;
        let mut same = self.versions.iter().filter(|version| version.plugin == plugin.created.sid);
        check(same.all(|version| version.version != new.version), TAKEN)?;
        check(self.versions.iter().filter(|version| !version.archived).count() < VERSIONS, NOT_NOW)?;
        self.versions.push(Version {
            created: issued,
            plugin: plugin.created.sid,
            version: new.version.clone(),
            url: new.url.clone(),
            changelog: new.changelog.clone().unwrap_or_default(),
            private: new.private.unwrap_or(false),
            validated: new.validate_status.as_deref() == Some("success"),
            archived: false,
        });
        Ok(&self.versions[self.versions.len() - 1])
    }

    /// A version that Flex loads cannot be archived.
    pub fn archive_version(&mut self, naming: Naming, plugin: &str, id: &str) -> Outcome<&Version> {
        let active = self.active_entries();
        let version = self.version(naming, plugin, id)?;
        check(!version.archived && active.iter().all(|entry| entry.version != version.created.sid), NOT_NOW)?;
        version.archived = true;
        Ok(version)
    }

    /// A configuration holds at most one version of each plugin, and nothing archived.
    pub fn create_configuration(
        &mut self,
        name: &str,
        text: Option<&str>,
        asked: &[(String, Option<i64>)],
        issued: Issued,
    ) -> Outcome<&Configuration> {
        check(!name.is_empty(), INVALID)?;
        check(asked.iter().all(|(sid, phase)| is_sid("FV", sid) && phase.is_none_or(|phase| phase >= 0)), INVALID)?;
        let mut plugins: Vec<String> = Vec::new();
        for (sid, _) in asked {
            let version = self.versions.iter().find(|version| version.created.sid == *sid).ok_or(INVALID)?;
            check(!version.archived && !self.owner(version).archived, NOT_NOW)?;
            check(!plugins.contains(&version.plugin), NOT_NOW)?;
            plugins.push(version.plugin.clone());
        }
        let entry = |(sid, phase): &(String, Option<i64>)| Entry { version: sid.clone(), phase: phase.unwrap_or(3) };
        self.configurations.push(Configuration {
            created: issued,
            name: name.to_owned(),
            description: text.unwrap_or_default().to_owned(),
            entries: asked.iter().map(entry).collect(),
            archived: false,
        });
        Ok(&self.configurations[self.configurations.len() - 1])
    }

    /// The configuration that Flex loads cannot be archived.
    pub fn archive_configuration(&mut self, id: &str) -> Outcome<&Configuration> {
        let active = self.releases.last().map(|release| release.configuration.clone());
        let configuration = self.configuration(id)?;
        check(!configuration.archived && active.as_deref() != Some(id), NOT_NOW)?;
        configuration.archived = true;
        Ok(configuration)
    }

    /// Neither an archived configuration can be released nor one that holds something archived; any other can, again
    /// and again.
    pub fn create_release(&mut self, id: &str, issued: Issued) -> Outcome<&Release> {
        check(is_sid("FJ", id), INVALID)?;
        let configuration = self.configuration(id)?.clone();
        let archived = |entry: &Entry| {
            let version = self.known(&entry.version);
            version.archived || self.owner(version).archived
        };
        check(!configuration.archived && !configuration.entries.iter().any(archived), NOT_NOW)?;
        self.releases.push(Release { created: issued, configuration: id.to_owned() });
        Ok(&self.releases[self.releases.len() - 1])
    }

    /// The version of an entry.
    pub fn known(&self, sid: &str) -> &Version {
        self.versions.iter().find(|version| version.created.sid == sid).expect("entries are of versions")
    }

    /// The plugin of a version.
    pub fn owner(&self, version: &Version) -> &Plugin {
        self.plugins.iter().find(|plugin| plugin.created.sid == version.plugin).expect("versions are of plugins")
    }

    /// What Flex loads.
    fn active_entries(&self) -> Vec<Entry> {
        let Some(release) = self.releases.last() else { return Vec::new() };
        let mut configurations = self.configurations.iter();
        let active = configurations.find(|configuration| configuration.created.sid == release.configuration);
        active.expect("releases are of configurations").entries.clone()
    }
}

fn check(condition: bool, refusal: Refusal) -> Outcome<()> {
    if condition { Ok(()) } else { Err(refusal) }
}

fn check_description(text: Option<&str>) -> Outcome<()> {
    check(text.is_none_or(|text| text.chars().count() <= 500), INVALID)
}

fn is_absolute(url: &str) -> bool {
    let host = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(char::is_whitespace))
}

fn is_sid(prefix: &str, text: &str) -> bool {
    text.starts_with(prefix) && looks_like_a_sid(text)
}

fn looks_like_a_sid(text: &str) -> bool {
    let (letters, digits) = text.split_at_checked(2).unwrap_or_default();
    let is_hex = digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
}
