//! The server's side of the API: a trait to implement, and a router that calls it.
//!
//! The router finds the operation by path and method, decodes each input once, and hands it over with its
//! type, beside a [`Context`] with the credentials, if there are any. Whether these are good, and whether
//! values are within the limits of the API's description, is for the implementation to say. What cannot be
//! read at all is refused through [`Api::reject`]: an unknown path or method, an input that is missing or of
//! the wrong type, a body that is too large. `OPTIONS` is answered with the methods of a path, and `HEAD`
//! like `GET`, without the body.
//!
//! To serve it, hand the [`Router`] to `axum::serve`. It can be nested in others, or merged with one that
//! has no fallback, and be given middleware.

mod requests;

pub(crate) mod pages;

use axum::Router;
use axum::response::IntoResponse;

use crate::models;
use crate::runtime::server::{Routes, api};

pub use axum;

pub use crate::runtime::server::{
    Context, Credentials, Limits, Place, Reason, Rejection, Reply,
};
pub use self::requests::{
    ListPlugins, CreatePlugin, FetchPlugin, UpdatePlugin, ArchivePlugin,
    ListPluginVersions, CreatePluginVersion, FetchPluginVersion, ArchivePluginVersion,
    ListConfigurations, CreateConfiguration, FetchConfiguration, ArchiveConfiguration,
    ListConfiguredPlugins, FetchConfiguredPlugin, ListReleases, CreateRelease,
    FetchRelease,
};

api! {
    /// What a server of the API can do: a method for each operation.
    ///
    /// [`router`] reads requests and writes answers; the methods are left with what the operation is about.
    pub trait Api {
        /// Lists the plugins of the account.
        ///
        /// The newest plugin comes first. Archived plugins are part of the list.
        ///
        /// Fails with 400 if a paging argument is out of range, or the page token is not one of this list.
        ///
        /// `GET /v1/PluginService/Plugins`, operation `ListPlugins`.
        fn list_plugins(ListPlugins) -> models::PluginList = json(200) for plugins::LIST_PLUGINS;

        /// Creates a plugin.
        ///
        /// The new plugin has no code yet. Create a version of it next.
        ///
        /// Fails with
        ///
        /// - 400 if the unique name is missing or not allowed, or the description is too long;
        /// - 400 if the account has 25 plugins already that are not archived;
        /// - 409 or 400 if the unique name is taken, also by an archived plugin.
        ///
        /// `POST /v1/PluginService/Plugins`, operation `CreatePlugin`.
        fn create_plugin(CreatePlugin) -> models::Plugin = json(201) for plugins::CREATE_PLUGIN;

        /// Fetches a plugin.
        ///
        /// Archived plugins are found, too.
        ///
        /// Fails with 404 if the account has no plugin of this SID or name.
        ///
        /// `GET /v1/PluginService/Plugins/{Sid}`, operation `FetchPlugin`.
        fn fetch_plugin(FetchPlugin) -> models::Plugin = json(200) for plugins::FETCH_PLUGIN;

        /// Changes the display name or the description of a plugin.
        ///
        /// What is left out stays as it is. An empty description clears it. The unique name cannot be changed.
        ///
        /// Fails with
        ///
        /// - 400 if the description is too long, or the plugin is archived;
        /// - 404 if the account has no plugin of this SID or name.
        ///
        /// `POST /v1/PluginService/Plugins/{Sid}`, operation `UpdatePlugin`.
        fn update_plugin(UpdatePlugin) -> models::Plugin = json(200) for plugins::UPDATE_PLUGIN;

        /// Archives a plugin for good.
        ///
        /// None of its versions can be used in a new configuration or release any more. The plugin keeps its
        /// unique name and can still be fetched.
        ///
        /// Fails with
        ///
        /// - 400 if the plugin is archived already;
        /// - 400 if the active release uses it. Create a release without the plugin first;
        /// - 404 if the account has no plugin of this SID or name.
        ///
        /// `POST /v1/PluginService/Plugins/{Sid}/Archive`, operation `ArchivePlugin`.
        fn archive_plugin(ArchivePlugin) -> models::ArchivedPlugin = json(200) for plugins::ARCHIVE_PLUGIN;

        /// Lists the versions of a plugin.
        ///
        /// The version created last comes first, whatever its version string. Archived versions are part of the
        /// list.
        ///
        /// Fails with
        ///
        /// - 400 if a paging argument is out of range, or the page token is not one of this list;
        /// - 404 if the account has no plugin of this SID or name.
        ///
        /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `ListPluginVersions`.
        fn list_plugin_versions(ListPluginVersions) -> models::PluginVersionList =
            json(200) for plugin_versions::LIST_PLUGIN_VERSIONS;

        /// Creates a version of a plugin.
        ///
        /// The bundle must be uploaded before; the service is only told where it is. A new version changes
        /// nothing in Flex until a configuration with it is released. Version strings need not grow from one to
        /// the next.
        ///
        /// Fails with
        ///
        /// - 400 if the version string or the bundle's URL is missing, or the URL is not an absolute one;
        /// - 400 if the plugin is archived, or the account has 500 versions already that are not archived;
        /// - 404 if the account has no plugin of this SID or name;
        /// - 409 or 400 if the plugin has this version already, also an archived one.
        ///
        /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `CreatePluginVersion`.
        fn create_plugin_version(CreatePluginVersion) -> models::PluginVersion =
            json(201) for plugin_versions::CREATE_PLUGIN_VERSION;

        /// Fetches a version of a plugin.
        ///
        /// Archived versions are found, too.
        ///
        /// Fails with 404 if the plugin does not exist or has no such version. The SID of another plugin's
        /// version is not found either.
        ///
        /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}`, operation `FetchPluginVersion`.
        fn fetch_plugin_version(FetchPluginVersion) -> models::PluginVersion =
            json(200) for plugin_versions::FETCH_PLUGIN_VERSION;

        /// Archives a version of a plugin for good.
        ///
        /// Configurations that hold the version can still be read, but not released again. The version string
        /// stays taken.
        ///
        /// Fails with
        ///
        /// - 400 if the version is archived already;
        /// - 400 if the active release uses it. Create a release without this version first;
        /// - 404 if the plugin does not exist or has no such version.
        ///
        /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive`, operation `ArchivePluginVersion`.
        fn archive_plugin_version(ArchivePluginVersion) -> models::ArchivedPluginVersion =
            json(200) for plugin_versions::ARCHIVE_PLUGIN_VERSION;

        /// Lists the configurations of the account.
        ///
        /// The newest configuration comes first. Archived configurations are part of the list.
        ///
        /// The plugins of a configuration are not shown here; list the configured plugins of each.
        ///
        /// Fails with 400 if a paging argument is out of range, or the page token is not one of this list.
        ///
        /// `GET /v1/PluginService/Configurations`, operation `ListConfigurations`.
        fn list_configurations(ListConfigurations) -> models::ConfigurationList =
            json(200) for configurations::LIST_CONFIGURATIONS;

        /// Creates a configuration from plugin versions.
        ///
        /// The configuration holds exactly the given versions. Nothing is taken over from the active one, and
        /// nothing changes in Flex until the new one is released.
        ///
        /// Fails with
        ///
        /// - 400 if the name is missing, or an entry is malformed;
        /// - 400 if an entry names a version that is unknown, or that is archived itself or through its plugin;
        /// - 400 if two entries are of the same plugin.
        ///
        /// `POST /v1/PluginService/Configurations`, operation `CreateConfiguration`.
        fn create_configuration(CreateConfiguration) -> models::Configuration =
            json(201) for configurations::CREATE_CONFIGURATION;

        /// Fetches a configuration.
        ///
        /// Its plugins are not part of the answer; list the configured plugins for them. Archived configurations
        /// are found, too.
        ///
        /// Fails with 404 if the account has no configuration of this SID.
        ///
        /// `GET /v1/PluginService/Configurations/{Sid}`, operation `FetchConfiguration`.
        fn fetch_configuration(FetchConfiguration) -> models::Configuration =
            json(200) for configurations::FETCH_CONFIGURATION;

        /// Archives a configuration for good.
        ///
        /// It can still be read, but not released any more. Its plugins and their versions stay as they are.
        ///
        /// Fails with
        ///
        /// - 400 if the configuration is archived already;
        /// - 400 if it is the active one. Release another configuration first;
        /// - 404 if the account has no configuration of this SID.
        ///
        /// `POST /v1/PluginService/Configurations/{Sid}/Archive`, operation `ArchiveConfiguration`.
        fn archive_configuration(ArchiveConfiguration) -> models::ArchivedConfiguration =
            json(200) for configurations::ARCHIVE_CONFIGURATION;

        /// Lists the plugins of a configuration.
        ///
        /// They come in the order in which they were given when the configuration was created. The list of a
        /// configuration without plugins is empty.
        ///
        /// Fails with
        ///
        /// - 400 if a paging argument is out of range, or the page token is not one of this list;
        /// - 404 if the account has no configuration of this SID.
        ///
        /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins`, operation `ListConfiguredPlugins`.
        fn list_configured_plugins(ListConfiguredPlugins) -> models::ConfiguredPluginList =
            json(200) for configured_plugins::LIST_CONFIGURED_PLUGINS;

        /// Fetches one plugin of a configuration.
        ///
        /// It is addressed by its plugin, not by its version.
        ///
        /// Fails with 404 if the configuration does not exist or does not hold the plugin.
        ///
        /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}`, operation
        /// `FetchConfiguredPlugin`.
        fn fetch_configured_plugin(FetchConfiguredPlugin) -> models::ConfiguredPlugin =
            json(200) for configured_plugins::FETCH_CONFIGURED_PLUGIN;

        /// Lists the releases of the account.
        ///
        /// The newest release comes first: the first item of the first page is the active one.
        ///
        /// Fails with 400 if a paging argument is out of range, or the page token is not one of this list.
        ///
        /// `GET /v1/PluginService/Releases`, operation `ListReleases`.
        fn list_releases(ListReleases) -> models::ReleaseList = json(200) for releases::LIST_RELEASES;

        /// Releases a configuration.
        ///
        /// The new release replaces the active one at once; it may take about a second until it can be read back.
        /// To roll back, release an older configuration again. Releasing the active configuration once more makes
        /// another release.
        ///
        /// Fails with
        ///
        /// - 400 if the configuration's SID is missing or malformed;
        /// - 400 if the configuration is archived, or holds an archived plugin or version;
        /// - 404 or 400 if the account has no configuration of this SID.
        ///
        /// `POST /v1/PluginService/Releases`, operation `CreateRelease`.
        fn create_release(CreateRelease) -> models::Release = json(201) for releases::CREATE_RELEASE;

        /// Fetches a release.
        ///
        /// The name `Active` stands for the active release.
        ///
        /// Fails with 404 if the account has no release of this SID or, for `Active`, no release at all.
        ///
        /// `GET /v1/PluginService/Releases/{Sid}`, operation `FetchRelease`.
        fn fetch_release(FetchRelease) -> models::Release = json(200) for releases::FETCH_RELEASE;
    }
}

/// A router that calls `api`. It takes requests within the default [`Limits`].
pub fn router<A: Api>(api: A) -> Router {
    router_with(api, Limits::default())
}

/// A router that calls `api`, and takes requests within `limits`.
pub fn router_with<A: Api>(api: A, limits: Limits) -> Router {
    let mut routes = Routes::new(
        api,
        limits,
        |api: &A, rejection| api.reject(rejection).into_response(),
    );
    add_operations(&mut routes);
    routes.into_router()
}
