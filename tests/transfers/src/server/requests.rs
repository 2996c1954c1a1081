//! What operations are asked for.

use bytes::Bytes;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use crate::models;
use crate::runtime::Nullable;
use crate::runtime::format;
use crate::runtime::server::inputs::request;
use crate::runtime::server::reply::answers;
use crate::runtime::server::values;

answers! {
    /// What [`fetch_file`](super::Api::fetch_file) replies with.
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
    /// What [`fetch_file`](super::Api::fetch_file) is asked for.
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
    /// What [`upload_file`](super::Api::upload_file) is asked for.
    pub struct UploadFile: Content {
        /// Called `id` on the wire.
        pub id: String = path("id"),
        /// The body of the request.
        pub body: Bytes = bytes(),
    }
}

request! {
    /// What [`update_file`](super::Api::update_file) is asked for.
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
    /// What [`show_preview`](super::Api::show_preview) is asked for.
    pub struct ShowPreview {}
}

request! {
    /// What [`watch_files`](super::Api::watch_files) is asked for.
    pub struct WatchFiles {}
}

request! {
    /// What [`show_note`](super::Api::show_note) is asked for.
    pub struct ShowNote {}
}

request! {
    /// What [`replace_note`](super::Api::replace_note) is asked for.
    pub struct ReplaceNote: Content {
        /// The body of the request.
        pub body: String = text(),
    }
}

request! {
    /// What [`show_state`](super::Api::show_state) is asked for.
    pub struct ShowState {}
}

request! {
    /// What [`list_by_url`](super::Api::list_by_url) is asked for.
    pub struct ListByUrl {}
}

request! {
    /// What [`list_by_link`](super::Api::list_by_link) is asked for.
    pub struct ListByLink {
        /// Called `per_page` on the wire.
        pub per_page: Option<i64> = query("per_page"),
    }
}

request! {
    /// What [`list_by_cursor`](super::Api::list_by_cursor) is asked for.
    pub struct ListByCursor {
        /// Called `after` on the wire.
        pub after: Option<String> = query("after"),
        /// Called `kind` on the wire.
        pub kind: Option<String> = query("kind"),
    }
}

request! {
    /// What [`search_by_cursor`](super::Api::search_by_cursor) is asked for.
    pub struct SearchByCursor: Members {
        /// Called `text` on the wire.
        pub text: String = member("text"),
        /// Called `page` on the wire.
        pub page: Option<models::SearchByCursorBodyPage> = optional_member("page"),
    }
}

request! {
    /// What [`list_by_anything`](super::Api::list_by_anything) is asked for.
    pub struct ListByAnything: Json {
        /// The body of the request.
        pub body: Option<BTreeMap<String, Value>> = optional_json(),
    }
}

request! {
    /// What [`list_by_page`](super::Api::list_by_page) is asked for.
    pub struct ListByPage {
        /// Default: `1`.
        pub page_number: Option<i64> = query("page[number]"),
    }
}

request! {
    /// What [`list_by_offset`](super::Api::list_by_offset) is asked for.
    pub struct ListByOffset {
        /// Called `offset` on the wire.
        pub offset: Option<i64> = query("offset"),
        /// Range: 2 or less.
        pub limit: Option<i64> = query("limit"),
    }
}
