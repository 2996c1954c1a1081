//! The operations of [`plugins`](crate::plugins) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListPlugins", Start::Given(list_plugins), Reading::whole),
    ("CreatePlugin", Start::Given(create_plugin), Reading::whole),
    ("FetchPlugin", Start::Given(fetch_plugin), Reading::whole),
    ("UpdatePlugin", Start::Given(update_plugin), Reading::whole),
    ("ArchivePlugin", Start::Given(archive_plugin), Reading::whole),
];

fn list_plugins(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugins().list();
    if let Some(value) = given.optional("PageSize")? {
        call = call.page_size(value);
    }
    if let Some(value) = given.optional("Page")? {
        call = call.page(value);
    }
    if let Some(value) = given.optional::<String>("PageToken")? {
        call = call.page_token(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn create_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugins().create(given.required::<String>("UniqueName")?);
    if let Some(value) = given.optional::<String>("FriendlyName")? {
        call = call.friendly_name(value);
    }
    if let Some(value) = given.optional::<String>("Description")? {
        call = call.description(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn fetch_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugins().fetch(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn update_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugins().update(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("FriendlyName")? {
        call = call.friendly_name(value);
    }
    if let Some(value) = given.optional::<String>("Description")? {
        call = call.description(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn archive_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugins().archive(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
