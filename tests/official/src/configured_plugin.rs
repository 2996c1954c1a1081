//! The operations on flex v1 configured plugin.

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

/// The operations on flex v1 configured plugin.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct ConfiguredPlugin {
    client: Client,
}

impl ConfiguredPlugin {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List configured plugin.
    ///
    /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins`, operation `ListConfiguredPlugin`.
    ///
    /// # Arguments
    ///
    /// - `configuration_sid`:
    ///
    ///   `ConfigurationSid` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`FlexV1PluginConfigurationConfiguredPlugin`](models::FlexV1PluginConfigurationConfiguredPlugin);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let mut configured_plugin = client
    ///     .configured_plugin()
    ///     .list("configuration-sid")
    ///     .stream();
    /// while let Some(flex_v1_plugin_configuration_configured_plugin) = configured_plugin
    ///     .next()
    ///     .await
    /// {
    ///     let flex_v1_plugin_configuration_configured_plugin = flex_v1_plugin_configuration_configured_plugin?;
    ///     println!("{flex_v1_plugin_configuration_configured_plugin:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self, configuration_sid: impl AsRef<str>) -> ListConfiguredPlugin {
        let mut request = Request::new(&self.client, &LIST_CONFIGURED_PLUGIN);
        request.path("ConfigurationSid", configuration_sid.as_ref());
        ListConfiguredPlugin { request }
    }

    /// Fetch configured plugin.
    ///
    /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}`, operation
    /// `FetchConfiguredPlugin`.
    ///
    /// # Arguments
    ///
    /// - `configuration_sid`:
    ///
    ///   `ConfigurationSid` on the wire.
    /// - `plugin_sid`:
    ///
    ///   `PluginSid` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginConfigurationConfiguredPlugin`](models::FlexV1PluginConfigurationConfiguredPlugin);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_configuration_configured_plugin = client
    ///     .configured_plugin()
    ///     .fetch("configuration-sid", "plugin-sid")
    ///     .await?;
    /// println!("{flex_v1_plugin_configuration_configured_plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(
        &self,
        configuration_sid: impl AsRef<str>,
        plugin_sid: impl AsRef<str>,
    ) -> FetchConfiguredPlugin {
        let mut request = Request::new(&self.client, &FETCH_CONFIGURED_PLUGIN);
        request.path("ConfigurationSid", configuration_sid.as_ref());
        request.path("PluginSid", plugin_sid.as_ref());
        FetchConfiguredPlugin { request }
    }
}

pub(crate) static LIST_CONFIGURED_PLUGIN: Operation = Operation {
    id: "ListConfiguredPlugin",
    method: Method::GET,
    path: "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins",
    paging: Some(Paging {
        items: &["plugins"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    }),
    security: document::SECURITY,
    server: None,
};

/// A call of [`ConfiguredPlugin::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListConfiguredPlugin {
    pub(crate) request: Request,
}

impl ListConfiguredPlugin {
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
    pub fn with_response(
        self,
    ) -> Call<Whole<Paged<models::FlexV1PluginConfigurationConfiguredPlugin>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(
        self,
    ) -> PageStream<models::FlexV1PluginConfigurationConfiguredPlugin> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListConfiguredPlugin {
    type Output = Result<Page<models::FlexV1PluginConfigurationConfiguredPlugin>>;
    type IntoFuture = Call<Paged<models::FlexV1PluginConfigurationConfiguredPlugin>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static FETCH_CONFIGURED_PLUGIN: Operation = Operation {
    id: "FetchConfiguredPlugin",
    method: Method::GET,
    path: "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`ConfiguredPlugin::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchConfiguredPlugin {
    pub(crate) request: Request,
}

impl FetchConfiguredPlugin {
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
    pub fn with_response(
        self,
    ) -> Call<Whole<Json<models::FlexV1PluginConfigurationConfiguredPlugin>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for FetchConfiguredPlugin {
    type Output = Result<models::FlexV1PluginConfigurationConfiguredPlugin>;
    type IntoFuture = Call<Json<models::FlexV1PluginConfigurationConfiguredPlugin>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}
