//! What the operations of [`configured_plugin`](crate::configured_plugin) are asked for.

use super::Api;
use crate::runtime::server::inputs::{FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::configured_plugin::LIST_CONFIGURED_PLUGIN,
            200,
            |api, context, request| async move {
                api.list_configured_plugin(context, request).await
            },
        )
        .json(
            &crate::configured_plugin::FETCH_CONFIGURED_PLUGIN,
            200,
            |api, context, request| async move {
                api.fetch_configured_plugin(context, request).await
            },
        )
}

/// What [`Api::list_configured_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListConfiguredPlugin {
    /// `ConfigurationSid` on the wire.
    pub configuration_sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
    /// `PageSize` on the wire.
    ///
    /// Range: 1 to 1000.
    pub page_size: Option<i64>,
    /// `Page` on the wire.
    ///
    /// Range: 0 or more.
    pub page: Option<i64>,
    /// `PageToken` on the wire.
    pub page_token: Option<String>,
}

impl FromInputs for ListConfiguredPlugin {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            configuration_sid: inputs.path("ConfigurationSid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
        })
    }
}

/// What [`Api::fetch_configured_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchConfiguredPlugin {
    /// `ConfigurationSid` on the wire.
    pub configuration_sid: String,
    /// `PluginSid` on the wire.
    pub plugin_sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchConfiguredPlugin {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            configuration_sid: inputs.path("ConfigurationSid").required(text)?,
            plugin_sid: inputs.path("PluginSid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
