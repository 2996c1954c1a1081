//! What the operations of [`releases`](crate::releases) are asked for.

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::releases::LIST_RELEASES,
            200,
            |api, context, request| async move {
                api.list_releases(context, request).await
            },
        )
        .json(
            &crate::releases::CREATE_RELEASE,
            201,
            |api, context, request| async move {
                api.create_release(context, request).await
            },
        )
        .json(
            &crate::releases::FETCH_RELEASE,
            200,
            |api, context, request| async move {
                api.fetch_release(context, request).await
            },
        )
}

/// What [`Api::list_releases`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListReleases {
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

impl FromInputs for ListReleases {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::create_release`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateRelease {
    /// The SID of the configuration to release.
    ///
    /// Configurations once had versions that could be given here. They have none today, and their names
    /// identify nothing.
    pub configuration_id: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreateRelease {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            configuration_id: inputs.form("ConfigurationId").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_release`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchRelease {
    /// The SID of the release, or `Active` for the active one.
    ///
    /// `Active` is written with a capital letter.
    ///
    /// Length: at least 1 character.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchRelease {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
