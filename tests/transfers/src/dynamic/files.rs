//! The operations of [`files`](crate::files) by name.

use crate::runtime::Nullable;
use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::format;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("CreateFile", Start::Given(create_file), Reading::whole),
    ("FetchFile", Start::Given(fetch_file), Reading::redirect),
    ("UploadFile", Start::Given(upload_file), Reading::whole),
    ("UpdateFile", Start::Given(update_file), Reading::whole),
    ("ShowPreview", Start::Bare(show_preview), Reading::whole),
    ("WatchFiles", Start::Bare(watch_files), Reading::whole),
    ("ShowNote", Start::Bare(show_note), Reading::whole),
    ("ReplaceNote", Start::Given(replace_note), Reading::whole),
    ("ShowState", Start::Bare(show_state), Reading::whole),
];

fn create_file(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .files()
        .create(given.required::<String>("name")?, given.required::<String>("content")?);
    if let Some(value) = given.optional::<Vec<String>>("labels")? {
        call = call.labels(value);
    }
    if let Some(value) = given.optional("owner")? {
        call = call.owner(value);
    }
    if let Some(value) = given.optional::<Vec<String>>("attachments")? {
        call = call.attachments(value);
    }
    Ok(call.request)
}

fn fetch_file(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.files().fetch(given.required::<String>("id")?);
    if let Some(value) = given.optional("digest")?.map(format::Base64::value) {
        call = call.digest(value);
    }
    if let Some(value) = given.optional("since")?.map(format::Rfc2822::value) {
        call = call.since(value);
    }
    if let Some(value) = given.optional::<Vec<_>>("levels")? {
        call = call.levels(value);
    }
    Ok(call.request)
}

fn upload_file(client: &Client, given: &mut Arguments) -> Result<Request> {
    Ok(
        client
            .files()
            .upload(given.required::<String>("id")?, given.required::<String>("*body")?)
            .request,
    )
}

fn update_file(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.files().update(given.required::<String>("id")?);
    if let Some(value) = given.optional("kind")? {
        call = call.kind(value);
    }
    match given.nullable::<String>("name")? {
        Nullable::Absent => {}
        Nullable::Null => call = call.name_null(),
        Nullable::Value(value) => call = call.name(value),
    }
    match given.nullable::<String>("owner")? {
        Nullable::Absent => {}
        Nullable::Null => call = call.owner_null(),
        Nullable::Value(value) => call = call.owner(value),
    }
    match given.nullable::<Vec<String>>("tags")? {
        Nullable::Absent => {}
        Nullable::Null => call = call.tags_null(),
        Nullable::Value(value) => call = call.tags(value),
    }
    match given.nullable("digest")?.map(format::Base64::value) {
        Nullable::Absent => {}
        Nullable::Null => call = call.digest_null(),
        Nullable::Value(value) => call = call.digest(value),
    }
    if let Some(value) = given.optional("state")? {
        call = call.state(value);
    }
    Ok(call.request)
}

fn show_preview(client: &Client) -> Request {
    client.files().show_preview().request
}

fn watch_files(client: &Client) -> Request {
    client.files().watch().request
}

fn show_note(client: &Client) -> Request {
    client.files().show_note().request
}

fn replace_note(client: &Client, given: &mut Arguments) -> Result<Request> {
    Ok(client.files().replace_note(given.required::<String>("*body")?).request)
}

fn show_state(client: &Client) -> Request {
    client.files().show_state().request
}
