//! The API: each operation, from what it is asked for to what the store says, and back in the API's own form.

mod refusal;
mod view;

use std::sync::Arc;

use axum::Router;
use twilio_flex_plugins::models;
use twilio_flex_plugins::server::{
    Api, ArchiveConfiguration, ArchivePlugin, ArchivePluginVersion, Context, CreateConfiguration, CreatePlugin,
    CreatePluginVersion, CreateRelease, FetchConfiguration, FetchConfiguredPlugin, FetchPlugin, FetchPluginVersion,
    FetchRelease, ListConfigurations, ListConfiguredPlugins, ListPluginVersions, ListPlugins, ListReleases, Rejection,
    Reply, UpdatePlugin,
};

use self::refusal::Refusal;
use self::view::View;
use crate::access::{Access, Grant};
use crate::base_url::BaseUrl;
use crate::problem::Problem;
use crate::store::{Caller, Entry, NewConfiguration, NewPlugin, NewVersion, PageRequest, PluginUpdate, Store};

/// The routes of the API.
pub fn router(store: Store, access: Arc<Access>, base: BaseUrl) -> Router {
    refusal::worded(twilio_flex_plugins::server::router(Service { store, access, base }))
}

struct Service {
    store: Store,
    access: Arc<Access>,
    base: BaseUrl,
}

type Answer<T> = Result<Reply<T>, Refusal>;

impl Service {
    /// Who asks, and the form of the answer.
    ///
    /// # Errors
    ///
    /// If the credentials are unknown, or may do nothing.
    fn admit(&self, context: &Context) -> Result<(Caller, View), Problem> {
        let credentials = context.credentials.as_ref().ok_or(Problem::Unauthenticated)?;
        let grant = self.access.check(&credentials.username, &credentials.password);
        match grant.ok_or(Problem::Unauthenticated)? {
            Grant { restricted: true, .. } => Err(Problem::Forbidden),
            Grant { account, sids_only, .. } => {
                Ok((Caller { account, sids_only }, View::new(self.base.of(&context.headers))))
            }
        }
    }
}

impl Api for Service {
    type Error = Refusal;

    async fn list_plugins(&self, context: Context, request: ListPlugins) -> Answer<models::PluginList> {
        let (caller, view) = self.admit(&context)?;
        let ListPlugins { page_size: size, page, page_token: token, flex_metadata: _ } = request;
        let page = self.store.list_plugins(&caller, PageRequest { size, page, token: token.clone() }).await?;
        Ok(view.plugins(page, token.as_deref()).into())
    }

    async fn create_plugin(&self, context: Context, request: CreatePlugin) -> Answer<models::Plugin> {
        let (caller, view) = self.admit(&context)?;
        let CreatePlugin { unique_name, friendly_name, description, flex_metadata: _ } = request;
        let new = NewPlugin { unique_name, friendly_name, description };
        Ok(view.plugin(self.store.create_plugin(&caller, new).await?).into())
    }

    async fn fetch_plugin(&self, context: Context, request: FetchPlugin) -> Answer<models::Plugin> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.plugin(self.store.fetch_plugin(&caller, &request.sid).await?).into())
    }

    async fn update_plugin(&self, context: Context, request: UpdatePlugin) -> Answer<models::Plugin> {
        let (caller, view) = self.admit(&context)?;
        let UpdatePlugin { sid, friendly_name, description, flex_metadata: _ } = request;
        let update = PluginUpdate { friendly_name, description };
        Ok(view.plugin(self.store.update_plugin(&caller, &sid, update).await?).into())
    }

    async fn archive_plugin(&self, context: Context, request: ArchivePlugin) -> Answer<models::ArchivedPlugin> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.archived_plugin(self.store.archive_plugin(&caller, &request.sid).await?).into())
    }

    async fn list_plugin_versions(
        &self,
        context: Context,
        request: ListPluginVersions,
    ) -> Answer<models::PluginVersionList> {
        let (caller, view) = self.admit(&context)?;
        let ListPluginVersions { plugin_sid, page_size: size, page, page_token: token, flex_metadata: _ } = request;
        let page = PageRequest { size, page, token: token.clone() };
        let (plugin, page) = self.store.list_versions(&caller, &plugin_sid, page).await?;
        Ok(view.versions(&plugin, page, token.as_deref()).into())
    }

    async fn create_plugin_version(
        &self,
        context: Context,
        request: CreatePluginVersion,
    ) -> Answer<models::PluginVersion> {
        let (caller, view) = self.admit(&context)?;
        let CreatePluginVersion { plugin_sid, version, plugin_url, changelog, private, .. } = request;
        let CreatePluginVersion { cli_version, validate_status, .. } = request;
        let new = NewVersion { version, plugin_url, changelog, private, cli_version, validate_status };
        Ok(view.version(self.store.create_version(&caller, &plugin_sid, new).await?).into())
    }

    async fn fetch_plugin_version(
        &self,
        context: Context,
        request: FetchPluginVersion,
    ) -> Answer<models::PluginVersion> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.version(self.store.fetch_version(&caller, &request.plugin_sid, &request.sid).await?).into())
    }

    async fn archive_plugin_version(
        &self,
        context: Context,
        request: ArchivePluginVersion,
    ) -> Answer<models::ArchivedPluginVersion> {
        let (caller, view) = self.admit(&context)?;
        let version = self.store.archive_version(&caller, &request.plugin_sid, &request.sid).await?;
        Ok(view.archived_version(version).into())
    }

    async fn list_configurations(
        &self,
        context: Context,
        request: ListConfigurations,
    ) -> Answer<models::ConfigurationList> {
        let (caller, view) = self.admit(&context)?;
        let ListConfigurations { page_size: size, page, page_token: token, flex_metadata: _ } = request;
        let page = self.store.list_configurations(&caller, PageRequest { size, page, token: token.clone() }).await?;
        Ok(view.configurations(page, token.as_deref()).into())
    }

    async fn create_configuration(
        &self,
        context: Context,
        request: CreateConfiguration,
    ) -> Answer<models::Configuration> {
        let (caller, view) = self.admit(&context)?;
        let CreateConfiguration { name, plugins, description, flex_metadata: _ } = request;
        let plugins = plugins.into_iter().flatten();
        let plugins =
            plugins.map(|entry| Entry { plugin_version: entry.plugin_version.into(), phase: entry.phase }).collect();
        let new = NewConfiguration { name, description, plugins };
        Ok(view.configuration(self.store.create_configuration(&caller, new).await?).into())
    }

    async fn fetch_configuration(
        &self,
        context: Context,
        request: FetchConfiguration,
    ) -> Answer<models::Configuration> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.configuration(self.store.fetch_configuration(&caller, &request.sid).await?).into())
    }

    async fn archive_configuration(
        &self,
        context: Context,
        request: ArchiveConfiguration,
    ) -> Answer<models::ArchivedConfiguration> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.archived_configuration(self.store.archive_configuration(&caller, &request.sid).await?).into())
    }

    async fn list_configured_plugins(
        &self,
        context: Context,
        request: ListConfiguredPlugins,
    ) -> Answer<models::ConfiguredPluginList> {
        let (caller, view) = self.admit(&context)?;
        let ListConfiguredPlugins { configuration_sid, page_size: size, page, page_token: token, .. } = request;
        let page = PageRequest { size, page, token: token.clone() };
        let page = self.store.list_configured_plugins(&caller, &configuration_sid, page).await?;
        Ok(view.configured_plugins(&configuration_sid, page, token.as_deref()).into())
    }

    async fn fetch_configured_plugin(
        &self,
        context: Context,
        request: FetchConfiguredPlugin,
    ) -> Answer<models::ConfiguredPlugin> {
        let (caller, view) = self.admit(&context)?;
        let FetchConfiguredPlugin { configuration_sid, plugin_sid, flex_metadata: _ } = request;
        let plugin = self.store.fetch_configured_plugin(&caller, &configuration_sid, &plugin_sid).await?;
        Ok(view.configured_plugin(plugin).into())
    }

    async fn list_releases(&self, context: Context, request: ListReleases) -> Answer<models::ReleaseList> {
        let (caller, view) = self.admit(&context)?;
        let ListReleases { page_size: size, page, page_token: token, flex_metadata: _ } = request;
        let page = self.store.list_releases(&caller, PageRequest { size, page, token: token.clone() }).await?;
        Ok(view.releases(page, token.as_deref()).into())
    }

    async fn create_release(&self, context: Context, request: CreateRelease) -> Answer<models::Release> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.release(self.store.create_release(&caller, &request.configuration_id).await?).into())
    }

    async fn fetch_release(&self, context: Context, request: FetchRelease) -> Answer<models::Release> {
        let (caller, view) = self.admit(&context)?;
        Ok(view.release(self.store.fetch_release(&caller, &request.sid).await?).into())
    }

    fn reject(&self, rejection: Rejection) -> Refusal {
        let Rejection { context, reason, .. } = rejection;
        // Who may not ask is told so, and not what would be wrong with the question.
        match self.admit(&context) {
            Err(problem) if context.operation.is_some() => problem.into(),
            _ => reason.into(),
        }
    }
}
