//! The operations on flex v1 plugin.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Call, Json, Whole};
use crate::runtime::client::Client;
use crate::runtime::error::Result;
use crate::runtime::options::CallOptions;
use crate::runtime::page::{Page, PageStream, Paged};
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

pub(crate) static LIST_PLUGIN: Operation = Operation {
    id: "ListPlugin",
    method: Method::GET,
    path: "/v1/PluginService/Plugins",
    paging: Some(Paging {
        items: &["plugins"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    }),
    security: document::SECURITY,
    server: None,
};

/// A call of [`Plugin::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPlugin {
    pub(crate) request: Request,
}

impl ListPlugin {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// `PageSize` on the wire.
    ///
    /// Range: 1 to 1000.
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.query("PageSize", page_size);
        self
    }

    /// `Page` on the wire.
    ///
    /// Range: 0 or more.
    pub fn page(mut self, page: i64) -> Self {
        self.request.query("Page", page);
        self
    }

    /// `PageToken` on the wire.
    pub fn page_token(mut self, page_token: impl AsRef<str>) -> Self {
        self.request.query("PageToken", page_token.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::FlexV1Plugin>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::FlexV1Plugin> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListPlugin {
    type Output = Result<Page<models::FlexV1Plugin>>;
    type IntoFuture = Call<Paged<models::FlexV1Plugin>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static CREATE_PLUGIN: Operation = Operation {
    id: "CreatePlugin",
    method: Method::POST,
    path: "/v1/PluginService/Plugins",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`Plugin::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePlugin {
    pub(crate) request: Request,
}

impl CreatePlugin {
    /// `FriendlyName` on the wire.
    pub fn friendly_name(mut self, friendly_name: impl AsRef<str>) -> Self {
        self.request.form("FriendlyName", friendly_name.as_ref());
        self
    }

    /// `Description` on the wire.
    pub fn description(mut self, description: impl AsRef<str>) -> Self {
        self.request.form("Description", description.as_ref());
        self
    }

    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Json<models::FlexV1Plugin>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for CreatePlugin {
    type Output = Result<models::FlexV1Plugin>;
    type IntoFuture = Call<Json<models::FlexV1Plugin>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static FETCH_PLUGIN: Operation = Operation {
    id: "FetchPlugin",
    method: Method::GET,
    path: "/v1/PluginService/Plugins/{Sid}",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`Plugin::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPlugin {
    pub(crate) request: Request,
}

impl FetchPlugin {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Json<models::FlexV1Plugin>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for FetchPlugin {
    type Output = Result<models::FlexV1Plugin>;
    type IntoFuture = Call<Json<models::FlexV1Plugin>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static UPDATE_PLUGIN: Operation = Operation {
    id: "UpdatePlugin",
    method: Method::POST,
    path: "/v1/PluginService/Plugins/{Sid}",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`Plugin::update`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UpdatePlugin {
    pub(crate) request: Request,
}

impl UpdatePlugin {
    /// `FriendlyName` on the wire.
    pub fn friendly_name(mut self, friendly_name: impl AsRef<str>) -> Self {
        self.request.form("FriendlyName", friendly_name.as_ref());
        self
    }

    /// `Description` on the wire.
    pub fn description(mut self, description: impl AsRef<str>) -> Self {
        self.request.form("Description", description.as_ref());
        self
    }

    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Json<models::FlexV1Plugin>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for UpdatePlugin {
    type Output = Result<models::FlexV1Plugin>;
    type IntoFuture = Call<Json<models::FlexV1Plugin>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}
