//! The operations on flex v1 plugin.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin.
    pub struct Plugin;
}

impl Plugin {
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
        let request = Request::new(&self.client, &LIST_PLUGIN);
        ListPlugin { request }
    }

    /// Create plugin.
    ///
    /// `POST /v1/PluginService/Plugins`, operation `CreatePlugin`.
    ///
    /// # Arguments
    ///
    /// - `unique_name`: Called `UniqueName` on the wire.
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
    /// - `sid`: Called `Sid` on the wire.
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
    /// - `sid`: Called `Sid` on the wire.
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

pages! {
    static LIST_PLUGIN = GET "/v1/PluginService/Plugins" as "ListPlugin" for document::SECURITY;
    pages = Paging { items: &["plugins"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`Plugin::list`], to be given what is optional and then awaited.
    pub struct ListPlugin => models::FlexV1Plugin;

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
    static CREATE_PLUGIN = POST "/v1/PluginService/Plugins" as "CreatePlugin" for document::SECURITY;

    /// A call of [`Plugin::create`], to be given what is optional and then awaited.
    pub struct CreatePlugin: Json<models::FlexV1Plugin> => models::FlexV1Plugin;

    /// Called `FriendlyName` on the wire.
    fn friendly_name(value: impl AsRef<str>) => form("FriendlyName", value.as_ref());

    /// Called `Description` on the wire.
    fn description(value: impl AsRef<str>) => form("Description", value.as_ref());

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_PLUGIN = GET "/v1/PluginService/Plugins/{Sid}" as "FetchPlugin" for document::SECURITY;

    /// A call of [`Plugin::fetch`], to be given what is optional and then awaited.
    pub struct FetchPlugin: Json<models::FlexV1Plugin> => models::FlexV1Plugin;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static UPDATE_PLUGIN = POST "/v1/PluginService/Plugins/{Sid}" as "UpdatePlugin" for document::SECURITY;

    /// A call of [`Plugin::update`], to be given what is optional and then awaited.
    pub struct UpdatePlugin: Json<models::FlexV1Plugin> => models::FlexV1Plugin;

    /// Called `FriendlyName` on the wire.
    fn friendly_name(value: impl AsRef<str>) => form("FriendlyName", value.as_ref());

    /// Called `Description` on the wire.
    fn description(value: impl AsRef<str>) => form("Description", value.as_ref());

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
