//! What the operations of [`configured_plugins`](crate::configured_plugins) are asked for.

use super::Api;
use crate::runtime::server::inputs::{FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::configured_plugins::LIST_CONFIGURED_PLUGINS,
            200,
            |api, context, request| async move {
                api.list_configured_plugins(context, request).await
            },
        )
        .json(
            &crate::configured_plugins::FETCH_CONFIGURED_PLUGIN,
            200,
            |api, context, request| async move {
                api.fetch_configured_plugin(context, request).await
            },
        )
}

/// What [`Api::list_configured_plugins`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListConfiguredPlugins {
    /// The SID of the configuration that holds the plugins. Its name does not identify it.
    pub configuration_sid: String,
    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    pub page_size: Option<i64>,
    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    pub page: Option<i64>,
    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    pub page_token: Option<String>,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for ListConfiguredPlugins {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            configuration_sid: inputs.path("ConfigurationSid").required(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_configured_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchConfiguredPlugin {
    /// The SID of the configuration that holds the plugins. Its name does not identify it.
    pub configuration_sid: String,
    /// The SID of the plugin, or its unique name. The SID of its version is not found.
    ///
    /// Length: at least 1 character.
    pub plugin_sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
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
