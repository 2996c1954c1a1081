//! The operations of [`files`](crate::files) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("CreateFile", create_file, Reading::whole),
    ("FetchFile", fetch_file, Reading::redirect),
    ("UploadFile", upload_file, Reading::whole),
    ("ShowPreview", show_preview, Reading::whole),
    ("WatchFiles", watch_files, Reading::whole),
    ("ShowNote", show_note, Reading::whole),
    ("ReplaceNote", replace_note, Reading::whole),
    ("ShowState", show_state, Reading::whole),
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
    Ok(client.files().fetch(given.required::<String>("id")?).request)
}

fn upload_file(client: &Client, given: &mut Arguments) -> Result<Request> {
    Ok(
        client
            .files()
            .upload(given.required::<String>("id")?, given.required::<String>("*body")?)
            .request,
    )
}

fn show_preview(client: &Client, _: &mut Arguments) -> Result<Request> {
    Ok(client.files().show_preview().request)
}

fn watch_files(client: &Client, _: &mut Arguments) -> Result<Request> {
    Ok(client.files().watch().request)
}

fn show_note(client: &Client, _: &mut Arguments) -> Result<Request> {
    Ok(client.files().show_note().request)
}

fn replace_note(client: &Client, given: &mut Arguments) -> Result<Request> {
    Ok(client.files().replace_note(given.required::<String>("*body")?).request)
}

fn show_state(client: &Client, _: &mut Arguments) -> Result<Request> {
    Ok(client.files().show_state().request)
}
