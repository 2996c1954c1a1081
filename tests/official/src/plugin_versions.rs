//! The operations on flex v1 plugin versions.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin versions.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginVersions {
    client: Client,
}

impl PluginVersions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List plugin version.
    ///
    /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `ListPluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`:
    ///
    ///   `PluginSid` on the wire.
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
    /// - `plugin_sid`:
    ///
    ///   `PluginSid` on the wire.
    /// - `version`:
    ///
    ///   `Version` on the wire.
    /// - `plugin_url`:
    ///
    ///   `PluginUrl` on the wire.
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
    /// - `plugin_sid`:
    ///
    ///   `PluginSid` on the wire.
    /// - `sid`:
    ///
    ///   `Sid` on the wire.
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

pub(crate) static LIST_PLUGIN_VERSION: Operation = Operation::paged(
    "ListPluginVersion",
    Method::GET,
    "/v1/PluginService/Plugins/{PluginSid}/Versions",
    document::SECURITY,
    Paging {
        items: &["plugin_versions"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    },
);

/// A call of [`PluginVersions::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPluginVersion {
    pub(crate) request: Request,
}

pages!(ListPluginVersion => models::FlexV1PluginPluginVersion);

impl ListPluginVersion {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }

    /// `PageSize` on the wire.
    ///
    /// Range: 1 to 1000.
    pub fn page_size(mut self, value: i64) -> Self {
        self.request.query("PageSize", value);
        self
    }

    /// `Page` on the wire.
    ///
    /// Range: 0 or more.
    pub fn page(mut self, value: i64) -> Self {
        self.request.query("Page", value);
        self
    }

    /// `PageToken` on the wire.
    pub fn page_token(mut self, value: impl AsRef<str>) -> Self {
        self.request.query("PageToken", value.as_ref());
        self
    }
}

pub(crate) static CREATE_PLUGIN_VERSION: Operation = Operation::new(
    "CreatePluginVersion",
    Method::POST,
    "/v1/PluginService/Plugins/{PluginSid}/Versions",
    document::SECURITY,
);

/// A call of [`PluginVersions::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePluginVersion {
    pub(crate) request: Request,
}

call!(
    CreatePluginVersion : Json < models::FlexV1PluginPluginVersion > =>
    models::FlexV1PluginPluginVersion
);

impl CreatePluginVersion {
    /// `Changelog` on the wire.
    pub fn changelog(mut self, value: impl AsRef<str>) -> Self {
        self.request.form("Changelog", value.as_ref());
        self
    }

    /// `Private` on the wire.
    pub fn private(mut self, value: bool) -> Self {
        self.request.form("Private", value);
        self
    }

    /// `CliVersion` on the wire.
    pub fn cli_version(mut self, value: impl AsRef<str>) -> Self {
        self.request.form("CliVersion", value.as_ref());
        self
    }

    /// `ValidateStatus` on the wire.
    pub fn validate_status(mut self, value: impl AsRef<str>) -> Self {
        self.request.form("ValidateStatus", value.as_ref());
        self
    }

    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}

pub(crate) static FETCH_PLUGIN_VERSION: Operation = Operation::new(
    "FetchPluginVersion",
    Method::GET,
    "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}",
    document::SECURITY,
);

/// A call of [`PluginVersions::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPluginVersion {
    pub(crate) request: Request,
}

call!(
    FetchPluginVersion : Json < models::FlexV1PluginPluginVersion > =>
    models::FlexV1PluginPluginVersion
);

impl FetchPluginVersion {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
