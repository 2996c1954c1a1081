//! The operations on flex v1 plugin version archive.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin version archive.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginVersionArchive {
    client: Client,
}

impl PluginVersionArchive {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Update plugin version archive.
    ///
    /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive`, operation
    /// `UpdatePluginVersionArchive`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`:
    ///
    ///   `PluginSid` on the wire.
    /// - `sid`:
    ///
    ///   `Sid` on the wire.
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

pub(crate) static UPDATE_PLUGIN_VERSION_ARCHIVE: Operation = Operation::new(
    "UpdatePluginVersionArchive",
    Method::POST,
    "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive",
    document::SECURITY,
);

/// A call of [`PluginVersionArchive::update`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UpdatePluginVersionArchive {
    pub(crate) request: Request,
}

call!(
    UpdatePluginVersionArchive : Json < models::FlexV1PluginVersionArchive > =>
    models::FlexV1PluginVersionArchive
);

impl UpdatePluginVersionArchive {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
