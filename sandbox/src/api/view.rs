//! Rows as the API shows them: with URLs, and times as text.

use jiff::Timestamp;
use twilio_flex_plugins::models::{
    ArchivedConfiguration, ArchivedPlugin, ArchivedPluginVersion, Configuration, ConfigurationLinks, ConfigurationList,
    ConfiguredPlugin, ConfiguredPluginList, PageMeta, Plugin, PluginLinks, PluginList, PluginVersion,
    PluginVersionList, Release, ReleaseList,
};
use twilio_flex_plugins::{AccountSid, ConfigurationSid, PluginSid, PluginVersionSid, ReleaseSid};

use crate::store::{self, Page};

/// The form of the answers to one request: it knows how their URLs begin.
pub(super) struct View {
    service: String,
}

impl View {
    /// The form of answers whose URLs begin with `base`.
    pub(super) fn new(base: String) -> Self {
        Self { service: base + "/v1/PluginService" }
    }

    pub(super) fn plugin(&self, row: store::Plugin) -> Plugin {
        let url = self.plugin_url(&row.sid);
        Plugin {
            sid: Some(PluginSid::unchecked(row.sid)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            unique_name: Some(row.unique_name),
            friendly_name: Some(row.friendly_name),
            description: Some(row.description),
            archived: Some(row.archived),
            date_created: time(row.created),
            date_updated: time(row.updated),
            links: Some(PluginLinks { plugin_versions: Some(format!("{url}/Versions")) }),
            url: Some(url),
        }
    }

    pub(super) fn archived_plugin(&self, row: store::Plugin) -> ArchivedPlugin {
        ArchivedPlugin {
            url: Some(format!("{}/Archive", self.plugin_url(&row.sid))),
            sid: Some(PluginSid::unchecked(row.sid)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            unique_name: Some(row.unique_name),
            friendly_name: Some(row.friendly_name),
            description: Some(row.description),
            archived: Some(row.archived),
            date_created: time(row.created),
            date_updated: time(row.updated),
        }
    }

    pub(super) fn plugins(&self, page: Page<store::Plugin>, token: Option<&str>) -> PluginList {
        let (items, meta) = self.page("/Plugins", "plugins", page, token);
        PluginList { plugins: Some(items.into_iter().map(|row| self.plugin(row)).collect()), meta }
    }

    pub(super) fn version(&self, row: store::Version) -> PluginVersion {
        PluginVersion {
            url: Some(self.version_url(&row)),
            sid: Some(PluginVersionSid::unchecked(row.sid)),
            plugin_sid: Some(PluginSid::unchecked(row.plugin)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            version: Some(row.version),
            plugin_url: Some(row.plugin_url),
            changelog: Some(row.changelog),
            private: Some(row.private),
            archived: Some(row.archived),
            validated: Some(row.validated),
            date_created: time(row.created),
        }
    }

    pub(super) fn archived_version(&self, row: store::Version) -> ArchivedPluginVersion {
        ArchivedPluginVersion {
            url: Some(format!("{}/Archive", self.version_url(&row))),
            sid: Some(PluginVersionSid::unchecked(row.sid)),
            plugin_sid: Some(PluginSid::unchecked(row.plugin)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            version: Some(row.version),
            plugin_url: Some(row.plugin_url),
            changelog: Some(row.changelog),
            private: Some(row.private),
            archived: Some(row.archived),
            date_created: time(row.created),
        }
    }

    /// The versions of the plugin with this SID.
    pub(super) fn versions(&self, plugin: &str, page: Page<store::Version>, token: Option<&str>) -> PluginVersionList {
        let (items, meta) = self.page(&format!("/Plugins/{plugin}/Versions"), "plugin_versions", page, token);
        PluginVersionList { plugin_versions: Some(items.into_iter().map(|row| self.version(row)).collect()), meta }
    }

    pub(super) fn configuration(&self, row: store::Configuration) -> Configuration {
        let url = self.configuration_url(&row.sid);
        Configuration {
            sid: Some(ConfigurationSid::unchecked(row.sid)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            name: Some(row.name),
            description: Some(row.description),
            archived: Some(row.archived),
            date_created: time(row.created),
            links: Some(ConfigurationLinks { plugins: Some(format!("{url}/Plugins")) }),
            url: Some(url),
        }
    }

    pub(super) fn archived_configuration(&self, row: store::Configuration) -> ArchivedConfiguration {
        ArchivedConfiguration {
            url: Some(format!("{}/Archive", self.configuration_url(&row.sid))),
            sid: Some(ConfigurationSid::unchecked(row.sid)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            name: Some(row.name),
            description: Some(row.description),
            archived: Some(row.archived),
            date_created: time(row.created),
        }
    }

    pub(super) fn configurations(&self, page: Page<store::Configuration>, token: Option<&str>) -> ConfigurationList {
        let (items, meta) = self.page("/Configurations", "configurations", page, token);
        ConfigurationList { configurations: Some(items.into_iter().map(|row| self.configuration(row)).collect()), meta }
    }

    pub(super) fn configured_plugin(&self, row: store::ConfiguredPlugin) -> ConfiguredPlugin {
        ConfiguredPlugin {
            url: Some(format!("{}/Plugins/{}", self.configuration_url(&row.configuration), row.plugin)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            configuration_sid: Some(ConfigurationSid::unchecked(row.configuration)),
            plugin_sid: Some(PluginSid::unchecked(row.plugin)),
            plugin_version_sid: Some(PluginVersionSid::unchecked(row.version_sid)),
            phase: Some(row.phase),
            plugin_url: Some(row.plugin_url),
            unique_name: Some(row.unique_name),
            friendly_name: Some(row.friendly_name),
            description: Some(row.description),
            plugin_archived: Some(row.plugin_archived),
            version: Some(row.version),
            changelog: Some(row.changelog),
            plugin_version_archived: Some(row.version_archived),
            private: Some(row.private),
            date_created: time(row.created),
        }
    }

    /// The plugins of the configuration with this SID.
    pub(super) fn configured_plugins(
        &self,
        configuration: &str,
        page: Page<store::ConfiguredPlugin>,
        token: Option<&str>,
    ) -> ConfiguredPluginList {
        let (items, meta) = self.page(&format!("/Configurations/{configuration}/Plugins"), "plugins", page, token);
        ConfiguredPluginList { plugins: Some(items.into_iter().map(|row| self.configured_plugin(row)).collect()), meta }
    }

    pub(super) fn release(&self, row: store::Release) -> Release {
        Release {
            url: Some(format!("{}/Releases/{}", self.service, row.sid)),
            sid: Some(ReleaseSid::unchecked(row.sid)),
            account_sid: Some(AccountSid::unchecked(row.account)),
            configuration_sid: Some(ConfigurationSid::unchecked(row.configuration)),
            date_created: time(row.created),
        }
    }

    pub(super) fn releases(&self, page: Page<store::Release>, token: Option<&str>) -> ReleaseList {
        let (items, meta) = self.page("/Releases", "releases", page, token);
        ReleaseList { releases: Some(items.into_iter().map(|row| self.release(row)).collect()), meta }
    }

    /// The items of a page of the list at `path`, and what the page says about itself; `token` asked for it.
    fn page<T>(&self, path: &str, key: &str, page: Page<T>, token: Option<&str>) -> (Vec<T>, Option<PageMeta>) {
        let Page { items, page, size, next, previous } = page;
        let url = |page: i64, token: Option<&str>| {
            let token = token.map(|token| format!("&PageToken={token}")).unwrap_or_default();
            format!("{}{path}?PageSize={size}&Page={page}{token}", self.service)
        };
        let meta = PageMeta {
            page: Some(page),
            page_size: Some(size),
            first_page_url: Some(url(0, None)),
            previous_page_url: previous.map(|token| url(page.saturating_sub(1), Some(&token))),
            url: Some(url(page, token)),
            // A number that is refused would be an end to the list.
            next_page_url: next.map(|token| url((page + 1).min(store::LARGEST), Some(&token))),
            key: Some(key.to_owned()),
        };
        (items, Some(meta))
    }

    fn plugin_url(&self, sid: &str) -> String {
        format!("{}/Plugins/{sid}", self.service)
    }

    fn version_url(&self, row: &store::Version) -> String {
        format!("{}/Versions/{}", self.plugin_url(&row.plugin), row.sid)
    }

    fn configuration_url(&self, sid: &str) -> String {
        format!("{}/Configurations/{sid}", self.service)
    }
}

/// A time in seconds since 1970, which every clock of ours can tell.
fn time(seconds: i64) -> Option<Timestamp> {
    Timestamp::from_second(seconds).ok()
}
