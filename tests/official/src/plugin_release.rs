//! The operations on flex v1 plugin release.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin release.
    pub struct PluginRelease;
}

impl PluginRelease {
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
        let request = Request::new(&self.client, &LIST_PLUGIN_RELEASE);
        ListPluginRelease { request }
    }

    /// Create plugin release.
    ///
    /// `POST /v1/PluginService/Releases`, operation `CreatePluginRelease`.
    ///
    /// # Arguments
    ///
    /// - `configuration_id`: Called `ConfigurationId` on the wire.
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
    /// - `sid`: Called `Sid` on the wire.
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

pages! {
    static LIST_PLUGIN_RELEASE = GET "/v1/PluginService/Releases" as "ListPluginRelease" for document::SECURITY;
    pages = Paging { items: &["releases"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`PluginRelease::list`], to be given what is optional and then awaited.
    pub struct ListPluginRelease => models::FlexV1PluginRelease;

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
    static CREATE_PLUGIN_RELEASE = POST "/v1/PluginService/Releases" as "CreatePluginRelease" for document::SECURITY;

    /// A call of [`PluginRelease::create`], to be given what is optional and then awaited.
    pub struct CreatePluginRelease: Json<models::FlexV1PluginRelease> => models::FlexV1PluginRelease;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_PLUGIN_RELEASE = GET "/v1/PluginService/Releases/{Sid}" as "FetchPluginRelease" for document::SECURITY;

    /// A call of [`PluginRelease::fetch`], to be given what is optional and then awaited.
    pub struct FetchPluginRelease: Json<models::FlexV1PluginRelease> => models::FlexV1PluginRelease;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
