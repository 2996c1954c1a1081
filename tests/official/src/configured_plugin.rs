//! The operations on flex v1 configured plugin.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::page::pages;
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

pub(crate) static LIST_CONFIGURED_PLUGIN: Operation = Operation::paged(
    "ListConfiguredPlugin",
    Method::GET,
    "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins",
    document::SECURITY,
    Paging {
        items: &["plugins"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    },
);

/// A call of [`ConfiguredPlugin::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListConfiguredPlugin {
    pub(crate) request: Request,
}

pages!(ListConfiguredPlugin => models::FlexV1PluginConfigurationConfiguredPlugin);

impl ListConfiguredPlugin {
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

pub(crate) static FETCH_CONFIGURED_PLUGIN: Operation = Operation::new(
    "FetchConfiguredPlugin",
    Method::GET,
    "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}",
    document::SECURITY,
);

/// A call of [`ConfiguredPlugin::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchConfiguredPlugin {
    pub(crate) request: Request,
}

call!(
    FetchConfiguredPlugin : Json < models::FlexV1PluginConfigurationConfiguredPlugin > =>
    models::FlexV1PluginConfigurationConfiguredPlugin
);

impl FetchConfiguredPlugin {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
