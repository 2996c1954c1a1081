//! The operations of [`plugin`](crate::plugin) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListPlugin", Start::Given(list_plugin), Reading::whole),
    ("CreatePlugin", Start::Given(create_plugin), Reading::whole),
    ("FetchPlugin", Start::Given(fetch_plugin), Reading::whole),
    ("UpdatePlugin", Start::Given(update_plugin), Reading::whole),
];

fn list_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin().list();
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    if let Some(value) = given.optional("PageSize")? {
        call = call.page_size(value);
    }
    if let Some(value) = given.optional("Page")? {
        call = call.page(value);
    }
    if let Some(value) = given.optional::<String>("PageToken")? {
        call = call.page_token(value);
    }
    Ok(call.request)
}

fn create_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin().create(given.required::<String>("UniqueName")?);
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
    let mut call = client.plugin().fetch(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn update_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin().update(given.required::<String>("Sid")?);
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
