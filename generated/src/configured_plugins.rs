//! The entries of a configuration.
//!
//! They are made together with the configuration and can only be read.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The entries of a configuration.
    ///
    /// They are made together with the configuration and can only be read.
    pub struct ConfiguredPlugins;
}

impl ConfiguredPlugins {
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

pages! {
    static LIST_CONFIGURED_PLUGINS =
        GET "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins" as "ListConfiguredPlugins" for document::SECURITY;
    pages = Paging { items: &["plugins"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`ConfiguredPlugins::list`], to be given what is optional and then awaited.
    pub struct ListConfiguredPlugins => models::ConfiguredPlugin;

    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    fn page_size(value: i64) => query("PageSize", value);

    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    fn page(value: i64) => query("Page", value);

    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    fn page_token(value: impl AsRef<str>) => query("PageToken", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_CONFIGURED_PLUGIN =
        GET "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}" as "FetchConfiguredPlugin" for document::SECURITY;

    /// A call of [`ConfiguredPlugins::fetch`], to be given what is optional and then awaited.
    pub struct FetchConfiguredPlugin: Json<models::ConfiguredPlugin> => models::ConfiguredPlugin;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
