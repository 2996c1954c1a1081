//! The operations on flex v1 plugin versions.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin versions.
    pub struct PluginVersions;
}

impl PluginVersions {
    /// List plugin version.
    ///
    /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `ListPluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: Called `PluginSid` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`FlexV1PluginPluginVersion`](models::FlexV1PluginPluginVersion);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let mut plugin_versions = client.plugin_versions().list("plugin-sid").stream();
    /// while let Some(flex_v1_plugin_plugin_version) = plugin_versions.next().await {
    ///     let flex_v1_plugin_plugin_version = flex_v1_plugin_plugin_version?;
    ///     println!("{flex_v1_plugin_plugin_version:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self, plugin_sid: impl AsRef<str>) -> ListPluginVersion {
        let mut request = Request::new(&self.client, &LIST_PLUGIN_VERSION);
        request.path("PluginSid", plugin_sid.as_ref());
        ListPluginVersion { request }
    }

    /// Create plugin version.
    ///
    /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `CreatePluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: Called `PluginSid` on the wire.
    /// - `version`: Called `Version` on the wire.
    /// - `plugin_url`: Called `PluginUrl` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginPluginVersion`](models::FlexV1PluginPluginVersion);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_plugin_version = client
    ///     .plugin_versions()
    ///     .create("plugin-sid", "1.0.0", "https://sample.twil.io/plugin.js")
    ///     .changelog("the changelog")
    ///     .private(true)
    ///     .await?;
    /// println!("{flex_v1_plugin_plugin_version:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        plugin_sid: impl AsRef<str>,
        version: impl AsRef<str>,
        plugin_url: impl AsRef<str>,
    ) -> CreatePluginVersion {
        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN_VERSION);
        request.path("PluginSid", plugin_sid.as_ref());
        request.form("Version", version.as_ref());
        request.form("PluginUrl", plugin_url.as_ref());
        CreatePluginVersion { request }
    }

    /// Fetch plugin version.
    ///
    /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}`, operation `FetchPluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: Called `PluginSid` on the wire.
    /// - `sid`: Called `Sid` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginPluginVersion`](models::FlexV1PluginPluginVersion);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_plugin_version = client
    ///     .plugin_versions()
    ///     .fetch("plugin-sid", "sid")
    ///     .await?;
    /// println!("{flex_v1_plugin_plugin_version:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(
        &self,
        plugin_sid: impl AsRef<str>,
        sid: impl AsRef<str>,
    ) -> FetchPluginVersion {
        let mut request = Request::new(&self.client, &FETCH_PLUGIN_VERSION);
        request.path("PluginSid", plugin_sid.as_ref());
        request.path("Sid", sid.as_ref());
        FetchPluginVersion { request }
    }
}

pages! {
    static LIST_PLUGIN_VERSION =
        GET "/v1/PluginService/Plugins/{PluginSid}/Versions" as "ListPluginVersion" for document::SECURITY;
    pages = Paging { items: &["plugin_versions"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`PluginVersions::list`], to be given what is optional and then awaited.
    pub struct ListPluginVersion => models::FlexV1PluginPluginVersion;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());

    /// Range: 1 to 1000.
    fn page_size(value: i64) => query("PageSize", value);

    /// Range: 0 or more.
    fn page(value: i64) => query("Page", value);

    /// Called `PageToken` on the wire.
    fn page_token(value: impl AsRef<str>) => query("PageToken", value.as_ref());
}

call! {
    static CREATE_PLUGIN_VERSION =
        POST "/v1/PluginService/Plugins/{PluginSid}/Versions" as "CreatePluginVersion" for document::SECURITY;

    /// A call of [`PluginVersions::create`], to be given what is optional and then awaited.
    pub struct CreatePluginVersion: Json<models::FlexV1PluginPluginVersion> => models::FlexV1PluginPluginVersion;

    /// Called `Changelog` on the wire.
    fn changelog(value: impl AsRef<str>) => form("Changelog", value.as_ref());

    /// Called `Private` on the wire.
    fn private(value: bool) => form("Private", value);

    /// Called `CliVersion` on the wire.
    fn cli_version(value: impl AsRef<str>) => form("CliVersion", value.as_ref());

    /// Called `ValidateStatus` on the wire.
    fn validate_status(value: impl AsRef<str>) => form("ValidateStatus", value.as_ref());

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_PLUGIN_VERSION =
        GET "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}" as "FetchPluginVersion" for document::SECURITY;

    /// A call of [`PluginVersions::fetch`], to be given what is optional and then awaited.
    pub struct FetchPluginVersion: Json<models::FlexV1PluginPluginVersion> => models::FlexV1PluginPluginVersion;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
