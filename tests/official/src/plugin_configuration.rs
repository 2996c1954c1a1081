//! The operations on flex v1 plugin configuration.

use serde_json::Value;

use crate::document;
use crate::models;
use crate::runtime::encode::AnyText;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin configuration.
    pub struct PluginConfiguration;
}

impl PluginConfiguration {
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
        let request = Request::new(&self.client, &LIST_PLUGIN_CONFIGURATION);
        ListPluginConfiguration { request }
    }

    /// Create plugin configuration.
    ///
    /// `POST /v1/PluginService/Configurations`, operation `CreatePluginConfiguration`.
    ///
    /// # Arguments
    ///
    /// - `name`: Called `Name` on the wire.
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
    /// - `sid`: Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
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

pages! {
    static LIST_PLUGIN_CONFIGURATION =
        GET "/v1/PluginService/Configurations" as "ListPluginConfiguration" for document::SECURITY;
    pages = Paging { items: &["configurations"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`PluginConfiguration::list`], to be given what is optional and then awaited.
    pub struct ListPluginConfiguration => models::FlexV1PluginConfiguration;

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
    static CREATE_PLUGIN_CONFIGURATION =
        POST "/v1/PluginService/Configurations" as "CreatePluginConfiguration" for document::SECURITY;

    /// A call of [`PluginConfiguration::create`], to be given what is optional and then awaited.
    pub struct CreatePluginConfiguration: Json<models::FlexV1PluginConfiguration> => models::FlexV1PluginConfiguration;

    /// Called `Plugins` on the wire.
    fn plugins(values: impl IntoIterator<Item = Value>) => form_each("Plugins", values.into_iter().map(AnyText));

    /// Called `Description` on the wire.
    fn description(value: impl AsRef<str>) => form("Description", value.as_ref());

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_PLUGIN_CONFIGURATION =
        GET "/v1/PluginService/Configurations/{Sid}" as "FetchPluginConfiguration" for document::SECURITY;

    /// A call of [`PluginConfiguration::fetch`], to be given what is optional and then awaited.
    pub struct FetchPluginConfiguration: Json<models::FlexV1PluginConfiguration> => models::FlexV1PluginConfiguration;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
