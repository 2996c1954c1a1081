//! Each operation: sent to the sandbox, put to the rules, and compared.

use twilio_flex_plugins::models::{ConfigurationPlugin, Plugin};

use super::asked::{Id, More, Operation, Window};
use super::pages::Listed;
use super::picks::Kind;
use super::rules::NewVersion;
use super::run::{Checked, Run, Seat, same};

/// Gives a call of type `$call` those of its options that are there.
macro_rules! with {
    ($call:expr, $($option:ident),+ $(,)?) => {{
        let mut call = $call;
        $(if let Some($option) = $option { call = call.$option($option); })+
        call
    }};
}

/// Asks for the part of a list that `$asking` says.
macro_rules! windowed {
    ($list:expr, $asking:expr) => {{
        let (page_size, page, page_token) = ($asking.size, $asking.page, $asking.token.as_ref());
        with!($list, page_size, page, page_token).await
    }};
}

/// The text of a SID.
fn text<T: AsRef<str>>(sid: &Option<T>) -> Option<String> {
    sid.as_ref().map(|sid| sid.as_ref().to_owned())
}

/// The text of the SID of an item of a list.
fn key<T: AsRef<str>>(sid: &Option<T>) -> String {
    text(sid).unwrap_or_default()
}

impl Run {
    /// Carries out an operation on both sides and compares what it comes to.
    pub async fn carry_out(&mut self, seat: &Seat, operation: &Operation) -> Checked {
        match operation {
            Operation::ListPlugins(window) => self.list_plugins(seat, window).await,
            Operation::CreatePlugin { name, friendly_name, description } => {
                self.create_plugin(seat, name, *friendly_name, description.as_deref()).await
            }
            Operation::FetchPlugin(id) => self.fetch_plugin(seat, id).await,
            Operation::UpdatePlugin { plugin, friendly_name, description } => {
                self.update_plugin(seat, plugin, *friendly_name, description.as_deref()).await
            }
            Operation::ArchivePlugin(id) => self.archive_plugin(seat, id).await,
            Operation::ListVersions(plugin, window) => self.list_versions(seat, plugin, window).await,
            Operation::CreateVersion { plugin, version, url, more } => {
                self.create_version(seat, plugin, version, url, more).await
            }
            Operation::FetchVersion(plugin, id) => self.fetch_version(seat, plugin, id).await,
            Operation::ArchiveVersion(plugin, id) => self.archive_version(seat, plugin, id).await,
            Operation::ListConfigurations(window) => self.list_configurations(seat, window).await,
            Operation::CreateConfiguration { name, description, entries } => {
                self.create_configuration(seat, name, *description, entries).await
            }
            Operation::FetchConfiguration(id) => self.fetch_configuration(seat, id).await,
            Operation::ArchiveConfiguration(id) => self.archive_configuration(seat, id).await,
            Operation::ListConfiguredPlugins(id, window) => self.list_configured_plugins(seat, id, window).await,
            Operation::FetchConfiguredPlugin(id, plugin) => self.fetch_configured_plugin(seat, id, plugin).await,
            Operation::ListReleases(window) => self.list_releases(seat, window).await,
            Operation::CreateRelease(id) => self.create_release(seat, id).await,
            Operation::FetchRelease(id) => self.fetch_release(seat, id).await,
        }
    }

    async fn list_plugins(&mut self, seat: &Seat, window: &Window) -> Checked {
        let path = "/Plugins".to_owned();
        let asking = self.asking(seat, &path, window);
        let answer = windowed!(seat.client.plugins().list(), asking);
        let items =
            Ok(self.accounts[seat.account].plugins.iter().rev().map(|plugin| seat.form.plugin(plugin)).collect());
        self.page(seat, &asking, answer, Listed { path, key: "plugins", items, sid: |plugin| key(&plugin.sid) })
    }

    async fn create_plugin(
        &mut self,
        seat: &Seat,
        name: &str,
        friendly_name: Option<&str>,
        description: Option<&str>,
    ) -> Checked {
        let answer = with!(seat.client.plugins().create(name), friendly_name, description).await;
        let issued = self.issued(&answer, |plugin| text(&plugin.sid), |plugin| plugin.date_created)?;
        let made = self.accounts[seat.account].create_plugin(name, friendly_name, description, issued);
        same(answer, made.map(|plugin| seat.form.plugin(plugin)))
    }

    async fn fetch_plugin(&mut self, seat: &Seat, id: &Id) -> Checked {
        let id = self.pick(seat, Kind::Plugin, id);
        let answer = seat.client.plugins().fetch(&id).await;
        same(answer, self.accounts[seat.account].plugin(seat.naming, &id).map(|plugin| seat.form.plugin(plugin)))
    }

    async fn update_plugin(
        &mut self,
        seat: &Seat,
        id: &Id,
        friendly_name: Option<&str>,
        description: Option<&str>,
    ) -> Checked {
        let id = self.pick(seat, Kind::Plugin, id);
        let answer = with!(seat.client.plugins().update(&id), friendly_name, description).await;
        let at = self.changed(&answer, |plugin: &Plugin| plugin.date_updated)?;
        let made = self.accounts[seat.account].update_plugin(seat.naming, &id, friendly_name, description, at);
        same(answer, made.map(|plugin| seat.form.plugin(plugin)))
    }

    async fn archive_plugin(&mut self, seat: &Seat, id: &Id) -> Checked {
        let id = self.pick(seat, Kind::Plugin, id);
        let answer = seat.client.plugins().archive(&id).await;
        let at = self.changed(&answer, |plugin| plugin.date_updated)?;
        let made = self.accounts[seat.account].archive_plugin(seat.naming, &id, at);
        same(answer, made.map(|plugin| seat.form.archived_plugin(plugin)))
    }

    async fn list_versions(&mut self, seat: &Seat, plugin: &Id, window: &Window) -> Checked {
        let id = self.pick(seat, Kind::Plugin, plugin);
        let all = &mut self.accounts[seat.account];
        let sid = all.plugin(seat.naming, &id).map(|plugin| plugin.created.sid.clone());
        let items = sid.clone().map(|sid| {
            let versions = all.versions.iter().rev().filter(|version| version.plugin == sid);
            versions.map(|version| seat.form.version(version)).collect()
        });
        let path = format!("/Plugins/{}/Versions", sid.unwrap_or_default());
        let asking = self.asking(seat, &path, window);
        let answer = windowed!(seat.client.plugin_versions().list(&id), asking);
        self.page(
            seat,
            &asking,
            answer,
            Listed { path, key: "plugin_versions", items, sid: |version| key(&version.sid) },
        )
    }

    async fn create_version(&mut self, seat: &Seat, plugin: &Id, version: &str, url: &str, more: &More) -> Checked {
        let id = self.pick(seat, Kind::Plugin, plugin);
        let More { changelog, private, cli_version, validate_status } = more.clone();
        let create = seat.client.plugin_versions().create(&id, version, url);
        let answer = with!(create, changelog, private, cli_version, validate_status).await;
        let issued = self.issued(&answer, |version| text(&version.sid), |version| version.date_created)?;
        let new = NewVersion {
            version: version.to_owned(),
            url: url.to_owned(),
            changelog: changelog.map(str::to_owned),
            private,
            validate_status: validate_status.map(str::to_owned),
        };
        let made = self.accounts[seat.account].create_version(seat.naming, &id, &new, issued);
        same(answer, made.map(|version| seat.form.version(version)))
    }

    async fn fetch_version(&mut self, seat: &Seat, plugin: &Id, id: &Id) -> Checked {
        let plugin = self.pick(seat, Kind::Plugin, plugin);
        let id = self.pick(seat, Kind::VersionOf(&plugin), id);
        let answer = seat.client.plugin_versions().fetch(&plugin, &id).await;
        let found = self.accounts[seat.account].version(seat.naming, &plugin, &id);
        same(answer, found.map(|version| seat.form.version(version)))
    }

    async fn archive_version(&mut self, seat: &Seat, plugin: &Id, id: &Id) -> Checked {
        let plugin = self.pick(seat, Kind::Plugin, plugin);
        let id = self.pick(seat, Kind::VersionOf(&plugin), id);
        let answer = seat.client.plugin_versions().archive(&plugin, &id).await;
        let made = self.accounts[seat.account].archive_version(seat.naming, &plugin, &id);
        same(answer, made.map(|version| seat.form.archived_version(version)))
    }

    async fn list_configurations(&mut self, seat: &Seat, window: &Window) -> Checked {
        let path = "/Configurations".to_owned();
        let asking = self.asking(seat, &path, window);
        let answer = windowed!(seat.client.configurations().list(), asking);
        let all = self.accounts[seat.account].configurations.iter().rev();
        let items = Ok(all.map(|configuration| seat.form.configuration(configuration)).collect());
        self.page(seat, &asking, answer, Listed { path, key: "configurations", items, sid: |found| key(&found.sid) })
    }

    async fn create_configuration(
        &mut self,
        seat: &Seat,
        name: &str,
        description: Option<&str>,
        entries: &[(Id, Option<i64>)],
    ) -> Checked {
        let entry = |(id, phase): &(Id, Option<i64>)| (self.pick(seat, Kind::Version, id), *phase);
        let entries: Vec<(String, Option<i64>)> = entries.iter().map(entry).collect();
        let plugins = entries.iter().map(|&(ref sid, phase)| with!(ConfigurationPlugin::new(sid), phase));
        let plugins: Vec<ConfigurationPlugin> = plugins.collect();
        let create = seat.client.configurations().create(name).plugins(plugins);
        let answer = with!(create, description).await;
        let issued = self.issued(&answer, |found| text(&found.sid), |found| found.date_created)?;
        let made = self.accounts[seat.account].create_configuration(name, description, &entries, issued);
        same(answer, made.map(|configuration| seat.form.configuration(configuration)))
    }

    async fn fetch_configuration(&mut self, seat: &Seat, id: &Id) -> Checked {
        let id = self.pick(seat, Kind::Configuration, id);
        let answer = seat.client.configurations().fetch(&id).await;
        let found = self.accounts[seat.account].configuration(&id);
        same(answer, found.map(|configuration| seat.form.configuration(configuration)))
    }

    async fn archive_configuration(&mut self, seat: &Seat, id: &Id) -> Checked {
        let id = self.pick(seat, Kind::Configuration, id);
        let answer = seat.client.configurations().archive(&id).await;
        let made = self.accounts[seat.account].archive_configuration(&id);
        same(answer, made.map(|configuration| seat.form.archived_configuration(configuration)))
    }

    async fn list_configured_plugins(&mut self, seat: &Seat, id: &Id, window: &Window) -> Checked {
        let id = self.pick(seat, Kind::Configuration, id);
        let path = format!("/Configurations/{id}/Plugins");
        let asking = self.asking(seat, &path, window);
        let answer = windowed!(seat.client.configured_plugins().list(&id), asking);
        let all = &mut self.accounts[seat.account];
        let items = all.configuration(&id).map(|configuration| configuration.clone()).map(|configuration| {
            configuration.entries.iter().map(|entry| seat.form.entry(all, &configuration, entry)).collect()
        });
        self.page(seat, &asking, answer, Listed { path, key: "plugins", items, sid: |entry| key(&entry.plugin_sid) })
    }

    async fn fetch_configured_plugin(&mut self, seat: &Seat, id: &Id, plugin: &Id) -> Checked {
        let id = self.pick(seat, Kind::Configuration, id);
        let plugin = self.pick(seat, Kind::PluginIn(&id), plugin);
        let answer = seat.client.configured_plugins().fetch(&id, &plugin).await;
        let all = &mut self.accounts[seat.account];
        let entry = all.entry(seat.naming, &id, &plugin);
        let found = entry.and_then(|entry| Ok((all.configuration(&id)?.clone(), entry)));
        same(answer, found.map(|(configuration, entry)| seat.form.entry(all, &configuration, &entry)))
    }

    async fn list_releases(&mut self, seat: &Seat, window: &Window) -> Checked {
        let path = "/Releases".to_owned();
        let asking = self.asking(seat, &path, window);
        let answer = windowed!(seat.client.releases().list(), asking);
        let items =
            Ok(self.accounts[seat.account].releases.iter().rev().map(|found| seat.form.release(found)).collect());
        self.page(seat, &asking, answer, Listed { path, key: "releases", items, sid: |release| key(&release.sid) })
    }

    async fn create_release(&mut self, seat: &Seat, id: &Id) -> Checked {
        let id = self.pick(seat, Kind::Configuration, id);
        let answer = seat.client.releases().create(&id).await;
        let issued = self.issued(&answer, |release| text(&release.sid), |release| release.date_created)?;
        let made = self.accounts[seat.account].create_release(&id, issued);
        same(answer, made.map(|release| seat.form.release(release)))
    }

    async fn fetch_release(&mut self, seat: &Seat, id: &Id) -> Checked {
        let id = self.pick(seat, Kind::Release, id);
        let answer = seat.client.releases().fetch(&id).await;
        same(answer, self.accounts[seat.account].release(seat.naming, &id).map(|release| seat.form.release(release)))
    }
}
