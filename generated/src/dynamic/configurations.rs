//! The operations of [`configurations`](crate::configurations) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListConfigurations", Start::Given(list_configurations), Reading::whole),
    ("CreateConfiguration", Start::Given(create_configuration), Reading::whole),
    ("FetchConfiguration", Start::Given(fetch_configuration), Reading::whole),
    ("ArchiveConfiguration", Start::Given(archive_configuration), Reading::whole),
];

fn list_configurations(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.configurations().list();
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

fn create_configuration(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.configurations().create(given.required::<String>("Name")?);
    if let Some(value) = given.optional::<Vec<_>>("Plugins")? {
        call = call.plugins(value);
    }
    if let Some(value) = given.optional::<String>("Description")? {
        call = call.description(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn fetch_configuration(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.configurations().fetch(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn archive_configuration(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.configurations().archive(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
