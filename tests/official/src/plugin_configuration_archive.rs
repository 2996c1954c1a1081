//! The operations on flex v1 plugin configuration archive.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::Client;
use crate::runtime::request::{Operation, Request};

/// The operations on flex v1 plugin configuration archive.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginConfigurationArchive {
    client: Client,
}

impl PluginConfigurationArchive {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Update plugin configuration archive.
    ///
    /// `POST /v1/PluginService/Configurations/{Sid}/Archive`, operation `UpdatePluginConfigurationArchive`.
    ///
    /// # Arguments
    ///
    /// - `sid`:
    ///
    ///   `Sid` on the wire.
    ///
    ///   Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
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

pub(crate) static UPDATE_PLUGIN_CONFIGURATION_ARCHIVE: Operation = Operation::new(
    "UpdatePluginConfigurationArchive",
    Method::POST,
    "/v1/PluginService/Configurations/{Sid}/Archive",
    document::SECURITY,
);

/// A call of [`PluginConfigurationArchive::update`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UpdatePluginConfigurationArchive {
    pub(crate) request: Request,
}

call!(
    UpdatePluginConfigurationArchive : Json < models::FlexV1PluginConfigurationArchive >
    => models::FlexV1PluginConfigurationArchive
);

impl UpdatePluginConfigurationArchive {
    /// `Flex-Metadata` on the wire.
    pub fn flex_metadata(mut self, value: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", value.as_ref());
        self
    }
}
