//! What the operations of [`plugin`](crate::plugin) are asked for.

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin::LIST_PLUGIN,
            200,
            |api, context, request| async move {
                api.list_plugin(context, request).await
            },
        )
        .json(
            &crate::plugin::CREATE_PLUGIN,
            201,
            |api, context, request| async move {
                api.create_plugin(context, request).await
            },
        )
        .json(
            &crate::plugin::FETCH_PLUGIN,
            200,
            |api, context, request| async move {
                api.fetch_plugin(context, request).await
            },
        )
        .json(
            &crate::plugin::UPDATE_PLUGIN,
            200,
            |api, context, request| async move {
                api.update_plugin(context, request).await
            },
        )
}

/// What [`Api::list_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPlugin {
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

impl FromInputs for ListPlugin {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
        })
    }
}

/// What [`Api::create_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePlugin {
    /// `UniqueName` on the wire.
    pub unique_name: String,
    /// `FriendlyName` on the wire.
    pub friendly_name: Option<String>,
    /// `Description` on the wire.
    pub description: Option<String>,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreatePlugin {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            unique_name: inputs.form("UniqueName").required(text)?,
            friendly_name: inputs.form("FriendlyName").optional(text)?,
            description: inputs.form("Description").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchPlugin {
    /// `Sid` on the wire.
    pub sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchPlugin {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::update_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdatePlugin {
    /// `Sid` on the wire.
    pub sid: String,
    /// `FriendlyName` on the wire.
    pub friendly_name: Option<String>,
    /// `Description` on the wire.
    pub description: Option<String>,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for UpdatePlugin {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            friendly_name: inputs.form("FriendlyName").optional(text)?,
            description: inputs.form("Description").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
