//! The operations on flex v1 plugin configuration.

use reqwest::Method;
use serde_json::Value;

use crate::document;
use crate::models;
use crate::runtime::encode::AnyText;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin configuration.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginConfiguration {
    client: Client,
}

impl PluginConfiguration {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List plugin configuration.
    ///
    /// `GET /v1/PluginService/Configurations`, operation `ListPluginConfiguration`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`FlexV1PluginConfiguration`](models::FlexV1PluginConfiguration);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let mut plugin_configuration = client.plugin_configuration().list().stream();
    /// while let Some(flex_v1_plugin_configuration) = plugin_configuration.next().await {
    ///     let flex_v1_plugin_configuration = flex_v1_plugin_configuration?;
    ///     println!("{flex_v1_plugin_configuration:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self) -> ListPluginConfiguration {
        ListPluginConfiguration {
            request: Request::new(&self.client, &LIST_PLUGIN_CONFIGURATION),
        }
    }

    /// Create plugin configuration.
    ///
    /// `POST /v1/PluginService/Configurations`, operation `CreatePluginConfiguration`.
    ///
    /// # Arguments
    ///
    /// - `name`:
    ///
    ///   `Name` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginConfiguration`](models::FlexV1PluginConfiguration);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_configuration = client
    ///     .plugin_configuration()
    ///     .create("some name")
    ///     .plugins([
    ///         serde_json::json!(
    ///             "{\"plugin_version\": \"FVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"phase\": 3}"
    ///         ),
    ///     ])
    ///     .description("description")
    ///     .await?;
    /// println!("{flex_v1_plugin_configuration:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(&self, name: impl AsRef<str>) -> CreatePluginConfiguration {
        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN_CONFIGURATION);
        request.form("Name", name.as_ref());
        CreatePluginConfiguration {
            request,
        }
    }

    /// Fetch plugin configuration.
    ///
    /// `GET /v1/PluginService/Configurations/{Sid}`, operation `FetchPluginConfiguration`.
    ///
    /// # Arguments
    ///
    /// - `sid`:
    ///
    ///   `Sid` on the wire.
    ///
    ///   Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginConfiguration`](models::FlexV1PluginConfiguration);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_configuration = client.plugin_configuration().fetch("sid").await?;
    /// println!("{flex_v1_plugin_configuration:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, sid: impl AsRef<str>) -> FetchPluginConfiguration {
        let mut request = Request::new(&self.client, &FETCH_PLUGIN_CONFIGURATION);
        request.path("Sid", sid.as_ref());
        FetchPluginConfiguration {
            request,
        }
    }
}

pub(crate) static LIST_PLUGIN_CONFIGURATION: Operation = Operation::paged(
    "ListPluginConfiguration",
    Method::GET,
    "/v1/PluginService/Configurations",
    document::SECURITY,
    Paging {
        items: &["configurations"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    },
);

/// A call of [`PluginConfiguration::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPluginConfiguration {
    pub(crate) request: Request,
}

pages!(ListPluginConfiguration => models::FlexV1PluginConfiguration);

impl ListPluginConfiguration {
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

pub(crate) static CREATE_PLUGIN_CONFIGURATION: Operation = Operation::new(
    "CreatePluginConfiguration",
    Method::POST,
    "/v1/PluginService/Configurations",
    document::SECURITY,
);

/// A call of [`PluginConfiguration::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePluginConfiguration {
    pub(crate) request: Request,
}

call!(
    CreatePluginConfiguration : Json < models::FlexV1PluginConfiguration > =>
    models::FlexV1PluginConfiguration
);

impl CreatePluginConfiguration {
    /// `Plugins` on the wire.
    pub fn plugins(mut self, values: impl IntoIterator<Item = Value>) -> Self {
        self.request.form_each("Plugins", values.into_iter().map(AnyText));
        self
    }

    /// `Description` on the wire.
    pub fn description(mut self, value: impl AsRef<str>) -> Self {
        self.request.form("Description", value.as_ref());
        self
    }

    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}

pub(crate) static FETCH_PLUGIN_CONFIGURATION: Operation = Operation::new(
    "FetchPluginConfiguration",
    Method::GET,
    "/v1/PluginService/Configurations/{Sid}",
    document::SECURITY,
);

/// A call of [`PluginConfiguration::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPluginConfiguration {
    pub(crate) request: Request,
}

call!(
    FetchPluginConfiguration : Json < models::FlexV1PluginConfiguration > =>
    models::FlexV1PluginConfiguration
);

impl FetchPluginConfiguration {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
