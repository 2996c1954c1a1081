//! What the operations of [`plugin_configuration`](crate::plugin_configuration) are asked for.

use serde_json::Value;

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{any, integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin_configuration::LIST_PLUGIN_CONFIGURATION,
            200,
            |api, context, request| async move {
                api.list_plugin_configuration(context, request).await
            },
        )
        .json(
            &crate::plugin_configuration::CREATE_PLUGIN_CONFIGURATION,
            201,
            |api, context, request| async move {
                api.create_plugin_configuration(context, request).await
            },
        )
        .json(
            &crate::plugin_configuration::FETCH_PLUGIN_CONFIGURATION,
            200,
            |api, context, request| async move {
                api.fetch_plugin_configuration(context, request).await
            },
        )
}

/// What [`Api::list_plugin_configuration`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPluginConfiguration {
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

impl FromInputs for ListPluginConfiguration {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
        })
    }
}

/// What [`Api::create_plugin_configuration`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePluginConfiguration {
    /// `Name` on the wire.
    pub name: String,
    /// `Plugins` on the wire.
    pub plugins: Option<Vec<Value>>,
    /// `Description` on the wire.
    pub description: Option<String>,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreatePluginConfiguration {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            name: inputs.form("Name").required(text)?,
            plugins: inputs.form("Plugins").optional_list(any)?,
            description: inputs.form("Description").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_plugin_configuration`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchPluginConfiguration {
    /// `Sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
    pub sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchPluginConfiguration {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
