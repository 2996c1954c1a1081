//! What the operations of [`files`](crate::files) are asked for.

use axum::response::Response;
use bytes::Bytes;
use jiff::Timestamp;

use super::Api;
use crate::models;
use crate::runtime::Nullable;
use crate::runtime::format;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::reply::{IntoReply, Reply};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{known_integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .unserved(&crate::files::CREATE_FILE)
        .several(
            &crate::files::FETCH_FILE,
            |api, context, request| async move { api.fetch_file(context, request).await },
        )
        .empty(
            &crate::files::UPLOAD_FILE,
            204,
            |api, context, request| async move {
                api.upload_file(context, request).await
            },
        )
        .json(
            &crate::files::UPDATE_FILE,
            200,
            |api, context, request| async move {
                api.update_file(context, request).await
            },
        )
        .content(
            &crate::files::SHOW_PREVIEW,
            200,
            "image/png",
            |api, context, request| async move {
                api.show_preview(context, request).await
            },
        )
        .content(
            &crate::files::WATCH_FILES,
            200,
            "text/event-stream",
            |api, context, request| async move {
                api.watch_files(context, request).await
            },
        )
        .content(
            &crate::files::SHOW_NOTE,
            200,
            "text/markdown",
            |api, context, request| async move { api.show_note(context, request).await },
        )
        .empty(
            &crate::files::REPLACE_NOTE,
            204,
            |api, context, request| async move {
                api.replace_note(context, request).await
            },
        )
        .empty(
            &crate::files::SHOW_STATE,
            204,
            |api, context, request| async move { api.show_state(context, request).await },
        )
}

/// What [`Api::fetch_file`] replies with.
#[derive(Debug)]
pub enum FetchFileAnswer {
    /// Status 200.
    Ok(axum::body::Body),
    /// Status 302.
    ///
    /// It holds the address to look at.
    Found(String),
}

impl IntoReply for FetchFileAnswer {
    fn into_reply(reply: Reply<Self>) -> Response {
        let (answer, reply) = reply.take();
        match answer {
            Self::Ok(value) => {
                reply.with(value).into_content(200, "application/octet-stream")
            }
            Self::Found(value) => reply.with(value).into_redirect(302),
        }
    }
}

/// What [`Api::fetch_file`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchFile {
    /// `id` on the wire.
    pub id: String,
    /// `digest` on the wire.
    pub digest: Option<Vec<u8>>,
    /// `since` on the wire.
    pub since: Option<Timestamp>,
    /// `levels` on the wire.
    pub levels: Option<Vec<models::Level>>,
}

impl FromInputs for FetchFile {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            id: inputs.path("id").required(text)?,
            digest: inputs.query("digest").optional(format::Base64::parse)?,
            since: inputs.query("since").optional(format::Rfc2822::parse)?,
            levels: inputs.query("levels").optional_list(known_integer)?,
        })
    }
}

/// What [`Api::upload_file`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct UploadFile {
    /// `id` on the wire.
    pub id: String,
    /// `body` on the wire.
    pub body: Bytes,
}

impl FromInputs for UploadFile {
    const BODY: Body = Body::Content;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            id: inputs.path("id").required(text)?,
            body: inputs.bytes(),
        })
    }
}

/// What [`Api::update_file`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateFile {
    /// `id` on the wire.
    pub id: String,
    /// `kind` on the wire.
    pub kind: Option<models::UpdateFileBodyKind>,
    /// `name` on the wire.
    pub name: Nullable<String>,
    /// `owner` on the wire.
    pub owner: Nullable<String>,
    /// `tags` on the wire.
    pub tags: Nullable<Vec<String>>,
    /// `digest` on the wire.
    pub digest: Nullable<Vec<u8>>,
    /// `state` on the wire.
    pub state: Option<models::State>,
}

impl FromInputs for UpdateFile {
    const BODY: Body = Body::Members;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            id: inputs.path("id").required(text)?,
            kind: inputs.optional_member("kind")?,
            name: inputs.nullable_member("name")?,
            owner: inputs.nullable_member("owner")?,
            tags: inputs.nullable_member("tags")?,
            digest: inputs.nullable_member("digest")?.map(format::Base64::value),
            state: inputs.optional_member("state")?,
        })
    }
}

/// What [`Api::show_preview`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShowPreview {}

impl FromInputs for ShowPreview {
    fn read(_: &Inputs) -> Result<Self, Reason> {
        Ok(Self {})
    }
}

/// What [`Api::watch_files`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct WatchFiles {}

impl FromInputs for WatchFiles {
    fn read(_: &Inputs) -> Result<Self, Reason> {
        Ok(Self {})
    }
}

/// What [`Api::show_note`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShowNote {}

impl FromInputs for ShowNote {
    fn read(_: &Inputs) -> Result<Self, Reason> {
        Ok(Self {})
    }
}

/// What [`Api::replace_note`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceNote {
    /// `body` on the wire.
    pub body: String,
}

impl FromInputs for ReplaceNote {
    const BODY: Body = Body::Content;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self { body: inputs.text()? })
    }
}

/// What [`Api::show_state`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShowState {}

impl FromInputs for ShowState {
    fn read(_: &Inputs) -> Result<Self, Reason> {
        Ok(Self {})
    }
}
