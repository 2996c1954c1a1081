//! What the operations of [`configurations`](crate::configurations) are asked for.

use super::Api;
use crate::models;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, json, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::configurations::LIST_CONFIGURATIONS,
            200,
            |api, context, request| async move {
                api.list_configurations(context, request).await
            },
        )
        .json(
            &crate::configurations::CREATE_CONFIGURATION,
            201,
            |api, context, request| async move {
                api.create_configuration(context, request).await
            },
        )
        .json(
            &crate::configurations::FETCH_CONFIGURATION,
            200,
            |api, context, request| async move {
                api.fetch_configuration(context, request).await
            },
        )
        .json(
            &crate::configurations::ARCHIVE_CONFIGURATION,
            200,
            |api, context, request| async move {
                api.archive_configuration(context, request).await
            },
        )
}

/// What [`Api::list_configurations`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListConfigurations {
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

impl FromInputs for ListConfigurations {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::create_configuration`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateConfiguration {
    /// The name of the configuration. Others may have the same one.
    ///
    /// Twilio's command line tool allows 100 characters; the service states no limit.
    ///
    /// Length: at least 1 character.
    pub name: String,
    /// The plugin versions of the configuration, at most one of each plugin.
    ///
    /// Without any, the configuration is empty; releasing it turns all plugins off.
    pub plugins: Option<Vec<models::ConfigurationPlugin>>,
    /// What the configuration is for. It may be empty.
    ///
    /// Twilio's command line tool allows 500 characters; the service states no limit.
    pub description: Option<String>,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreateConfiguration {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            name: inputs.form("Name").required(text)?,
            plugins: inputs.form("Plugins").without_empty().optional_list(json)?,
            description: inputs.form("Description").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_configuration`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchConfiguration {
    /// The SID of the configuration. Its name does not identify it.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchConfiguration {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::archive_configuration`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchiveConfiguration {
    /// The SID of the configuration. Its name does not identify it.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for ArchiveConfiguration {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
