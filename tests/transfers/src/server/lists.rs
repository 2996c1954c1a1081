//! What the operations of [`lists`](crate::lists) are asked for.

use super::Api;
use crate::models;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::lists::LIST_BY_URL,
            200,
            |api, context, request| async move {
                api.list_by_url(context, request).await
            },
        )
        .json(
            &crate::lists::LIST_BY_LINK,
            200,
            |api, context, request| async move {
                api.list_by_link(context, request).await
            },
        )
        .json(
            &crate::lists::LIST_BY_CURSOR,
            200,
            |api, context, request| async move {
                api.list_by_cursor(context, request).await
            },
        )
        .json(
            &crate::lists::SEARCH_BY_CURSOR,
            200,
            |api, context, request| async move {
                api.search_by_cursor(context, request).await
            },
        )
        .json(
            &crate::lists::LIST_BY_PAGE,
            200,
            |api, context, request| async move {
                api.list_by_page(context, request).await
            },
        )
        .json(
            &crate::lists::LIST_BY_OFFSET,
            200,
            |api, context, request| async move {
                api.list_by_offset(context, request).await
            },
        )
}

/// What [`Api::list_by_url`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListByUrl {}

impl FromInputs for ListByUrl {
    fn read(_: &Inputs) -> Result<Self, Reason> {
        Ok(Self {})
    }
}

/// What [`Api::list_by_link`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListByLink {
    /// `per_page` on the wire.
    pub per_page: Option<i64>,
}

impl FromInputs for ListByLink {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            per_page: inputs.query("per_page").optional(integer)?,
        })
    }
}

/// What [`Api::list_by_cursor`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListByCursor {
    /// `after` on the wire.
    pub after: Option<String>,
    /// `kind` on the wire.
    pub kind: Option<String>,
}

impl FromInputs for ListByCursor {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            after: inputs.query("after").optional(text)?,
            kind: inputs.query("kind").optional(text)?,
        })
    }
}

/// What [`Api::search_by_cursor`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchByCursor {
    /// `text` on the wire.
    pub text: String,
    /// `page` on the wire.
    pub page: Option<models::SearchByCursorBodyPage>,
}

impl FromInputs for SearchByCursor {
    const BODY: Body = Body::Members;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            text: inputs.member("text")?,
            page: inputs.optional_member("page")?,
        })
    }
}

/// What [`Api::list_by_page`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListByPage {
    /// `page[number]` on the wire.
    ///
    /// Default: `1`.
    pub page_number: Option<i64>,
}

impl FromInputs for ListByPage {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            page_number: inputs.query("page[number]").optional(integer)?,
        })
    }
}

/// What [`Api::list_by_offset`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListByOffset {
    /// `offset` on the wire.
    pub offset: Option<i64>,
    /// `limit` on the wire.
    ///
    /// Range: 2 or less.
    pub limit: Option<i64>,
}

impl FromInputs for ListByOffset {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            offset: inputs.query("offset").optional(integer)?,
            limit: inputs.query("limit").optional(integer)?,
        })
    }
}
