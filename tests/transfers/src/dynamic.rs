//! The operations by name, for [`Client::call`](crate::Client::call).

use crate::runtime::dynamic::{Entry, calls};

/// All operations.
pub(crate) const TABLES: &[&[Entry]] = &[OPERATIONS];

calls! {
    files {
        "CreateFile" => create(text "name", text "content") {
            labels: texts "labels",
            owner: value "owner",
            attachments: texts "attachments",
        }
        "FetchFile": redirect => fetch(text "id") {
            digest: value "digest" in Base64,
            since: value "since" in Rfc2822,
            levels: values "levels",
        }
        "UploadFile" => upload(text "id", text "*body") {}
        "UpdateFile" => update(text "id") {
            kind: value "kind",
            name or name_null: text "name",
            owner or owner_null: text "owner",
            tags or tags_null: texts "tags",
            digest or digest_null: value "digest" in Base64,
            state: value "state",
        }
        "ShowPreview" => show_preview() {}
        "WatchFiles" => watch() {}
        "ShowNote" => show_note() {}
        "ReplaceNote" => replace_note(text "*body") {}
        "ShowState" => show_state() {}
    }
    lists {
        "ListByUrl" => list_by_url() {}
        "ListByLink" => list_by_link() {
            per_page: value "per_page",
        }
        "ListByCursor" => list_by_cursor() {
            after: text "after",
            kind: text "kind",
        }
        "SearchByCursor" => search_by_cursor(text "text") {
            page: value "page",
        }
        "ListByAnything" => list_by_anything() {
            body: value "*body",
        }
        "ListByPage" => list_by_page() {
            page_number: value "page[number]",
        }
        "ListByOffset" => list_by_offset() {
            offset: value "offset",
            limit: value "limit",
        }
    }
}
