//! The operations on flex v1 plugin release.

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

pub(crate) static LIST_PLUGIN_RELEASE: Operation = Operation {
    id: "ListPluginRelease",
    method: Method::GET,
    path: "/v1/PluginService/Releases",
    paging: Some(Paging {
        items: &["releases"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    }),
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginRelease::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPluginRelease {
    pub(crate) request: Request,
}

impl ListPluginRelease {
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
    pub fn with_response(self) -> Call<Whole<Paged<models::FlexV1PluginRelease>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::FlexV1PluginRelease> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListPluginRelease {
    type Output = Result<Page<models::FlexV1PluginRelease>>;
    type IntoFuture = Call<Paged<models::FlexV1PluginRelease>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static CREATE_PLUGIN_RELEASE: Operation = Operation {
    id: "CreatePluginRelease",
    method: Method::POST,
    path: "/v1/PluginService/Releases",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginRelease::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePluginRelease {
    pub(crate) request: Request,
}

impl CreatePluginRelease {
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
    pub fn with_response(self) -> Call<Whole<Json<models::FlexV1PluginRelease>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for CreatePluginRelease {
    type Output = Result<models::FlexV1PluginRelease>;
    type IntoFuture = Call<Json<models::FlexV1PluginRelease>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static FETCH_PLUGIN_RELEASE: Operation = Operation {
    id: "FetchPluginRelease",
    method: Method::GET,
    path: "/v1/PluginService/Releases/{Sid}",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginRelease::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPluginRelease {
    pub(crate) request: Request,
}

impl FetchPluginRelease {
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
    pub fn with_response(self) -> Call<Whole<Json<models::FlexV1PluginRelease>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for FetchPluginRelease {
    type Output = Result<models::FlexV1PluginRelease>;
    type IntoFuture = Call<Json<models::FlexV1PluginRelease>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}
