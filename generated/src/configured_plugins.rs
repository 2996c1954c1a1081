//! The entries of a configuration.
//!
//! They are made together with the configuration and can only be read.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The entries of a configuration.
///
/// They are made together with the configuration and can only be read.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct ConfiguredPlugins {
    client: Client,
}

impl ConfiguredPlugins {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the plugins of a configuration.
    ///
    /// They come in the order in which they were given when the configuration was created. The list of a
    /// configuration without plugins is empty.
    ///
    /// Fails with
    ///
    /// - 400 if a paging argument is out of range, or the page token is not one of this list;
    /// - 404 if the account has no configuration of this SID.
    ///
    /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins`, operation `ListConfiguredPlugins`.
    ///
    /// # Arguments
    ///
    /// - `configuration_sid`: The SID of the configuration that holds the plugins. Its name does not identify it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`ConfiguredPlugin`](models::ConfiguredPlugin); [`Error::Invalid`](crate::Error::Invalid) if an input
    /// cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let mut configured_plugins = client
    ///     .configured_plugins()
    ///     .list("FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .stream();
    /// while let Some(configured_plugin) = configured_plugins.next().await {
    ///     let configured_plugin = configured_plugin?;
    ///     println!("{configured_plugin:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self, configuration_sid: impl AsRef<str>) -> ListConfiguredPlugins {
        let mut request = Request::new(&self.client, &LIST_CONFIGURED_PLUGINS);
        request.path("ConfigurationSid", configuration_sid.as_ref());
        ListConfiguredPlugins { request }
    }

    /// Fetches one plugin of a configuration.
    ///
    /// It is addressed by its plugin, not by its version.
    ///
    /// Fails with 404 if the configuration does not exist or does not hold the plugin.
    ///
    /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}`, operation
    /// `FetchConfiguredPlugin`.
    ///
    /// # Arguments
    ///
    /// - `configuration_sid`: The SID of the configuration that holds the plugins. Its name does not identify it.
    /// - `plugin_sid`: The SID of the plugin, or its unique name. The SID of its version is not found.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`ConfiguredPlugin`](models::ConfiguredPlugin); [`Error::Invalid`](crate::Error::Invalid) if an input
    /// cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let configured_plugin = client
    ///     .configured_plugins()
    ///     .fetch(
    ///         "FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///         "FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///     )
    ///     .await?;
    /// println!("{configured_plugin:?}");
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

pub(crate) static LIST_CONFIGURED_PLUGINS: Operation = Operation::paged(
    "ListConfiguredPlugins",
    Method::GET,
    "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins",
    document::SECURITY,
    Paging {
        items: &["plugins"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    },
);

/// A call of [`ConfiguredPlugins::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListConfiguredPlugins {
    pub(crate) request: Request,
}

pages!(ListConfiguredPlugins => models::ConfiguredPlugin);

impl ListConfiguredPlugins {
    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    pub fn page_size(mut self, value: i64) -> Self {
        self.request.query("PageSize", value);
        self
    }

    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    pub fn page(mut self, value: i64) -> Self {
        self.request.query("Page", value);
        self
    }

    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    pub fn page_token(mut self, value: impl AsRef<str>) -> Self {
        self.request.query("PageToken", value.as_ref());
        self
    }

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}

pub(crate) static FETCH_CONFIGURED_PLUGIN: Operation = Operation::new(
    "FetchConfiguredPlugin",
    Method::GET,
    "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}",
    document::SECURITY,
);

/// A call of [`ConfiguredPlugins::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchConfiguredPlugin {
    pub(crate) request: Request,
}

call!(
    FetchConfiguredPlugin : Json < models::ConfiguredPlugin > => models::ConfiguredPlugin
);

impl FetchConfiguredPlugin {
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
