//! The operations on flex v1 plugin version archive.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::request::Request;

handle! {
    /// The operations on flex v1 plugin version archive.
    pub struct PluginVersionArchive;
}

impl PluginVersionArchive {
    /// Update plugin version archive.
    ///
    /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive`, operation
    /// `UpdatePluginVersionArchive`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: Called `PluginSid` on the wire.
    /// - `sid`: Called `Sid` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`FlexV1PluginVersionArchive`](models::FlexV1PluginVersionArchive);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: flex_plugins_official::Client) -> flex_plugins_official::Result<()> {
    /// let flex_v1_plugin_version_archive = client
    ///     .plugin_version_archive()
    ///     .update("plugin-sid", "sid")
    ///     .await?;
    /// println!("{flex_v1_plugin_version_archive:?}");
    /// # Ok(()) }
    /// ```
    pub fn update(
        &self,
        plugin_sid: impl AsRef<str>,
        sid: impl AsRef<str>,
    ) -> UpdatePluginVersionArchive {
        let mut request = Request::new(&self.client, &UPDATE_PLUGIN_VERSION_ARCHIVE);
        request.path("PluginSid", plugin_sid.as_ref());
        request.path("Sid", sid.as_ref());
        UpdatePluginVersionArchive {
            request,
        }
    }
}

call! {
    static UPDATE_PLUGIN_VERSION_ARCHIVE =
        POST "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive" as "UpdatePluginVersionArchive" for document::SECURITY;

    /// A call of [`PluginVersionArchive::update`], to be given what is optional and then awaited.
    pub struct UpdatePluginVersionArchive: Json<models::FlexV1PluginVersionArchive> =>
        models::FlexV1PluginVersionArchive;

    /// Called `Flex-Metadata` on the wire.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
