//! The operations on flex v1 plugin archive.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin archive.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginArchive {
    client: Client,
}

impl PluginArchive {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Update plugin archive.
    ///
    /// `POST /v1/PluginService/Plugins/{Sid}/Archive`, operation `UpdatePluginArchive`.
    ///
    /// # Arguments
    ///
    /// - `sid`:
    ///
    ///   `Sid` on the wire.
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

pub(crate) static UPDATE_PLUGIN_ARCHIVE: Operation = Operation::new(
    "UpdatePluginArchive",
    Method::POST,
    "/v1/PluginService/Plugins/{Sid}/Archive",
    document::SECURITY,
);

/// A call of [`PluginArchive::update`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UpdatePluginArchive {
    pub(crate) request: Request,
}

call!(
    UpdatePluginArchive : Json < models::FlexV1PluginArchive > =>
    models::FlexV1PluginArchive
);

impl UpdatePluginArchive {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
