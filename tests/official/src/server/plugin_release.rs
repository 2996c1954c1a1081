//! What the operations of [`plugin_release`](crate::plugin_release) are asked for.

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin_release::LIST_PLUGIN_RELEASE,
            200,
            |api, context, request| async move {
                api.list_plugin_release(context, request).await
            },
        )
        .json(
            &crate::plugin_release::CREATE_PLUGIN_RELEASE,
            201,
            |api, context, request| async move {
                api.create_plugin_release(context, request).await
            },
        )
        .json(
            &crate::plugin_release::FETCH_PLUGIN_RELEASE,
            200,
            |api, context, request| async move {
                api.fetch_plugin_release(context, request).await
            },
        )
}

/// What [`Api::list_plugin_release`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPluginRelease {
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

impl FromInputs for ListPluginRelease {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
        })
    }
}

/// What [`Api::create_plugin_release`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePluginRelease {
    /// `ConfigurationId` on the wire.
    pub configuration_id: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreatePluginRelease {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            configuration_id: inputs.form("ConfigurationId").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_plugin_release`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchPluginRelease {
    /// `Sid` on the wire.
    pub sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchPluginRelease {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
