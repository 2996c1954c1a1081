//! The operations on flex v1 configured plugin.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 configured plugin.
    pub struct ConfiguredPlugin;
}

impl ConfiguredPlugin {
    /// List configured plugin.
    ///
    /// `GET /v1/PluginService/Configurations/{ConfigurationSid}/Plugins`, operation `ListConfiguredPlugin`.
    ///
    /// # Arguments
    ///
    /// - `configuration_sid`: Called `ConfigurationSid` on the wire.
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
    /// - `configuration_sid`: Called `ConfigurationSid` on the wire.
    /// - `plugin_sid`: Called `PluginSid` on the wire.
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

pages! {
    static LIST_CONFIGURED_PLUGIN =
        GET "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins" as "ListConfiguredPlugin" for document::SECURITY;
    pages = Paging { items: &["plugins"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`ConfiguredPlugin::list`], to be given what is optional and then awaited.
    pub struct ListConfiguredPlugin => models::FlexV1PluginConfigurationConfiguredPlugin;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());

    /// Range: 1 to 1000.
    fn page_size(value: i64) => query("PageSize", value);

    /// Range: 0 or more.
    fn page(value: i64) => query("Page", value);

    /// Called `PageToken` on the wire.
    fn page_token(value: impl AsRef<str>) => query("PageToken", value.as_ref());
}

call! {
    static FETCH_CONFIGURED_PLUGIN =
        GET "/v1/PluginService/Configurations/{ConfigurationSid}/Plugins/{PluginSid}" as "FetchConfiguredPlugin" for document::SECURITY;

    /// A call of [`ConfiguredPlugin::fetch`], to be given what is optional and then awaited.
    pub struct FetchConfiguredPlugin: Json<models::FlexV1PluginConfigurationConfiguredPlugin> =>
        models::FlexV1PluginConfigurationConfiguredPlugin;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
