//! The operations on flex v1 plugin configuration archive.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin configuration archive.
    pub struct PluginConfigurationArchive;
}

impl PluginConfigurationArchive {
    /// Update plugin configuration archive.
    ///
    /// `POST /v1/PluginService/Configurations/{Sid}/Archive`, operation `UpdatePluginConfigurationArchive`.
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
    /// [`FlexV1PluginConfigurationArchive`](models::FlexV1PluginConfigurationArchive);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_configuration_archive = client
    ///     .plugin_configuration_archive()
    ///     .update("sid")
    ///     .await?;
    /// println!("{flex_v1_plugin_configuration_archive:?}");
    /// # Ok(()) }
    /// ```
    pub fn update(&self, sid: impl AsRef<str>) -> UpdatePluginConfigurationArchive {
        let mut request = Request::new(
            &self.client,
            &UPDATE_PLUGIN_CONFIGURATION_ARCHIVE,
        );
        request.path("Sid", sid.as_ref());
        UpdatePluginConfigurationArchive {
            request,
        }
    }
}

call! {
    static UPDATE_PLUGIN_CONFIGURATION_ARCHIVE =
        POST "/v1/PluginService/Configurations/{Sid}/Archive" as "UpdatePluginConfigurationArchive" for document::SECURITY;

    /// A call of [`PluginConfigurationArchive::update`], to be given what is optional and then awaited.
    pub struct UpdatePluginConfigurationArchive: Json<models::FlexV1PluginConfigurationArchive> =>
        models::FlexV1PluginConfigurationArchive;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
