//! The server's side of the API: a trait to implement, and a router that calls it.
//!
//! The router finds the operation by path and method, decodes each input once, and hands it over with its
//! type, beside a [`Context`] with the credentials, if there are any. Whether these are good, and whether
//! values are within the limits of the API's description, is for the implementation to say. What cannot be
//! read at all is refused through [`Api::reject`]: an unknown path or method, an input that is missing or of
//! the wrong type, a body that is too large. `OPTIONS` is answered with the methods of a path, and `HEAD`
//! like `GET`, without the body.
//!
//! To serve it, hand the [`Router`] to `axum::serve`. It can be merged with others, and be given middleware.

pub mod configured_plugin;
pub mod plugin;
pub mod plugin_archive;
pub mod plugin_configuration;
pub mod plugin_configuration_archive;
pub mod plugin_release;
pub mod plugin_version_archive;
pub mod plugin_versions;

pub(crate) mod pages;

use axum::Router;
use axum::response::IntoResponse;

use crate::models;
use crate::runtime::server::{Routes, api};

pub use axum;

pub use crate::runtime::server::{
    Context, Credentials, Limits, Place, Reason, Rejection, Reply,
};

api! {
    /// What a server of the API can do: a method for each operation.
    ///
    /// [`router`] reads requests and writes answers; the methods are left with what the operation is about.
    pub trait Api {
        /// List configured plugin.
        ///
        /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins`, operation `ListConfiguredPlugin`.
        fn list_configured_plugin(configured_plugin::ListConfiguredPlugin) -> models::ListConfiguredPluginResponse;

        /// Fetch configured plugin.
        ///
        /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}`, operation
        /// `FetchConfiguredPlugin`.
        fn fetch_configured_plugin(configured_plugin::FetchConfiguredPlugin) ->
            models::FlexV1PluginConfigurationConfiguredPlugin;

        /// List plugin.
        ///
        /// `GET /v1/PluginService/Plugins`, operation `ListPlugin`.
        fn list_plugin(plugin::ListPlugin) -> models::ListPluginResponse;

        /// Create plugin.
        ///
        /// `POST /v1/PluginService/Plugins`, operation `CreatePlugin`.
        fn create_plugin(plugin::CreatePlugin) -> models::FlexV1Plugin;

        /// Fetch plugin.
        ///
        /// `GET /v1/PluginService/Plugins/{Sid}`, operation `FetchPlugin`.
        fn fetch_plugin(plugin::FetchPlugin) -> models::FlexV1Plugin;

        /// Update plugin.
        ///
        /// `POST /v1/PluginService/Plugins/{Sid}`, operation `UpdatePlugin`.
        fn update_plugin(plugin::UpdatePlugin) -> models::FlexV1Plugin;

        /// Update plugin archive.
        ///
        /// `POST /v1/PluginService/Plugins/{Sid}/Archive`, operation `UpdatePluginArchive`.
        fn update_plugin_archive(plugin_archive::UpdatePluginArchive) -> models::FlexV1PluginArchive;

        /// List plugin configuration.
        ///
        /// `GET /v1/PluginService/Configurations`, operation `ListPluginConfiguration`.
        fn list_plugin_configuration(plugin_configuration::ListPluginConfiguration) ->
            models::ListPluginConfigurationResponse;

        /// Create plugin configuration.
        ///
        /// `POST /v1/PluginService/Configurations`, operation `CreatePluginConfiguration`.
        fn create_plugin_configuration(plugin_configuration::CreatePluginConfiguration) ->
            models::FlexV1PluginConfiguration;

        /// Fetch plugin configuration.
        ///
        /// `GET /v1/PluginService/Configurations/{Sid}`, operation `FetchPluginConfiguration`.
        fn fetch_plugin_configuration(plugin_configuration::FetchPluginConfiguration) ->
            models::FlexV1PluginConfiguration;

        /// Update plugin configuration archive.
        ///
        /// `POST /v1/PluginService/Configurations/{Sid}/Archive`, operation `UpdatePluginConfigurationArchive`.
        fn update_plugin_configuration_archive(plugin_configuration_archive::UpdatePluginConfigurationArchive) ->
            models::FlexV1PluginConfigurationArchive;

        /// List plugin release.
        ///
        /// `GET /v1/PluginService/Releases`, operation `ListPluginRelease`.
        fn list_plugin_release(plugin_release::ListPluginRelease) -> models::ListPluginReleaseResponse;

        /// Create plugin release.
        ///
        /// `POST /v1/PluginService/Releases`, operation `CreatePluginRelease`.
        fn create_plugin_release(plugin_release::CreatePluginRelease) -> models::FlexV1PluginRelease;

        /// Fetch plugin release.
        ///
        /// `GET /v1/PluginService/Releases/{Sid}`, operation `FetchPluginRelease`.
        fn fetch_plugin_release(plugin_release::FetchPluginRelease) -> models::FlexV1PluginRelease;

        /// Update plugin version archive.
        ///
        /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive`, operation
        /// `UpdatePluginVersionArchive`.
        fn update_plugin_version_archive(plugin_version_archive::UpdatePluginVersionArchive) ->
            models::FlexV1PluginVersionArchive;

        /// List plugin version.
        ///
        /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `ListPluginVersion`.
        fn list_plugin_version(plugin_versions::ListPluginVersion) -> models::ListPluginVersionResponse;

        /// Create plugin version.
        ///
        /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `CreatePluginVersion`.
        fn create_plugin_version(plugin_versions::CreatePluginVersion) -> models::FlexV1PluginPluginVersion;

        /// Fetch plugin version.
        ///
        /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}`, operation `FetchPluginVersion`.
        fn fetch_plugin_version(plugin_versions::FetchPluginVersion) -> models::FlexV1PluginPluginVersion;
    }
}

/// A router that calls `api`. It takes requests within the default [`Limits`].
pub fn router<A: Api>(api: A) -> Router {
    router_with(api, Limits::default())
}

/// A router that calls `api`, and takes requests within `limits`.
pub fn router_with<A: Api>(api: A, limits: Limits) -> Router {
    let routes = Routes::new(
        api,
        limits,
        |api: &A, rejection| api.reject(rejection).into_response(),
    );
    let routes = self::configured_plugin::routes(routes);
    let routes = self::plugin::routes(routes);
    let routes = self::plugin_archive::routes(routes);
    let routes = self::plugin_configuration::routes(routes);
    let routes = self::plugin_configuration_archive::routes(routes);
    let routes = self::plugin_release::routes(routes);
    let routes = self::plugin_version_archive::routes(routes);
    let routes = self::plugin_versions::routes(routes);
    routes.into_router()
}
