//! What the rules come to, in the form of answers.

use twilio_flex_plugins::models::{
    ArchivedConfiguration, ArchivedPlugin, ArchivedPluginVersion, Configuration, ConfigurationLinks, ConfiguredPlugin,
    Plugin, PluginLinks, PluginVersion, Release,
};
use twilio_flex_plugins::{AccountSid, ConfigurationSid, PluginSid, PluginVersionSid, ReleaseSid};

use super::rules::{self, Account, Entry};

/// How answers to an account look.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where the URLs of the service begin.
    pub service: String,
    /// The SID of the account.
    pub account: String,
}

impl Form {
    pub fn plugin(&self, plugin: &rules::Plugin) -> Plugin {
        let url = format!("{}/Plugins/{}", self.service, plugin.created.sid);
        Plugin {
            sid: Some(PluginSid::unchecked(&plugin.created.sid)),
            account_sid: self.account(),
            unique_name: Some(plugin.unique_name.clone()),
            friendly_name: Some(plugin.friendly_name.clone()),
            description: Some(plugin.description.clone()),
            archived: Some(plugin.archived),
            date_created: Some(plugin.created.at),
            date_updated: Some(plugin.updated),
            links: Some(PluginLinks { plugin_versions: Some(format!("{url}/Versions")) }),
            url: Some(url),
        }
    }

    pub fn archived_plugin(&self, plugin: &rules::Plugin) -> ArchivedPlugin {
        let plugin = self.plugin(plugin);
        ArchivedPlugin {
            sid: plugin.sid,
            account_sid: plugin.account_sid,
            unique_name: plugin.unique_name,
            friendly_name: plugin.friendly_name,
            description: plugin.description,
            archived: plugin.archived,
            date_created: plugin.date_created,
            date_updated: plugin.date_updated,
            url: plugin.url.map(|url| url + "/Archive"),
        }
    }

    pub fn version(&self, version: &rules::Version) -> PluginVersion {
        let sid = &version.created.sid;
        PluginVersion {
            sid: Some(PluginVersionSid::unchecked(sid)),
            plugin_sid: Some(PluginSid::unchecked(&version.plugin)),
            account_sid: self.account(),
            version: Some(version.version.clone()),
            plugin_url: Some(version.url.clone()),
            changelog: Some(version.changelog.clone()),
            private: Some(version.private),
            archived: Some(version.archived),
            validated: Some(version.validated),
            date_created: Some(version.created.at),
            url: Some(format!("{}/Plugins/{}/Versions/{sid}", self.service, version.plugin)),
        }
    }

    pub fn archived_version(&self, version: &rules::Version) -> ArchivedPluginVersion {
        let version = self.version(version);
        ArchivedPluginVersion {
            sid: version.sid,
            plugin_sid: version.plugin_sid,
            account_sid: version.account_sid,
            version: version.version,
            plugin_url: version.plugin_url,
            changelog: version.changelog,
            private: version.private,
            archived: version.archived,
            date_created: version.date_created,
            url: version.url.map(|url| url + "/Archive"),
        }
    }

    pub fn configuration(&self, configuration: &rules::Configuration) -> Configuration {
        let url = format!("{}/Configurations/{}", self.service, configuration.created.sid);
        Configuration {
            sid: Some(ConfigurationSid::unchecked(&configuration.created.sid)),
            account_sid: self.account(),
            name: Some(configuration.name.clone()),
            description: Some(configuration.description.clone()),
            archived: Some(configuration.archived),
            date_created: Some(configuration.created.at),
            links: Some(ConfigurationLinks { plugins: Some(format!("{url}/Plugins")) }),
            url: Some(url),
        }
    }

    pub fn archived_configuration(&self, configuration: &rules::Configuration) -> ArchivedConfiguration {
        let configuration = self.configuration(configuration);
        ArchivedConfiguration {
            sid: configuration.sid,
            account_sid: configuration.account_sid,
            name: configuration.name,
            description: configuration.description,
            archived: configuration.archived,
            date_created: configuration.date_created,
            url: configuration.url.map(|url| url + "/Archive"),
        }
    }

    /// An entry, with what is known of its version and plugin now.
    pub fn entry(&self, all: &Account, configuration: &rules::Configuration, entry: &Entry) -> ConfiguredPlugin {
        let version = all.known(&entry.version);
        let plugin = all.owner(version);
        let sid = &configuration.created.sid;
        ConfiguredPlugin {
            account_sid: self.account(),
            configuration_sid: Some(ConfigurationSid::unchecked(sid)),
            plugin_sid: Some(PluginSid::unchecked(&plugin.created.sid)),
            plugin_version_sid: Some(PluginVersionSid::unchecked(&entry.version)),
            phase: Some(entry.phase),
            plugin_url: Some(version.url.clone()),
            unique_name: Some(plugin.unique_name.clone()),
            friendly_name: Some(plugin.friendly_name.clone()),
            description: Some(plugin.description.clone()),
            plugin_archived: Some(plugin.archived),
            version: Some(version.version.clone()),
            changelog: Some(version.changelog.clone()),
            plugin_version_archived: Some(version.archived),
            private: Some(version.private),
            date_created: Some(configuration.created.at),
            url: Some(format!("{}/Configurations/{sid}/Plugins/{}", self.service, plugin.created.sid)),
        }
    }

    pub fn release(&self, release: &rules::Release) -> Release {
        let sid = &release.created.sid;
        Release {
            sid: Some(ReleaseSid::unchecked(sid)),
            account_sid: self.account(),
            configuration_sid: Some(ConfigurationSid::unchecked(&release.configuration)),
            date_created: Some(release.created.at),
            url: Some(format!("{}/Releases/{sid}", self.service)),
        }
    }

    fn account(&self) -> Option<AccountSid> {
        Some(AccountSid::unchecked(&self.account))
    }
}
