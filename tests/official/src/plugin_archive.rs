//! The operations on flex v1 plugin archive.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin archive.
    pub struct PluginArchive;
}

impl PluginArchive {
    /// Update plugin archive.
    ///
    /// `POST /v1/PluginService/Plugins/{Sid}/Archive`, operation `UpdatePluginArchive`.
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
    /// [`FlexV1PluginArchive`](models::FlexV1PluginArchive); [`Error::Invalid`](crate::Error::Invalid) if an
    /// input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_archive = client.plugin_archive().update("sid").await?;
    /// println!("{flex_v1_plugin_archive:?}");
    /// # Ok(()) }
    /// ```
    pub fn update(&self, sid: impl AsRef<str>) -> UpdatePluginArchive {
        let mut request = Request::new(&self.client, &UPDATE_PLUGIN_ARCHIVE);
        request.path("Sid", sid.as_ref());
        UpdatePluginArchive { request }
    }
}

call! {
    static UPDATE_PLUGIN_ARCHIVE =
        POST "/v1/PluginService/Plugins/{Sid}/Archive" as "UpdatePluginArchive" for document::SECURITY;

    /// A call of [`PluginArchive::update`], to be given what is optional and then awaited.
    pub struct UpdatePluginArchive: Json<models::FlexV1PluginArchive> => models::FlexV1PluginArchive;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
