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
    ListConfiguredPlugin, FetchConfiguredPlugin, ListPlugin, CreatePlugin, FetchPlugin,
    UpdatePlugin, UpdatePluginArchive, ListPluginConfiguration,
    CreatePluginConfiguration, FetchPluginConfiguration,
    UpdatePluginConfigurationArchive, ListPluginRelease, CreatePluginRelease,
    FetchPluginRelease, UpdatePluginVersionArchive, ListPluginVersion,
    CreatePluginVersion, FetchPluginVersion,
};

api! {
    /// What a server of the API can do: a method for each operation.
    ///
    /// [`router`] reads requests and writes answers; the methods are left with what the operation is about.
    pub trait Api {
        /// List configured plugin.
        ///
        /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins`, operation `ListConfiguredPlugin`.
        fn list_configured_plugin(ListConfiguredPlugin) -> models::ListConfiguredPluginResponse =
            json(200) for configured_plugin::LIST_CONFIGURED_PLUGIN;

        /// Fetch configured plugin.
        ///
        /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}`, operation
        /// `FetchConfiguredPlugin`.
        fn fetch_configured_plugin(FetchConfiguredPlugin) -> models::FlexV1PluginConfigurationConfiguredPlugin =
            json(200) for configured_plugin::FETCH_CONFIGURED_PLUGIN;

        /// List plugin.
        ///
        /// `GET /v1/PluginService/Plugins`, operation `ListPlugin`.
        fn list_plugin(ListPlugin) -> models::ListPluginResponse = json(200) for plugin::LIST_PLUGIN;

        /// Create plugin.
        ///
        /// `POST /v1/PluginService/Plugins`, operation `CreatePlugin`.
        fn create_plugin(CreatePlugin) -> models::FlexV1Plugin = json(201) for plugin::CREATE_PLUGIN;

        /// Fetch plugin.
        ///
        /// `GET /v1/PluginService/Plugins/{Sid}`, operation `FetchPlugin`.
        fn fetch_plugin(FetchPlugin) -> models::FlexV1Plugin = json(200) for plugin::FETCH_PLUGIN;

        /// Update plugin.
        ///
        /// `POST /v1/PluginService/Plugins/{Sid}`, operation `UpdatePlugin`.
        fn update_plugin(UpdatePlugin) -> models::FlexV1Plugin = json(200) for plugin::UPDATE_PLUGIN;

        /// Update plugin archive.
        ///
        /// `POST /v1/PluginService/Plugins/{Sid}/Archive`, operation `UpdatePluginArchive`.
        fn update_plugin_archive(UpdatePluginArchive) -> models::FlexV1PluginArchive =
            json(200) for plugin_archive::UPDATE_PLUGIN_ARCHIVE;

        /// List plugin configuration.
        ///
        /// `GET /v1/PluginService/Configurations`, operation `ListPluginConfiguration`.
        fn list_plugin_configuration(ListPluginConfiguration) -> models::ListPluginConfigurationResponse =
            json(200) for plugin_configuration::LIST_PLUGIN_CONFIGURATION;

        /// Create plugin configuration.
        ///
        /// `POST /v1/PluginService/Configurations`, operation `CreatePluginConfiguration`.
        fn create_plugin_configuration(CreatePluginConfiguration) -> models::FlexV1PluginConfiguration =
            json(201) for plugin_configuration::CREATE_PLUGIN_CONFIGURATION;

        /// Fetch plugin configuration.
        ///
        /// `GET /v1/PluginService/Configurations/{Sid}`, operation `FetchPluginConfiguration`.
        fn fetch_plugin_configuration(FetchPluginConfiguration) -> models::FlexV1PluginConfiguration =
            json(200) for plugin_configuration::FETCH_PLUGIN_CONFIGURATION;

        /// Update plugin configuration archive.
        ///
        /// `POST /v1/PluginService/Configurations/{Sid}/Archive`, operation `UpdatePluginConfigurationArchive`.
        fn update_plugin_configuration_archive(UpdatePluginConfigurationArchive) -> models::FlexV1PluginConfigurationArchive =
            json(200) for plugin_configuration_archive::UPDATE_PLUGIN_CONFIGURATION_ARCHIVE;

        /// List plugin release.
        ///
        /// `GET /v1/PluginService/Releases`, operation `ListPluginRelease`.
        fn list_plugin_release(ListPluginRelease) -> models::ListPluginReleaseResponse =
            json(200) for plugin_release::LIST_PLUGIN_RELEASE;

        /// Create plugin release.
        ///
        /// `POST /v1/PluginService/Releases`, operation `CreatePluginRelease`.
        fn create_plugin_release(CreatePluginRelease) -> models::FlexV1PluginRelease =
            json(201) for plugin_release::CREATE_PLUGIN_RELEASE;

        /// Fetch plugin release.
        ///
        /// `GET /v1/PluginService/Releases/{Sid}`, operation `FetchPluginRelease`.
        fn fetch_plugin_release(FetchPluginRelease) -> models::FlexV1PluginRelease =
            json(200) for plugin_release::FETCH_PLUGIN_RELEASE;

        /// Update plugin version archive.
        ///
        /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive`, operation
        /// `UpdatePluginVersionArchive`.
        fn update_plugin_version_archive(UpdatePluginVersionArchive) -> models::FlexV1PluginVersionArchive =
            json(200) for plugin_version_archive::UPDATE_PLUGIN_VERSION_ARCHIVE;

        /// List plugin version.
        ///
        /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `ListPluginVersion`.
        fn list_plugin_version(ListPluginVersion) -> models::ListPluginVersionResponse =
            json(200) for plugin_versions::LIST_PLUGIN_VERSION;

        /// Create plugin version.
        ///
        /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `CreatePluginVersion`.
        fn create_plugin_version(CreatePluginVersion) -> models::FlexV1PluginPluginVersion =
            json(201) for plugin_versions::CREATE_PLUGIN_VERSION;

        /// Fetch plugin version.
        ///
        /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}`, operation `FetchPluginVersion`.
        fn fetch_plugin_version(FetchPluginVersion) -> models::FlexV1PluginPluginVersion =
            json(200) for plugin_versions::FETCH_PLUGIN_VERSION;
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
