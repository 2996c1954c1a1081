//! The operations on flex v1 plugin release.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin release.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginRelease {
    client: Client,
}

impl PluginRelease {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List plugin release.
    ///
    /// `GET /v1/PluginService/Releases`, operation `ListPluginRelease`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`FlexV1PluginRelease`](models::FlexV1PluginRelease); [`Error::Invalid`](crate::Error::Invalid) if an
    /// input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let mut plugin_release = client.plugin_release().list().stream();
    /// while let Some(flex_v1_plugin_release) = plugin_release.next().await {
    ///     let flex_v1_plugin_release = flex_v1_plugin_release?;
    ///     println!("{flex_v1_plugin_release:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self) -> ListPluginRelease {
        ListPluginRelease {
            request: Request::new(&self.client, &LIST_PLUGIN_RELEASE),
        }
    }

    /// Create plugin release.
    ///
    /// `POST /v1/PluginService/Releases`, operation `CreatePluginRelease`.
    ///
    /// # Arguments
    ///
    /// - `configuration_id`:
    ///
    ///   `ConfigurationId` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginRelease`](models::FlexV1PluginRelease); [`Error::Invalid`](crate::Error::Invalid) if an
    /// input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_release = client
    ///     .plugin_release()
    ///     .create("FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .await?;
    /// println!("{flex_v1_plugin_release:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(&self, configuration_id: impl AsRef<str>) -> CreatePluginRelease {
        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN_RELEASE);
        request.form("ConfigurationId", configuration_id.as_ref());
        CreatePluginRelease { request }
    }

    /// Fetch plugin release.
    ///
    /// `GET /v1/PluginService/Releases/{Sid}`, operation `FetchPluginRelease`.
    ///
    /// # Arguments
    ///
    /// - `sid`:
    ///
    ///   `Sid` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginRelease`](models::FlexV1PluginRelease); [`Error::Invalid`](crate::Error::Invalid) if an
    /// input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_release = client.plugin_release().fetch("sid").await?;
    /// println!("{flex_v1_plugin_release:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, sid: impl AsRef<str>) -> FetchPluginRelease {
        let mut request = Request::new(&self.client, &FETCH_PLUGIN_RELEASE);
        request.path("Sid", sid.as_ref());
        FetchPluginRelease { request }
    }
}

pub(crate) static LIST_PLUGIN_RELEASE: Operation = Operation::paged(
    "ListPluginRelease",
    Method::GET,
    "/v1/PluginService/Releases",
    document::SECURITY,
    Paging {
        items: &["releases"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    },
);

/// A call of [`PluginRelease::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPluginRelease {
    pub(crate) request: Request,
}

pages!(ListPluginRelease => models::FlexV1PluginRelease);

impl ListPluginRelease {
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

pub(crate) static CREATE_PLUGIN_RELEASE: Operation = Operation::new(
    "CreatePluginRelease",
    Method::POST,
    "/v1/PluginService/Releases",
    document::SECURITY,
);

/// A call of [`PluginRelease::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePluginRelease {
    pub(crate) request: Request,
}

call!(
    CreatePluginRelease : Json < models::FlexV1PluginRelease > =>
    models::FlexV1PluginRelease
);

impl CreatePluginRelease {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}

pub(crate) static FETCH_PLUGIN_RELEASE: Operation = Operation::new(
    "FetchPluginRelease",
    Method::GET,
    "/v1/PluginService/Releases/{Sid}",
    document::SECURITY,
);

/// A call of [`PluginRelease::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPluginRelease {
    pub(crate) request: Request,
}

call!(
    FetchPluginRelease : Json < models::FlexV1PluginRelease > =>
    models::FlexV1PluginRelease
);

impl FetchPluginRelease {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
