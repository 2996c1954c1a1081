//! The operations of [`files`](crate::files) by name.

use crate::runtime::dynamic::calls;

calls! {
    files;
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
