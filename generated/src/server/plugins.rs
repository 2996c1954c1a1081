//! What the operations of [`plugins`](crate::plugins) are asked for.

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugins::LIST_PLUGINS,
            200,
            |api, context, request| async move {
                api.list_plugins(context, request).await
            },
        )
        .json(
            &crate::plugins::CREATE_PLUGIN,
            201,
            |api, context, request| async move {
                api.create_plugin(context, request).await
            },
        )
        .json(
            &crate::plugins::FETCH_PLUGIN,
            200,
            |api, context, request| async move {
                api.fetch_plugin(context, request).await
            },
        )
        .json(
            &crate::plugins::UPDATE_PLUGIN,
            200,
            |api, context, request| async move {
                api.update_plugin(context, request).await
            },
        )
        .json(
            &crate::plugins::ARCHIVE_PLUGIN,
            200,
            |api, context, request| async move {
                api.archive_plugin(context, request).await
            },
        )
}

/// What [`Api::list_plugins`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPlugins {
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

impl FromInputs for ListPlugins {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::create_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePlugin {
    /// The name of the plugin, which no other plugin of the account may have, archived ones included.
    ///
    /// It cannot be changed later, and it can stand for the plugin's SID in paths. It must not be empty,
    /// nor contain `/`, `?`, `#`, `%` or white space, nor look like a SID (two letters and 32 hexadecimal
    /// digits, in either case). Usually it is the package name of the plugin; names of letters, digits,
    /// `-` and `_` work with all tools.
    ///
    /// Length: at least 1 character. Pattern: `^(?![A-Za-z]{2}[0-9A-Fa-f]{32}$)[^/?#%\s]+$`.
    pub unique_name: String,
    /// The name to display. The default is the unique name.
    pub friendly_name: Option<String>,
    /// What the plugin is for. It may be empty.
    ///
    /// Length: at most 500 characters.
    pub description: Option<String>,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
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
    /// The SID of the plugin, or its unique name.
    ///
    /// Length: at least 1 character.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
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
    /// The SID of the plugin, or its unique name.
    ///
    /// Length: at least 1 character.
    pub sid: String,
    /// The name to display from now on.
    pub friendly_name: Option<String>,
    /// What the plugin is for. If empty, the description is cleared.
    ///
    /// Length: at most 500 characters.
    pub description: Option<String>,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
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

/// What [`Api::archive_plugin`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchivePlugin {
    /// The SID of the plugin, or its unique name.
    ///
    /// Length: at least 1 character.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for ArchivePlugin {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
