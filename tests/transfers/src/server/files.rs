//! What the operations of [`files`](crate::files) are asked for.

use bytes::Bytes;
use jiff::Timestamp;

use super::Api;
use crate::models;
use crate::runtime::Nullable;
use crate::runtime::format;
use crate::runtime::server::inputs::request;
use crate::runtime::server::reply::answers;
use crate::runtime::server::routes;
use crate::runtime::server::values;

routes! {
    files;
    CREATE_FILE: unserved;
    FETCH_FILE: several => fetch_file;
    UPLOAD_FILE: empty(204) => upload_file;
    UPDATE_FILE: json(200) => update_file;
    SHOW_PREVIEW: content(200, "image/png") => show_preview;
    WATCH_FILES: content(200, "text/event-stream") => watch_files;
    SHOW_NOTE: content(200, "text/markdown") => show_note;
    REPLACE_NOTE: empty(204) => replace_note;
    SHOW_STATE: empty(204) => show_state;
}

answers! {
    /// What [`Api::fetch_file`] replies with.
    pub enum FetchFileAnswer {
        /// Status 200.
        Ok(value: axum::body::Body) => into_content(200, "application/octet-stream"),
        /// Status 302.
        ///
        /// It holds the address to look at.
        Found(value: String) => into_redirect(302),
    }
}

request! {
    /// What [`Api::fetch_file`] is asked for.
    pub struct FetchFile {
        /// Called `id` on the wire.
        pub id: String = path("id"),
        /// Called `digest` on the wire.
        pub digest: Option<Vec<u8>> = query("digest").optional(format::Base64::parse),
        /// Called `since` on the wire.
        pub since: Option<Timestamp> = query("since").optional(format::Rfc2822::parse),
        /// Called `levels` on the wire.
        pub levels: Option<Vec<models::Level>> = query("levels").optional_list(values::known_integer),
    }
}

request! {
    /// What [`Api::upload_file`] is asked for.
    pub struct UploadFile: Content {
        /// Called `id` on the wire.
        pub id: String = path("id"),
        /// Called `body` on the wire.
        pub body: Bytes = bytes(),
    }
}

request! {
    /// What [`Api::update_file`] is asked for.
    pub struct UpdateFile: Members {
        /// Called `id` on the wire.
        pub id: String = path("id"),
        /// Called `kind` on the wire.
        pub kind: Option<models::UpdateFileBodyKind> = optional_member("kind"),
        /// Called `name` on the wire.
        pub name: Nullable<String> = nullable_member("name"),
        /// Called `owner` on the wire.
        pub owner: Nullable<String> = nullable_member("owner"),
        /// Called `tags` on the wire.
        pub tags: Nullable<Vec<String>> = nullable_member("tags"),
        /// Called `digest` on the wire.
        pub digest: Nullable<Vec<u8>> =
            nullable_member("digest").map(|value: Nullable<_>| value.map(format::Base64::value)),
        /// Called `state` on the wire.
        pub state: Option<models::State> = optional_member("state"),
    }
}

request! {
    /// What [`Api::show_preview`] is asked for.
    pub struct ShowPreview {}
}

request! {
    /// What [`Api::watch_files`] is asked for.
    pub struct WatchFiles {}
}

request! {
    /// What [`Api::show_note`] is asked for.
    pub struct ShowNote {}
}

request! {
    /// What [`Api::replace_note`] is asked for.
    pub struct ReplaceNote: Content {
        /// Called `body` on the wire.
        pub body: String = text(),
    }
}

request! {
    /// What [`Api::show_state`] is asked for.
    pub struct ShowState {}
}
