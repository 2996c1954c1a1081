//! The operations on flex v1 plugin.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct Plugin {
    client: Client,
}

impl Plugin {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List plugin.
    ///
    /// `GET /v1/PluginService/Plugins`, operation `ListPlugin`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`FlexV1Plugin`](models::FlexV1Plugin); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let mut plugin = client.plugin().list().stream();
    /// while let Some(flex_v1_plugin) = plugin.next().await {
    ///     let flex_v1_plugin = flex_v1_plugin?;
    ///     println!("{flex_v1_plugin:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self) -> ListPlugin {
        ListPlugin {
            request: Request::new(&self.client, &LIST_PLUGIN),
        }
    }

    /// Create plugin.
    ///
    /// `POST /v1/PluginService/Plugins`, operation `CreatePlugin`.
    ///
    /// # Arguments
    ///
    /// - `unique_name`:
    ///
    ///   `UniqueName` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1Plugin`](models::FlexV1Plugin); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin = client
    ///     .plugin()
    ///     .create("unique-name")
    ///     .friendly_name("friendly name")
    ///     .description("description")
    ///     .await?;
    /// println!("{flex_v1_plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(&self, unique_name: impl AsRef<str>) -> CreatePlugin {
        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN);
        request.form("UniqueName", unique_name.as_ref());
        CreatePlugin { request }
    }

    /// Fetch plugin.
    ///
    /// `GET /v1/PluginService/Plugins/{Sid}`, operation `FetchPlugin`.
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
    /// [`FlexV1Plugin`](models::FlexV1Plugin); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin = client.plugin().fetch("sid").await?;
    /// println!("{flex_v1_plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, sid: impl AsRef<str>) -> FetchPlugin {
        let mut request = Request::new(&self.client, &FETCH_PLUGIN);
        request.path("Sid", sid.as_ref());
        FetchPlugin { request }
    }

    /// Update plugin.
    ///
    /// `POST /v1/PluginService/Plugins/{Sid}`, operation `UpdatePlugin`.
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
    /// [`FlexV1Plugin`](models::FlexV1Plugin); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin = client
    ///     .plugin()
    ///     .update("sid")
    ///     .friendly_name("friendly name update")
    ///     .description("description update")
    ///     .await?;
    /// println!("{flex_v1_plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn update(&self, sid: impl AsRef<str>) -> UpdatePlugin {
        let mut request = Request::with_form(&self.client, &UPDATE_PLUGIN);
        request.path("Sid", sid.as_ref());
        UpdatePlugin { request }
    }
}

pub(crate) static LIST_PLUGIN: Operation = Operation::paged(
    "ListPlugin",
    Method::GET,
    "/v1/PluginService/Plugins",
    document::SECURITY,
    Paging {
        items: &["plugins"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    },
);

/// A call of [`Plugin::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPlugin {
    pub(crate) request: Request,
}

pages!(ListPlugin => models::FlexV1Plugin);

impl ListPlugin {
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

pub(crate) static CREATE_PLUGIN: Operation = Operation::new(
    "CreatePlugin",
    Method::POST,
    "/v1/PluginService/Plugins",
    document::SECURITY,
);

/// A call of [`Plugin::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePlugin {
    pub(crate) request: Request,
}

call!(CreatePlugin: Json<models::FlexV1Plugin> => models::FlexV1Plugin);

impl CreatePlugin {
    /// `FriendlyName` on the wire.
    pub fn friendly_name(mut self, value: impl AsRef<str>) -> Self {
        self.request.form("FriendlyName", value.as_ref());
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

pub(crate) static FETCH_PLUGIN: Operation = Operation::new(
    "FetchPlugin",
    Method::GET,
    "/v1/PluginService/Plugins/{Sid}",
    document::SECURITY,
);

/// A call of [`Plugin::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPlugin {
    pub(crate) request: Request,
}

call!(FetchPlugin: Json<models::FlexV1Plugin> => models::FlexV1Plugin);

impl FetchPlugin {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}

pub(crate) static UPDATE_PLUGIN: Operation = Operation::new(
    "UpdatePlugin",
    Method::POST,
    "/v1/PluginService/Plugins/{Sid}",
    document::SECURITY,
);

/// A call of [`Plugin::update`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UpdatePlugin {
    pub(crate) request: Request,
}

call!(UpdatePlugin: Json<models::FlexV1Plugin> => models::FlexV1Plugin);

impl UpdatePlugin {
    /// `FriendlyName` on the wire.
    pub fn friendly_name(mut self, value: impl AsRef<str>) -> Self {
        self.request.form("FriendlyName", value.as_ref());
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
