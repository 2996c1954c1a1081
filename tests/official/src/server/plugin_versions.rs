//! What the operations of [`plugin_versions`](crate::plugin_versions) are asked for.

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{boolean, integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin_versions::LIST_PLUGIN_VERSION,
            200,
            |api, context, request| async move {
                api.list_plugin_version(context, request).await
            },
        )
        .json(
            &crate::plugin_versions::CREATE_PLUGIN_VERSION,
            201,
            |api, context, request| async move {
                api.create_plugin_version(context, request).await
            },
        )
        .json(
            &crate::plugin_versions::FETCH_PLUGIN_VERSION,
            200,
            |api, context, request| async move {
                api.fetch_plugin_version(context, request).await
            },
        )
}

/// What [`Api::list_plugin_version`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPluginVersion {
    /// `PluginSid` on the wire.
    pub plugin_sid: String,
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

impl FromInputs for ListPluginVersion {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
        })
    }
}

/// What [`Api::create_plugin_version`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePluginVersion {
    /// `PluginSid` on the wire.
    pub plugin_sid: String,
    /// `Version` on the wire.
    pub version: String,
    /// `PluginUrl` on the wire.
    pub plugin_url: String,
    /// `Changelog` on the wire.
    pub changelog: Option<String>,
    /// `Private` on the wire.
    pub private: Option<bool>,
    /// `CliVersion` on the wire.
    pub cli_version: Option<String>,
    /// `ValidateStatus` on the wire.
    pub validate_status: Option<String>,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreatePluginVersion {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            version: inputs.form("Version").required(text)?,
            plugin_url: inputs.form("PluginUrl").required(text)?,
            changelog: inputs.form("Changelog").optional(text)?,
            private: inputs.form("Private").optional(boolean)?,
            cli_version: inputs.form("CliVersion").optional(text)?,
            validate_status: inputs.form("ValidateStatus").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_plugin_version`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchPluginVersion {
    /// `PluginSid` on the wire.
    pub plugin_sid: String,
    /// `Sid` on the wire.
    pub sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchPluginVersion {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
